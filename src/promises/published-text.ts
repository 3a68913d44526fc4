import { legalDateOf } from '../base/clock.ts';
import { hashOf } from '../base/hash.ts';
import type { Language, Localised } from '../domain/language.ts';
import type { Policy } from '../policy/policy.ts';
import { compileStatement } from '../statement/compile.ts';
import type { StatementVersion } from '../store/statement-version.ts';
import { type Evidence, unproven, type Verdict } from './check.ts';
import type { CheckRound } from './round.ts';

export const languageNames: Readonly<Record<Language, Localised>> = {
  nl: { nl: 'het Nederlands', en: 'Dutch' },
  en: { nl: 'het Engels', en: 'English' },
};

/** Whether a published text says something, in these words; where its lines end does not matter. */
export function says(version: StatementVersion, words: string): boolean {
  return plain(version.plainText).includes(plain(words));
}

/** Which of these a language's newest text leaves out; a language without a text leaves out all. */
export async function unsaid<T>(
  round: CheckRound,
  items: readonly T[],
  wordsOf: (item: T, language: Language) => string,
): Promise<readonly T[]> {
  const statements = await round.statements();
  return items.filter((item) =>
    round.policy.languages.some((language) => {
      const version = statements.get(language);
      return version === undefined || !says(version, wordsOf(item, language));
    }),
  );
}

/** The languages of the policy in which nothing is published. */
export async function unpublishedLanguages(round: CheckRound): Promise<readonly Language[]> {
  const statements = await round.statements();
  return round.policy.languages.filter((language) => !statements.has(language));
}

/** For a promise that is about what the statement says, while there is none. */
export async function withoutStatement(round: CheckRound): Promise<Verdict | null> {
  const missing = await unpublishedLanguages(round);
  if (missing.length === 0) return null;
  const names = missing.map((language) => languageNames[language]);
  return unproven({
    nl: `Er is geen verklaring gepubliceerd in ${names.map(({ nl }) => nl).join(' en ')}. Publiceer haar eerst.`,
    en: `No statement is published in ${names.map(({ en }) => en).join(' and ')}. Publish it first.`,
  });
}

/** The hash over what people read, made again from what is stored. */
export function renderingHash({
  language,
  version,
  publishedAt,
  html,
  plainText,
}: Pick<StatementVersion, 'language' | 'version' | 'publishedAt' | 'html' | 'plainText'>): string {
  return hashOf({
    language,
    version: { number: Number(version), date: heldFrom(publishedAt) },
    html,
    text: plainText,
  });
}

export function isIntact(version: StatementVersion): boolean {
  return renderingHash(version) === version.contentHash;
}

/** Whether the text that was published, filled in from a policy of another day, is still word for word the same. */
export function saysTheSameWith(policy: Policy, version: StatementVersion): boolean {
  if (version.policyHash === policy.hash) return true;
  const { language, markdown, publishedAt, contentHash } = version;
  const { statement } = compileStatement({
    file: `statement.${language}.md`,
    text: markdown,
    language,
    policy,
    version: { number: Number(version.version), date: heldFrom(publishedAt) },
  });
  return statement?.hash === contentHash;
}

/** Which versions were looked at. */
export async function versionEvidence(round: CheckRound): Promise<Evidence> {
  const statements = await round.statements();
  return {
    versions: [...statements.values()].map(({ id, language, version }) => ({ id, language, version })),
  };
}

// A version holds from the day it was published.
function heldFrom(publishedAt: string): string {
  return legalDateOf(Temporal.Instant.from(publishedAt)).toString();
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
