import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { present } from '../../src/base/assert.ts';
import { formatDiagnostic } from '../../src/base/diagnostic.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import { promiseIds } from '../../src/law/promises.ts';
import { compilePolicy } from '../../src/policy/compile-policy.ts';
import { compileStatement } from '../../src/statement/compile.ts';

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const compiled = compilePolicy('policy.yaml', read('policy.yaml'));

/** What a statement had better not say: from a real one. */
const mistakes: readonly (readonly [rule: string, pattern: RegExp])[] = [
  ['L01', /Privacy\s+Shield/i],
  ['L05', /in een aantal gevallen|maar meestal doen wij/i],
  ['L07', /in uw belang/i],
  ['L11', /dan nuttig is/i],
  ['L16', /strikt genomen geen verwerker/i],
  ['L17', /alle verplichtingen van de AVG zullen naleven/i],
  ['L18', /Bovenstaande betekent concreet ook/i],
  ['L22', /gevoelige persoonsgegevens/i],
  ['L23', /slechts een beperkt aantal/i],
  ['L24', /buiten de EU\b/],
  ['L26', /andere schriftelijke afspraken/i],
  ['L28', /behoudens zwaarwegende redenen/i],
  ['L29', /en de verwezenlijking daarvan/i],
  ['L31', /in redelijkheid van ons kunnen worden verlangd/i],
  ['L32', /behoudens uiteraard indien dit eventuele wettelijke verplichtingen/i],
  ['L37', /dan heeft altijd|persoonsgegeven die|privacy beleid|apparaat type|we er vanuit/i],
  ['L38', /anderszins bewerken|\bbewerker\b/i],
  ['L40', /meest recente versie .{0,60}van toepassing zijnde/i],
  ['L42', /Veelal gaat het om/i],
  ['L43', /\bapp\b/i],
  ['L44', /telefoonnummers/i],
  ['L45', /of om u reclamematerialen te sturen/i],
  ['L46', /onverwijld op de hoogte/i],
];

/** What a statement must say: GDPR art. 13 and 14, Telecommunicatiewet art. 11.7 and 11.7a. */
const duties: readonly (readonly [rule: string, pattern: RegExp])[] = [
  ['L02', /\bKvK\b|Kamer van Koophandel|gevestigd (te|aan|in)|verwerkingsverantwoordelijke is/i],
  ['L03', /[\w.+-]+@[\w-]+\.\w{2,}|\+31\s?\d|\b0\d{1,3}[- ]?\d{6,8}\b|\b\d{4}\s?[A-Z]{2}\b/],
  ['L04', /functionaris (voor )?(de )?gegevensbescherming|\bFG\b|data protection officer/i],
  ['L06', /gerechtvaardigde? belang/i],
  ['L08', /recht op beperking|beperking van de verwerking|verwerking (te )?(laten )?beperken/i],
  ['L09', /intrekken\b[^.]{0,60}toestemming|toestemming[^.]{0,60}(intrekken|in te trekken)/i],
  ['L10', /\b(\d+|één|een|twee|drie|vijf|zeven|tien) (dagen|weken|maanden|jaar|jaren)\b/i],
  ['L12', /geautomatiseerde (individuele )?besluit|profilering/i],
  ['L13', /van derden (hebben )?ontvangen|openbare bronnen|handelsregister|\bRDW\b/i],
  ['L14', /verplicht[^.]{0,60}gegevens te verstrekken|gevolgen[^.]{0,60}niet[^.]{0,20}verstrek/i],
  ['L15', /lijst van (sub)?verwerkers|overzicht van ontvangers|onze verwerkers zijn/i],
  ['L19', /nieuwsbrief|vooraf(gaande)? toestemming|bestaande klant|gelijksoortig|11\.7/i],
  ['L20', /afmelden|uitschrijven|afmeldlink|recht van verzet|bezwaar tegen direct/i],
  ['L21', /cookie/i],
  [
    'L25',
    /adequaatheidsbesluit|standaardcontractbepaling|modelcontract|artikel 46|Data Privacy Framework|\bSCC/i,
  ],
  ['L27', /gezamenlijke? verwerkingsverantwoordelijk/i],
  ['L30', /72 uur/i],
  ['L33', /binnen (een|één|1) maand/i],
  ['L34', /kosteloos|gratis/i],
  ['L35', /technisch mogelijk/i],
  ['L36', /autoriteitpersoonsgegevens\.nl/i],
  ['L39', /\bversie\s*\d|laatst (gewijzigd|bijgewerkt)|\b20\d\d\b/i],
  ['L41', /minderjarig|kinderen|\b16 jaar/i],
];

function statement(language: Language) {
  const file = `statement.${language}.md`;
  const { statement: made, diagnostics } = compileStatement({
    file,
    text: read(file),
    language,
    policy: present(compiled.policy, 'policy'),
    version: { number: 1, date: '2026-11-23' },
  });
  expect(diagnostics.map(formatDiagnostic)).toEqual([]);
  return present(made, 'statement');
}

test('the policy compiles, without a warning', () => {
  expect(compiled.diagnostics.map(formatDiagnostic)).toEqual([]);
});

describe.each(languages)('the statement in %s', (language) => {
  test('binds every promise', () => {
    const bound = new Set(statement(language).bindings.map((binding) => binding.promiseId));
    expect(promiseIds.filter((id) => !bound.has(id))).toEqual([]);
  });

  test('has sentences that can be read in one breath', () => {
    const lengths = sentences(read(`statement.${language}.md`)).map(
      (sentence) => sentence.split(/\s+/).length,
    );
    expect(lengths.length).toBeGreaterThan(80);
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThan(20);
    expect(lengths.filter((length) => length > 25).length / lengths.length).toBeLessThan(0.1);
  });

  test('fills in the figures of the policy and of the law', () => {
    const { text } = statement(language);
    for (const figure of ['CarConnect B.V.', '00012345', 'privacy@carconnect.example', '48', '72', '180']) {
      expect(text).toContain(figure);
    }
  });
});

test('both languages make the same promises in the same sections', () => {
  const shape = (language: Language) =>
    statement(language).sections.map((section) => section.promiseIds.toSorted());
  expect(shape('en')).toEqual(shape('nl'));
});

describe('what is wrong in privacy statements is not wrong in this one', () => {
  const text = statement('nl').text.replace(/\s+/g, ' ');

  test.each(mistakes)('%s: says nothing like %s', (_rule, pattern) => {
    expect(text).not.toMatch(pattern);
  });

  test.each(duties)('%s: says something like %s', (_rule, pattern) => {
    expect(text).toMatch(pattern);
  });

  test('the rules are all there', () => {
    const rules = [...mistakes, ...duties].map(([rule]) => rule).toSorted();
    expect(rules).toEqual(Array.from({ length: 46 }, (_, place) => `L${String(place + 1).padStart(2, '0')}`));
  });
});

/** Running text: what a person reads from beginning to end, without headings, lists and tables that are filled in. */
function sentences(markdown: string): readonly string[] {
  return markdown
    .split('\n')
    .filter((line) => line !== '' && !/^(#|::)/.test(line))
    .map((line) =>
      line.replace(/:value\[[^\]]*\]/g, 'waarde').replace(/:promise\[|\]\{ids="[^"]*"\}|^- |\*\*/g, ''),
    )
    .flatMap((line) => line.split(/(?<=[.?!])\s+/))
    .filter((sentence) => /\p{L}/u.test(sentence));
}
