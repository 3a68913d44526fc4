import { isOwning } from '../domain/ownership.ts';
import type { PersonalColumn, PolicyLink, PolicySource, PolicyTable } from './policy.ts';

export function personalColumns(table: PolicyTable): readonly PersonalColumn[] {
  return table.columns.filter((column) => column.kind === 'personal');
}

/** The purposes a column serves: its own, else its table's. */
export function purposesOf(table: PolicyTable, column: PersonalColumn): readonly string[] {
  return column.purposes.length > 0 ? column.purposes : table.purposes;
}

export function tableIn(source: PolicySource, id: string): PolicyTable | undefined {
  return source.tables.find((table) => table.id === id);
}

export function owningLinks(table: PolicyTable): readonly PolicyLink[] {
  return table.links.filter((link) => isOwning(link.kind));
}

/** The personal tables that ownership flows from into this one, itself among them, nearest first. */
export function ownersOf(source: PolicySource, table: PolicyTable): readonly PolicyTable[] {
  const found = new Set([table]);
  // A set visits what is added while it is walked, each table once.
  for (const owned of found) {
    for (const link of owningLinks(owned)) {
      const owner = tableIn(source, link.table);
      if (owner?.use === 'personal') found.add(owner);
    }
  }
  return [...found];
}
