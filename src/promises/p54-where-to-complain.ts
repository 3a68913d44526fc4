import { type Language, languages } from '../domain/language.ts';
import { supervisoryAuthority } from '../report/letters/remedies.ts';
import { writeLetter } from '../report/letters/write-letter.ts';
import { broken, freshWeekly, kept, type PromiseCheck } from './check.ts';
import { outcomeLetters } from './outcome-letters.ts';
import { unsaid, versionEvidence, withoutStatement } from './published-text.ts';
import type { CheckRound } from './round.ts';

/** Art. 12(4), 13(2)(d), 77, 79: the statement and every answer name the authority; every answer names the court too. */
export const p54: PromiseCheck<'P54'> = {
  id: 'P54',
  owner: 'privacy',
  reads: {
    nl: 'de gepubliceerde verklaring, en elke soort brief met een uitkomst zoals die vandaag wordt geschreven',
    en: 'the published statement, and every kind of letter with an outcome as it is written today',
  },
  freshForHours: freshWeekly,
  check: async (round) => {
    const nothing = await withoutStatement(round);
    if (nothing !== null) return nothing;
    const untold = await unsaid(round, ['Autoriteit Persoonsgegevens'], (name) => name);
    const dumb = lettersWithoutRoute(round);
    const evidence = {
      ...(await versionEvidence(round)),
      letters: outcomeLetters(round.policy, round.today).length,
      lettersWithoutRoute: dumb,
    };
    if (untold.length > 0) {
      return broken(
        {
          nl: 'De verklaring noemt de Autoriteit Persoonsgegevens niet in elke taal. Publiceer een nieuwe versie die haar noemt.',
          en: 'The statement does not name the data protection authority (Autoriteit Persoonsgegevens) in every language. Publish a new version that does.',
        },
        evidence,
      );
    }
    if (dumb.length > 0) {
      return broken(
        {
          nl: `Brieven zonder de weg naar de toezichthouder en de rechter: ${dumb.join(', ')}. Verstuur ze niet tot dat is hersteld.`,
          en: `Letters without the way to the authority and the court: ${dumb.join(', ')}. Do not send them until that is mended.`,
        },
        evidence,
      );
    }
    return kept(
      {
        nl: 'De verklaring en elke brief met een uitkomst noemen de Autoriteit Persoonsgegevens; elke brief noemt ook de rechter.',
        en: 'The statement and every letter with an outcome name the data protection authority; every letter names the court too.',
      },
      evidence,
    );
  },
};

const court: Readonly<Record<Language, RegExp>> = { nl: /naar de rechter/i, en: /go to court/i };

/** Whether a text says where else the person can go. */
export function namesRoute(text: string, language: Language): boolean {
  return text.includes(supervisoryAuthority.website) && court[language].test(text);
}

function lettersWithoutRoute({ policy, today }: CheckRound): readonly string[] {
  return outcomeLetters(policy, today).flatMap((letter) =>
    languages
      .filter((language) => {
        const context = {
          controller: policy.controller,
          language,
          reference: 'GS-0000-00000',
          on: today.toString(),
        };
        return !namesRoute(writeLetter(letter, context).text, language);
      })
      .map((language) => `${letter.kind}.${language}`),
  );
}
