import { countText } from '../date-text.ts';
import { type Markup, markup, noMarkup } from '../markup.ts';
import type { AccessPackageContent, PackagedFile } from './access-package-content.ts';
import { type Found, personalColumn } from './article-15.ts';
import { type PackageWords, packageWords } from './package-words.ts';
import type { PackagedTable, PreviewCell } from './packaged-table.ts';

/** Up to this many rows a table stands on its side: one line an item, as on a form, instead of twenty columns. */
const formRows = 3;

/** The rows by source and table, and at the end where nothing was found. */
export function* dataSections(content: AccessPackageContent, { tables, files }: Found): Generator<string> {
  const { policy, language, sources } = content;
  const words = packageWords[language];
  const withheld = tables.some(({ preview }) =>
    preview.some((row) => row.some(({ kind }) => kind === 'withheld')),
  );
  yield String(markup`<section aria-labelledby="data">
<h2 id="data">${words.sections.data}</h2>
<p>${words.intros.data}</p>
${
  withheld
    ? markup`<p>${words.withheldNote}</p>
`
    : noMarkup
}`);
  for (const { plan } of sources) {
    const source = policy.sources.find(({ id }) => id === plan.source);
    const found = tables.filter((table) => table.source.id === plan.source && table.rows > 0);
    const attached = files.filter((file) => file.source.id === plan.source);
    if (source === undefined || found.length + attached.length === 0) continue;
    yield String(markup`<h3>${source.name[language]}</h3>
`);
    for (const table of found) yield String(tableSection(table, content, words));
    for (const file of attached) yield String(fileSection(file, words));
  }
  yield String(markup`${emptyPlaces(content, { tables, files }, words)}</section>
`);
}

function tableSection(table: PackagedTable, content: AccessPackageContent, words: PackageWords): Markup {
  const { language } = content;
  const name = table.table.name[language];
  const count = countText(table.rows, language);
  const cut = table.rows > table.preview.length;
  return markup`<h4>${name} <span class="quiet">(${words.rows(count, table.rows === 1)})</span></h4>
${
  table.table.use === 'context'
    ? markup`<p class="quiet">${words.contextNote}</p>
`
    : noMarkup
}${
  cut
    ? markup`<p>${words.preview(countText(table.preview.length, language), count)}</p>
`
    : noMarkup
}<section class="wide" aria-label="${words.tableOf(`${table.source.name[language]}, ${name}`)}" tabindex="0">
<table>
${table.rows <= formRows ? formTable(table, content, words) : rowTable(table, content, words)}</table>
</section>
<p class="quiet">${words.files}: <a href="${linkTo(table, 'csv')}">CSV</a>, <a href="${linkTo(table, 'json')}">JSON</a></p>
`;
}

/** What somebody looked up by hand lies in the package as they added it. */
function fileSection({ path, name }: PackagedFile, words: PackageWords): Markup {
  return markup`<p>${words.byHand} <a href="${encodedPath(path)}">${name}</a></p>
`;
}

function formTable(table: PackagedTable, content: AccessPackageContent, words: PackageWords): Markup {
  const rows = table.preview;
  const heads = rows.map((_, index) => (rows.length === 1 ? words.value : `${words.value} ${index + 1}`));
  return markup`<thead><tr><th scope="col">${words.columns.item}</th><th scope="col">${words.columns.category}</th>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${table.columns.map(
  (
    column,
    index,
  ) => markup`<tr><th scope="row">${columnLabel(column)}</th><td>${categoryName(table, column, content)}</td>${rows.map((row) => cellMarkup(row[index], words))}</tr>
`,
)}</tbody>
`;
}

function rowTable(table: PackagedTable, content: AccessPackageContent, words: PackageWords): Markup {
  return markup`<thead><tr>${table.columns.map((column) => {
    const category = categoryName(table, column, content);
    return markup`<th scope="col">${columnLabel(column)}${category === '' ? noMarkup : markup`<small>${category}</small>`}</th>`;
  })}</tr></thead>
<tbody>
${table.preview.map(
  (row) => markup`<tr>${row.map((cell) => cellMarkup(cell, words))}</tr>
`,
)}</tbody>
`;
}

function cellMarkup(cell: PreviewCell | undefined, words: PackageWords): Markup {
  switch (cell?.kind) {
    case 'text':
      return markup`<td>${cell.text}</td>`;
    case 'yes-no':
      return markup`<td>${cell.value ? words.yes : words.no}</td>`;
    case 'withheld':
      return markup`<td class="none">${words.withheld}</td>`;
    case 'empty':
    case undefined:
      return markup`<td class="none">${words.empty}</td>`;
  }
}

function emptyPlaces(
  { policy, language, sources }: AccessPackageContent,
  { tables, files }: Found,
  words: PackageWords,
): Markup {
  const added = new Set(files.map(({ source }) => source.id));
  const found = new Set(
    tables.filter(({ rows }) => rows > 0).map(({ source, table }) => `${source.id} ${table.id}`),
  );
  const empty = sources.flatMap(({ plan }) =>
    policy.sources
      .filter(({ id }) => id === plan.source)
      .flatMap((source) =>
        source.kind === 'manual'
          ? added.has(source.id)
            ? []
            : [source.name[language]]
          : source.tables
              .filter(({ use, id }) => use === 'personal' && !found.has(`${source.id} ${id}`))
              .map((table) => `${source.name[language]}, ${table.name[language]}`),
      ),
  );
  if (empty.length === 0) return noMarkup;
  return markup`<h3>${words.nothingIn}</h3>
<ul>
${empty.map(
  (place) => markup`<li>${place}</li>
`,
)}</ul>
`;
}

/** `first_name` → `first name`: the source's own word, made readable. */
function columnLabel(column: string): string {
  const words = column.replace(/[_\s]+/g, ' ').trim();
  return words === '' ? column : words;
}

function categoryName(
  table: PackagedTable,
  column: string,
  { policy, language }: AccessPackageContent,
): string {
  const personal = personalColumn(table, column);
  return personal === null
    ? ''
    : (policy.categories.get(personal.category)?.name[language] ?? personal.category);
}

function linkTo({ path }: PackagedTable, extension: 'csv' | 'json'): string {
  return `${encodedPath(path)}.${extension}`;
}

function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
