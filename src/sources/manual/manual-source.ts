import { GestandError } from '../../base/error.ts';
import { noGate } from '../gate.ts';
import type { AccessRow, Source } from '../source.ts';

/**
 * A system in which a person does what a plan asks, as a source: it is always there, has no tables, and nobody is found
 * in it by a program. What is done in it is a task, and its outcome what somebody attests.
 */
export function manualSource(id: string): Source {
  return {
    id,
    kind: 'manual',
    capabilities: { markers: false, gates: false, batches: false, snapshot: false, scans: false },
    ping: async () => undefined,
    introspect: async () => ({ source: id, kind: 'manual', tables: [] }),
    sample: async () => new Map(),
    countPresent: async () => null,
    find: async () => [],
    listSubjects: () => null,
    countAccess: async () => [],
    async *readAccess(): AsyncGenerator<AccessRow> {
      // No rows.
    },
    countErasure: async () => [],
    erase: async () => {
      throw new GestandError('conflict', `What is in ${id} is erased by a person, and not by a program.`);
    },
    countRectification: async () => [],
    rectify: async () => {
      throw new GestandError('conflict', `What is in ${id} is corrected by a person, and not by a program.`);
    },
    lookAtCells: async () => null,
    ...noGate(id),
    search: async () => [],
    countBefore: async () => 0,
    countUndated: async () => 0,
    keysBefore: async () => null,
    tagRows: async () => null,
    close: async () => undefined,
  };
}
