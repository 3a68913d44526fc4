import type { TextSearch } from '../concepts/text-search.ts';
import type { Sentence } from '../reading/document.ts';
import type { Fact, Mechanism, RecipientFact, TransferFact } from './facts.ts';
import { placesIn } from './places.ts';

const mechanisms: readonly (readonly [Mechanism, RegExp])[] = [
  ['privacy-shield', /privacy ?shield/iu],
  ['data-privacy-framework', /data privacy framework|\bDPF\b/iu],
  [
    'standard-clauses',
    /\bSCCs?\b|standard (?:contractual |data protection )?(?:clauses|contract)|model(?:contract|bepaling|clausule)|model (?:contract|clauses)|standaard ?(?:contract|bepaling|clausule)/iu,
  ],
  ['binding-corporate-rules', /binding corporate rules|\bBCRs?\b|bindende bedrijfsvoorschriften/iu],
  [
    'adequacy',
    /adequa(?:cy|te decision)|adequaat|commissi(?:on|e) .{0,40}(?:decided|decision|besloten|besluit|recognised|erkend)|passend beschermingsniveau/iu,
  ],
  ['derogation', /explicit consent|uitdrukkelijke toestemming|article 49|artikel 49/iu],
  ['agreement', /by (?:accessing|using)|schriftelijke afspraken|you consent to .{0,60}transfer/iu],
];

/** What leaves the European Economic Area, to whom and by what. */
export function transferFacts(
  search: TextSearch,
  recipients: readonly Fact<RecipientFact>[],
): readonly Fact<TransferFact>[] {
  const found = new Map<string, Fact<TransferFact>>();
  const leaving = new Set(
    (['outside-eea', 'vague-safeguards', 'mechanism', 'privacy-shield'] as const).flatMap((concept) =>
      search.find(concept).map(({ sentence }) => sentence),
    ),
  );
  for (const sentence of leaving) {
    const near = nearby(search, sentence);
    const abroad = placesIn(sentence.text).find(({ eea }) => !eea);
    const names = recipients.filter(
      ({ value }) =>
        value.specific &&
        sentence.text.includes(value.name.split(' ')[0] ?? value.name) &&
        /^\p{Lu}/u.test(value.name),
    );
    const said = mechanismsIn(near);
    for (const { value } of names)
      found.set(value.name, {
        sentence,
        value: { to: value.name, country: abroad?.text ?? null, mechanisms: said },
      });
    if (
      names.length === 0 &&
      abroad !== undefined &&
      /server|stor|opgeslagen|support|desk/iu.test(sentence.text)
    )
      found.set(abroad.text, {
        sentence,
        value: { to: subjectOf(sentence), country: abroad.text, mechanisms: said },
      });
  }
  return [...found.values()];
}

function subjectOf({ text }: Sentence): string {
  return (
    /^(.{2,40}?) (?:are|is|staan|staat|worden|wordt|has|have|heeft)\b/iu.exec(text)?.[1] ?? text.slice(0, 40)
  );
}

/** The sentence and those after it in its section: where the mechanism stands. */
function nearby(search: TextSearch, sentence: Sentence): string {
  return search.document.sentences
    .filter(
      ({ at, section }) => section === sentence.section && at >= sentence.at - 1 && at <= sentence.at + 3,
    )
    .map(({ text }) => text)
    .join(' ');
}

function mechanismsIn(text: string): readonly Mechanism[] {
  return mechanisms.filter(([, words]) => words.test(text)).map(([mechanism]) => mechanism);
}
