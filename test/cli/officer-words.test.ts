import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { planWaitingRequests } from '../../src/app/plan-request.ts';
import { caseStanding } from '../../src/domain/case-standing.ts';
import { caseStates } from '../../src/domain/case-state.ts';
import { type FoundCompany, foundCompany } from './found-company.ts';
import { jsonOf } from './gestand.ts';

/** What the desk is told, in words of the work and not of the program. */
let company: FoundCompany;
beforeAll(async () => {
  company = await foundCompany();
}, 120_000);
afterAll(async () => {
  await company?.[Symbol.asyncDispose]();
});

const lotte = plantedCases['one-of-everything'].person;
const willem = plantedCases['invoices-under-and-past-retention'].person;

async function open(...words: readonly string[]): Promise<string> {
  return jsonOf<{ reference: string }>(await company.desk('requests', 'open', ...words, '--json')).reference;
}

const sure = ['--sure', 'Ik belde terug.'];

it('says where a request stands that does not allow what is asked', async () => {
  const today = /on \d{4}-\d{2}-\d{2}/;
  const question = await open(
    '--kind',
    'question',
    '--email',
    'vraag@voorbeeld.example',
    '--text',
    'Hoelang?',
  );
  const answer = () => company.desk('requests', 'answer', question, '--text', 'Twee jaar.');
  expect(await answer()).toMatchObject({ code: 0 });
  const twice = await answer();
  expect(twice).toMatchObject({ code: 5 });
  expect(twice.err).toContain(`${question} was answered before, `);
  expect(twice.err).toMatch(today);

  const access = await open('--kind', 'access', '--email', lotte.email, ...sure);
  const doubt = () => company.desk('requests', 'doubt', access, '--reason', 'Het adres is gewijzigd.');
  expect(await doubt()).toMatchObject({ code: 0 });
  const again = await doubt();
  expect(again.err).toContain(`${access} waits for proof of who asks`);
  const approved = await company.desk('approve', access, '--yes');
  expect(approved).toMatchObject({ code: 5 });
  expect(approved.err).toContain(`${access} waits for proof of who asks, so there is no plan yet.`);
  for (const { err } of [twice, again, approved]) expect(err).not.toMatch(/"[a-z-]+"[ ,]/);
}, 120_000);

it('has a sentence for every state, that names none', () => {
  for (const state of caseStates) {
    const said = caseStanding({
      state,
      answeredAt: '2026-11-27T23:30:00Z',
      closedAt: '2026-11-27T23:30:00Z',
    });
    expect(said).toMatch(/^(is|was|waits) /);
    expect(said).not.toMatch(/"|in-progress|identity/);
    // On the calendar of the law it is the next day already.
    if (said.includes('2026')) expect(said).toContain('2026-11-28');
  }
});

it('says when something happened on the clocks of the person, and to a program in UTC', async () => {
  const reference = await open(
    '--kind',
    'question',
    '--email',
    'tijd@voorbeeld.example',
    '--text',
    'Hoelang?',
  );
  const { timeline } = jsonOf<{ timeline: unknown[] }>(
    await company.desk('requests', 'show', reference, '--json'),
  );
  const { at, kind } = timeline[0] as { readonly at: string; readonly kind: string };
  expect(at).toMatch(/Z$/);
  const local = new Date(at).toLocaleString('sv-SE', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  expect((await company.desk('requests', 'show', reference)).out).toContain(`${local}  ${kind}`);
}, 120_000);

it('tells the officer, and not the person, what may not be written down, by the name of the option', async () => {
  const holds = 'Mijn BSN is 123456782.';
  const words = ['requests', 'open', '--kind', 'question', '--email', 'vraag@voorbeeld.example'];
  const refused = await company.desk(...words, '--text', holds);
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toContain('--text: ');
  expect(refused.err).not.toMatch(/wish|we mail|123456782/);
  const number = await company.desk(...words, '--text', 'Hoelang?', '--customer-number', '123456782');
  expect(number.err).toContain('--customer-number: ');
}, 120_000);

it('shows a plan without a terminal, and then that nobody can be asked', async () => {
  const unknown = await company.desk('approve', 'GS-2026-22222');
  expect(unknown).toMatchObject({ code: 3, out: '' });
  expect(unknown.err).toContain('There is no request GS-2026-22222');

  const reference = await open('--kind', 'erasure', '--email', willem.email, ...sure);
  const unproven = await open('--kind', 'erasure', '--email', lotte.email);
  await planWaitingRequests(company.app);
  const one = await company.desk('approve', reference);
  expect(one).toMatchObject({ code: 2 });
  expect(one.out).toMatch(/^- /m);
  expect(one.out).toContain('Seal: ');
  expect(one.err).toContain('There is nobody to ask');

  const many = ['requests', 'approve', '--all-planned', '--kind', 'erasure'];
  const text = await company.desk(...many);
  expect(text).toMatchObject({ code: 2 });
  expect(text.out).toContain('1 request, as one plan');
  expect(text.out).toMatch(/^- .*\d/m);
  expect(text.out).toContain(`${unproven}: nobody showed yet who asks`);
  expect(text.err).toContain('There is nobody to ask');

  const { code, out } = await company.desk(...many, '--json');
  expect(code).toBe(2);
  const shown = JSON.parse(out);
  expect(shown).toMatchObject({ requests: [reference], leftOut: [{ reference: unproven, why: 'unproven' }] });
  expect(text.out).toContain(shown.sentences[0]);
  // Of Willem invoices stay, each with the ground and the last day.
  expect(shown.kept[0]).toMatchObject({
    ground: expect.any(String),
    until: expect.stringMatching(/^20\d\d-/),
  });
  // Nothing was approved by being shown.
  expect(jsonOf(await company.desk('requests', 'show', reference, '--json'))).toMatchObject({
    state: 'planned',
  });
}, 120_000);
