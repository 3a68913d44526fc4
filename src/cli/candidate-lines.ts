import type { Candidate } from '../app/candidates.ts';
import { type FoundRow, identitiesOf } from '../app/found-row.ts';
import { identityKinds, normaliseIdentity } from '../domain/identity.ts';
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
      `Dit leidt naar ${people} mogelijke ${people === 1 ? 'persoon' : 'personen'}. Er wordt niet gegokt wie bedoeld is.`,
    row: 'rij',
    hidden: 'Waaraan zij te herkennen zijn, staat alleen op een scherm, niet in een bestand.',
  },
  en: {
    several: (people) =>
      `This leads to ${people} possible ${people === 1 ? 'person' : 'people'}. Who is meant is not guessed.`,
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
  const carried = identitiesOf(row).toSorted(
    (a, b) => identityKinds.indexOf(a.kind) - identityKinds.indexOf(b.kind),
  );
  const identities = carried.map((identity) =>
    shown ? `${name[identity.kind]} ${maskIdentity(identity)}` : name[identity.kind],
  );
  // A mailing list may have the address itself for a key.
  const key = row.key.map((part) => {
    const same = carried.find(({ kind, value }) => normaliseIdentity(kind, part).value === value);
    return same === undefined ? part : maskIdentity(same);
  });
  return [
    `${row.source}.${row.table}`,
    ...(shown ? [`${words[language].row} ${key.join(', ')}`] : []),
    identities.join(', '),
  ];
}
