import { expect, test } from 'vitest';
import { promiseIds } from '../../src/law/promises.ts';
import { checkPromises } from '../../src/promises/board.ts';
import { fileOf, isChecked } from '../../src/promises/checks.ts';
import { examplePromises } from './example-promises.ts';

test('the board of the example shows all eighty, in the order of the statement, each as it is on its first day', async () => {
  await using world = await examplePromises();
  const board = await checkPromises(world.context());
  expect(board.map(({ id }) => id)).toEqual(promiseIds);
  expect(board).toHaveLength(80);
  const inState = (wanted: string) =>
    board.filter(({ id, state }) => state === wanted && isChecked(fileOf(id))).map(({ id }) => id);
  expect(inState('broken')).toEqual(['P27']);
  expect(inState('at-risk')).toEqual([]);
  expect(inState('kept')).toEqual('P01 P04 P08 P09 P22 P25 P54 P55 P56 P59 P61 P63 D08 D11'.split(' '));
  // Nobody asked anything yet, and in this test no website is fetched.
  expect(inState('unproven')).toEqual(
    'P35 P36 P37 P38 P39 P40 P41 P42 P43 P44 P45 P46 P52 P53 P62 P64 D03 D04 D05 D07'.split(' '),
  );
});

test('a promise that nothing looks at is unproven on the example, and says what it would take', async () => {
  await using world = await examplePromises();
  const board = await checkPromises(world.context());
  const unlooked = board.filter(({ id }) => !isChecked(fileOf(id)));
  expect(unlooked).toHaveLength(45);
  for (const { id, state, reason, reads, checkedAt } of unlooked) {
    expect([id, state, reads, checkedAt]).toEqual([id, 'unproven', null, null]);
    expect(reason.nl, id).toMatch(/^Hiervoor is geen controle\. Nodig: .+\.$/);
    expect(reason.en, id).toMatch(/^Nothing checks this\. Needed: .+\.$/);
  }
});
