import type { Json } from '../base/canonical-json.ts';
import type { SourceRectification } from '../plan/plan.ts';
import { recordableRectified, recordedRectified } from './recorded-counts.ts';
import type { RectifyFaultPoint } from './rectify-fault-points.ts';
import type { Session } from './session.ts';
import type { CorrectedPeople, Rectified, RectifyOptions } from './source.ts';
import type { CellDialect } from './sql/corrected-cells.ts';
import { type CellTable, rectifyIn } from './sql/rectify.ts';
import type { StepMarker } from './step-marker.ts';

/** What a database does differently: how it names cells, where it keeps them meanwhile, and its journal. */
export interface CellSystem {
  readonly cells: CellDialect;
  readonly into: CellTable;
  readonly enterStep: (session: Session, marker: StepMarker) => Promise<Json | null>;
  readonly recordStep: (session: Session, marker: StepMarker, result: Json) => Promise<void>;
}

export interface RectifyStep {
  readonly plan: SourceRectification;
  readonly people: CorrectedPeople;
  readonly options: Pick<RectifyOptions, 'capture' | 'faultPoint'>;
  /** Null where no journal can be kept. */
  readonly marker: StepMarker | null;
}

/** What is corrected in one transaction, with its marker. Null: somebody changed a cell meanwhile, so that it must begin again. */
export async function rectifyStep(
  session: Session,
  { cells, into, enterStep, recordStep }: CellSystem,
  { plan, people, options, marker }: RectifyStep,
): Promise<Rectified | null> {
  const { capture } = options;
  const reach = (point: RectifyFaultPoint) => options.faultPoint(point);
  const done = marker === null ? null : await enterStep(session, marker);
  if (done !== null) return recordedRectified(done);
  await reach('rectify.entered');
  const counts = await rectifyIn(
    session,
    { on: cells, plan, people },
    { into, capture, captured: () => reach('rectify.captured') },
  );
  if (counts === null) return null;
  const result = { counts, capture: marker === null ? null : capture.id };
  if (marker !== null) await recordStep(session, marker, recordableRectified(result));
  await reach('rectify.recorded');
  return result;
}
