import { grounds } from '../../law/grounds.ts';
import type { Fact, RetentionFact } from '../../statement/facts/facts.ts';
import type { DraftWriter } from './draft-writer.ts';

const keeping = grounds.filter(({ effect }) => effect === 'keep').map(({ id }) => id);
const bookYear = /boekjaar|financial year|tax year|book year/iu;

/** The lines of `retention:`. A term without a number, or without an event to count from, is asked. */
export function retentionLines(writer: DraftWriter, said: readonly Fact<RetentionFact>[]): readonly string[] {
  const drafted = said.map((fact) => ruleOf(writer, fact));
  return [
    drafted.some(({ complete }) => complete) ? 'retention:' : 'retention: {}',
    ...(drafted.length === 0
      ? [
          `  ${writer.decide({ nl: 'hoe lang bewaart u wat? De tekst zegt het niet.', en: 'how long do you keep what? The text does not say.' })}`,
        ]
      : []),
    ...drafted.flatMap(({ lines }) => lines),
  ];
}

function ruleOf(
  writer: DraftWriter,
  { value, sentence }: Fact<RetentionFact>,
): { readonly complete: boolean; readonly lines: readonly string[] } {
  const id = writer.id(value.what, 'term');
  const at = `retention.${id}`;
  const period =
    value.period !== null && !value.period.startsWith('PT')
      ? value.period
      : writer.ask({
          id: `${at}.period`,
          text: { nl: `Hoe lang bewaart u "${value.what}"?`, en: `How long do you keep "${value.what}"?` },
          shape: { kind: 'period' },
          sentence,
        });
  const event =
    value.event ??
    writer.ask({
      id: `${at}.event`,
      text: {
        nl: `Vanaf welk moment telt de termijn van "${value.what}"?`,
        en: `From which moment does the term of "${value.what}" count?`,
      },
      sentence,
    });
  const ground = value.statutory
    ? writer.ask({
        id: `${at}.ground`,
        text: { nl: `Waarom moet "${value.what}" blijven?`, en: `Why must "${value.what}" stay?` },
        shape: { kind: 'choice', options: keeping },
        sentence,
      })
    : undefined;
  const complete = period !== null && event !== null && ground !== null;
  const entry = [
    `${id}:`,
    `  name: ${writer.inOurLanguage(value.what)}`,
    `  kind: ${value.statutory ? 'statutory' : 'maximum'}`,
    ...(value.statutory ? [`  ground: ${ground ?? '…'}`] : []),
    `  period: ${period ?? '…'}`,
    ...(event !== null && bookYear.test(event) ? ['  from: book-year-end'] : []),
    `  event: ${event === null ? '…' : writer.inOurLanguage(event)}`,
  ];
  const open = { nl: 'termijn, moment of grond', en: 'period, moment or ground' };
  return {
    complete,
    lines: [
      `  ${writer.from(sentence)}`,
      ...(complete ? [] : [`  ${writer.decide(open)}`]),
      ...entry.map((line) => (complete ? `  ${line}` : `  # ${line}`)),
    ],
  };
}
