import type { Localised } from '../../domain/language.ts';
import { durationText } from '../../policy/describe.ts';
import type { Recipient, RetentionRule } from '../../policy/policy.ts';
import { countryText } from '../../statement/date-text.ts';
import { statementWords } from '../../statement/words.ts';
import { isoDateText } from '../date-text.ts';
import { supervisoryAuthority } from '../letters/remedies.ts';
import { type Markup, markup, noMarkup } from '../markup.ts';
import { selfContainedHead } from '../self-contained-head.ts';
import type { AccessPackageContent } from './access-package-content.ts';
import { type Article15, article15, type Found } from './article-15.ts';
import { dataSections } from './data-sections.ts';
import { type PackageWords, packageWords, type SectionId } from './package-words.ts';

/**
 * The page a person opens first: the answer, art. 15(1)(a)–(h) and (2), and the data. It needs nothing but
 * itself, and its policy of content forbids it to load or run anything: what strangers once typed stands in it.
 */
export function* indexPage(content: AccessPackageContent, found: Found): Generator<string> {
  const { tables, files } = found;
  const { policy, language, reference, on } = content;
  const words = packageWords[language];
  const title = words.title(policy.controller.name);
  const facts = article15(policy, found);
  const page: Page = { content, words, facts, text: (localised) => localised[language] };
  const answer =
    files.length > 0 || tables.some(({ rows }) => rows > 0) ? words.confirmed : words.notConfirmed;
  const sections = sectionsOf(page);
  yield String(markup`${selfContainedHead(language, title)}
<header>
<p><a href="#data">${words.skip}</a></p>
<h1>${title}</h1>
<p class="quiet">${words.reference}: ${reference}. ${words.date}: ${isoDateText(on, language)}.</p>
</header>
<main>
<p class="answer">${answer(policy.controller.name)}</p>
<p>${words.copy}</p>
<nav aria-label="${words.contents}">
<ul>
${[...sections.map(([id]) => id), 'data' as const].map(
  (id) => markup`<li><a href="#${id}">${words.sections[id]}</a></li>
`,
)}</ul>
</nav>
`);
  for (const [id, body] of sections) yield String(section(words, id, body));
  yield* dataSections(content, found);
  yield String(markup`</main>
<footer>
<p>${policy.controller.legalName}, ${policy.controller.address}<br>${policy.controller.email}, ${policy.controller.phone}<br>${policy.controller.contactPoint[language]}</p>
</footer>
</body>
</html>
`);
}

interface Page {
  readonly content: AccessPackageContent;
  readonly words: PackageWords;
  readonly facts: Article15;
  readonly text: (localised: Localised) => string;
}

