import { present } from '../../base/assert.ts';
import { legalDateOf } from '../../base/clock.ts';
import type { Language } from '../../domain/language.ts';
import { countStates, promiseStates } from '../../domain/promise-state.ts';
import { promiseById } from '../../law/promises.ts';
import { statementWords } from '../../statement/words.ts';
import { countText, isoDateText } from '../date-text.ts';
import { type Markup, markup, noMarkup } from '../markup.ts';
import { selfContainedHead } from '../self-contained-head.ts';
import { dossierColumns } from './dossier-columns.ts';
import type { DossierContent, PromiseSum } from './dossier-content.ts';
import { type DossierWords, dossierWords } from './dossier-words.ts';

/** The file of the first page in a language; the Dutch one is what a person opens first. */
export const dossierIndexFile: Readonly<Record<Language, string>> = { nl: 'index.html', en: 'index.en.html' };

/** The page that a person opens first. It needs nothing but itself and may load and run nothing. */
export function dossierIndex(content: DossierContent, language: Language): string {
  const words = dossierWords[language];
  const title = words.title(content.controller.legalName);
  const other = language === 'nl' ? 'en' : 'nl';
  const date = (iso: string) => isoDateText(iso, language);
  const page: Page = { content, words, language, date };
  return String(markup`${selfContainedHead(language, title)}
<header>
<h1>${title}</h1>
<p class="quiet">${words.period(date(content.from), date(content.to))} ${words.made(date(content.on), content.madeBy)} <a href="${dossierIndexFile[other]}" lang="${other}" hreflang="${other}">${words.other}</a></p>
</header>
<main>
${about(page)}${section(words, 'verify', verify(page))}${section(words, 'statement', statements(page))}${section(words, 'policy', policies(page))}${section(words, 'promises', promises(page))}${section(words, 'cases', cases(page))}${section(words, 'notices', notices(page))}${section(words, 'ledger', ledger(page))}${section(words, 'columns', columns(page))}</main>
</body>
</html>
`);
}

interface Page {
  readonly content: DossierContent;
  readonly words: DossierWords;
  readonly language: Language;
  readonly date: (iso: string) => string;
}

