import { expect, test } from 'vitest';
import { manualSource } from '../../src/sources/manual/manual-source.ts';
import { describeSource } from './source.suite.ts';
import { failureOf } from './test-bench.ts';

const byHand = 'a person reads and erases there, and attests it: no program sees a row';

describeSource('manual', {
  kind: 'manual',
  open: (id) => manualSource(id),
  database: async () => {
    throw new Error(byHand);
  },
  nowhere: '',
  sql: {
    json: '',
    timestamp: '',
    counter: '',
    keyText: '',
    createRole: () => '',
    dropRole: () => '',
    talkativeTrigger: () => '',
    bytes: '',
    someBytes: '',
    longText: '',
    repeated: () => '',
    fill: () => '',
  },
  lacks: {
    rows: byHand,
    sampling: byHand,
    introspection: 'there are no tables in a cellar',
    markers: 'a task is kept in our own store, and nothing of ours in the system itself',
    roles: 'nobody logs in there',
  },
});

test('pretends nothing: no tables, nobody found, and no erasure', async () => {
  const source = manualSource('archive');
  const catalog = await source.introspect();
  expect(catalog).toEqual({ source: 'archive', kind: 'manual', tables: [] });
  const map = { source: 'archive', kind: 'manual' as const, catalogHash: '', tables: new Map() };
  expect(await source.find(map, [{ kind: 'email', value: 'jan@example.org' }])).toEqual([]);
  expect(source.capabilities).toEqual({
    markers: false,
    gates: false,
    batches: false,
    snapshot: false,
    scans: false,
  });
  const plan = {
    source: 'archive',
    catalogHash: '',
    selection: { groups: [], tables: [] },
    references: [],
    steps: [],
  };
  const options = { marker: null, batchRows: 1, faultPoint: async () => undefined };
  expect((await failureOf(source.erase(plan, {}, options))).code).toBe('conflict');
});
