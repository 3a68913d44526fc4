import { expect, test } from 'vitest';
import { normaliseIdentity } from './identity.ts';

test.each([
  ['email', ' J.deVries@Example.NL ', 'j.devries@example.nl'],
  ['email', 'noe\u0308lle@example.nl', 'no\u00eblle@example.nl'],
  ['phone', '+31 (0)30-123 45 67', '+310301234567'],
  ['licence-plate', 'gb-001-b', 'GB001B'],
  ['customer-number', ' K-1000001 ', 'K-1000001'],
] as const)('%s %s is %s', (kind, written, normal) => {
  expect(normaliseIdentity(kind, written)).toEqual({ kind, value: normal });
});
