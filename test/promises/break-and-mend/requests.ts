import { sql } from 'kysely';
import { answerRequest } from '../../../src/app/answer-request.ts';
import { attestTask } from '../../../src/app/attest-task.ts';
import { actingAs } from '../../../src/app/context.ts';
import { lookForErased } from '../../../src/app/look-for-erased.ts';
import { findReturned, reErase } from '../../../src/app/re-erase.ts';
import { confirmRefusal, proposeRefusal } from '../../../src/app/refuse-request.ts';
import { watchCorrections } from '../../../src/app/watch-corrections.ts';
import { watchTraces } from '../../../src/app/watch-traces.ts';
import { present } from '../../../src/base/assert.ts';
import type { CaseId } from '../../../src/base/ids.ts';
import { moveCase } from '../../../src/store/case-file.ts';
import { listTasks } from '../../../src/store/task.ts';
import { type ExamplePromises, lotte } from '../example-promises.ts';
import { atRisk, type BreakAndMend, broken, kept, unproven } from './step.ts';

const archive = `  archive:
    kind: manual
    name: { nl: Papieren archief, en: Paper archive }
    owner: { role: { nl: De archivaris, en: The archivist }, email: archief@voorbeeld.example }
    dueDays: 10
    subjects: [customer]
    categories: [name-address]
    purposes: [service]
    retention: [account]
    instructions:
      access: { nl: Zoek de map., en: Look for the folder. }
      erasure: { nl: Vernietig de map., en: Destroy the folder. }
`;

