import { type MailboxFaultPoint, mailboxFaultPoints } from '../mail/mailbox-fault-points.ts';
import { type EraseFaultPoint, eraseFaultPoints } from '../sources/erase-fault-points.ts';
import { type GateFaultPoint, gateFaultPoints } from '../sources/gate-fault-points.ts';
import { type RectifyFaultPoint, rectifyFaultPoints } from '../sources/rectify-fault-points.ts';

/** Where a process may die while it carries out a run, by name: a test kills it at each and finds the same end. */
export const executeFaultPoints = [
  /** The run is claimed and the ledger says so; nothing was looked at. */
  'run.claimed',
  /** The journal says that the step has begun. */
  'step.started',
  /** The step did what it does outside the journal, which does not know it yet. */
  'step.effected',
  /** Inside the transaction that completes the step, before it commits. */
  'step.completing',
  /** The journal knows that the step is done. */
  'step.completed',
  /** A part of the package is written. */
  'package.streaming',
  /** The package is whole and nobody has its link. */
  'package.written',
  /** The package for another party is encrypted and kept; the journal does not know it. */
  'transfer.packed',
  /** The other party has it, and its receipt is in memory alone. */
  'transfer.pushed',
  /** Inside the transaction that closes the run, before it commits. */
  'run.closing',
  /** The run is closed; who asked for it has not heard of it. */
  'run.closed',
] as const;

export type RunFaultPoint =
  | (typeof executeFaultPoints)[number]
  | EraseFaultPoint
  | RectifyFaultPoint
  | GateFaultPoint;
export type FaultPointName = RunFaultPoint | MailboxFaultPoint;

/** Of runs, and of the sources they work on. */
export const runFaultPoints: readonly RunFaultPoint[] = [
  ...executeFaultPoints,
  ...eraseFaultPoints,
  ...rectifyFaultPoints,
  ...gateFaultPoints,
];
export const faultPointNames: readonly FaultPointName[] = [...runFaultPoints, ...mailboxFaultPoints];

/** Called at every point, before it is passed. */
export type FaultPoint = (name: string) => Promise<void>;

export const noFaults: FaultPoint = async () => undefined;

/**
 * Kills this process (SIGKILL) at a point: `step.effected` at its first passing, `step.effected#3` at its third.
 * Undefined, as outside tests, is no fault at all.
 *
 * @throws RangeError when no point has that name.
 */
export function faultAt(wanted: string | undefined): FaultPoint {
  if (wanted === undefined) return noFaults;
  const [, name = '', count = '1'] = /^([a-z.-]+)(?:#([1-9]\d{0,3}))?$/.exec(wanted) ?? [];
  if (!(faultPointNames as readonly string[]).includes(name))
    throw new RangeError(`no fault point is called ${JSON.stringify(wanted)}`);
  let left = Number(count);
  return async (reached) => {
    if (reached !== name || --left > 0) return;
    process.kill(process.pid, 'SIGKILL');
    // The signal may take a moment, in which nothing more may happen.
    await new Promise(() => undefined);
  };
}
