import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../compile-policy.ts';
import { categoryTerm, countryTerm, isDpvTerm } from './term.ts';
import { categoryTerms, renamedTerms } from './terms.ts';

const root = join(import.meta.dirname, '../../..');

describe('terms of the Data Privacy Vocabulary', () => {
  it('has what it was copied with', () => {
    expect([...categoryTerms].filter((term) => term.startsWith('pd:'))).toHaveLength(221);
    expect([...categoryTerms].filter((term) => term.startsWith('dpv:'))).toHaveLength(34);
  });

  it('tells a term from what looks like one', () => {
    expect(isDpvTerm('pd:EmailAddress')).toBe(true);
    expect(isDpvTerm('eu-gdpr:A6-1-f')).toBe(true);
    expect(isDpvTerm('pd:Emailadres')).toBe(false);
    expect(isDpvTerm('schema:email')).toBe(false);
    expect(isDpvTerm('toString:name')).toBe(false);
    expect(isDpvTerm('dpv:')).toBe(false);
  });

  it('leads every former name to one that exists', () => {
    for (const [old, today] of renamedTerms) {
      expect(isDpvTerm(old)).toBe(false);
      expect(isDpvTerm(today)).toBe(true);
      expect(categoryTerm(old)).toBe(today);
    }
  });

  it('writes nothing that does not exist', () => {
    expect(categoryTerm('pd:Kenteken')).toBe('dpv:PersonalData');
    expect(categoryTerm('dpv:hasPurpose')).toBe('dpv:PersonalData');
    expect(countryTerm('NL')).toBe('loc:NL');
    expect(countryTerm('XX')).toBeNull();
  });

  it('has every term of the example', () => {
    const text = readFileSync(join(root, 'examples/carconnect/policy.yaml'), 'utf8');
    const { policy } = compilePolicy('policy.yaml', text);
    const terms = [...(policy?.categories.values() ?? [])].map(({ dpv }) => dpv);
    expect(terms.length).toBeGreaterThan(10);
    expect(terms.filter((term) => !categoryTerms.has(term))).toEqual([]);
  });
});
