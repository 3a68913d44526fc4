import { expect, test } from 'vitest';
import { Pace } from './pace.ts';
import { pacedSource } from './paced-source.ts';
import type { Source } from './source.ts';

/** Time passes only where somebody works or sleeps. */
function ownTime() {
  let now = 5_000;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: async (milliseconds: number) => {
      slept.push(milliseconds);
      now += milliseconds;
    },
    work: (milliseconds: number) => async () => {
      now += milliseconds;
      return milliseconds;
    },
  };
}

test('what comes first does not wait, and what follows waits for as long as the share asks', async () => {
  const time = ownTime();
  const { turn } = new Pace(0.2, time);
  expect(await turn(time.work(10))).toBe(10);
  expect(time.slept).toEqual([]);
  await turn(time.work(1));
  expect(time.slept).toEqual([40]);
  await time.sleep(1_000);
  await turn(time.work(1));
  expect(time.slept).toEqual([40, 1_000]);
});

test('the whole share is taken without a rest', async () => {
  const time = ownTime();
  const { turn } = new Pace(1, time);
  await turn(time.work(500));
  await turn(time.work(500));
  expect(time.slept).toEqual([]);
});

test('nothing makes the next one wait for longer than ten seconds', async () => {
  const time = ownTime();
  const { turn } = new Pace(0.01, time);
  await turn(time.work(60_000));
  await turn(time.work(1));
  expect(time.slept).toEqual([10_000]);
});

test('work that fails is rested from too', async () => {
  const time = ownTime();
  const { turn } = new Pace(0.5, time);
  const failing = turn(async () => {
    await time.work(30)();
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await turn(time.work(10));
  expect(time.slept).toEqual([30]);
});

test('a paced source erases and searches in turns, and is the same source otherwise', async () => {
  const time = ownTime();
  const pace = new Pace(0.2, time);
  const inner = {
    id: 'crm',
    get capabilities() {
      return { markers: true };
    },
    erase: async (_plan: unknown, _bindings: unknown, { turn }: { readonly turn?: unknown }) =>
      turn === pace.turn ? ['in turns'] : ['at once'],
    search: time.work(5),
  } as unknown as Source;
  const source = pacedSource(inner, pace);
  const options = { marker: null, batchRows: 1, faultPoint: async () => undefined };
  const plan = {} as Parameters<Source['erase']>[0];
  expect(source).toMatchObject({ id: 'crm', capabilities: { markers: true } });
  expect(await source.erase(plan, {}, options)).toEqual(['in turns']);
  const map = {} as Parameters<Source['search']>[0];
  await source.search(map, []);
  await source.search(map, []);
  expect(time.slept).toEqual([20]);
});