function section(words: DossierWords, id: keyof DossierWords['sections'], body: Markup): Markup {
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}">${words.sections[id]}</h2>
${body}</section>
`;
}

function about({ content, words, language, date }: Page): Markup {
  const { address, email, phone, website, contactPoint, tradeRegister } = content.controller;
  const goesOn = content.judged < content.to ? paragraph(words.goesOn(date(content.judged))) : noMarkup;
  return markup`${goesOn}${paragraph(words.intro)}<p>${address}. ${words.register(tradeRegister)}<br>${email}, ${phone}, ${website.replace(/^https?:\/\//, '')}<br>${contactPoint[language]}</p>
`;
}

function verify({ content, words, language }: Page): Markup {
  const [before = '', after = ''] = words.verify;
  return markup`<p>${before}</p>
<p><code>node verify-ledger.mjs . --language ${language} --key ${content.key}</code></p>
<p>${after}</p>
`;
}

function statements({ content, words, date }: Page): Markup {
  if (content.statements.length === 0) return paragraph(words.noStatements);
  const { version, language, published, files } = words.columns;
  return markup`${paragraph(words.statements)}${grid(
    words,
    words.sections.statement,
    [version, language, published, files],
    content.statements.map((each) => [each.version, each.language, date(each.publishedOn), link(each.file)]),
  )}`;
}

function policies({ content, words, date }: Page): Markup {
  const registers = content.registers.map(
    (file) => markup`<li>${link(file)}</li>
`,
  );
  if (content.policies.length === 0) return paragraph(words.noPolicies);
  return markup`${paragraph(words.policies)}${grid(
    words,
    words.sections.policy,
    [words.columns.loaded, words.columns.files],
    content.policies.map((each) => [date(each.loadedOn), link(each.file)]),
  )}${paragraph(words.processing)}<ul>
${registers}</ul>
`;
}

function promises({ content, words, language, date }: Page): Markup {
  const { state } = statementWords[language];
  const counts = countStates(content.promises.map((each) => each.state));
  const counted = promiseStates.map((each) => `${countText(counts[each], language)} ${state[each]}`);
  const total = countText(content.promises.length, language);
  const { promise, state: stands, since, why } = words.columns;
  return markup`${paragraph(words.promises(date(content.judged)))}${paragraph(words.counts(total, counted.join(', ')))}<p>${words.allPromises} ${link('promises.csv')}.</p>
${grid(
  words,
  words.sections.promises,
  [promise, stands, since, why],
  content.promises.map((each) => [
    promiseText(each, { words, language }),
    state[each.state],
    sinceText(each, { words, language, date }),
    whyText(each, { words, language }),
  ]),
)}`;
}

type Words = Pick<Page, 'words' | 'language'>;

function promiseText({ id }: PromiseSum, { words, language }: Words): Markup {
  const { text, brokenWhen } = present(promiseById(id), 'a promise by its id');
  return markup`${id} ${text[language]}<br><small>${words.brokenWhen} ${brokenWhen[language]}</small>`;
}

function sinceText(
  { since, before }: PromiseSum,
  { words, language, date }: Words & Pick<Page, 'date'>,
): Markup {
  const { state } = statementWords[language];
  const dayOf = (instant: string | null) =>
    instant === null ? '' : date(legalDateOf(Temporal.Instant.from(instant)).toString());
  const earlier = before.map((each) => `${state[each.state]} (${dayOf(each.since)})`).join(', ');
  const then = earlier === '' ? noMarkup : markup`<br><small>${words.before} ${earlier}</small>`;
  return markup`${dayOf(since)}${then}`;
}

function whyText({ reason, care }: PromiseSum, { words, language }: Words): Markup {
  if (care === null) return markup`${reason[language]}`;
  return markup`${reason[language]}<br>${words.takenUp(care.by)} ${care.note}`;
}

function cases({ content, words, language }: Page): Markup {
  if (content.cases.length === 0) return paragraph(words.noCases);
  const { kind, received, inTime, late, open, ended } = words.columns;
  return markup`<p>${words.cases} ${link('cases.csv')}.</p>
${grid(
  words,
  words.sections.cases,
  [kind, received, inTime, late, open, ended],
  content.cases.map((each) => [
    words.kinds[each.kind],
    ...[each.total, each.inTime, each.late, each.open, each.ended].map((count) => countText(count, language)),
  ]),
)}`;
}

function notices({ content, words, language }: Page): Markup {
  if (content.notices === 0) return paragraph(words.noNotices);
  return markup`<p>${words.notices(countText(content.notices, language))} ${link('notices.csv')}.</p>
`;
}

function columns({ words, language }: Page): Markup {
  const rows = Object.entries(dossierColumns).flatMap(([file, each]) =>
    Object.entries(each).map(([name, meaning]) => [file, name, meaning[language]]),
  );
  const { files, column, meaning } = words.columns;
  return markup`${paragraph(words.explained)}${grid(words, words.sections.columns, [files, column, meaning], rows)}`;
}

function ledger({ content, words, language }: Page): Markup {
  const { growth, ledgerSize } = content;
  return markup`${paragraph(words.ledger(countText(ledgerSize, language)))}${
    growth === null
      ? noMarkup
      : markup`<p>${words.growth(countText(growth.size, language))} ${link(growth.file)}.</p>
`
  }`;
}

function paragraph(text: string): Markup {
  return markup`<p>${text}</p>
`;
}

function link(file: string): Markup {
  return markup`<a href="${file}">${file}</a>`;
}

function grid(
  words: DossierWords,
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | Markup)[])[],
): Markup {
  return markup`<section class="wide" tabindex="0" aria-label="${words.tableOf(caption)}">
<table>
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => markup`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (cells) => markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>
`,
)}</tbody>
</table>
</section>
`;
}
