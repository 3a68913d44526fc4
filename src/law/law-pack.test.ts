import { describe, expect, it } from 'vitest';
import { GestandError } from '../base/error.ts';
import { appliesOn, type LawEntry } from './law-entry.ts';
import { type LawPackEntry, lawPack, lookup, lookupEntry } from './law-pack.ts';
import { adequacyEntries, eeaEntries } from './territories.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const everything: readonly LawEntry<string, unknown>[] = [...lawPack, ...adequacyEntries, ...eeaEntries];

describe('the law pack', () => {
  it.each([
    ['rights.answer.months', 1],
    ['rights.extend.months', 2],
    ['rights.calendar', 'B'],
    ['breach.apHours', 72],
    ['breach.statementHours', 48],
    ['breach.processorHours', 24],
    ['art14.months', 1],
    ['dm.suppressionSeconds', 60],
    ['recipients.notifyWorkdays', 5],
    ['complaint.ackWorkdays', 2],
    ['complaint.months', 1],
    ['retention.awr.years', { period: 'P7Y', from: 'book-year-end' }],
    ['retention.oss.years', { period: 'P10Y', from: 'calendar-year-end' }],
    ['sepa.mandate.months', { period: 'P14M', from: 'event' }],
    ['sepa.unauthorised.months', { period: 'P13M', from: 'event' }],
    ['sepa.refund.weeks', { period: 'P8W', from: 'event' }],
    ['hr.idcopy.years', { period: 'P5Y', from: 'calendar-year-end' }],
    ['jobs.weeks', { period: 'P4W', from: 'event' }],
    ['cctv.weeks', { period: 'P4W', from: 'event' }],
    ['consentAge.nl', 16],
    ['training.months', 12],
    ['vendor.verifyMonths', 12],
    ['lia.reviewMonths', 12],
    ['tia.reviewMonths', 12],
  ] as const)('says %s = %j today', (key, value) => {
    expect(lookup(key, today)).toEqual(value);
  });

  it('answers for every key it names', () => {
    for (const key of new Set(lawPack.map((entry) => entry.key))) {
      expect(lookupEntry(key, today).source).not.toBe('');
    }
  });

  it('refuses a date on which nothing applies, and says what to do', () => {
    const before = Temporal.PlainDate.from('2018-05-24');
    expect(() => lookup('breach.apHours', before)).toThrow(GestandError);
    expect(() => lookup('breach.apHours', before)).toThrow(/breach\.apHours on 2018-05-24.*Add an entry/);
  });

  it('leaves pending law switched off, and follows it once it is adopted', () => {
    const adopted: readonly LawPackEntry[] = lawPack.map((entry) =>
      entry.key === 'breach.apHours' && entry.status === 'pending'
        ? { ...entry, status: 'in_force', validFrom: '2027-07-01' }
        : entry,
    );
    expect(lookup('breach.apHours', Temporal.PlainDate.from('2030-01-01'))).toBe(72);
    expect(lookup('breach.apHours', Temporal.PlainDate.from('2027-06-30'), adopted)).toBe(72);
    expect(lookup('breach.apHours', Temporal.PlainDate.from('2027-07-01'), adopted)).toBe(96);
  });

  it('has dates that can be read, ends after beginnings, and a source for everything', () => {
    for (const entry of everything) {
      const from = Temporal.PlainDate.from(entry.validFrom);
      if (entry.validTo !== undefined) {
        expect(Temporal.PlainDate.compare(from, entry.validTo), entry.key).toBeLessThan(0);
      }
      expect(entry.source, entry.key).not.toBe('');
      if (entry.status === 'repealed') expect(entry.validTo, entry.source).toBeDefined();
    }
  });

  it('ends on the day of validTo, not the day after', () => {
    const entry: LawEntry<'x', number> = {
      key: 'x',
      value: 1,
      validFrom: '2020-01-01',
      validTo: '2020-02-01',
      source: 'x',
      status: 'in_force',
    };
    const on = (date: string): boolean => appliesOn(entry, Temporal.PlainDate.from(date));
    expect([on('2019-12-31'), on('2020-01-01'), on('2020-01-31'), on('2020-02-01')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
