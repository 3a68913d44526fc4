import type { Language } from '../domain/language.ts';
import type { Policy } from '../policy/policy.ts';
import type { CountedRows } from './explain.ts';
import type { GateChange, GatePlan } from './plan.ts';

interface Words {
  readonly rows: (rows: number) => string;
  readonly changes: Readonly<Record<GateChange, (system: string, rows: string, purposes: string) => string>>;
  readonly byHand: (system: string, purposes: string) => string;
  readonly nowhere: (purposes: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  nl: {
    rows: (rows) => (rows === 1 ? '1 rij' : `${rows} rijen`),
    changes: {
      set: (system, rows, purposes) =>
        `In ${system} worden ${rows} gemerkt: niet gebruiken voor ${purposes}.`,
      uphold: (system, _rows, purposes) => `In ${system} blijft het gebruik gestopt voor ${purposes}.`,
      lift: (system, _rows, purposes) =>
        `In ${system} gaat het merk eraf dat het gebruik stopte voor ${purposes}.`,
    },
    byHand: (system, purposes) => `In ${system} doet iemand dit met de hand: ${purposes}.`,
    nowhere: (purposes) =>
      `In onze systemen staat niemand onder dit adres. Het gebruik is gestopt voor ${purposes}.`,
  },
  en: {
    rows: (rows) => (rows === 1 ? '1 row is' : `${rows} rows are`),
    changes: {
      set: (system, rows, purposes) => `In ${system} ${rows} marked: not to be used for ${purposes}.`,
      uphold: (system, _rows, purposes) => `In ${system} the use stays stopped for ${purposes}.`,
      lift: (system, _rows, purposes) => `In ${system} the mark goes that stopped the use for ${purposes}.`,
    },
    byHand: (system, purposes) => `In ${system} somebody does this by hand: ${purposes}.`,
    nowhere: (purposes) =>
      `Nobody is in our systems under this address. The use was stopped for ${purposes}.`,
  },
};

/** What a plan that marks does, in sentences: one for each system that has something to mark. */
export function explainGate(
  plan: GatePlan,
  counts: readonly CountedRows[],
  { policy, language }: { readonly policy: Policy; readonly language: Language },
): readonly string[] {
  const say = words[language];
  const purposes = purposesText(plan, policy, language);
  const sentences = plan.sources.flatMap(({ source, byHand }) => {
    const system = policy.sources.find(({ id }) => id === source)?.name[language] ?? source;
    if (byHand !== undefined) return [say.byHand(system, purposes)];
    const rows = counts
      .filter((count) => count.source === source)
      .reduce((sum, count) => sum + count.rows, 0);
    if (plan.change === 'set' && rows === 0) return [];
    return [say.changes[plan.change](system, say.rows(rows), purposes)];
  });
  return sentences.length > 0 ? sentences : [say.nowhere(purposes)];
}

/** The purposes of a plan's marks, by name. */
export function purposesText(
  { marks }: Pick<GatePlan, 'marks'>,
  policy: Pick<Policy, 'purposes'>,
  language: Language,
): string {
  return purposeNames(
    policy,
    marks.flatMap(({ purposes }) => purposes),
    language,
  );
}

/** Purposes by name, each once. */
export function purposeNames(
  policy: Pick<Policy, 'purposes'>,
  ids: readonly string[],
  language: Language,
): string {
  return [...new Set(ids)].map((id) => policy.purposes.get(id)?.name[language] ?? id).join(', ');
}
