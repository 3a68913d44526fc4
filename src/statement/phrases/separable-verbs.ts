import type { Token } from './tokens.ts';

/** A line of words in which separable verbs are whole, and where each of its words stands among the tokens. */
export interface JoinedWords {
  readonly words: readonly string[];
  /** By word: the first token it is made of. */
  readonly from: readonly number[];
  /** By word: after the last one. */
  readonly to: readonly number[];
}

/** Verbs that Dutch takes apart: "wij passen de tekst aan", "om uw gegevens in te zien". */
const particles: Readonly<Record<string, string>> = {
  aan: 'bieden geven houden klikken leveren maken melden merken passen stellen tekenen vragen vullen zetten',
  achter: 'laten',
  af: 'geven handelen leiden luisteren melden nemen schermen schrijven sluiten spreken staan wijzen wikkelen',
  bij: 'houden praten stellen werken',
  door: 'geven lezen lichten sturen verkopen vertellen verwijzen zenden',
  goed: 'keuren vinden',
  in: 'dienen huren kijken lezen lichten perken schakelen schrijven stellen trekken vullen zetten zien',
  mee: 'delen doen geven kijken krijgen nemen sturen tellen werken',
  na: 'kijken komen leven lezen vragen',
  op: 'geven halen heffen lossen nemen ruimen schonen schorten slaan sporen stellen sturen vragen zeggen zoeken',
  over: 'dragen nemen zetten',
  plaats: 'vinden',
  samen: 'werken',
  stil: 'leggen zetten',
  stop: 'zetten',
  recht: 'zetten',
  tegen: 'houden',
  terug: 'bellen draaien geven komen krijgen nemen trekken vragen',
  toe: 'lichten staan sturen voegen zenden',
  uit: 'leggen lenen oefenen schakelen schrijven sluiten voeren wisselen wissen zetten zoeken',
  vast: 'houden leggen stellen',
  voor: 'leggen lichten',
  weg: 'gooien halen laten nemen',
};

const infinitives: ReadonlyMap<string, string> = new Map(
  Object.entries(particles).flatMap(([particle, verbs]) =>
    verbs.split(' ').map((verb) => [`${particle} ${verb}`, `${particle}${verb}`] as const),
  ),
);

/** By a form of the verb: the infinitives it belongs to. */
const forms: ReadonlyMap<string, readonly string[]> = formsByWord();

/** The words of a Dutch sentence with its separable verbs made whole; null when it has none. */
export function joinSeparableVerbs(text: string, tokens: readonly Token[]): JoinedWords | null {
  const words: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let joined = false;
  for (let at = 0; at < tokens.length; ) {
    const word = tokens[at]?.word ?? '';
    const { infinitive, length } = infinitiveAt(tokens, at);
    const whole = infinitive ?? finiteVerb(text, tokens, at);
    joined ||= whole !== undefined;
    words.push(whole ?? word);
    from.push(at);
    to.push(at + length);
    at += length;
  }
  return joined ? { words, from, to } : null;
}

/** "in te zien", "over te laten dragen". */
function infinitiveAt(
  tokens: readonly Token[],
  at: number,
): { readonly infinitive: string | undefined; readonly length: number } {
  const apart = { infinitive: undefined, length: 1 };
  if (tokens[at + 1]?.word !== 'te') return apart;
  const length = tokens[at + 2]?.word === 'laten' && at + 3 < tokens.length ? 4 : 3;
  for (const each of [length, 3]) {
    const infinitive = infinitives.get(`${tokens[at]?.word} ${tokens[at + each - 1]?.word}`);
    if (infinitive !== undefined) return { infinitive, length: each };
  }
  return apart;
}

/** How many words a verb and its particle can be apart. */
const farthest = 16;

/** The infinitive to which a particle at the end of a clause belongs, with the verb somewhere before it. */
function finiteVerb(text: string, tokens: readonly Token[], at: number): string | undefined {
  const particle = tokens[at]?.word ?? '';
  if (!Object.hasOwn(particles, particle) || !endsClause(text, tokens, at)) return undefined;
  for (let before = at - 1; before >= Math.max(0, at - farthest); before--) {
    const verb = forms
      .get(tokens[before]?.word ?? '')
      ?.find((each) => infinitives.has(`${particle} ${each}`));
    if (verb !== undefined) return infinitives.get(`${particle} ${verb}`);
  }
  return undefined;
}

const goOn = new Set(
  'en of maar als wanneer zodra tenzij omdat zodat voordat nadat totdat zolang bij van met om in op aan naar over per binnen via voor tot na dan dat ook want'.split(
    ' ',
  ),
);

/** A particle is no preposition when nothing follows that it could govern. */
function endsClause(text: string, tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined || goOn.has(next.word)) return true;
  return /[.,;:?!)]/.test(text.slice(tokens[at]?.end ?? 0, next.start));
}

function formsByWord(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const verb of new Set(Object.values(particles).flatMap((verbs) => verbs.split(' '))))
    for (const form of [verb, singular(verb), third(singular(verb))])
      found.set(form, [...(found.get(form) ?? []), verb]);
  return found;
}

function third(stem: string): string {
  return stem.endsWith('t') ? stem : `${stem}${/a$/.test(stem) ? 'at' : 't'}`;
}

/** The particle of a verb that Dutch takes apart; null when it is none that is known. */
export function particleOf(infinitive: string): string | null {
  return (
    Object.entries(particles).find(
      ([particle, verbs]) =>
        infinitive.startsWith(particle) && verbs.split(' ').includes(infinitive.slice(particle.length)),
    )?.[0] ?? null
  );
}

/** "geven" is "geef", "passen" is "pas", "leveren" is "lever", "slaan" is "sla". */
export function singular(verb: string): string {
  if (/(?:aan|zien)$/.test(verb)) return verb.replace(/(?:an|n)$/, '');
  const stem = verb.replace(/en$/, '');
  if (/[aeiou][a-z]*(?:el|er|en|ig)$/.test(stem)) return stem;
  const single = stem.replace(/([^aeiou])\1$/, '$1');
  const open = single === stem && /(?:^|[^aeiou])[aeou][^aeiou]$/.test(stem) && !/ij[^aeiou]$/.test(stem);
  const long = open ? single.replace(/([aeou])([^aeiou])$/, '$1$1$2') : single;
  return long.replace(/v$/, 'f').replace(/z$/, 's');
}
