import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { advanceRun } from '../../src/execute/advance-run.ts';
import { noticesOfCase, readNoticePeople } from '../../src/store/notice.ts';
import { type FaultKind, makeTemplate, makeWorld, newAddress, type WorldTemplate } from './fault-world.ts';
import { sharedServer } from './shared-server.ts';
import { openContext } from './world-context.ts';

const person = plantedCases['one-of-everything'].person;

let template: WorldTemplate;
beforeAll(async () => {
  template = await makeTemplate(sharedServer);
}, 120_000);
afterAll(async () => {
  await template?.[Symbol.asyncDispose]();
});

/** The steps at whose end recipients are told, and what they are told of. */
const cases: readonly (readonly [FaultKind, string, readonly string[]])[] = [
  ['erase', 'erasure', ['administration', 'hosting', 'mailer']],
  ['rectify', 'rectification', ['administration', 'hosting', 'mailer']],
  ['gate', 'objection', ['mailer']],
];

test.each(cases)(
  'whatever dies in between, %s tells its recipients once',
  async (kind, deed, recipients) => {
    await using world = await makeWorld(sharedServer, template, { kind, person });
    // The last step that completes dies before it commits; whoever takes over finds that nobody was told.
    let completing = 0;
    const last = { erase: 9, rectify: 8, gate: 8, access: 1, export: 1 }[kind];
    {
      await using dying = await openContext(world.address, {
        faultPoint: async (name) => {
          if (name === 'step.completing' && ++completing === last) throw new Error('died');
        },
      });
      expect(await advanceRun(dying.context, world.runId)).toMatchObject({ kind: 'paused' });
      expect(await noticesOfCase(dying.context.store, world.caseId)).toEqual([]);
    }
    await using opened = await world.open();
    const { context } = opened;
    expect(await advanceRun(context, world.runId)).toEqual({ kind: 'completed' });
    const notices = await noticesOfCase(context.store, world.caseId);
    expect(notices.map(({ recipient, way }) => `${recipient} by ${way}`).toSorted()).toEqual(
      recipients.map((id) => `${id} by email`),
    );
    expect(new Set(notices.map((notice) => notice.deed))).toEqual(new Set([deed]));
    for (const { id } of notices) {
      const people = await readNoticePeople(context.store, id);
      expect(people?.identities.map(({ value }) => value)).toContain(person.email.toLowerCase());
      expect(people?.corrections).toEqual(
        kind === 'rectify' ? [{ category: 'contact', now: person.email, wanted: newAddress }] : [],
      );
    }
  },
  120_000,
);
