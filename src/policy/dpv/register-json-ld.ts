import type { Policy, Recipient } from '../policy.ts';
import { type Register, type RegisterActivity, registerOf } from '../register.ts';
import {
  inBothLanguages,
  type JsonLdDocument,
  type JsonLdNode,
  type JsonLdValue,
  jsonLdDocument,
  namesUnder,
  reference,
  type Term,
} from './json-ld.ts';
import {
  basisTerms,
  categoryNode,
  purposeNode,
  recipientNode,
  recipientProperties,
  retentionNode,
  rightsAgainst,
  subjectNode,
} from './policy-nodes.ts';

type Name = (kind: string, ...id: string[]) => string;

/**
 * The register of art. 30(1) in terms of the Data Privacy Vocabulary: one `dpv:PersonalDataProcess` a purpose. It
 * holds no data about people, save the controller's own contact.
 */
export function registerJsonLd(policy: Policy): JsonLdDocument {
  const register = registerOf(policy);
  const name = namesUnder(policy.controller);
  const nodes: JsonLdNode[] = [
    {
      '@id': name('register'),
      '@type': 'dpv:RecordsOfActivities',
      'dct:identifier': policy.hash,
      'dpv:hasDataController': reference(name('controller')),
      'dpv:hasPersonalDataProcess': register.activities.map(({ purpose }) =>
        reference(name('process', purpose.id)),
      ),
    },
    controllerNode(register, name),
    ...register.activities.map((activity) => processNode(activity, register, name)),
    ...[...policy.purposes.values()].map((each) => purposeNode(name('purpose', each.id), each)),
    ...[...policy.categories.values()].map((each) => categoryNode(name('category', each.id), each)),
    ...[...policy.subjects.values()].map((each) => subjectNode(name('subject', each.id), each)),
    ...[...policy.recipients.values()].map((each) => recipientNode(name('recipient', each.id), each)),
    ...[...policy.retention.values()].map((each) => retentionNode(name('retention', each.id), each)),
  ];
  if (register.security !== null) {
    nodes.push({
      '@id': name('security'),
      '@type': 'dpv:TechnicalOrganisationalMeasure',
      'skos:prefLabel': inBothLanguages(register.security),
    });
  }
  return jsonLdDocument(nodes);
}

function controllerNode({ controller }: Register, name: Name): JsonLdNode {
  return {
    '@id': name('controller'),
    '@type': 'dpv:DataController',
    'dpv:hasName': controller.legalName,
    'skos:altLabel': controller.name,
    'dpv:hasIdentifier': controller.tradeRegister,
    'dpv:hasAddress': controller.address,
    'dpv:hasContact': [controller.email, controller.phone, ...inBothLanguages(controller.contactPoint)],
  };
}

function processNode(activity: RegisterActivity, { security }: Register, name: Name): JsonLdNode {
  const { purpose } = activity;
  const all = (kind: string, things: readonly { readonly id: string }[]) =>
    things.map(({ id }) => reference(name(kind, id)));
  return withoutEmpty({
    '@id': name('process', purpose.id),
    '@type': 'dpv:PersonalDataProcess',
    'skos:prefLabel': inBothLanguages(purpose.name),
    'dpv:hasDataController': reference(name('controller')),
    'dpv:hasPurpose': reference(name('purpose', purpose.id)),
    'dpv:hasLegalBasis': {
      '@type': basisTerms[purpose.basis],
      'skos:scopeNote': inBothLanguages(purpose.ground),
    },
    'dpv:hasDataSubject': all('subject', activity.subjects),
    'dpv:hasPersonalData': all('category', activity.categories),
    'dpv:hasRecipient': all('recipient', activity.recipients),
    ...byRole(activity.recipients, name),
    'dpv:hasStorageCondition': all('retention', activity.retention),
    'dpv:hasRight': rightsAgainst(purpose).map(reference),
    'dpv:hasTechnicalOrganisationalMeasure': security === null ? [] : reference(name('security')),
    'dpv:isImplementedUsingTechnology': activity.tables.map(({ source, table, name: called }) => ({
      '@id': table === null ? name('source', source) : name('table', source, table),
      '@type': 'dpv:Technology' as const,
      'skos:prefLabel': inBothLanguages(called),
    })),
  });
}

function byRole(recipients: readonly Recipient[], name: Name): Record<Term, JsonLdValue> {
  const properties: Record<Term, JsonLdValue[]> = {};
  for (const { id, role } of recipients) {
    const property = recipientProperties[role];
    properties[property] = [...(properties[property] ?? []), reference(name('recipient', id))];
  }
  return properties;
}

function withoutEmpty(node: JsonLdNode): JsonLdNode {
  return Object.fromEntries(
    Object.entries(node).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  );
}
