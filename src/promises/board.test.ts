import { expect, test } from 'vitest';
import { promiseWorld } from '../../test/support/promise-world.ts';
import { promiseHistory, publicPromiseHistory, takeUpPromise } from '../app/promise-history.ts';
import { jsonLog } from '../base/log.ts';
import { promiseIds } from '../law/promises.ts';
import { readLedger, sequenceLedger } from '../store/ledger-entry.ts';
import { listPromiseHistory } from '../store/promise-result.ts';
import { type BoardEntry, checkPromises, readBoard } from './board.ts';
import { promiseChecks } from './checks.ts';

function stateOf(board: readonly BoardEntry[], id: string): string | undefined {
  return board.find((entry) => entry.id === id)?.state;
}

test('the board is whole from the first day, and nothing on it is kept without evidence', async () => {
  await using world = await promiseWorld();
  const board = await readBoard(world.context());
  expect(board.map(({ id }) => id)).toEqual(promiseIds);
  expect(board).toHaveLength(80);
  expect(new Set(board.map(({ state }) => state))).toEqual(new Set(['unproven']));
  for (const { reason, checkedAt } of board) {
    expect(reason.nl).toMatch(/\.$/);
    expect(reason.en).toMatch(/\.$/);
    expect(checkedAt).toBeNull();
  }
});

test('a company that does what it says keeps what can be checked, once it has answered requests', async () => {
  await using world = await promiseWorld();
  await world.publish();
  await world.answer(await world.request('access'));
  await world.answer(await world.request('erasure'));
  await world.look();
  const board = await checkPromises(world.context());
  const states = promiseChecks.map(({ id }) => `${id} ${stateOf(board, id)}`);
  const others = states.filter((state) => !state.endsWith(' kept'));
  // Nobody asked anything, about security or else, nobody complained or took anything along, nobody had anything corrected or stopped, and no page is
  // fetched.
  const unasked = [
    'P35',
    'P37',
    'P41',
    'P42',
    'P43',
    'P44',
    'P45',
    'P46',
    'P52',
    'P53',
    'P62',
    'P64',
    'D04',
    'D05',
  ];
  expect(others).toEqual(unasked.map((id) => `${id} unproven`));
  expect(board.filter(({ state }) => state === 'kept')).toHaveLength(promiseChecks.length - unasked.length);
});

test('the public reads what is wrong, and no name of a table or a column', async () => {
  await using world = await promiseWorld();
  await world.publish();
  const names = async () => {
    const board = await checkPromises(world.context());
    const wrong = board.filter(({ state }) => state === 'broken');
    const tables = world.context().policy.sources.flatMap(({ tables: all }) => all.map(({ id }) => id));
    for (const { id, publicReason } of board) {
      for (const text of Object.values(publicReason)) {
        for (const table of [...tables, 'birth_date'])
          expect(text, id).not.toMatch(new RegExp(`\\b${table}\\b`));
      }
    }
    return wrong.map(({ id }) => id);
  };
  await world.crm('alter table customers add column birth_date date');
  await world.crm(`insert into visits values (5, 1, null, '2020-01-01')`);
  expect(await names()).toEqual(expect.arrayContaining(['P04', 'P25']));
  await world.crm(`alter table customers drop column birth_date`);
  await world.load(['        retention: { rule: account, from: last_seen_on }\n', '']);
  expect(await names()).toContain('P25');
});

