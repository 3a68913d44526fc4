import { sql } from 'kysely';
import { keepStanding } from '../../../src/app/keep-standing.ts';
import { markNotice } from '../../../src/app/mark-notice.ts';
import type { Wish } from '../../../src/domain/wish.ts';
import { listNotices } from '../../../src/store/notice.ts';
import type { ExamplePromises } from '../example-promises.ts';
import { type BreakAndMend, broken, kept, unproven } from './step.ts';

const objection: Wish = {
  kind: 'objection',
  purposes: ['own-offers'],
  categories: 'all',
  recipients: 'all',
  reason: null,
};
const toQuality: Wish = { ...objection, purposes: ['quality'] };
const withdrawal: Wish = { kind: 'withdrawal', purposes: ['newsletter'] };
const restriction: Wish = {
  kind: 'restriction',
  ground: 'unlawful-not-erased',
  purposes: 'all',
  reason: null,
};

/** A use that is stopped, until somebody who knows nothing of our marks puts an older table in their place. */
function stopped(wish: Wish): BreakAndMend {
  return async function* (world) {
    yield unproven;
    await world.stop(wish);
    yield kept({ asked: 1 });
    await world.crm(
      'alter table gestand.gate rename to gate_now; create table gestand.gate (like gestand.gate_now including all)',
    );
    yield broken({});
    await world.crm('drop table gestand.gate; alter table gestand.gate_now rename to gate');
    yield kept();
  };
}

/** What people had stopped, and who else was told of it. */
export const aboutStops = {
  P41: stopped(toQuality),
  P44: stopped(objection),
  D04: stopped(restriction),
  D05: async function* (world) {
    yield unproven;
    await world.stop(withdrawal);
    yield kept({ asked: 1 });
    await world.newsletter('create table kept as select * from gestand_gate; delete from gestand_gate');
    yield broken({});
    await world.newsletter('insert into gestand_gate select * from kept; drop table kept');
    yield kept();
  },
  P42: async function* (world) {
    yield unproven;
    const caseId = await world.stop({ ...objection, categories: ['vehicle'] });
    yield kept({ partial: 1 });
    // No command records it wider: a record as an earlier mistake could have left it.
    const { db } = world.test.store;
    const { scope } = await db.selectFrom('person_mark').select('scope').executeTakeFirstOrThrow();
    const put = (value: unknown) =>
      sql`update gestand.person_mark set scope = ${JSON.stringify(value)}::jsonb`.execute(db);
    await put({ purposes: 'all', categories: 'all', recipients: 'all' });
    yield broken({ wider: [caseId] });
    await put(scope);
    yield kept();
  },
  P43: async function* (world) {
    yield unproven;
    await world.stop(objection);
    yield* receiptsOf(world);
  },
  D03: async function* (world) {
    yield unproven;
    await world.answer(await world.ask({ kind: 'erasure' }));
    yield* receiptsOf(world);
  },
} as const satisfies Record<string, BreakAndMend>;

/** Recipients were told, and confirm it too late. */
async function* receiptsOf(world: ExamplePromises) {
  yield kept({ overdue: [], late: [] });
  world.pass({ days: 10 });
  const notices = await listNotices(world.test.store, { states: ['waiting', 'sent', 'failed'], limit: 100 });
  yield broken({ late: [] });
  for (const { id: noticeId } of notices)
    await markNotice(world.desk(), { noticeId, outcome: 'told', note: 'per telefoon bevestigd' });
  // That it came late cannot be mended; only time shows that it goes well again.
  yield broken({ overdue: [] });
  world.pass({ days: 91 });
  await keepStanding(world.system());
  yield kept({ overdue: [], late: [] });
}
