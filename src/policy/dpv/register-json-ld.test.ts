import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { danglingReferences, otherTerms, termsIn } from '../../../test/support/json-ld-terms.ts';
import { present } from '../../base/assert.ts';
import { lawfulBases } from '../../domain/lawful-basis.ts';
import { compilePolicy } from '../compile-policy.ts';
import type { Policy, Purpose } from '../policy.ts';
import { transferMechanisms } from '../policy-file.ts';
import { basisTerms, recipientNode, rightsAgainst } from './policy-nodes.ts';
import { registerJsonLd } from './register-json-ld.ts';
import { isDpvTerm } from './term.ts';

const root = join(import.meta.dirname, '../../..');

function policyIn(path: string): Policy {
  return present(compilePolicy(path, readFileSync(join(root, path), 'utf8')).policy, path);
}

const paths = [
  'examples/carconnect/policy.yaml',
  'test/golden/policy/valid.yaml',
  'test/golden/policy/unknown-dpv-term.yaml',
];

function unknownTerms(terms: Iterable<string>): readonly string[] {
  return [...terms].filter((term) => !isDpvTerm(term) && !otherTerms.has(term));
}

describe('the register in terms of the Data Privacy Vocabulary', () => {
  it.each(paths)('of %s has no term that does not exist, and refers to nothing that is not there', (path) => {
    const document = registerJsonLd(policyIn(path));
    const terms = termsIn(document);
    expect(terms.size).toBeGreaterThan(30);
    expect(unknownTerms(terms)).toEqual([]);
    expect(danglingReferences(document)).toEqual([]);
  });

  it('names every basis, right and mechanism that a policy can have with a term that exists', () => {
    expect(unknownTerms(Object.values(basisTerms))).toEqual([]);
    const purpose = present([...policyIn(paths[0] ?? '').purposes.values()][0], 'purpose');
    for (const basis of lawfulBases) {
      for (const marketing of [true, false])
        expect(unknownTerms(rightsAgainst({ ...purpose, basis, marketing }))).toEqual([]);
    }
    const recipient = present(policyIn('test/golden/policy/valid.yaml').recipients.get('analytics'), 'one');
    for (const mechanism of transferMechanisms) {
      const node = recipientNode('#x', { ...recipient, transfer: { mechanism, checkedOn: '2026-09-01' } });
      expect(unknownTerms(termsIn({ '@context': { dpv: '', 'eu-gdpr': '' }, '@graph': [node] }))).toEqual([]);
    }
  });

  it('tells of a process who, why, on which basis, what, whose, to whom and how long', () => {
    const document = registerJsonLd(policyIn('test/golden/policy/valid.yaml'));
    const node = (id: string) =>
      document['@graph'].find((each) => each['@id'] === `https://www.voorbeeld.example/#${id}`);
    expect(node('register')).toMatchObject({
      'dpv:hasDataController': { '@id': 'https://www.voorbeeld.example/#controller' },
    });
    expect(node('process/service')).toMatchObject({
      '@type': 'dpv:PersonalDataProcess',
      'dpv:hasLegalBasis': { '@type': 'eu-gdpr:A6-1-b' },
      'dpv:hasDataSubject': [
        { '@id': 'https://www.voorbeeld.example/#subject/customer' },
        { '@id': 'https://www.voorbeeld.example/#subject/employee' },
      ],
      'dpv:hasPersonalData': [
        { '@id': 'https://www.voorbeeld.example/#category/name-address' },
        { '@id': 'https://www.voorbeeld.example/#category/contact' },
      ],
      'dpv:hasDataProcessor': [{ '@id': 'https://www.voorbeeld.example/#recipient/analytics' }],
      'dpv:hasStorageCondition': [{ '@id': 'https://www.voorbeeld.example/#retention/account' }],
    });
    expect(node('recipient/analytics')).toMatchObject({
      'dpv:hasThirdCountry': { '@id': 'loc:US' },
      'dpv:hasLegalBasis': { '@type': ['dpv:DataTransferLegalBasis', 'eu-gdpr:A45-3'] },
    });
    expect(node('retention/invoices')).toMatchObject({
      'dpv:hasDuration': { '@value': 'P7Y', '@type': 'xsd:duration' },
      'dpv:hasJustification': 'tax-records',
    });
    expect(node('security')).toMatchObject({ '@type': 'dpv:TechnicalOrganisationalMeasure' });
  });

  it('lets people object to marketing on whatever basis, and withdraw consent only where they gave it', () => {
    const purposes = policyIn('test/golden/policy/valid.yaml').purposes;
    const of = (id: string): readonly string[] => rightsAgainst(present<Purpose>(purposes.get(id), id));
    expect(of('newsletter')).toEqual(expect.arrayContaining(['eu-gdpr:A7-3', 'eu-gdpr:A21']));
    expect(of('billing')).not.toContain('eu-gdpr:A17');
    expect(of('service')).not.toContain('eu-gdpr:A7-3');
  });
});
