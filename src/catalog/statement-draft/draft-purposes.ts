import type { LawfulBasis } from '../../domain/lawful-basis.ts';
import { lawfulBases } from '../../domain/lawful-basis.ts';
import { namesArticle } from '../../policy/rules/legal-obligation-without-statute.ts';
import type { Fact, PurposeFact } from '../../statement/facts/facts.ts';
import type { DraftWriter } from './draft-writer.ts';

const advertising =
  /reclame|marketing|nieuwsbrief|aanbied|folder|mailing|newsletter|advertis|promotion|offers?\b|appeals|product news/iu;
const choices: readonly LawfulBasis[] = ['consent', 'legitimate-interests'];

export interface DraftedPurposes {
  readonly lines: readonly string[];
  /** Of those that are in the policy. */
  readonly ids: readonly string[];
}

/** The lines of `purposes:`. One without a basis waits as a comment until somebody chose. */
export function purposeLines(writer: DraftWriter, said: readonly Fact<PurposeFact>[]): DraftedPurposes {
  const drafted = said.map((fact) => purposeOf(writer, fact));
  const ids = drafted.flatMap(({ id, complete }) => (complete ? [id] : []));
  const lines = drafted.flatMap((each) => each.lines);
  if (said.length === 0)
    lines.push(
      writer.decide({
        nl: 'waarvoor gebruikt u gegevens? De tekst zegt het niet.',
        en: 'what do you use data for? The text does not say.',
      }),
    );
  return { lines: [ids.length === 0 ? 'purposes: {}' : 'purposes:', ...lines], ids };
}

function purposeOf(
  writer: DraftWriter,
  { value, sentence }: Fact<PurposeFact>,
): { readonly id: string; readonly complete: boolean; readonly lines: readonly string[] } {
  const id = writer.id(value.purpose, 'purpose');
  const marketing = advertising.test(value.purpose);
  const allowed = marketing ? choices : lawfulBases;
  const stated = value.bases.filter((basis) => allowed.includes(basis));
  const [only, second] = stated;
  const basis =
    only !== undefined && second === undefined
      ? only
      : writer.ask({
          id: `purposes.${id}.basis`,
          text: {
            nl: `Op welke grondslag rust "${value.purpose}"?`,
            en: `On which basis does "${value.purpose}" rest?`,
          },
          shape: { kind: 'choice', options: stated.length > 1 ? stated : allowed },
          sentence,
        });
  const ground = groundOf(writer, { id, basis, fact: { value, sentence } });
  const complete = basis !== null && ground !== null;
  const open = { nl: 'de grondslag', en: 'the basis' };
  const entry = [
    `${id}:`,
    `  name: ${writer.inOurLanguage(value.purpose)}`,
    `  basis: ${basis ?? '…'}`,
    `  ground: ${ground ?? '…'}`,
    ...(marketing ? ['  marketing: true'] : []),
  ];
  return {
    id,
    complete,
    lines: [
      `  ${writer.from(sentence)}`,
      ...(complete ? [] : [`  ${writer.decide(open)}`]),
      ...entry.map((line) => (complete ? `  ${line}` : `  # ${line}`)),
    ],
  };
}

/** The words of the statement; a legal obligation names its article. */
function groundOf(
  writer: DraftWriter,
  {
    id,
    basis,
    fact,
  }: { readonly id: string; readonly basis: string | null; readonly fact: Fact<PurposeFact> },
): string | null {
  const { value, sentence } = fact;
  if (basis === 'legal-obligation') {
    if (namesArticle.test(value.ground)) return writer.inBoth(value.ground);
    const article = writer.ask({
      id: `purposes.${id}.article`,
      text: {
        nl: `Welk artikel van welke wet verplicht tot "${value.purpose}"?`,
        en: `Which article of which law obliges you to "${value.purpose}"?`,
      },
      shape: { kind: 'fitting', pattern: namesArticle, example: 'artikel 52 AWR' },
      sentence,
    });
    return article === null ? null : writer.inBoth(article);
  }
  if (value.ground.trim() !== '') return writer.inOurLanguage(value.ground);
  if (basis === null) return null;
  const ground = writer.ask({
    id: `purposes.${id}.ground`,
    text: {
      nl: `Waarop rust "${value.purpose}": welke overeenkomst, welk belang of welke toestemming?`,
      en: `What does "${value.purpose}" rest on: which contract, interest or consent?`,
    },
    sentence,
  });
  return ground === null ? null : writer.inOurLanguage(ground);
}
