import { expect, test } from 'vitest';
import { errorTable, GestandError } from '../base/error.ts';
import { faultAt, noFaults } from './fault-points.ts';
import { codeOf, frameOf, judgeFailure, RunFailure } from './run-failure.ts';

test('what no second attempt can mend fails at once, with what the ledger may know', () => {
  const failure = new RunFailure('unverified', { message: 'more is left', detail: { source: 'crm' } });
  expect(judgeFailure(failure, 1)).toEqual({ kind: 'fail', code: 'unverified', detail: { source: 'crm' } });
  expect(judgeFailure(new GestandError('drifted', 'changed'), 1)).toMatchObject({
    kind: 'fail',
    code: 'drifted',
  });
});

test('a source that is away is waited for longer each time, for days, and not for ever', () => {
  const away = new GestandError('source-unreachable', 'away');
  expect([1, 2, 3, 30].map((attempt) => judgeFailure(away, attempt))).toEqual(
    [2, 4, 8, 600].map((seconds) => ({ kind: 'pause', code: 'source-unreachable', seconds })),
  );
  expect(judgeFailure(away, 1000)).toMatchObject({ kind: 'fail' });
});

test('a defect is tried a few times and its text goes nowhere', () => {
  const defect = new Error('jan@example.nl is not a number');
  expect(judgeFailure(defect, 1)).toEqual({ kind: 'pause', code: 'internal', seconds: 2 });
  expect(judgeFailure(defect, 8)).toEqual({ kind: 'fail', code: 'internal', detail: {} });
  expect(frameOf(defect)).toMatch(/^src\/execute\/run-failure\.test\.ts:\d+$/);
});

test('who lost the run leaves it alone', () => {
  expect(judgeFailure(new GestandError('lost-lease', 'gone'), 1)).toEqual({ kind: 'leave' });
});

test('every code of the table ends somewhere, however often it is met', () => {
  for (const code of Object.keys(errorTable) as (keyof typeof errorTable)[])
    expect(judgeFailure(new GestandError(code, 'text'), 1000).kind).toMatch(/^(fail|leave)$/);
});

test('a store that cannot be reached is told from a defect', () => {
  expect(codeOf(Object.assign(new Error('no'), { code: 'ECONNREFUSED' }))).toBe('store-unreachable');
});

test('a fault is wanted by a name that exists, or not at all', () => {
  expect(faultAt(undefined)).toBe(noFaults);
  expect(() => faultAt('step.imagined')).toThrow(RangeError);
  expect(() => faultAt('step.effected#0')).toThrow(RangeError);
});
