import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inTurns } from './in-turns.ts';

test('nobody waits behind the flood of another', () => {
  const flood = Array.from({ length: 1000 }, (_, n) => ({ uid: n + 1, from: 'flood' }));
  const order = inTurns([...flood, { uid: 5000, from: 'zoe' }]);
  expect(order.findIndex(({ from }) => from === 'zoe')).toBe(1);
});

test('all come once, each sender’s in the order in which they came', () => {
  const mails = fc.uniqueArray(fc.record({ uid: fc.nat(), from: fc.constantFrom('a', 'b', 'c') }), {
    selector: ({ uid }) => uid,
  });
  fc.assert(
    fc.property(mails, (given) => {
      const order = inTurns(given);
      expect(order.map(({ uid }) => uid).toSorted()).toEqual(given.map(({ uid }) => uid).toSorted());
      for (const sender of ['a', 'b', 'c']) {
        const uids = order.filter(({ from }) => from === sender).map(({ uid }) => uid);
        expect(uids).toEqual(uids.toSorted((x, y) => x - y));
      }
    }),
  );
});
