import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { languages } from '../../src/domain/language.ts';
import { cell, markdown } from './score-table.ts';
import type { Tally } from './scores.ts';
import { halves, tallyOfWordings, wordingsOf } from './wordings.ts';

const count = z.int().nonnegative();
const tally = z
  .tuple([count, count, count])
  .transform(([found, wrong, missed]): Tally => ({ found, wrong, missed }));
const scores = z.record(
  z.enum(halves),
  z.record(z.enum(languages), z.strictObject({ promises: tally, rules: tally })),
);
export type WordingScores = z.infer<typeof scores>;

const firstRun = scores.parse(
  parse(readFileSync(join(import.meta.dirname, 'wordings/first-run.yaml'), 'utf8')),
);

/** How the tools do on all of them as they are now. */
export function wordingScores(): WordingScores {
  const of = (half: (typeof halves)[number]) => {
    const all = wordingsOf(half);
    const within = (language: (typeof languages)[number]) => {
      const mine = all.filter((each) => each.language === language);
      return {
        promises: tallyOfWordings(mine.filter(({ about }) => 'promise' in about)),
        rules: tallyOfWordings(mine.filter(({ about }) => 'rule' in about)),
      };
    };
    return { nl: within('nl'), en: within('en') };
  };
  return {
    tuned: of('tuned'),
    held: of('held'),
    later: of('later'),
    'second-tuned': of('second-tuned'),
    'second-held': of('second-held'),
  };
}

/** The first time and now, as the manual shows them. */
export function wordingsTable(now: WordingScores): string {
  const columns = halves.flatMap((half) => languages.map((language) => ({ half, language })));
  return markdown([
    ['', ...columns.map(({ half, language }) => `${half} ${language}`)],
    ...(['promises', 'rules'] as const).flatMap((subject) =>
      (
        [
          ['the first time', firstRun],
          ['now', now],
        ] as const
      ).map(([when, run]) => [
        `${subject}, ${when}`,
        ...columns.map(({ half, language }) => cell(run[half][language][subject])),
      ]),
    ),
  ]);
}
