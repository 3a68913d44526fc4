import { createTwoFilesPatch } from 'diff';
import type { ProposedFiles } from '../../app/propose-files.ts';
import { formatDiagnostic } from '../../base/diagnostic.ts';
import type { InitWords } from './words.ts';

const contextLines = 2;
/** What a person reads at once; a check names all of them. */
const mostFindings = 20;

/** What would be written: the name of what is new, and what changes as a unified diff. */
export function changeLines(
  { changes, merged, findings }: ProposedFiles,
  words: InitWords,
): readonly string[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return [
    ...changes.flatMap(({ name, before, after }) =>
      before === null
        ? [words.newFile(name, after.split('\n').length - 1)]
        : differenceLines({ name, before, after }),
    ),
    ...(changes.length === 0 ? [words.unchanged] : []),
    ...(merged?.gone ?? []).map((at) => `  ! ${words.gone(at)}`),
    ...(merged?.byHand ?? []).map((at) => `  ! ${words.byHand(at)}`),
    ...(errors.length === 0 ? [] : [words.stillOpen(errors.length)]),
    ...errors.slice(0, mostFindings).map(formatDiagnostic),
  ];
}

function differenceLines({
  name,
  before,
  after,
}: {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}): readonly string[] {
  const patch = createTwoFilesPatch(name, name, before, after, undefined, undefined, {
    context: contextLines,
  });
  // The line above the names says nothing.
  return patch
    .trimEnd()
    .split('\n')
    .filter((line) => !/^=+$/.test(line));
}
