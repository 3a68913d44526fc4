import type { Candidate } from '../app/candidates.ts';
import { type FoundRow, identitiesOf } from '../app/found-row.ts';
import type { Language } from '../domain/language.ts';
import { maskIdentity } from '../domain/shown-identity.ts';
import { explanationWords } from '../plan/explanation-words.ts';
import { table } from './shell.ts';

interface Words {
  readonly several: (people: number) => string;
  readonly row: string;
  readonly hidden: string;
}

const words: Readonly<Record<Language, Words>> = {
  nl: {
    several: (people) =>
      `Dit leidt naar ${people} mogelijke personen. Er wordt niet gegokt wie bedoeld is, dus er is geen plan.`,
    row: 'rij',
    hidden: 'Waaraan zij te herkennen zijn, staat alleen op een scherm, niet in een bestand.',
  },
  en: {
    several: (people) =>
      `This leads to ${people} possible people. Who is meant is not guessed, so there is no plan.`,
    row: 'row',
    hidden: 'What they are known by is shown on a screen only, not in a file.',
  },
};

export interface CandidateReader {
  readonly language: Language;
  /** A screen, and no file. */
  readonly shown: boolean;
}

/** The people that were found, one after the other, with a title each. */
export function candidateLines(
  candidates: readonly { readonly title: string; readonly rows: Candidate }[],
  reader: CandidateReader,
): readonly string[] {
  const say = words[reader.language];
  return [
    say.several(candidates.length),
    ...candidates.flatMap(({ title, rows }) => [
      '',
      title,
      ...table(rows.map((row) => rowOf(row, reader))).map((line) => `  ${line}`),
    ]),
    ...(reader.shown ? [] : ['', say.hidden]),
  ];
}

function rowOf(row: FoundRow, { language, shown }: CandidateReader): readonly string[] {
  const name = explanationWords[language].identity;
  const identities = identitiesOf(row).map((identity) =>
    shown ? `${name[identity.kind]} ${maskIdentity(identity)}` : name[identity.kind],
  );
  return [
    `${row.source}.${row.table}`,
    ...(shown ? [`${words[language].row} ${row.key.join(', ')}`] : []),
    identities.join(', '),
  ];
}