function section(words: PackageWords, id: SectionId, body: Markup): Markup {
  const intro = words.intros[id];
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}">${words.sections[id]}</h2>
${
  intro === ''
    ? noMarkup
    : markup`<p>${intro}</p>
`
}${body}</section>
`;
}

function sectionsOf(page: Page): readonly (readonly [SectionId, Markup])[] {
  const { facts, content } = page;
  const found: readonly (readonly [SectionId, Markup])[] = [
    ['purposes', purposes(page)],
    ['categories', categories(page)],
    ['recipients', recipients(page)],
    ['transfers', transfers(page)],
    ['retention', retention(page)],
    ['origin', origin(page)],
    ['automated', paragraph(page.text(content.policy.automatedDecisions))],
  ];
  return [
    ...(facts.categories.length === 0 ? [] : found),
    ['rights', rights(page)],
    ['complaint', complaint(page)],
    ...(content.explanation.length === 0 ? [] : [['read', bullets(content.explanation)] as const]),
  ];
}

/** Art. 15(1)(a). */
function purposes({ facts, words, text, content }: Page): Markup {
  const { basis } = statementWords[content.language];
  return grid(
    words.tableOf(words.sections.purposes),
    [words.columns.purpose, words.columns.basis, words.columns.ground],
    facts.purposes.map((purpose) => [
      text(purpose.name),
      `${basis[purpose.basis]} (${words.basisArticles[purpose.basis]})`,
      text(purpose.ground),
    ]),
  );
}

/** Art. 15(1)(b). */
function categories({ facts, words, text }: Page): Markup {
  return bullets(
    facts.categories.map(({ name, special }) => (special ? `${text(name)} (${words.special})` : text(name))),
  );
}

/** Art. 15(1)(c). */
function recipients({ facts, words, text, content }: Page): Markup {
  if (facts.recipients.length === 0) return paragraph(words.noRecipients);
  const { role } = statementWords[content.language];
  return grid(
    words.tableOf(words.sections.recipients),
    [words.columns.recipient, words.columns.role, words.columns.task, words.columns.country],
    facts.recipients.map((recipient) => [
      recipient.name,
      role[recipient.role],
      text(recipient.task),
      countryText(recipient.country, content.language),
    ]),
  );
}

/** Art. 15(2). */
function transfers({ facts, words, content }: Page): Markup {
  if (facts.transfers.length === 0) return paragraph(words.noTransfers);
  return grid(
    words.tableOf(words.sections.transfers),
    [words.columns.recipient, words.columns.country, words.columns.mechanism, words.columns.checkedOn],
    facts.transfers.map((recipient) => transferCells(recipient, content)),
  );
}

function transferCells(
  { name, country, transfer }: Recipient,
  { language }: AccessPackageContent,
): readonly string[] {
  return [
    name,
    countryText(country, language),
    transfer?.mechanism ?? '',
    transfer === null ? '' : isoDateText(transfer.checkedOn, language),
  ];
}

/** Art. 15(1)(d). */
function retention({ facts, words, text, content }: Page): Markup {
  const rows = facts.retention.flatMap(({ source, table, rules }) => {
    const place = table === null ? text(source) : `${text(source)}, ${text(table)}`;
    return rules.length === 0
      ? [[place, words.noRule, '', '']]
      : rules.map((rule) => [place, ...ruleCells(rule, words, content)]);
  });
  return grid(
    words.tableOf(words.sections.retention),
    [words.columns.table, words.columns.period, words.columns.start, words.columns.kind],
    rows,
  );
}

function ruleCells(
  rule: RetentionRule,
  words: PackageWords,
  { language }: AccessPackageContent,
): readonly string[] {
  return [
    durationText(rule.period, language),
    statementWords[language].retentionStart[rule.from](rule.event[language]),
    rule.kind === 'statutory' ? words.mandatory : words.maximum,
  ];
}

/** Art. 15(1)(e). */
function rights({ content, words, facts }: Page): Markup {
  const { email, phone } = content.policy.controller;
  const consent = facts.purposes.some(({ basis }) => basis === 'consent');
  return markup`${bullets(words.rights)}${consent ? paragraph(words.withdrawConsent) : noMarkup}${paragraph(words.exercise(email, phone))}`;
}

/** Art. 15(1)(f). */
function complaint({ words, text }: Page): Markup {
  const { name, website } = supervisoryAuthority;
  return markup`${paragraph(words.complaint(text(name)))}<p><a href="${website}">${website}</a></p>
${paragraph(words.court)}`;
}

/** Art. 15(1)(g). */
function origin({ facts, words, text }: Page): Markup {
  const names = (found: Article15['categories']) => found.map(({ name }) => text(name)).join('; ');
  const lines = [
    ...facts.origins.map((group) => `${text(group.name)}: ${text(group.origin)}`),
    ...(facts.observed.length === 0 ? [] : [words.observed(names(facts.observed))]),
    ...(facts.derived.length === 0 ? [] : [words.derived(names(facts.derived))]),
  ];
  return lines.length === 0 ? paragraph(words.noOrigin) : bullets(lines);
}

function paragraph(text: string): Markup {
  return markup`<p>${text}</p>
`;
}

function bullets(items: readonly string[]): Markup {
  return markup`<ul>
${items.map(
  (item) => markup`<li>${item}</li>
`,
)}</ul>
`;
}

/** Wider than a telephone, it scrolls by itself, and by keyboard too. */
function grid(label: string, head: readonly string[], rows: readonly (readonly string[])[]): Markup {
  return markup`<section class="wide" aria-label="${label}" tabindex="0">
<table>
<thead><tr>${head.map((cell) => markup`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (
    cells,
  ) => markup`<tr>${cells.map((cell, index) => (index === 0 ? markup`<th scope="row">${cell}</th>` : markup`<td>${cell}</td>`))}</tr>
`,
)}</tbody>
</table>
</section>
`;
}
