import { describe, expect, it } from 'vitest';
import { adequacyEntries, eeaEntries } from './territories.ts';
import { covers, isEea, transferBasis } from './transfers.ts';

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const today = date('2026-11-23');
const ordinary = { certified: false, commercialOrganisation: true };

describe('transfers', () => {
  it('counts thirty countries in the EEA', () => {
    expect(new Set(eeaEntries.at(-1)?.value).size).toBe(30);
    for (const country of ['NL', 'DE', 'IS', 'LI', 'NO', 'GR']) expect(isEea(country, today)).toBe(true);
    for (const country of ['GB', 'CH', 'US', 'AW', 'CW', 'SX', 'BQ'])
      expect(isEea(country, today)).toBe(false);
  });

  it('had the United Kingdom in it until the end of 2020', () => {
    expect(isEea('GB', date('2020-12-31'))).toBe(true);
    expect(isEea('GB', date('2021-01-01'))).toBe(false);
    expect(transferBasis('GB', date('2021-03-01')).kind).toBe('none');
    expect(transferBasis('GB', date('2025-12-27')).kind).toBe('adequacy');
    expect(transferBasis('GB', date('2025-12-28')).kind).toBe('adequacy');
    expect(transferBasis('GB', date('2031-12-27')).kind).toBe('adequacy');
    expect(transferBasis('GB', date('2031-12-28')).kind).toBe('none');
  });

  it('knows who is adequate today', () => {
    const adequate = 'AD AR BR CA CH EPO FO GB GG IL IM JE JP KR NZ US UY'.split(' ');
    for (const territory of adequate)
      expect(transferBasis(territory, today).kind, territory).toBe('adequacy');
    for (const territory of ['IN', 'CN', 'AW'])
      expect(transferBasis(territory, today)).toEqual({ kind: 'none' });
    expect(transferBasis('BR', date('2026-01-25')).kind).toBe('none');
  });

  it('covers in the United States only who is certified, and says it is disputed', () => {
    const basis = transferBasis('US', today);
    expect(basis).toMatchObject({ kind: 'adequacy', disputed: true, decision: { scope: 'certified' } });
    expect(covers(basis, ordinary)).toBe(false);
    expect(covers(basis, { ...ordinary, certified: true })).toBe(true);
    expect(covers(transferBasis('NL', today), ordinary)).toBe(true);
    expect(covers(transferBasis('JP', today), ordinary)).toBe(true);
    expect(covers(transferBasis('CA', today), { ...ordinary, commercialOrganisation: false })).toBe(false);
    expect(covers(transferBasis('IN', today), { ...ordinary, certified: true })).toBe(false);
  });

  it('ended the Privacy Shield on the day of the judgment, and had nothing until its successor', () => {
    expect(transferBasis('US', date('2020-07-15')).kind).toBe('adequacy');
    expect(transferBasis('US', date('2020-07-16')).kind).toBe('none');
    expect(transferBasis('US', date('2023-07-09')).kind).toBe('none');
    expect(transferBasis('US', date('2023-07-10')).kind).toBe('adequacy');
  });

  it('switches a decision off on the day that is written as its end', () => {
    const annulled = adequacyEntries.map((entry) =>
      entry.value.territory === 'US' && entry.status === 'disputed'
        ? { ...entry, validTo: '2026-11-23' }
        : entry,
    );
    expect(transferBasis('US', date('2026-11-22'), annulled).kind).toBe('adequacy');
    expect(transferBasis('US', today, annulled)).toEqual({ kind: 'none' });
  });

  it('refuses what is not a country', () => {
    expect(() => isEea('Nederland', today)).toThrow(/two capitals/);
    expect(() => transferBasis('nl', today)).toThrow(/two capitals/);
  });
});
