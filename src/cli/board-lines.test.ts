import { expect, test } from 'vitest';
import { promiseWorld } from '../../test/support/promise-world.ts';
import { takeUpPromise } from '../app/promise-history.ts';
import { checkPromises, readBoard } from '../promises/board.ts';
import { boardEnd, boardLines } from './board-lines.ts';

test('the board says of every promise why, of what is not kept what breaks it, and how old that all is', async () => {
  await using world = await promiseWorld();
  const { clock } = world.test;
  const end = async () => boardEnd(await readBoard(world.context()), { now: clock.now() });
  expect((await end())[1]).toMatch(/^Nothing was checked yet/);
  await world.publish();
  await checkPromises(world.context());
  await takeUpPromise(world.app({ kind: 'officer', id: 'desk-2' }), {
    promiseId: 'P02',
    note: 'komt in mei',
  });
  const board = await readBoard(world.context());
  const linesOf = (id: string) =>
    boardLines(
      board.filter((each) => each.id === id),
      { language: 'en' },
    );
  const [, found = '', ...rest] = linesOf('P55');
  expect(found).toContain('According to the register outside the EEA: 1 party');
  expect(found).toContain('[2026-11-02 10:00]');
  expect(rest).toEqual([]);
  expect(linesOf('P02').slice(1)).toEqual([
    expect.stringMatching(/^ {5}Nothing checks this\. Needed: .*\.$/),
    expect.stringMatching(/^ {5}Broken when: .*\.$/),
    '     → who is in charge of privacy (desk-2: komt in mei)',
  ]);
  expect(await end()).toEqual([
    expect.stringMatching(/^0 broken, \d+ unproven, .* of 45 of those unproven there is no check$/),
    'Checked at 2026-11-02 10:00.',
  ]);
  clock.advance({ minutes: 21 });
  expect((await end())[1]).toMatch(/^Checked at 2026-11-02 10:00\. Nothing looked since: "gestand serve"/);
});
