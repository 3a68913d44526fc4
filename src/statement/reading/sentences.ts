/** A stretch of a text: where it begins, and the stretch itself without white space around it. */
export interface Stretch {
  readonly text: string;
  /** Characters into the text. */
  readonly start: number;
}

/** Words that end in a full stop within a sentence, Dutch and English. */
const abbreviations = new Set(
  `art artt bijv bv b.v n.v v.o.f c.v d.w.z dwz o.a oa m.b.t m.n t.a.v t.b.v i.v.m o.b.v a.d.h.v z.s.m i.p.v d.m.v t.o.v e.d enz etc
  incl excl max min tel nr no nrs st dhr mevr mw mr drs dr ir ing prof evt resp blz vgl jl a.s z.g zgn ca
  e.g i.e eg ie cf vs al inc ltd corp co plc dept approx fig sec para paras ref est mrs ms messrs jr sr u.s u.k e.u jan feb apr jun
  jul aug sep sept oct okt nov dec`.split(/\s+/),
);

/**
 * The sentences of a paragraph. A full stop ends one when a new one can begin after it: not after an abbreviation, a
 * single letter, or before a small letter.
 */
export function sentencesOf(paragraph: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (const match of paragraph.matchAll(/[.!?…]+["'”’»)\]]*(?=\s|$)/g)) {
    const end = match.index + match[0].length;
    if (!endsSentence(paragraph, match.index, end)) continue;
    push(found, paragraph, { from, end });
    from = end;
  }
  push(found, paragraph, { from, end: paragraph.length });
  return found;
}

/** In characters. What goes on longer is no sentence that anybody reads, and is taken in parts. */
const longestSentence = 3000;

function push(
  found: Stretch[],
  text: string,
  { from, end }: { readonly from: number; readonly end: number },
): void {
  for (let start = from; start < end; ) {
    const cut = end - start > longestSentence ? text.lastIndexOf(' ', start + longestSentence) : end;
    const until = cut > start ? cut : Math.min(end, start + longestSentence);
    const raw = text.slice(start, until);
    const lead = raw.length - raw.trimStart().length;
    if (/[\p{L}\p{N}]/u.test(raw)) found.push({ text: raw.trim().replace(/\s+/g, ' '), start: start + lead });
    start = until;
  }
}

function endsSentence(text: string, mark: number, end: number): boolean {
  const next = text.slice(end, end + 12).trimStart();
  if (next === '') return true;
  if (/^\p{Ll}/u.test(next)) return false;
  if (text[mark] !== '.') return true;
  const word = /[\p{L}\p{N}.]+$/u.exec(text.slice(Math.max(0, mark - 20), mark))?.[0].toLowerCase() ?? '';
  if (abbreviations.has(word)) return word === 'etc' || word === 'enz' || startsName(word, next);
  return (
    !/(?:^|[^\p{L}\p{N}'’])\p{Lu}$/u.test(text.slice(Math.max(0, mark - 3), mark)) && !/^\d{1,2}$/.test(word)
  );
}

// "B.V. De" may be a new sentence after a company; "Mr. Jansen" never is.
function startsName(word: string, next: string): boolean {
  const company = /^(b\.v|n\.v|bv|v\.o\.f|c\.v|ltd|inc|plc|co|corp)$/.test(word);
  return (
    company && /^(De|Het|Wij|We|U|Uw|Je|Ons|Onze|In|Met|Bij|The|Our|You|Your|If|This|It|We're)\b/.test(next)
  );
}
