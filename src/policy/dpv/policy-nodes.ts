import type { LawfulBasis } from '../../domain/lawful-basis.ts';
import type { Category, Purpose, Recipient, RetentionRule, SubjectGroup } from '../policy.ts';
import { inBothLanguages, type JsonLdNode, type Term } from './json-ld.ts';
import { categoryTerm, countryTerm, type DpvTerm } from './term.ts';

/** Art. 6(1)(a)–(f), as the vocabulary's GDPR extension names them. */
export const basisTerms: Readonly<Record<LawfulBasis, DpvTerm>> = {
  consent: 'eu-gdpr:A6-1-a',
  contract: 'eu-gdpr:A6-1-b',
  'legal-obligation': 'eu-gdpr:A6-1-c',
  'vital-interests': 'eu-gdpr:A6-1-d',
  'public-task': 'eu-gdpr:A6-1-e',
  'legitimate-interests': 'eu-gdpr:A6-1-f',
};

const rightsOnAnyBasis: readonly DpvTerm[] = words('A13 A14 A15 A16 A18 A19 A22 A77 A79');

/** What a person can ask depends on the basis: art. 7(3), 17(1) and (3)(b), 20(1)(a) and 21(1). */
const rightsOnBasis: Readonly<Record<LawfulBasis, readonly DpvTerm[]>> = {
  consent: words('A7-3 A17 A20'),
  contract: words('A17 A20'),
  'legal-obligation': [],
  'vital-interests': words('A17'),
  'public-task': words('A21'),
  'legitimate-interests': words('A17 A21'),
};

/** The rights people have against a purpose; against direct marketing always the one to object (art. 21(2)). */
export function rightsAgainst({ basis, marketing }: Purpose): readonly DpvTerm[] {
  const rights = new Set([...rightsOnAnyBasis, ...rightsOnBasis[basis]]);
  if (marketing) rights.add('eu-gdpr:A21');
  return [...rights].sort();
}

export function categoryNode(id: string, category: Category): JsonLdNode {
  const types = new Set<Term>(['dpv:PersonalData', categoryTerm(category.dpv)]);
  if (category.special) types.add('dpv:SpecialCategoryPersonalData');
  return { '@id': id, '@type': [...types], 'skos:prefLabel': inBothLanguages(category.name) };
}

export function purposeNode(id: string, { name, marketing }: Purpose): JsonLdNode {
  const types: readonly Term[] = marketing ? ['dpv:Purpose', 'dpv:Marketing'] : ['dpv:Purpose'];
  return { '@id': id, '@type': types, 'skos:prefLabel': inBothLanguages(name) };
}

export function subjectNode(id: string, { name, origin }: SubjectGroup): JsonLdNode {
  return {
    '@id': id,
    '@type': 'dpv:DataSubject',
    'skos:prefLabel': inBothLanguages(name),
    'dpv:hasDataSource': { '@type': 'dpv:DataSource', 'skos:prefLabel': inBothLanguages(origin) },
  };
}

/** How long: art. 30(1)(f). `statutory` rules also say why it stays. */
export function retentionNode(id: string, { name, period, event, kind, ground }: RetentionRule): JsonLdNode {
  return {
    '@id': id,
    '@type': kind === 'maximum' ? ['dpv:StorageDuration', 'dpv:StorageDeletion'] : 'dpv:StorageDuration',
    'skos:prefLabel': inBothLanguages(name),
    'dpv:hasDuration': { '@value': period, '@type': 'xsd:duration' },
    'skos:scopeNote': inBothLanguages(event),
    ...(ground === null ? {} : { 'dpv:hasJustification': ground }),
  };
}

const roleTerms: Readonly<Record<Recipient['role'], DpvTerm>> = {
  processor: 'dpv:DataProcessor',
  'sub-processor': 'dpv:DataSubProcessor',
  'joint-controller': 'dpv:JointDataControllers',
  controller: 'dpv:DataController',
  authority: 'dpv:Authority',
};

/** How a process refers to a recipient of this role; every one of them is a kind of `dpv:hasRecipient`. */
export const recipientProperties: Readonly<Record<Recipient['role'], Term>> = {
  processor: 'dpv:hasDataProcessor',
  'sub-processor': 'dpv:hasDataProcessor',
  'joint-controller': 'dpv:hasJointDataControllers',
  controller: 'dpv:hasRecipientDataController',
  authority: 'dpv:hasRecipientThirdParty',
};

/** The Data Privacy Framework is a decision of adequacy. Which letter of art. 49 is meant the policy does not tell. */
const transferBases: Readonly<Record<string, DpvTerm>> = {
  adequacy: 'eu-gdpr:A45-3',
  DPF: 'eu-gdpr:A45-3',
  SCC: 'eu-gdpr:A46-2-c',
  BCR: 'eu-gdpr:A46-2-b',
};

export function recipientNode(id: string, recipient: Recipient): JsonLdNode {
  const { name, role, task, country, transfer } = recipient;
  const place = countryTerm(country);
  const where =
    place === null ? { '@type': 'dpv:Country' as const, 'skos:notation': country } : { '@id': place };
  return {
    '@id': id,
    '@type': ['dpv:Recipient', roleTerms[role]],
    'dpv:hasName': name,
    'skos:scopeNote': inBothLanguages(task),
    [transfer === null ? 'dpv:hasCountry' : 'dpv:hasThirdCountry']: where,
    ...(transfer === null ? {} : { 'dpv:hasLegalBasis': transferBasis(transfer) }),
  };
}

function transferBasis({ mechanism, checkedOn }: NonNullable<Recipient['transfer']>): JsonLdNode {
  const term = transferBases[mechanism];
  const types: readonly Term[] =
    term === undefined ? ['dpv:DataTransferLegalBasis'] : ['dpv:DataTransferLegalBasis', term];
  return {
    '@type': types,
    'skos:prefLabel': mechanism,
    'dct:valid': { '@value': checkedOn, '@type': 'xsd:date' },
  };
}

function words(names: string): readonly DpvTerm[] {
  return names.split(' ').map((name): DpvTerm => `eu-gdpr:${name}`);
}
