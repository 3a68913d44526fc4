import { describe, expect, test } from 'vitest';
import { judgedRules, type Labels, labelledStatements, parts, ruleIds, seedLabels } from './labels.ts';
import { onOneLine, plainText } from './plain-text.ts';

const statements = parts.flatMap(labelledStatements);

test.each([
  ['development', 4],
  ['blind', 5],
  ['blind-2', 6],
  ['blind-3', 4],
  ['blind-4', 3],
  ['blind-5', 4],
  ['blind-6', 4],
  ['blind-7', 4],
  ['blind-8', 4],
  ['blind-9', 4],
  ['blind-10', 4],
  ['blind-11', 4],
  ['blind-12', 4],
  ['blind-13', 4],
  ['blind-14', 4],
  ['blind-15', 4],
  ['blind-16', 4],
  ['blind-17', 4],
  ['blind-18', 4],
  ['blind-19', 4],
  ['blind-20', 4],
] as const)('%s has %i statements in each language', (part, count) => {
  const languages = statements.filter((statement) => statement.part === part).map(({ language }) => language);
  expect(languages.filter((language) => language === 'nl')).toHaveLength(count);
  expect(languages.filter((language) => language === 'en')).toHaveLength(count);
});

describe.each([
  ...statements.map(({ name, language, labels }) => [`${name}.${language}`, labels] as const),
  ['seed.nl', seedLabels()] as const,
])('%s', (_name, labels) => {
  test('every rule has one label', () => {
    expect(Object.keys(labels.rules).sort()).toEqual([...ruleIds].sort());
  });

  test('a mistake that was made is quoted', () => {
    expect(
      ruleIds.filter(
        (rule) =>
          judgedRules[rule] === 'mistake' &&
          labels.rules[rule].label === 'fires' &&
          labels.rules[rule].quote.length === 0,
      ),
    ).toEqual([]);
  });

  test('what is not missing is quoted, or it is said why it need not be there', () => {
    expect(
      ruleIds.filter(
        (rule) =>
          judgedRules[rule] === 'requirement' &&
          labels.rules[rule].label === 'silent' &&
          labels.rules[rule].quote.length === 0 &&
          labels.rules[rule].because === undefined,
      ),
    ).toEqual([]);
  });

  test('a doubt is explained', () => {
    const doubts = [
      ...ruleIds.map((rule) => ({ id: rule, ...labels.rules[rule] })),
      ...labels.promises,
    ].filter(({ label }) => label === 'unclear');
    expect(doubts.filter(({ because }) => because === undefined).map(({ id }) => id)).toEqual([]);
  });

  test('a promise is listed once', () => {
    const ids = labels.promises.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });
});

test.each(statements.map((statement) => [`${statement.name}.${statement.language}`, statement] as const))(
  '%s says what its labels quote',
  (_name, { text, labels }) => {
    expect(quotedBy(labels).filter((quote) => !text.includes(onOneLine(quote)))).toEqual([]);
  },
);

describe('plain text', () => {
  test('of Markdown is what the reader sees', () => {
    const source =
      '# Rights\n\nYou may **always**\nask [us](https://a.example).\n\n| a | b |\n|---|---|\n| c | d |\n';
    expect(plainText(source, 'md')).toBe('Rights You may always ask us. a b c d');
  });

  test('of a page leaves out its head, scripts and tags', () => {
    const source =
      '<head><title>T</title></head>\n<p>You &amp; <b>us</b>.</p>\n<script>no()</script>\n<p>End.</p>\n';
    expect(plainText(source, 'html')).toBe('You & us. End.');
  });
});

/** Everything in the labels that must stand in the statement word for word. */
function quotedBy({ rules, promises, other, facts }: Labels): readonly string[] {
  return [
    ...ruleIds.flatMap((rule) => rules[rule].quote),
    ...promises.flatMap(({ quote }) => quote),
    ...other.flatMap(({ quote }) => quote),
    ...(facts === undefined ? [] : quotedByFacts(facts)),
  ].filter((quote) => quote !== undefined);
}

function quotedByFacts(facts: NonNullable<Labels['facts']>): readonly (string | undefined)[] {
  return [
    ...Object.values(facts.controller),
    ...facts.categories,
    ...facts.purposes.map(({ purpose }) => purpose),
    ...facts.recipients.flatMap(({ name, country }) => [name, country]),
    ...facts.retention.flatMap(({ what, from, criterion }) => [what, from, criterion]),
    ...facts.transfers.flatMap(({ to, country }) => [to, country]),
  ];
}
