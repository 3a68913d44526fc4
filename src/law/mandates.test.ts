import { expect, test } from 'vitest';
import { refuseParent } from './mandates.ts';

const on = Temporal.PlainDate.from('2026-11-23');
const child = (birthDate: string | null) =>
  refuseParent({ mandate: 'parent', identities: [], birthDate }, on);

test('a parent asks for a child up to the day before it is old enough to ask itself', () => {
  expect(child('2015-06-01')).toBeNull();
  expect(child('2010-11-24')).toBeNull();
  expect(child('2010-11-23')).toBe('asks-itself');
  expect(child('1980-01-01')).toBe('asks-itself');
  expect(child(null)).toBe('birth-date-missing');
  expect(child('2026-11-23')).toBeNull();
  expect(child('2026-11-24')).toBe('not-born');
});

test('others need no birth date', () => {
  for (const mandate of ['lawyer', 'authorised', 'guardian'] as const)
    expect(refuseParent({ mandate, identities: [], birthDate: null }, on)).toBeNull();
});
