import type { Language } from '../domain/language.ts';
import { type CountedRows, handSentences, ofSource, type Reader, sourceName, tableName } from './explain.ts';
import { keptReason } from './kept-reason.ts';
import type { Bar, RectifyPlan } from './plan.ts';
import { date, type KeptUntil, words } from './words.ts';

/** What a correction would do, or did, to the cells of one column. */
export interface CountedRectification extends CountedRows {
  readonly column: string;
  readonly correction: number;
  readonly effect: 'set' | 'keep' | 'shared' | 'left';
  /** Why cells stay as they are. */
  readonly why: Bar | 'taken' | 'unwritable' | null;
  /** For `keep`: the latest start of a term among the rows, as an ISO date. */
  readonly latestStart: string | null;
}

interface Words {
  set(rows: string, source: string): string;
  shared(rows: string, source: string): string;
  notChosen(rows: string, source: string): string;
  impossible(column: string, why: string): string;
  kept(what: string, why: KeptUntil): string;
  unseen(tables: string, source: string): string;
  readonly nothing: string;
  readonly why: Readonly<Record<Exclude<CountedRectification['why'], null | 'not-chosen'>, string>>;
}

const rectifyWords: Readonly<Record<Language, Words>> = {
  nl: {
    // Said before and after: no tense.
    set: (rows, source) => `Verbeterd in ${source}: ${rows}.`,
    shared: (rows, source) => `Ongewijzigd in ${source}, omdat het ook van anderen is: ${rows}.`,
    notChosen: (rows, source) =>
      `Ongewijzigd in ${source}, omdat een medewerker andere velden koos: ${rows}.`,
    impossible: (column, why) => `Kan niet in ${column}: ${why}.`,
    kept: (what, { ground, until, rows }) =>
      `Ongewijzigd blijft ${what}${until === null ? '' : `${rows === 1 ? '' : ', de laatste'} tot en met ${date(until, 'nl')}`}. ${ground} Uw verbetering leggen wij erbij als aanvulling.`,
    unseen: (tables, source) =>
      `Niet nagezocht in ${source}, omdat het daar binnen een groter geheel kan staan: ${tables}.`,
    nothing: 'Wij hebben niet gevonden wat verbeterd moet worden.',
    why: {
      type: 'deze waarde past niet bij het soort gegeven dat daar staat',
      length: 'deze waarde is langer dan daar past',
      null: 'dat veld mag niet leeg zijn',
      key: 'andere regels verwijzen ernaar; de database houdt die bij elkaar',
      link: 'regels die erbij horen zouden hun eigenaar kwijtraken',
      taken: 'een andere regel heeft deze waarde al, en die mag daar maar één keer staan',
      unwritable: 'dat systeem zegt niet hoe een regel daar te wijzigen is',
    },
  },
  en: {
    set: (rows, source) => `Corrected in ${source}: ${rows}.`,
    shared: (rows, source) => `Unchanged in ${source}, because it belongs to others too: ${rows}.`,
    notChosen: (rows, source) =>
      `Unchanged in ${source}, because somebody of ours chose other fields: ${rows}.`,
    impossible: (column, why) => `Cannot be done in ${column}: ${why}.`,
    kept: (what, { ground, until, rows }) =>
      `Unchanged stays ${what}${until === null ? '' : `${rows === 1 ? '' : ', the last of them'} up to and including ${date(until, 'en')}`}. ${ground} We add your correction to it as a supplementary statement.`,
    unseen: (tables, source) =>
      `Not looked for in ${source}, because there it may stand inside something larger: ${tables}.`,
    nothing: 'We did not find what should be corrected.',
    why: {
      type: 'this value does not fit what stands there',
      length: 'this value is longer than fits there',
      null: 'that field may not be empty',
      key: 'other rows refer to it; the database keeps them together',
      link: 'rows that belong to it would lose their owner',
      taken: 'another row has this value already, and it may stand there only once',
      unwritable: 'that system does not say how a row is changed there',
    },
  },
};