test('what was found is kept with its history, and a change of state is in the ledger once', async () => {
  await using world = await promiseWorld();
  const { store, clock } = world.test;
  const check = () => checkPromises(world.context(), { only: ['P04'] });
  await check();
  clock.advance({ hours: 1 });
  const [kept] = (await check()).filter(({ id }) => id === 'P04');
  expect(kept).toMatchObject({ state: 'kept', evidence: { sources: 2 } });
  expect(kept?.since?.toString()).toBe('2026-11-02T09:00:00Z');
  expect(kept?.checkedAt?.toString()).toBe('2026-11-02T10:00:00Z');
  await world.crm('alter table customers add column birth_date date');
  await check();
  await world.crm('alter table customers drop column birth_date');
  await check();
  const history = await listPromiseHistory(store, { promiseId: 'P04', limit: 10 });
  expect(history.map(({ state }) => state)).toEqual(['kept', 'broken', 'kept']);

  await sequenceLedger(store, { limit: 100, sign: () => '' });
  const entries: string[] = [];
  for await (const { leaf } of readLedger(store)) if (leaf.includes('promise-checked')) entries.push(leaf);
  expect(
    entries.map((leaf) => JSON.parse(leaf)).map(({ subjects, detail }) => [subjects.promiseId, detail.state]),
  ).toEqual([
    ['P04', 'kept'],
    ['P04', 'broken'],
    ['P04', 'kept'],
  ]);
});

