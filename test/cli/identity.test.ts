import { expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { present } from '../../src/base/assert.ts';
import { type FoundCompany, foundCompany } from './found-company.ts';
import { type Ended, jsonOf } from './gestand.ts';

const lotte = plantedCases['one-of-everything'].person;
const lawyer = 'advocaat@kantoor.example';
const personal = new RegExp(`${lotte.email}|${lotte.customerNo}|${lawyer}|\\+316|van der Meer`, 'i');

async function opened(company: FoundCompany, ...options: readonly string[]): Promise<string> {
  const answer = await company.desk(...['requests', 'open', '--kind', 'access', ...options, '--json']);
  return String(jsonOf(answer)['reference']);
}

async function stateOf(company: FoundCompany, reference: string): Promise<unknown> {
  return jsonOf(await company.desk('requests', 'show', reference, '--json'))['state'];
}

/** What the program keeps of its own doings names nobody. */
async function expectNobodyNamed(company: FoundCompany, said: readonly Ended[]): Promise<void> {
  for (const { out, err } of said) expect(`${out}${err}`).not.toMatch(personal);
  expect(await company.log()).not.toMatch(personal);
  const exported = await company.desk('ledger', 'verify', '--json');
  expect(jsonOf(exported)).toMatchObject({ verdict: { ok: true } });
}

test('a doubt waits for two facts: one answer to whatever is wrong, and right ones from a known address go on', {
  timeout: 120_000,
}, async () => {
  await using company = await foundCompany();
  const reference = await opened(company, '--email', lotte.email, '--sure', 'Ik belde terug.');
  expect(await stateOf(company, reference)).not.toBe('unproven');

  const reason = 'Het nummer bleek van een ander.';
  const doubt = await company.desk('requests', 'doubt', reference, '--reason', reason);
  expect(doubt).toMatchObject({ code: 0 });
  expect(doubt.out).toContain('The clock stands still until there is an answer.');
  const shown = await company.desk('requests', 'show', reference);
  expect(shown.out).toContain('identity-doubted');
  expect(shown.out, 'what an officer wrote is for a screen alone').not.toContain(reason);
  const letter = present((await company.lettersTo(lotte.email)).at(-1), 'the letter that asks');
  expect(letter.text).toMatch(/facts\?t=/);
  expect(`${letter.subject}${letter.text}`).not.toContain('bleek van een ander');
  expect(await company.desk('requests', 'doubt', reference, '--reason', '')).toMatchObject({
    code: 2,
    out: '',
  });

  const [row] = await company.crm('select phone from customers where customer_no = $1', [lotte.customerNo]);
  const phone = `phone=${String(present(row, 'her row')['phone'])}`;
  const number = `customer-number=${lotte.customerNo}`;
  const tell = (...facts: readonly string[]) =>
    company.desk('requests', 'prove', reference, ...facts.flatMap((fact) => ['--fact', fact]));
  const one = await tell(number);
  const wrong = await tell('customer-number=K-0', phone);
  for (const said of [one, wrong])
    expect(said).toMatchObject({ code: 1, out: expect.stringContaining('Which was wrong is not told.') });
  expect(wrong.out).toBe(one.out);
  expect(await tell('shoe-size=43')).toMatchObject({ code: 2, out: '' });
  const right = await tell(number.toLowerCase(), phone);
  expect(right).toMatchObject({ code: 0, out: expect.stringContaining(`Taken up: ${reference}`) });
  expect(await tell(number, phone)).toMatchObject({ code: 5 });
  await expectNobodyNamed(company, [doubt, one, wrong, right]);
});

test('facts from an address that nobody knows show nothing', { timeout: 120_000 }, async () => {
  await using company = await foundCompany();
  const reference = await opened(company, '--email', 'vreemde@example.org', '--sure', 'Ik belde terug.');
  expect(await company.desk('requests', 'doubt', reference, '--reason', 'Toch niet.')).toMatchObject({
    code: 0,
  });
  const [row] = await company.crm('select phone from customers where customer_no = $1', [lotte.customerNo]);
  const facts = [
    '--fact',
    `customer-number=${lotte.customerNo}`,
    '--fact',
    `phone=${String(row?.['phone'])}`,
  ];
  expect(await company.desk('requests', 'prove', reference, ...facts)).toMatchObject({ code: 1 });
  const sure = await company.desk('requests', 'prove', reference, '--reason', 'Kwam langs met zijn pas.');
  expect(sure).toMatchObject({ code: 0, out: expect.stringContaining('Taken up') });
});

test('a mandate is looked at, accepted and told to whom it is about; another is rejected by two', {
  timeout: 120_000,
}, async () => {
  await using company = await foundCompany();
  const asked = ['--email', lawyer, '--sure', 'Ik belde terug.', '--mandate', 'lawyer'];
  const reference = await opened(company, ...asked, '--for-customer-number', lotte.customerNo);
  expect(await company.lettersTo(lotte.email)).toEqual([]);
  const shown = await company.desk('requests', 'mandate', reference);
  expect(shown).toMatchObject({ code: 0, out: expect.stringContaining('asked as lawyer') });
  expect(shown.out).toContain('For whom is shown on a screen alone.');
  expect(await company.desk('requests', 'mandate', reference, '--accept', '')).toMatchObject({ code: 2 });
  const seen = ['--accept', 'Staat op het tableau; brief gezien.'];
  const accepted = await company.desk('requests', 'mandate', reference, ...seen);
  expect(accepted).toMatchObject({ code: 0, out: expect.stringContaining(`Taken up: ${reference}`) });
  expect(accepted.out).toContain('The person concerned is told');
  expect((await company.lettersTo(lotte.email)).map(({ subject }) => subject)).toEqual([
    expect.stringContaining('Iemand doet namens u een verzoek'),
  ]);
  expect(await company.desk('requests', 'mandate', reference, ...seen)).toMatchObject({ code: 5 });

  const second = await opened(company, ...asked, '--for-email', lotte.email);
  const why = ['--reject', 'De machtiging is verlopen.'];
  const proposed = await company.desk('requests', 'mandate', second, ...why, '--as', 'anna');
  expect(proposed).toMatchObject({ code: 0, out: expect.stringContaining('Another officer confirms it') });
  const confirm = ['requests', 'refuse', second, '--confirm', '--yes', '--as'];
  expect((await company.desk(...confirm, 'anna')).code, 'not by who proposed it').not.toBe(0);
  expect(await company.desk(...confirm, 'bram')).toMatchObject({ code: 0 });
  expect(await stateOf(company, second)).toBe('refused');
  const refusal = present((await company.lettersTo(lawyer)).at(-1), 'the refusal');
  expect(refusal.text).toContain('De machtiging is verlopen.');
  expect(await company.lettersTo(lotte.email), 'nobody bothers her with it').toHaveLength(1);
  await expectNobodyNamed(company, [shown, accepted, proposed]);
});
