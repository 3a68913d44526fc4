import { legalDateOf } from '../base/clock.ts';
import type { CountedRows } from '../plan/explain.ts';
import { explainLeftOut } from '../plan/explain-export.ts';
import type { AccessPlan, ExportPlan } from '../plan/plan.ts';
import type { PackagedSource } from '../report/package/access-package-content.ts';
import { type Manifest, publishedSchemaPath } from '../report/portability/manifest.ts';
import { portabilityPackage } from '../report/portability/portability-package.ts';
import type { CaseFile } from '../store/case-file.ts';
import { bindingsOf, type CurrentRun, sourceOf } from './current-run.ts';

/** How many rows of each table a plan reads now. */
export async function countRows(
  run: CurrentRun,
  { sources }: AccessPlan | ExportPlan,
): Promise<readonly CountedRows[]> {
  const counts = await Promise.all(
    sources.map(async (part) => {
      const { source } = part;
      const found = await sourceOf(run, source).countAccess(part, bindingsOf(run, source));
      return found.map(({ table, rows }) => ({ source, table, rows }));
    }),
  );
  return counts.flat();
}

/** Whether any row of theirs is among them, and not context alone. */
export function areTheirs({ sources }: AccessPlan | ExportPlan, counts: readonly CountedRows[]): boolean {
  return counts.some(({ source, table, rows }) => {
    const part = sources.find((each) => each.source === source);
    return rows > 0 && part?.steps.find((each) => each.table === table)?.use === 'personal';
  });
}

/** Every row of a plan, source by source; read when it is asked for. */
export function rowsOf(run: CurrentRun, { sources }: AccessPlan | ExportPlan): readonly PackagedSource[] {
  return sources.map((part) => ({
    plan: part,
    rows: sourceOf(run, part.source).readAccess(part, bindingsOf(run, part.source)),
  }));
}

/** The package of an export as it is being made, for the person or for another controller. */
export function portabilityContent(
  run: CurrentRun,
  {
    plan,
    caseFile,
    personEmail,
    onManifest,
  }: {
    readonly plan: ExportPlan;
    readonly caseFile: CaseFile;
    /** By which the other controller will know them; null: the package is for the person. */
    readonly personEmail: string | null;
    readonly onManifest: (manifest: Manifest) => void;
  },
): AsyncGenerator<Buffer> {
  const { store, spoolFolder, party } = run.context;
  const { policy } = run;
  const { language, reference } = caseFile;
  const created = store.clock.now();
  return portabilityPackage(
    {
      policy,
      language,
      created,
      on: legalDateOf(created).toString(),
      reference,
      schemaAddress: `${party.publicUrl}${publishedSchemaPath}`,
      forReceiver: personEmail === null ? null : { personEmail },
      leftOut: explainLeftOut(plan, { policy, language }),
      sources: rowsOf(run, plan),
    },
    { spoolFolder, onManifest },
  );
}
