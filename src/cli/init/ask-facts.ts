import { undecided } from '../../catalog/proposal/policy-entry.ts';
import { type Language, languages } from '../../domain/language.ts';
import type { Controller } from '../../policy/policy.ts';
import { controllerShape } from '../../policy/policy-file.ts';
import type { Dialogue } from '../dialogue.ts';
import type { InitWords } from './words.ts';

type Fact = Exclude<keyof Controller, 'contactPoint'>;

const facts: readonly Fact[] = ['name', 'legalName', 'tradeRegister', 'address', 'email', 'phone', 'website'];

/** Who is responsible: each answer as the policy wants it, and what was left open is left out. @throws Stopped */
export async function askController(
  {
    dialogue,
    words,
    say,
  }: { readonly dialogue: Dialogue; readonly words: InitWords; readonly say: (text: string) => void },
  spoken: readonly Language[],
): Promise<Partial<Controller>> {
  say(`\n${words.facts}`);
  const known: Partial<Record<Fact, string>> = {};
  for (const fact of facts) {
    for (;;) {
      const answer = await dialogue.ask(`${words.fact[fact]}: `);
      if (answer === '') break;
      if (controllerShape.shape[fact].safeParse(answer).success) {
        known[fact] = answer;
        break;
      }
      say(words.badFact[fact]);
    }
  }
  const contactPoint: Partial<Record<Language, string>> = {};
  for (const language of spoken) {
    const answer = await dialogue.ask(`${words.fact.contactPoint}, ${words.contactPointIn(language)}: `);
    if (answer !== '') contactPoint[language] = answer;
  }
  if (languages.every((language) => contactPoint[language] === undefined)) return known;
  return { ...known, contactPoint: { ...undecided, ...contactPoint } };
}
