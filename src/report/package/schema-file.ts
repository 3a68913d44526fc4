import type { AccessPackageContent } from './access-package-content.ts';
import { personalColumn, purposesOf } from './article-15.ts';
import type { PackagedTable } from './packaged-table.ts';

/** What each column is, for software: art. 20 asks for a machine-readable format, and figures without names are none. */
export function schemaFile(
  { policy, language, on, reference }: AccessPackageContent,
  tables: readonly PackagedTable[],
): string {
  const schema = {
    format: 'gestand-access-package',
    version: 1,
    reference,
    date: on,
    language,
    controller: policy.controller.legalName,
    tables: tables.map((table) => ({
      source: table.source.id,
      sourceName: table.source.name[language],
      table: table.table.id,
      name: table.table.name[language],
      use: table.table.use,
      rows: table.rows,
      json: `${table.path}.json`,
      csv: `${table.path}.csv`,
      columns: table.columns.map((name) => columnOf({ policy, language }, table, name)),
    })),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function columnOf(
  { policy, language }: Pick<AccessPackageContent, 'policy' | 'language'>,
  table: PackagedTable,
  name: string,
) {
  const column = personalColumn(table, name);
  const withheld = table.step.masked.includes(name);
  if (column === null) return { name, personal: false, withheld };
  return {
    name,
    personal: true,
    withheld,
    category: column.category,
    categoryName: policy.categories.get(column.category)?.name[language] ?? column.category,
    ...(column.paths === undefined ? {} : { inside: column.paths }),
    purposes: purposesOf(table, column),
    origin: column.origin,
  };
}
