import { describe, expect, it } from 'vitest';
import { runProgram } from '../../src/cli/run-program.ts';
import { heardTerminal } from '../support/heard-terminal.ts';

async function law(...words: readonly string[]) {
  const terminal = heardTerminal();
  const code = await runProgram(['law', ...words], terminal);
  return { code, ...terminal.heard };
}

async function lawJson(...words: readonly string[]): Promise<unknown> {
  const { out, code, err } = await law(...words, '--json');
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out);
}

describe('gestand law', () => {
  it('says when an answer is due, in every way in which one may count', async () => {
    expect(await lawJson('deadline', '--received', '2026-01-31T10:00+01:00', '--months', '1')).toEqual({
      received: '2026-01-31',
      months: 1,
      nominal: '2026-02-28',
      safeDate: '2026-02-28',
      planningDate: '2026-02-27',
      legalDate: '2026-03-02',
      dueAt: '2026-03-02T23:59:59.999+01:00',
      calendar: 'B',
    });
    // The term and the calendar of the law itself, where nobody names them.
    expect(await lawJson('deadline', '--received', '2027-02-26T10:00')).toMatchObject({
      months: 1,
      legalDate: '2027-03-30',
    });
    expect(await lawJson('deadline', '--received', '2028-03-27T10:00', '--calendar', 'C')).toMatchObject({
      legalDate: '2028-05-01',
      calendar: 'C',
    });
  });

  it('counts hours that pass, over the end of summer time too', async () => {
    expect(await lawJson('deadline', '--received', '2026-10-23T10:00', '--hours', '48')).toEqual({
      received: '2026-10-23T10:00:00+02:00',
      hours: 48,
      endsAt: '2026-10-25T09:00:00+01:00',
      outerAt: '2026-10-25T09:00:00+01:00',
      instant: '2026-10-25T08:00:00Z',
    });
  });

  it('says how long an invoice is kept, and by when an applicant must be gone', async () => {
    expect(await lawJson('retain', '--rule', 'invoice', '--from', '2019-05-12')).toMatchObject({
      kind: 'minimum',
      keepUntil: '2026-12-31',
      eraseFrom: '2027-01-01',
      eraseBy: null,
      source: 'AWR art. 52; Wet OB art. 34a',
    });
    expect(
      await lawJson('retain', '--rule', 'invoice', '--from', '2019-07-01', '--book-year-end', '06-30'),
    ).toMatchObject({ keepUntil: '2027-06-30' });
    expect(await lawJson('retain', '--rule', 'applicant', '--from', '2026-10-01')).toMatchObject({
      keepUntil: null,
      eraseFrom: null,
      eraseBy: '2026-10-29',
    });
  });

  it('shows the law of a day, and what changed between two', async () => {
    const before = (await law('show', 'adequacy.US', '--on', '2020-07-15')).out;
    expect(before).toContain('Decision (EU) 2016/1250');
    expect((await law('show', 'adequacy.US', '--on', '2020-07-16')).code).toBe(3);
    expect((await law('diff', '2020-07-15', '2020-07-16')).out).toMatch(/^adequacy\.US\n {2}- certified/);
    expect((await law('diff', '2026-07-01', '2026-07-01')).out).toContain('Nothing changed');
  });

  it('keeps proposals apart from what applies', async () => {
    const shown = (await lawJson('show', 'breach.apHours', '--on', '2026-11-01')) as {
      readonly applies: readonly { readonly value: unknown }[];
      readonly pending: readonly { readonly value: unknown }[];
    };
    expect(shown.applies.map(({ value }) => value)).toEqual([72]);
    expect(shown.pending.map(({ value }) => value)).toEqual([96]);
  });

  it.each([
    [['deadline', '--received', '2026-03-29T02:30'], 'did not exist in the Netherlands'],
    [['deadline', '--received', 'yesterday'], 'Write it as 2026-10-23T10:00'],
    [['deadline', '--received', '2026-03-01T10:00', '--hours', '0'], 'Write a whole number'],
    [['deadline', '--received', '2026-03-01T10:00', '--hours', '4', '--months', '1'], 'cannot be used with'],
    [
      ['deadline', '--received', '2026-03-01T10:00', '--hours', '4', '--calendar', 'A'],
      'Leave --calendar out',
    ],
    [['retain', '--rule', 'invoice', '--from', '2019-02-30'], 'Write a day that exists'],
    [['retain', '--rule', 'wishes', '--from', '2019-02-20'], 'Name one of: ledger, invoice'],
    [['diff', '2020-07-15', '2020-13-01'], 'Write a day that exists'],
  ])('%j is refused with what to do', async (words, said) => {
    const { code, out, err } = await law(...words);
    expect(code).toBeGreaterThan(1);
    expect(out).toBe('');
    expect(err).toContain(said);
  });
});
