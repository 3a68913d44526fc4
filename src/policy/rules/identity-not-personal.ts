import { personalTables, type Rule } from '../rule.ts';

/** What a person is recognised by is personal data (art. 4(1)), a customer number too. */
export const identityNotPersonal: Rule = {
  code: 'identity-not-personal',
  severity: 'error',
  *check(draft) {
    for (const { table, path } of personalTables(draft)) {
      for (const { kind, column } of table.subject?.identities ?? []) {
        if (table.columns.find((candidate) => candidate.name === column)?.kind !== 'not-personal') continue;
        yield {
          place: draft.place(...path, 'columns', column),
          message: `column ${column} identifies a person (${kind}) and is declared not personal`,
          hint: 'give it the category it belongs to',
        };
      }
    }
  },
};