/** Requests, from the clock of their answer to what of it stays done. */
export const aboutRequests = {
  P35: async function* (world) {
    yield unproven;
    const caseId = await world.ask({ kind: 'security-information', text: 'Hoe beveiligt u mijn kenteken?' });
    yield kept({ open: 1 });
    world.pass({ days: 26 });
    yield atRisk({ soon: [caseId] });
    world.pass({ days: 10 });
    yield broken({ overdue: [caseId] });
    await answerInWords(world, caseId);
    yield broken({ overdue: [], late: [caseId] });
    world.pass({ days: 91 });
    yield kept({ handled: 1 });
  },
  P36: async function* (world) {
    yield unproven;
    const caseId = await world.ask({ kind: 'access' });
    yield kept({ open: 1 });
    world.pass({ days: 40 });
    yield broken({ overdue: [caseId] });
    await world.answer(caseId);
    yield broken({ overdue: [], late: [caseId] });
    world.pass({ days: 91 });
    yield kept({ handled: 1, checked: 1 });
  },
  D07: async function* (world) {
    yield unproven;
    const caseId = await world.ask({ kind: 'erasure' });
    yield kept({ open: 1 });
    world.pass({ days: 40 });
    yield broken({ overdue: [caseId] });
    await world.answer(caseId);
    yield broken({ overdue: [], late: [caseId] });
    world.pass({ days: 91 });
    yield kept({ handled: 1 });
  },
  P37: async function* (world) {
    yield unproven;
    const caseId = await world.ask({
      kind: 'rectification',
      corrections: [{ category: 'name-address', now: 'Lotte', wanted: 'Lotje' }],
    });
    await world.answer(caseId);
    const watch = async () => {
      world.pass({ hours: 2 });
      await watchCorrections(world.system());
    };
    await watch();
    yield kept({ reverted: 0 });
    // An import puts the old name back.
    const first = `update customers set first_name = `;
    await world.crm(`${first} 'Lotte' where id = ${lotte.customerId}`);
    await watch();
    yield broken({ reverted: 1, cases: [caseId] });
    await world.crm(`${first} 'Lotje' where id = ${lotte.customerId}`);
    await watch();
    yield kept({ reverted: 0 });
    await world.crm(`update branches set name = 'Garage (${lotte.email} belt terug)' where id = 1`);
    const moved = { category: 'contact', now: lotte.email, wanted: 'verhuisd@example.nl' };
    await world.answer(await world.ask({ kind: 'rectification', corrections: [moved] }));
    yield atRisk({ elsewhere: ['crm.branches.name'] });
    await world.crm(`update branches set name = 'Garage' where id = 1`);
    world.pass({ hours: 2 });
    await watchTraces(world.system());
    await watch();
    yield kept({ elsewhere: [] });
    world.pass({ hours: 25 });
    yield unproven;
  },
  P38: async function* (world) {
    yield unproven;
    // Somebody wrote her address where nobody's data should be.
    await world.crm(`update branches set name = 'Garage (${lotte.email} belt terug)' where id = 1`);
    const rows = `customers where id = ${lotte.customerId}`;
    const [row] = await world.crm(`select to_jsonb(customers)::text as backup from ${rows}`);
    const backup = String(present(row, 'her row')['backup']).replaceAll("'", "''");
    await world.answer(await world.ask({ kind: 'erasure' }));
    await lookForErased(world.system());
    yield atRisk({ places: ['crm.branches.name'] });
    const watch = async () => {
      world.pass({ hours: 2 });
      await watchTraces(world.system());
    };
    await watch();
    yield atRisk({ places: ['crm.branches.name'] });
    await world.crm(`update branches set name = 'Garage' where id = 1`);
    await watch();
    yield kept({ runs: 1, places: [] });
    // A backup of yesterday brings her row back, key and all.
    await world.crm(`
      set session_replication_role = replica;
      delete from ${rows};
      insert into customers select * from jsonb_populate_record(null::customers, '${backup}')`);
    await lookForErased(world.system());
    yield broken({
      returned: [{ source: 'billing' }, { source: 'crm', returned: 1 }, { source: 'newsletter' }],
    });
    const again = await findReturned(world.desk(), {});
    await reErase(world.desk(), { people: again.people, made: present(again.made, 'a plan') });
    await lookForErased(world.system());
    yield kept();
  },
  P39: async function* (world) {
    yield unproven;
    const caseId = await world.ask({ kind: 'access' });
    const reference = await world.reference(caseId);
    const explanation = 'U vroeg dit deze week al elf keer.';
    await proposeRefusal(world.desk(), { reference, ground: 'excessive', explanation });
    await confirmRefusal(actingAs(world.desk(), { kind: 'officer', id: 'officer_2' }), { reference });
    yield kept({ refused: 1 });
    // No command refuses without a ground: a record as an older version could have left it.
    const ground = (value: string) =>
      sql`update gestand.case_event set detail = jsonb_set(detail, '{ground}', ${JSON.stringify(value)}::jsonb)
        where kind = 'refused'`.execute(world.test.store.db);
    await ground('tax-records');
    yield broken({ withoutGround: [caseId] });
    await ground('excessive');
    yield kept();
  },
  P40: async function* (world) {
    yield unproven;
    await world.load(['\nsources:\n', `\nsources:\n${archive}`]);
    const caseId = await world.ask({ kind: 'access' });
    await world.answer(caseId);
    const [task] = await listTasks(world.test.store, { states: ['open'], limit: 5 });
    const taskId = present(task, 'the task of the archivist').id;
    world.pass({ days: 15 });
    yield atRisk({ overdue: [taskId] });
    world.pass({ days: 30 });
    yield broken({ overdue: [taskId] });
    await attestTask(world.desk(), { taskId, outcome: 'nothing-found', note: 'geen map' });
    yield kept({ checked: 1, overdue: [] });
  },
  P52: async function* (world) {
    yield unproven;
    const caseId = await world.ask({ kind: 'complaint', text: 'U belt mij steeds.' });
    yield kept({ open: 1 });
    world.pass({ days: 45 });
    yield broken({ overdue: [caseId] });
    await answerInWords(world, caseId, 'upheld');
    yield broken({ overdue: [], late: [caseId] });
    world.pass({ days: 91 });
    yield kept({ handled: 1 });
  },
  P53: async function* (world) {
    yield unproven;
    await answerInWords(world, await world.ask({ kind: 'complaint', text: 'U belt mij steeds.' }), 'upheld');
    yield kept({ answered: 1 });
    // No command answers a complaint without an outcome: a case as a program beside ours could have moved it.
    const caseId = await world.ask({ kind: 'complaint', text: 'U mailt mij steeds.' });
    const { store } = world.test;
    await moveCase(store, caseId, { from: ['in-progress'], to: 'answered', actor: 'officer_1' });
    yield broken({ withoutFinding: [caseId] });
    await moveCase(store, caseId, { from: ['answered'], to: 'in-progress', actor: 'officer_1' });
    await answerInWords(world, caseId, 'not-upheld');
    yield kept({ answered: 2 });
  },
} as const satisfies Record<string, BreakAndMend>;

async function answerInWords(
  world: ExamplePromises,
  caseId: CaseId,
  finding: 'upheld' | 'not-upheld' | null = null,
): Promise<void> {
  const answer = 'Wij hebben ernaar gekeken. Zo zit het.';
  await answerRequest(world.desk(), { reference: await world.reference(caseId), answer, finding });
}
