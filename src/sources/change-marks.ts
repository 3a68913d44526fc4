import type { Json } from '../base/canonical-json.ts';
import type { SourceBindings } from '../plan/plan.ts';
import type { MarkCount, MarkOptions, MarkOrder } from './gate.ts';
import type { GateFaultPoint } from './gate-fault-points.ts';
import type { Session } from './session.ts';
import { changeMarks, type GateTable } from './sql/gate.ts';
import type { StepMarker } from './step-marker.ts';

/** The journal of a database, inside a transaction. */
export interface GateJournal {
  readonly enterStep: (session: Session, marker: StepMarker) => Promise<Json | null>;
  readonly recordStep: (session: Session, marker: StepMarker, result: Json) => Promise<void>;
}

/** Changes marks in one transaction, with the marker of the step where there is one. */
export async function changeMarksOnce(
  transaction: <T>(work: (session: Session) => Promise<T>) => Promise<T>,
  { gate, journal }: { readonly gate: GateTable; readonly journal: GateJournal },
  work: { readonly order: MarkOrder; readonly bindings: SourceBindings; readonly options: MarkOptions },
): Promise<readonly MarkCount[]> {
  const { order, bindings, options } = work;
  const { marker } = options;
  const reach = (point: GateFaultPoint) => options.faultPoint(point);
  const counts = await transaction(async (session) => {
    const done = marker === null ? null : await journal.enterStep(session, marker);
    if (done !== null) return done as unknown as readonly MarkCount[];
    await reach('gate.entered');
    const counted = await changeMarks(session, gate, { order, bindings });
    if (marker !== null) await journal.recordStep(session, marker, asJson(counted));
    await reach('gate.recorded');
    return counted;
  });
  await reach('gate.committed');
  return counts;
}

function asJson(counts: readonly MarkCount[]): Json {
  return counts.map(({ mark, kind, rows }) => ({ mark, kind, rows }));
}
