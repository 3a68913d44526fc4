import { insideEea } from '../../policy/eea.ts';
import { recipientRoles, transferMechanisms } from '../../policy/policy-file.ts';
import { yamlText } from '../../policy/yaml-text.ts';
import type { Fact, Mechanism, RecipientFact, TransferFact } from '../../statement/facts/facts.ts';
import { countryCode } from '../../statement/facts/places.ts';
import { listOf } from './draft-question.ts';
import type { DraftWriter } from './draft-writer.ts';

/** How a policy calls what a statement calls a mechanism; a void one has no name there. */
const mechanismCodes: Readonly<Partial<Record<Mechanism, (typeof transferMechanisms)[number]>>> = {
  adequacy: 'adequacy',
  'data-privacy-framework': 'DPF',
  'standard-clauses': 'SCC',
  'binding-corporate-rules': 'BCR',
  derogation: 'art-49',
};

export interface RecipientsSaid {
  readonly recipients: readonly Fact<RecipientFact>[];
  readonly transfers: readonly Fact<TransferFact>[];
  /** The purposes that the policy has. */
  readonly purposes: readonly string[];
}

/** The lines of `recipients:`. One whose role or country is not known waits as a comment. Those of no kind are only asked about. */
export function recipientLines(writer: DraftWriter, said: RecipientsSaid): readonly string[] {
  const drafted = said.recipients
    .filter(({ value }) => value.specific)
    .map((fact) => recipientOf(writer, fact, said));
  const vague = said.recipients.filter(({ value }) => !value.specific);
  return [
    drafted.some(({ complete }) => complete) ? 'recipients:' : 'recipients: {}',
    ...drafted.flatMap(({ lines }) => lines),
    ...vague.map(
      ({ value, sentence }) =>
        `  ${writer.decide({ nl: `wie zijn "${value.name}"? ${sentence.text}`, en: `who are "${value.name}"? ${sentence.text}` })}`,
    ),
  ];
}

function recipientOf(
  writer: DraftWriter,
  { value, sentence }: Fact<RecipientFact>,
  { transfers, purposes }: RecipientsSaid,
): { readonly complete: boolean; readonly lines: readonly string[] } {
  const id = writer.id(value.name, 'recipient');
  const about = (nl: string, en: string) => ({ nl: `${value.name}: ${nl}`, en: `${value.name}: ${en}` });
  const at = `recipients.${id}`;
  const role =
    value.role ??
    writer.ask({
      id: `${at}.role`,
      text: about('welke rol heeft deze ontvanger?', 'what is the role of this recipient?'),
      shape: { kind: 'choice', options: recipientRoles },
      sentence,
    });
  const country =
    (value.country === null ? null : countryCode(value.country)) ??
    writer.ask({
      id: `${at}.country`,
      text: about('in welk land worden de gegevens verwerkt?', 'in which country are the data processed?'),
      shape: { kind: 'country' },
      sentence,
    });
  const used =
    purposes.length === 0
      ? null
      : writer.ask({
          id: `${at}.purposes`,
          text: about('voor welke doelen?', 'for which purposes?'),
          shape: { kind: 'choices', options: purposes },
          sentence,
        });
  const signed = needsAgreement(role)
    ? writer.ask({
        id: `${at}.agreement`,
        text: about('op welke dag is de overeenkomst getekend?', 'on which day was the agreement signed?'),
        shape: { kind: 'date' },
        sentence,
      })
    : undefined;
  const transfer =
    country === null || insideEea(country)
      ? undefined
      : transferOf(writer, { id, name: value.name, transfers });
  const complete = role !== null && country !== null && used !== null && signed !== null && transfer !== null;
  const entry = [
    `${id}:`,
    `  name: ${yamlText(value.name)}`,
    `  role: ${role ?? '…'}`,
    `  task: ${writer.inOurLanguage(sentence.text)}`,
    `  purposes: [${listOf(used ?? '…').join(', ')}]`,
    `  country: ${country ?? '…'}`,
    ...(typeof transfer === 'string' ? [`  transfer: ${transfer}`] : []),
    ...(typeof signed === 'string' ? [`  agreement: { signedOn: ${signed} }`] : []),
  ];
  const open = {
    nl: 'rol, land, doelen, overeenkomst of doorgifte',
    en: 'role, country, purposes, agreement or transfer',
  };
  return {
    complete,
    lines: [
      `  ${writer.from(sentence)}`,
      ...(complete ? [] : [`  ${writer.decide(open)}`]),
      ...entry.map((line) => (complete ? `  ${line}` : `  # ${line}`)),
    ],
  };
}

function needsAgreement(role: string | null): boolean {
  return role === 'processor' || role === 'sub-processor';
}

function transferOf(
  writer: DraftWriter,
  {
    id,
    name,
    transfers,
  }: { readonly id: string; readonly name: string; readonly transfers: RecipientsSaid['transfers'] },
): string | null {
  const said = transfers.find(({ value }) => value.to === name || name.startsWith(value.to));
  const codes = said?.value.mechanisms.flatMap((mechanism) => mechanismCodes[mechanism] ?? []) ?? [];
  const [only, second] = codes;
  const mechanism =
    only !== undefined && second === undefined
      ? only
      : writer.ask({
          id: `recipients.${id}.transfer`,
          text: {
            nl: `${name}: met welk middel gaan de gegevens de EER uit?`,
            en: `${name}: under which mechanism do data leave the EEA?`,
          },
          shape: { kind: 'choice', options: transferMechanisms },
          sentence: said?.sentence ?? null,
        });
  const checked = writer.ask({
    id: `recipients.${id}.checkedOn`,
    text: {
      nl: `${name}: op welke dag is dat middel nagegaan?`,
      en: `${name}: on which day was that mechanism checked?`,
    },
    shape: { kind: 'date' },
    sentence: said?.sentence ?? null,
  });
  return mechanism === null || checked === null ? null : `{ mechanism: ${mechanism}, checkedOn: ${checked} }`;
}
