import type { StatementVersion } from '../store/statement-version.ts';
import { listStatementVersions, readStatementVersion } from '../store/statement-version.ts';
import { broken, freshWeekly, kept, type PromiseCheck } from './check.ts';
import { counted } from './phrase.ts';
import { isIntact, withoutStatement } from './published-text.ts';
import type { CheckRound } from './round.ts';

/** Newest first; older ones than these are not read again at every check. */
const mostVersions = 1000;

/** Art. 5(2), 12: a text that changed is a new version, and every version is still there as it was. */
export const p61: PromiseCheck<'P61'> = {
  id: 'P61',
  owner: 'privacy',
  reads: {
    nl: 'elke gepubliceerde versie van de verklaring en haar vingerafdruk',
    en: 'every published version of the statement and its fingerprint',
  },
  freshForHours: freshWeekly,
  check: async (round) => {
    const nothing = await withoutStatement(round);
    if (nothing !== null) return nothing;
    const { count, changed, gaps } = await lookAtVersions(round);
    const evidence = { versions: count, changed, gaps };
    if (changed.length > 0) {
      const those = counted(changed.length, 'version');
      return broken(
        {
          nl: `De tekst is na publicatie veranderd: ${those.nl}. Zet de tekst terug en publiceer de wijziging als nieuwe versie.`,
          en: `The text was changed after publication: ${those.en}. Put the text back and publish the change as a new version.`,
        },
        evidence,
      );
    }
    if (gaps > 0) {
      const those = counted(gaps, 'version');
      return broken(
        {
          nl: `Niet meer te lezen: ${those.nl} uit de reeks. Zet ze terug uit een reservekopie.`,
          en: `No longer readable: ${those.en} of the series. Put them back from a backup.`,
        },
        evidence,
      );
    }
    const those = counted(count, 'version');
    return kept(
      {
        nl: `Nagekeken: ${those.nl}. Elke tekst is nog precies zoals hij is gepubliceerd, en geen nummer ontbreekt.`,
        en: `Checked: ${those.en}. Every text is still exactly as it was published, and no number is missing.`,
      },
      evidence,
    );
  },
};

interface Versions {
  readonly count: number;
  readonly changed: readonly string[];
  /** Numbers missing below the newest. */
  readonly gaps: number;
}

async function lookAtVersions({ store, policy }: CheckRound): Promise<Versions> {
  const changed: string[] = [];
  let count = 0;
  let gaps = 0;
  for (const language of policy.languages) {
    const versions = await listStatementVersions(store, { language, limit: mostVersions });
    count += versions.length;
    gaps += missingNumbers(versions.map(({ version }) => Number(version)));
    // One at a time: a version is a whole text.
    for (const { id } of versions) {
      const version: StatementVersion | undefined = await readStatementVersion(store, id);
      if (version === undefined || !isIntact(version)) changed.push(id);
    }
  }
  return { count, changed, gaps };
}

function missingNumbers(numbers: readonly number[]): number {
  const last = Math.max(0, ...numbers);
  const first = numbers.length < mostVersions ? 1 : Math.min(...numbers);
  return last - first + 1 - new Set(numbers).size;
}
