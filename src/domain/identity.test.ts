import { expect, test } from 'vitest';
import { normaliseIdentity } from './identity.ts';

test.each([
  ['email', ' J.deVries@Example.NL ', 'j.devries@example.nl'],
  ['email', 'noe\u0308lle@example.nl', 'no\u00eblle@example.nl'],
  ['phone', '+31 (0)30-123 45 67', '+31301234567'],
  ['licence-plate', 'gb-001-b', 'GB001B'],
  ['email', 'Jan@B\u00fccher.example', 'jan@xn--bcher-kva.example'],
  ['email', 'jan@XN--BCHER-KVA.example', 'jan@xn--bcher-kva.example'],
  ['email', 'jan@b\u00fccher.1', 'jan@xn--bcher-kva.1'],
  ['email', 'j.a.n+spam@gmail.com', 'j.a.n+spam@gmail.com'],
  ['email', 'geen \u00e9-mail', 'geen \u00e9-mail'],
  ['account-id', '007', '007'],
  ['customer-number', ' K-1000001 ', 'K-1000001'],
] as const)('%s %s is %s', (kind, written, normal) => {
  expect(normaliseIdentity(kind, written)).toEqual({ kind, value: normal });
});
