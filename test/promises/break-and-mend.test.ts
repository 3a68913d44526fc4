import { expect, test } from 'vitest';
import { type PlantedCustomer, plantedCases } from '../../examples/carconnect/planted-cases.ts';
import type { Verdict } from '../../src/promises/check.ts';
import type { CheckedPromiseId } from '../../src/promises/checks.ts';
import { aboutPortability } from './break-and-mend/portability.ts';
import { aboutRequests } from './break-and-mend/requests.ts';
import { aboutStatement } from './break-and-mend/statement.ts';
import type { BreakAndMend } from './break-and-mend/step.ts';
import { aboutStops } from './break-and-mend/stops.ts';
import { aboutSystems } from './break-and-mend/systems.ts';
import { examplePromises, lotte } from './example-promises.ts';

/** A check without an entry here does not compile: there is none that cannot fail. */
const breakAndMend: Readonly<Record<CheckedPromiseId, BreakAndMend>> = {
  ...aboutStatement,
  ...aboutSystems,
  ...aboutRequests,
  ...aboutStops,
  ...aboutPortability,
};

const ids = Object.keys(breakAndMend) as CheckedPromiseId[];

test.each(ids)(
  '%s turns in the databases of the example, and turns back',
  async (id) => {
    await using world = await examplePromises();
    const states: Verdict['state'][] = [];
    for await (const { state, evidence, context } of breakAndMend[id](world)) {
      const verdict = await world.verdict(id, context);
      expect(verdict, `step ${states.length + 1}`).toMatchObject({ state, evidence });
      namesNobody(verdict);
      tellsNoInside(verdict);
      states.push(state);
    }
    expect(states).toContain('broken');
    expect(states.lastIndexOf('kept')).toBeGreaterThan(states.indexOf('broken'));
  },
  120_000,
);

const people = Object.values(plantedCases).flatMap((planted) =>
  Object.values(planted).filter(
    (value): value is PlantedCustomer => typeof value === 'object' && value !== null && 'customerNo' in value,
  ),
);

/** Ids and counts; no personal data. */
function namesNobody(verdict: Verdict): void {
  const text = JSON.stringify(verdict).toLowerCase();
  for (const { email, customerNo } of people)
    for (const word of [email, customerNo]) expect(text).not.toContain(word.toLowerCase());
  for (const word of [lotte.firstName, lotte.lastName]) expect(text).not.toContain(word.toLowerCase());
}

/** What the public reads names no place in a system and no command of ours. */
function tellsNoInside({ reason, publicReason = reason }: Verdict): void {
  for (const text of Object.values(publicReason)) {
    expect(text).not.toMatch(/\b(?:crm|billing|newsletter)\b/);
    expect(text).not.toMatch(/\w_\w/);
    expect(text).not.toMatch(/\bgestand /);
  }
}