/** What a correction does, in sentences with numbers, before anything happens or after it did. */
export function explainRectification(
  plan: RectifyPlan,
  counts: readonly CountedRectification[],
  reader: Reader,
): readonly string[] {
  const { policy, language } = reader;
  const say = rectifyWords[language];
  const sentences = plan.sources.flatMap((part) => {
    const its = counts.filter(({ source }) => source === part.source);
    const name = sourceName(policy, part.source, language);
    const tables = (chosen: readonly CountedRectification[]) => tablesText(part.source, chosen, reader);
    const told = (
      effect: CountedRectification['effect'],
      sentence: (rows: string, source: string) => string,
    ): readonly string[] => {
      const text = tables(its.filter((count) => count.effect === effect && !isRefusal(count)));
      return text === null ? [] : [sentence(text, name)];
    };
    const unseen = [...new Set(part.steps.flatMap((step) => (step.kind === 'unseen' ? [step.table] : [])))];
    return [
      ...told('set', say.set),
      ...told('shared', say.shared),
      ...told('left', say.notChosen),
      ...its.filter(isRefusal).map((count) => say.impossible(placeText(count), say.why[count.why])),
      ...(unseen.length === 0
        ? []
        : [
            say.unseen(
              words[language].list(
                unseen.map((table) => tableName(policy, { source: part.source, table }, language)),
              ),
              name,
            ),
          ]),
    ];
  });
  const kept = correctionsKept(plan, counts, reader).map(({ what, groundText, until, rows }) =>
    say.kept(what, { ground: groundText, until, rows }),
  );
  const found = counts.some(({ rows }) => rows > 0);
  const all = [...sentences, ...handSentences(plan, reader), ...kept];
  return found || plan.sources.some(({ byHand }) => byHand !== undefined) ? all : [say.nothing, ...all];
}

/** Why a correction cannot be carried out as it is asked: somebody must choose other columns first. */
export interface Refusal extends CountedRectification {
  readonly why: Exclude<CountedRectification['why'], null | 'not-chosen'>;
}

export function isRefusal(count: CountedRectification): count is Refusal {
  return count.effect === 'left' && count.why !== null && count.why !== 'not-chosen' && count.rows > 0;
}

/** A refusal in one sentence that names the column. */
export function refusalText(
  refusal: Pick<Refusal, 'source' | 'table' | 'column' | 'why'>,
  language: Language,
): string {
  const say = rectifyWords[language];
  return say.impossible(placeText(refusal), say.why[refusal.why]);
}

function placeText({ source, table, column }: Pick<Refusal, 'source' | 'table' | 'column'>): string {
  return `${source}.${table}.${column}`;
}

export interface KeptCorrection {
  readonly source: string;
  readonly table: string;
  readonly rows: number;
  /** `facturen (3) in Boekhouding` */
  readonly what: string;
  readonly ground: string;
  readonly groundText: string;
  readonly until: string | null;
}

/** Rows that a law holds as they are, by table, with the ground and the last day. */
export function correctionsKept(
  plan: RectifyPlan,
  counts: readonly CountedRectification[],
  { policy, language }: Reader,
): readonly KeptCorrection[] {
  const say = words[language];
  return plan.sources.flatMap((part) => {
    const held = counts.filter(({ source, effect }) => source === part.source && effect === 'keep');
    return byTable(held).map((group) => {
      const { table } = group;
      const starts = group.counts.map(({ latestStart }) => latestStart);
      const latestStart = starts.includes(null) ? null : (starts.toSorted().at(-1) ?? null);
      const { ground, until } = keptReason(policy, part, { table, latestStart });
      const rows = mostRows(group.counts);
      const place = { source: part.source, table };
      const what = say.inSource(
        say.rows(rows, tableName(policy, place, language)),
        sourceName(policy, part.source, language),
      );
      return { ...place, rows, what, ground: ground.id, groundText: ground.text[language], until };
    });
  });
}

function tablesText(
  source: string,
  counts: readonly CountedRectification[],
  { policy, language }: Reader,
): string | null {
  const say = words[language];
  const totals = byTable(counts).map(({ table, counts: its }) => ({ source, table, rows: mostRows(its) }));
  const parts = ofSource(policy, source, totals).map((total) =>
    say.rows(total.rows, tableName(policy, total, language)),
  );
  return parts.length === 0 ? null : say.list(parts);
}

function byTable(counts: readonly CountedRectification[]) {
  return [...Map.groupBy(counts, ({ table }) => table)].map(([table, its]) => ({ table, counts: its }));
}

/** Cells are counted by column; a row whose two columns change is still one. */
export function mostRows(counts: readonly { readonly rows: number }[]): number {
  return Math.max(0, ...counts.map(({ rows }) => rows));
}
