import { listPublishedStatements } from '../store/published-statement.ts';
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
    nl: 'elke gepubliceerde versie van de verklaring en haar vingerafdruk, naast wat het logboek noemt',
    en: 'every published version of the statement and its fingerprint, beside what the ledger says was published',
  },
  freshForHours: freshWeekly,
  check: async (round) => {
    const nothing = await withoutStatement(round);
    if (nothing !== null) return nothing;
    const { count, published, changed, gaps } = await lookAtVersions(round);
    const evidence = { versions: count, published, changed, gaps };
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
  /** Texts that the ledger says were published. */
  readonly published: number;
  readonly changed: readonly string[];
  /** Numbers missing below the newest, and texts that are gone that the ledger says were published. */
  readonly gaps: number;
}

/**
 * Reads every text again. Whoever can change a text can change the fingerprint beside it too, or take away the newest, which leaves
 * no gap: so what is stored is held against the ledger.
 */
async function lookAtVersions({ store, policy }: CheckRound): Promise<Versions> {
  const published = await listPublishedStatements(store, mostVersions * policy.languages.length);
  const rewritten = published.filter(({ hash, storedHash }) => storedHash !== null && storedHash !== hash);
  const changed = rewritten.map(({ versionId }) => versionId);
  let count = 0;
  let gaps = 0;
  for (const language of policy.languages) {
    const versions = await listStatementVersions(store, { language, limit: mostVersions });
    count += versions.length;
    const gone = published.filter((each) => each.language === language && each.storedHash === null);
    // Of one that is gone from between the others both tell.
    gaps += Math.max(gone.length, missingNumbers(versions.map(({ version }) => Number(version))));
    // One at a time: a version is a whole text.
    for (const { id } of versions) {
      const version: StatementVersion | undefined = await readStatementVersion(store, id);
      if ((version === undefined || !isIntact(version)) && !changed.includes(id)) changed.push(id);
    }
  }
  return { count, published: published.length, changed, gaps };
}

function missingNumbers(numbers: readonly number[]): number {
  const last = Math.max(0, ...numbers);
  const first = numbers.length < mostVersions ? 1 : Math.min(...numbers);
  return last - first + 1 - new Set(numbers).size;
}
