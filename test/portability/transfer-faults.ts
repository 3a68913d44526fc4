/** Where a process dies while data go to another party. Steps from 1: pack, push, package. */
export const transferFaults = [
  'step.started#1',
  'transfer.packed',
  'step.effected#1',
  'step.completed#1',
  'transfer.pushed',
  'step.effected#2',
  'step.completing#2',
  'step.completed#2',
  'run.closing',
] as const;