test('who takes up a broken promise is who mended it, once a check finds it kept', async () => {
  await using world = await promiseWorld();
  const officer = world.app({ kind: 'officer', id: 'desk-2' });
  const check = () => checkPromises(world.context(), { only: ['P04'] });
  const takeUp = (note: string) => takeUpPromise(officer, { promiseId: 'p04', note });
  await world.crm('alter table customers add column birth_date date');
  await check();
  await expect(takeUp(' ')).rejects.toMatchObject({ code: 'bad-input' });
  await expect(takeUp('vera@voorbeeld.example belt')).rejects.toMatchObject({ code: 'bad-input' });
  world.test.clock.advance({ hours: 2 });
  expect(await takeUp('het veld gaat vandaag weg')).toBe('broken');
  expect((await readBoard(world.context())).find(({ id }) => id === 'P04')?.care?.by).toBe('desk-2');
  world.test.clock.advance({ hours: 1 });
  await world.crm('alter table customers drop column birth_date');
  await check();
  const [now, before] = await promiseHistory(officer, { promiseId: 'P04', limit: 10 });
  expect(now).toMatchObject({ state: 'kept', until: null, care: null });
  expect(before).toMatchObject({
    state: 'broken',
    care: { by: 'desk-2', note: 'het veld gaat vandaag weg' },
  });
  expect(before?.until?.since(before.from).total('hours')).toBe(3);
  await expect(takeUp('nog eens')).rejects.toMatchObject({ code: 'conflict' });
  await expect(promiseHistory(officer, { promiseId: 'P99', limit: 1 })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('a promise that nothing looks at, or not any more, is taken up as well, and is never said to have been checked', async () => {
  await using world = await promiseWorld();
  const officer = world.app({ kind: 'officer', id: 'desk-2' });
  const entry = async (id: string) => (await readBoard(world.context())).find((each) => each.id === id);
  const care = { by: 'desk-2', note: 'wij leggen dit vast' };
  const takeUp = (promiseId: string) => takeUpPromise(officer, { promiseId, note: care.note });
  expect(await takeUp('P02')).toBe('unproven');
  expect(await takeUp('P02')).toBe('unproven');
  expect(await entry('P02')).toMatchObject({ state: 'unproven', checkedAt: null, reads: null, care });
  expect(await promiseHistory(officer, { promiseId: 'P02', limit: 10 })).toMatchObject([
    {
      state: 'unproven',
      until: null,
      checkedAt: null,
      care,
      reason: { en: expect.stringMatching(/Needed: /) },
    },
  ]);

  expect(await takeUp('P04')).toBe('unproven');
  expect(await entry('P04')).toMatchObject({ state: 'unproven', checkedAt: null, care });
  await checkPromises(world.context(), { only: ['P04'] });
  expect(await entry('P04')).toMatchObject({ state: 'kept', care: null });
  await expect(takeUp('P04')).rejects.toMatchObject({ code: 'conflict' });
  world.test.clock.advance({ hours: 25 });
  expect(await takeUp('P04')).toBe('unproven');
  expect(await entry('P04')).toMatchObject({ state: 'unproven', care });
  expect((await entry('P04'))?.checkedAt?.toString()).toBe('2026-11-02T09:00:00Z');
  const [stale, kept] = await promiseHistory(officer, { promiseId: 'P04', limit: 10 });
  expect(stale).toMatchObject({ state: 'unproven', until: null, care });
  expect(stale?.from.toString()).toBe('2026-11-03T09:00:00Z');
  expect(kept).toMatchObject({ state: 'kept', care: null });
});

test('evidence that is too old proves nothing, until somebody looks again', async () => {
  await using world = await promiseWorld();
  const { clock } = world.test;
  await checkPromises(world.context());
  clock.advance({ hours: 24 });
  expect(stateOf(await readBoard(world.context()), 'P04')).toBe('kept');
  clock.advance({ seconds: 1 });
  const stale = (await readBoard(world.context())).find(({ id }) => id === 'P04');
  expect(stale).toMatchObject({ state: 'unproven' });
  expect(stale?.reason.nl).toContain('2 november 2026');
  // And so does the history, inside and for everybody.
  const asked = { promiseId: 'P04', limit: 10 };
  const [inside, outside] = [
    await promiseHistory(world.app({ kind: 'officer', id: 'desk-2' }), asked),
    await publicPromiseHistory(world.app({ kind: 'visitor' }), asked),
  ];
  for (const spells of [inside, outside]) {
    expect(spells?.map(({ state }) => state)).toEqual(['unproven', 'kept']);
    expect(spells?.map(({ until }) => until?.toString() ?? null)).toEqual([null, '2026-11-03T09:00:00Z']);
  }
  expect(Object.keys(outside?.[0] ?? {})).toEqual(['state', 'from', 'until', 'reason']);
  expect(
    await publicPromiseHistory(world.app({ kind: 'visitor' }), { ...asked, promiseId: 'P99' }),
  ).toBeNull();
  // Paper holds for a week.
  expect(stateOf(await readBoard(world.context()), 'D08')).toBe('kept');
  expect(stateOf(await checkPromises(world.context(), { only: ['P04'] }), 'P04')).toBe('kept');
});

test('a check that fails makes its promise unproven, with a reference that is in the log, and stops no other', async () => {
  await using world = await promiseWorld();
  const lines: string[] = [];
  const log = jsonLog(
    (line) => lines.push(line),
    () => world.test.clock.now(),
  );
  const { policy } = world.context();
  // A date that no calendar has, as only a defect could let through.
  const recipients = new Map(
    [...policy.recipients].map(([id, each]) => [
      id,
      { ...each, agreement: { signedOn: 'vera@voorbeeld.example', validUntil: null } },
    ]),
  );
  const board = await checkPromises(world.context({ log, policy: { ...policy, recipients } }));
  const failed = board.find(({ id }) => id === 'P22');
  const reference = failed?.evidence['reference'];
  expect(failed).toMatchObject({
    state: 'unproven',
    evidence: { code: 'internal', reference: expect.stringMatching(/^check_/) },
  });
  expect(failed?.reason.nl).toContain(reference);
  const line = lines.find((each) => each.includes('"P22"'));
  expect(JSON.parse(line ?? '{}')).toMatchObject({
    reference,
    frame: expect.stringContaining('src/promises/'),
  });
  expect(lines.join()).not.toContain('vera');
  expect(stateOf(board, 'P04')).toBe('kept');
});

test('a check that does not end proves nothing and does not hold up the board', async () => {
  await using world = await promiseWorld();
  // Somebody holds the customers' tables; introspection and counts of rows wait for them.
  await world.crm('begin; lock table visits in access exclusive mode');
  const board = await checkPromises(world.context(), { only: ['P25', 'D08'], patienceSeconds: 1 });
  await world.crm('rollback');
  expect(board.find(({ id }) => id === 'P25')).toMatchObject({
    state: 'unproven',
    evidence: { code: 'limit-exceeded' },
  });
  expect(stateOf(board, 'D08')).toBe('kept');
});
