import type { Language } from '../domain/language.ts';
import type { StatementVersion } from '../store/statement-version.ts';
import { broken, freshDaily, kept, type PromiseCheck, unproven } from './check.ts';
import { isIntact, versionEvidence, withoutStatement } from './published-text.ts';
import type { CheckRound } from './round.ts';

/** Art. 12(1): what the website shows is the newest version, unchanged. */
export const p62: PromiseCheck<'P62'> = {
  id: 'P62',
  owner: 'website',
  reads: {
    nl: 'de nieuwste versie zoals vastgesteld, en de pagina zoals iedereen haar ophaalt',
    en: 'the newest version as it was settled, and the page as everybody fetches it',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    const nothing = await withoutStatement(round);
    if (nothing !== null) return nothing;
    const versions = [...(await round.statements()).values()];
    const changed = versions.filter((version) => !isIntact(version));
    const pages = await Promise.all(versions.map((version) => lookAtPage(round, version)));
    const wrong = pages.filter(({ found }) => found === 'other' || found === 'away');
    const evidence = {
      ...(await versionEvidence(round)),
      changed: changed.map(({ id }) => id),
      pages: pages.map((page) => ({ ...page })),
    };
    if (changed.length > 0) {
      return broken(
        {
          nl: 'De tekst op de website is niet de tekst die is vastgesteld. Publiceer de juiste tekst als nieuwe versie en zoek uit wie hem veranderde.',
          en: 'The text on the website is not the text that was settled. Publish the right text as a new version and find out who changed it.',
        },
        evidence,
      );
    }
    if (wrong.length > 0) {
      const away = wrong.every(({ found }) => found === 'away');
      return broken(
        away
          ? {
              nl: 'De pagina met de verklaring is niet bereikbaar. Zorg dat de website weer antwoordt.',
              en: 'The page with the statement cannot be reached. See that the website answers again.',
            }
          : {
              nl: 'De website toont een andere tekst dan de nieuwste versie. Kijk of er een oude kopie of een andere server tussen zit.',
              en: 'The website shows another text than the newest version. See whether an old copy or another server is in between.',
            },
        evidence,
      );
    }
    const numbers = [...new Set(versions.map(({ version }) => version))].join(', ');
    if (round.publicUrl === null)
      return unproven(
        {
          nl: `De bewaarde tekst is precies de vastgestelde versie ${numbers}. Wat de website toont, is niet bekeken: er is geen openbaar adres ingesteld.`,
          en: `The stored text is exactly the settled version ${numbers}. What the website shows was not looked at: no public address is set.`,
        },
        evidence,
      );
    return kept(
      {
        nl: `De website toont precies de vastgestelde versie ${numbers}, in elke taal.`,
        en: `The website shows exactly the settled version ${numbers}, in every language.`,
      },
      evidence,
    );
  },
};

interface Page {
  readonly language: Language;
  readonly found: 'same' | 'other' | 'away' | 'not-fetched';
}

const patienceMilliseconds = 10_000;
const mostBytes = 2_000_000;

/** Fetches the plain text of the page, as anybody may, and holds it against what was published. */
async function lookAtPage({ publicUrl }: CheckRound, version: StatementVersion): Promise<Page> {
  const { language, plainText } = version;
  if (publicUrl === null) return { language, found: 'not-fetched' };
  const address = `${publicUrl}${language === 'nl' ? '' : `/${language}`}/privacy.txt`;
  const text = await textAt(address);
  if (text === null) return { language, found: 'away' };
  return { language, found: text.trim() === plainText.trim() ? 'same' : 'other' };
}

/** Null when it cannot be reached, answers with an error, or is longer than any statement. */
async function textAt(address: string): Promise<string | null> {
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(patienceMilliseconds),
      headers: { accept: 'text/plain', 'cache-control': 'no-cache' },
    });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      return null;
    }
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body) {
      bytes += chunk.length;
      if (bytes > mostBytes) return null;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  } catch {
    return null;
  }
}
