import type { Sentence, StatementDocument } from '../reading/document.ts';

const months =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october|jan|feb|mrt|mar|apr|jun|jul|aug|sept?|okt|oct|nov|dec|summer|autumn|winter|spring|zomer|herfst|najaar|voorjaar';
const date = new RegExp(
  `\\b(?:(?:\\d{1,2}\\.? )?(?:${months})\\.?,? (?:\\d{1,2},? )?(?:19|20)\\d\\d|\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)\\d\\d|(?:19|20)\\d\\d-\\d\\d-\\d\\d)\\b`,
  'iu',
);
const version =
  /\b(?:versie|version|editie|edition|uitgave|issue|revision|rev\.|v\.?)\s?(?:nr\.? ?|no\.? ?)?\d/iu;
const ofTheText =
  /versie|bijgewerkt|gewijzigd|vastgesteld|herzien|aangepast|ingang|geldig|geldend|geldt|opgesteld|datum|updated|reviewed|revised|effective|in force|version|edition|dated|last change|amended|adopted|issued|applies from|written in|approved|drawn up|prepared|created|modified|opgemaakt|geschreven|geactualiseerd/iu;
/** The year of a copyright, or of the organisation itself. */
const other = /©|copyright|bestaan|bestaat|opgericht|we have existed|founded|established/iu;

/** Whether the text says of when it is: a version, or a date that is its own. */
export function hasDate({ sentences }: StatementDocument): boolean {
  const said = sentences.filter(({ text }) => !other.test(text));
  if (said.some(({ text }) => version.test(text) && !/\bv\.?\s?\d{3}/iu.test(text))) return true;
  const dated = said.filter(({ text }) => date.test(text));
  const edges = new Set<Sentence>([...said.slice(0, 6), ...said.slice(-4)]);
  return dated.some(
    (sentence) =>
      ofTheText.test(sentence.text) || (edges.has(sentence) && sentence.text.split(' ').length <= 8),
  );
}
