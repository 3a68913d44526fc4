import { expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { present } from '../../src/base/assert.ts';
import { type FoundCompany, foundCompany } from './found-company.ts';

const lotte = plantedCases['one-of-everything'].person;

async function opened(company: FoundCompany, kind: 'objection' | 'withdrawal'): Promise<string> {
  const sure = ['--sure', 'Ik belde terug.', '--json'];
  const words = ['requests', 'open', '--kind', kind, '--email', lotte.email, '--purposes', 'newsletter'];
  const { code, out, err } = await company.desk(...words, ...sure);
  expect(code, err).toBe(0);
  return String(JSON.parse(out).reference);
}

test('what another request keeps stopped is shown before anything is lifted, and lifted only when that is meant', {
  timeout: 120_000,
}, async () => {
  await using company = await foundCompany();
  const objection = await opened(company, 'objection');
  const withdrawal = await opened(company, 'withdrawal');
  const before = (await company.lettersTo(lotte.email)).length;
  const lift = (...more: readonly string[]) =>
    company.desk('requests', 'lift', objection, '--reason', 'u schreef ons.', ...more);
  const asked = await lift();
  expect(asked.code).toBe(2);
  expect(asked.err).toContain(`Nothing is used again when ${objection} is lifted. This stays stopped:`);
  expect(asked.err).toContain(`Newsletter: consent withdrawn, ${withdrawal}`);
  expect(asked.err).toContain('Add --yes');
  expect(await company.lettersTo(lotte.email)).toHaveLength(before);

  const lifted = await lift('--yes', '--json');
  expect(lifted.code, lifted.err).toBe(0);
  expect(JSON.parse(lifted.out)).toEqual({
    reference: objection,
    nothingGoesOn: true,
    staying: [{ because: 'withdrawn', reference: withdrawal }],
  });
  const letter = present((await company.lettersTo(lotte.email)).at(-1), 'the letter');
  expect(letter.text).toContain(withdrawal);

  // Nothing else stands: there is nothing to ask.
  const last = await company.desk('requests', 'lift', withdrawal, '--reason', 'u schreef ons.');
  expect(last).toMatchObject({ code: 0 });
  expect(last.out).not.toContain('stays stopped');
});
