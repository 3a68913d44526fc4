import type { Command } from 'commander';
import { chooseColumns } from '../../app/choose-columns.ts';
import { acceptCorrection, disputeCorrection } from '../../app/dispute-correction.ts';
import { type ShownCorrection, showCorrection } from '../../app/show-correction.ts';
import { GestandError } from '../../base/error.ts';
import type { Language } from '../../domain/language.ts';
import type { CountedRectification } from '../../plan/explain-rectify.ts';
import { columnName } from '../../plan/plan-rectify.ts';
import { language, projectCommand } from '../common-options.ts';
import { appContext, officerOf, openSources } from '../installation.ts';
import {
  type OutputOptions,
  type ProjectOptions,
  type Shell,
  show,
  table,
  withInstallation,
} from '../shell.ts';

interface RectifyOptions extends ProjectOptions, OutputOptions {
  readonly column?: readonly string[];
  readonly disputed?: boolean;
  readonly accepted?: boolean;
  readonly language: Language;
}

export function rectifyCommand(shell: Shell): Command {
  return projectCommand('rectify', {
    description: 'Shows where the corrections of a request go, and lets you say where they go and where not.',
    examples: [
      ['rectify GS-2026-7K3M9', 'which columns of which systems would change'],
      ['rectify GS-2026-7K3M9 --column crm.customers.email', 'this column, and no other'],
      ['rectify GS-2026-7K3M9 --disputed', 'first find out who is right; the data are restricted until then'],
    ],
  })
    .argument('<case>', 'the reference of the request')
    .option(
      '--column <source.table.column>',
      'a column that it is about; may be given again',
      (column: string, before: readonly string[] = []) => [...before, column],
    )
    .option('--disputed', 'it is not certain that the person is right')
    .option('--accepted', 'what was disputed is right: go on')
    .option('--language <nl|en>', 'in which the plan is shown', language, 'nl')
    .option('--json', 'print it as JSON')
    .action((reference: string, options: RectifyOptions) => run(shell, reference, options));
}

async function run(shell: Shell, reference: string, options: RectifyOptions): Promise<void> {
  const { column: columns = [], disputed = false, accepted = false } = options;
  if ([columns.length > 0, disputed, accepted].filter(Boolean).length > 1)
    throw new GestandError('bad-input', 'Give one of --column, --disputed and --accepted at a time.');
  await withInstallation(shell, options, async (installation) => {
    await using opened = openSources(installation);
    const context = appContext(installation, opened, officerOf(installation));
    shell.progress.step('Looking where it stands');
    if (disputed) await disputeCorrection(context, { reference });
    if (accepted) await acceptCorrection(context, { reference });
    if (columns.length > 0) await chooseColumns(context, { reference, columns });
    const shown = await showCorrection(context, { reference, language: options.language });
    show(shell, options, {
      json: asJson(shown),
      lines: linesOf(shown, { screen: shell.terminal.screen }),
    });
  });
}

function linesOf(shown: ShownCorrection, { screen }: { readonly screen: boolean }): readonly string[] {
  const { file, corrections, sentences, counts, columns } = shown;
  const values = corrections.map(
    ({ category, now, wanted }) => `  ${category}: ${now ?? '(nothing)'} → ${wanted ?? '(nothing)'}`,
  );
  return [
    `${file.reference}: ${file.kind}, answer due on ${file.legalDate}`,
    '',
    ...(screen ? values : ['What is to be corrected is shown on a screen only, not in a file.']),
    '',
    ...sentences.map((sentence) => `- ${sentence}`),
    ...(counts.length === 0 ? [] : ['', ...table(counts.map(rowOf))]),
    ...(shown.standing === 'choice' ? ['', 'It can be about:', ...columns.map((name) => `  ${name}`)] : []),
    '',
    next(shown),
  ];
}

function rowOf(count: CountedRectification): readonly string[] {
  const { effect, why, rows } = count;
  return [`  ${columnName(count)}`, String(rows), why === null ? effect : `${effect}: ${why}`];
}

function next({ standing, file: { reference } }: ShownCorrection): string {
  switch (standing) {
    case 'approvable':
      return `When this is right: gestand approve ${reference}`;
    case 'choice':
      return `Say which of them: gestand rectify ${reference} --column source.table.column`;
    case 'disputed':
      return `Disputed: the data are restricted. When the person is right: gestand rectify ${reference} --accepted`;
    case 'over':
      return 'It was approved, or has ended.';
  }
}

// What is wrong and what is right stay out: this may end in a file.
function asJson({ file, standing, corrections, sentences, counts, columns }: ShownCorrection): object {
  return {
    reference: file.reference,
    standing,
    categories: corrections.map(({ category }) => category),
    sentences,
    counts,
    columns,
  };
}
