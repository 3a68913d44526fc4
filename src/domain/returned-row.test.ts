import { describe, expect, it } from 'vitest';
import { judgeReturn, momentSpan, type ReturnedRow } from './returned-row.ts';

const erasedAt = Temporal.Instant.from('2026-11-23T10:00:00Z');
const before = '2024-03-01 09:30:00+01';
const after = '2026-11-25 09:30:00+01';

/** A row with another key that carries the address of somebody who was erased; of when it was made nothing is known. */
const row: ReturnedRow = {
  sameKey: false,
  wasDeleted: true,
  keyIsIdentity: false,
  erased: ['email'],
  others: [],
  created: null,
  lastActive: null,
  erasedAt,
};

describe('the erased row itself, by its key', () => {
  const same = { ...row, sameKey: true };
  it('is back, whether its table says when it was made or not', () => {
    expect(judgeReturn(same)).toBe('back');
    expect(judgeReturn({ ...same, created: before })).toBe('back');
    expect(judgeReturn({ ...same, lastActive: '2026-10-01' })).toBe('back');
  });
  it('may be a number that was given out again', () => {
    expect(judgeReturn({ ...same, created: after })).toBe('unclear');
    expect(judgeReturn({ ...same, created: after, erased: [], others: ['email'] })).toBe('other');
    expect(judgeReturn({ ...same, erased: [], others: ['email'] })).toBe('unclear');
  });
  it('is back with an address that it had before the one that was erased', () => {
    expect(judgeReturn({ ...same, created: before, erased: [], others: ['email'] })).toBe('back');
  });
  it('is nobody where it was emptied and kept', () => {
    expect(judgeReturn({ ...same, wasDeleted: false, erased: [], created: before })).toBe('other');
    expect(judgeReturn({ ...same, wasDeleted: false, created: before })).toBe('back');
  });
});

describe('a row by which somebody is recognised, with another key', () => {
  it('is a new person when it was made after the erasure', () => {
    expect(judgeReturn({ ...row, created: after })).toBe('new');
  });
  it('is asked about when nothing says when it was made', () => {
    expect(judgeReturn(row)).toBe('unclear');
    expect(judgeReturn({ ...row, created: '2026-11-23' })).toBe('unclear');
    expect(judgeReturn({ ...row, lastActive: '2026-11-25' })).toBe('unclear');
    expect(judgeReturn({ ...row, created: 'last summer' })).toBe('unclear');
  });
  it('is not taken for a return because somebody has the address now', () => {
    expect(judgeReturn({ ...row, created: before })).toBe('unclear');
    expect(judgeReturn({ ...row, created: before, others: ['customer-number'] })).toBe('unclear');
  });
  it('is back when everything in it was erased together', () => {
    expect(judgeReturn({ ...row, created: before, erased: ['email', 'customer-number'] })).toBe('back');
    expect(
      judgeReturn({
        ...row,
        created: before,
        erased: ['email', 'customer-number'],
        others: ['account-id'],
      }),
    ).toBe('unclear');
  });
  it('is not looked at for a telephone or a number plate alone', () => {
    expect(judgeReturn({ ...row, created: before, erased: ['phone'] })).toBe('other');
    expect(judgeReturn({ ...row, erased: ['phone', 'licence-plate'] })).toBe('other');
  });
});

describe('a row whose key is the address', () => {
  const same = { ...row, sameKey: true, keyIsIdentity: true };
  it('is told from a new sign-up by its date alone', () => {
    expect(judgeReturn({ ...same, created: before })).toBe('back');
    expect(judgeReturn({ ...same, created: after })).toBe('new');
    expect(judgeReturn(same)).toBe('unclear');
  });
});

describe('a moment as a source writes it', () => {
  const of = (text: string) => {
    const span = momentSpan(text);
    return span === null ? null : [span.earliest.toString(), span.latest.toString()];
  };
  it.each([
    ['2026-11-23 10:00:00+01', '2026-11-23T09:00:00Z', '2026-11-23T09:00:00Z'],
    ['2026-11-23T10:00:00.123Z', '2026-11-23T10:00:00.123Z', '2026-11-23T10:00:00.123Z'],
    ['2026-11-23', '2026-11-22T23:00:00Z', '2026-11-23T23:00:00Z'],
    ['2026-07-01', '2026-06-30T22:00:00Z', '2026-07-01T22:00:00Z'],
    // Nobody wrote down in which zone.
    ['2026-11-23 10:00:00', '2026-11-23T09:00:00Z', '2026-11-23T10:00:00Z'],
  ])('%s', (text, earliest, latest) => {
    expect(of(text)).toEqual([earliest, latest]);
  });
  it.each(['', 'gisteren', '1700000000', '2026-02-30', '2026-11-23 25:00:00'])('%s is none', (text) => {
    expect(of(text)).toBeNull();
  });
});
