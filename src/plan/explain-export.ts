import { present } from '../base/assert.ts';
import type { PersonalColumn, PolicyTable } from '../policy/policy.ts';
import { type CountedRows, copiedRows, type Reader, sourceName, tableName } from './explain.ts';
import { exportWords } from './export-words.ts';
import type { ExportPlan, LeftOut, SourceExport } from './plan.ts';
import { lower, words } from './words.ts';

/** What a person takes along and to whom it goes, what stays out and why: in sentences. */
export function explainExport(
  plan: ExportPlan,
  counts: readonly CountedRows[],
  reader: Reader,
): readonly string[] {
  const say = exportWords[reader.language];
  const taken = plan.sources.flatMap(({ source }) =>
    copiedRows(source, counts, reader).map((rows) =>
      say.taken(rows, sourceName(reader.policy, source, reader.language)),
    ),
  );
  return [
    ...(taken.length === 0 ? [say.nothing] : [...taken, words[reader.language].othersMasked]),
    ...explainLeftOut(plan, reader),
    ...(taken.length === 0 ? [] : [...explainDestination(plan, reader), say.staysHere]),
  ];
}

/** What is not taken along, and why, whether or not there is any of it. */
export function explainLeftOut(plan: ExportPlan, reader: Reader): readonly string[] {
  const { policy, language } = reader;
  const say = exportWords[language];
  const byHand = plan.notAutomated.map((id) => sourceName(policy, id, language));
  return [
    ...plan.sources.flatMap((source) => leftOutOf(source, reader)),
    ...(byHand.length === 0 ? [] : [say.notAutomated(words[language].list(byHand))]),
  ];
}

function leftOutOf(source: SourceExport, reader: Reader): readonly string[] {
  const { policy, language } = reader;
  const say = exportWords[language];
  return (['derived', 'basis', 'masked'] as const).flatMap((reason) => {
    const parts = source.leftOut
      .filter((each) => each.reason === reason && isTold(source, each))
      .map((each) => leftOutName(source, each, reader));
    return parts.length === 0
      ? []
      : [say.leftOut[reason](words[language].list(parts), sourceName(policy, source.source, language))];
  });
}

/** Of a table that is left out whole, one reason is enough. */
function isTold({ steps, leftOut }: SourceExport, { table, reason }: LeftOut): boolean {
  const first = leftOut.find((each) => each.table === table);
  return first?.reason === reason || steps.some((step) => step.table === table);
}

/** A table by its name; of one that is taken along in part, what is left out of it. */
function leftOutName({ source, steps }: SourceExport, { table, columns }: LeftOut, reader: Reader): string {
  const { policy, language } = reader;
  const name = lower(tableName(policy, { source, table }, language));
  if (!steps.some((step) => step.table === table)) return name;
  const declared = tableOf(reader, source, table);
  const categories = new Set(columns.map((column) => present(personalOf(declared, column), column).category));
  const names = [...categories].map((id) => present(policy.categories.get(id), id).name[language]);
  return exportWords[language].part(name, words[language].list(names));
}

function explainDestination({ to }: ExportPlan, { language }: Reader): readonly string[] {
  const say = exportWords[language];
  switch (to.kind) {
    case 'self':
      return [say.toSelf];
    case 'receiver':
      return [
        say.toReceiver(to.receiver),
        say.receiverKey(to.receiver.encryptionKey.thumbprint),
        say.otherwiseLink,
      ];
    case 'link':
      return [say.toLink(to.address, say.obstacle[to.obstacle])];
  }
}

function tableOf({ policy }: Reader, source: string, table: string): PolicyTable {
  const declared = policy.sources.find(({ id }) => id === source);
  return present(
    declared?.tables.find(({ id }) => id === table),
    `table ${source}.${table}`,
  );
}

function personalOf({ columns }: PolicyTable, name: string): PersonalColumn | undefined {
  const column = columns.find((each) => each.name === name);
  return column?.kind === 'personal' ? column : undefined;
}
