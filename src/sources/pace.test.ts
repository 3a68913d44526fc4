import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

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
