import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { languages } from '../../src/domain/language.ts';
import { parts } from './labels.ts';
import type { Outcome, Tally } from './scores.ts';

const count = z.int().nonnegative();
const tally = z
  .tuple([count, count, count])
  .transform(([found, wrong, missed]): Tally => ({ found, wrong, missed }));
const byId = z.record(z.string(), tally);
const record = z.partialRecord(
  z.enum(parts),
  z.record(z.enum(languages), z.strictObject({ rules: byId, promises: byId, places: byId, figures: byId })),
);

/** What the tools said of a statement the first time they read it: by part, language and rule or promise. Never changed. */
export const firstRuns = record.parse(
  parse(readFileSync(join(import.meta.dirname, 'first-runs.yaml'), 'utf8')),
);

/** The verdicts of the first runs, as if they were made now. */
export function firstOutcomes(): readonly Outcome[] {
  return parts.flatMap((part) => {
    const run = firstRuns[part];
    if (run === undefined) return [];
    return languages.flatMap((language) =>
      (['rules', 'promises', 'places', 'figures'] as const).flatMap((subject) =>
        Object.entries(run[language][subject]).flatMap(([id, counts]) =>
          (['found', 'wrong', 'missed'] as const).flatMap((verdict) =>
            Array.from({ length: counts[verdict] }, () => ({
              part,
              language,
              subject,
              id,
              verdict,
              statement: 'first run',
            })),
          ),
        ),
      ),
    );
  });
}
