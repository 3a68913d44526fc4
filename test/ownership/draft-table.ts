import type { SourceKind } from '../../src/catalog/catalog.ts';
import type { Random } from './random.ts';
import type { WorldLink, WorldReference, WorldTable } from './world.ts';

/** A table of a world that is still being made up. */
export interface Draft {
  name: string;
  use: WorldTable['use'];
  subject: boolean;
  key: WorldTable['key'];
  onErasure: 'delete' | 'redact';
  hold: WorldTable['hold'];
  references: WorldReference[];
  links: WorldLink[];
  about: string | null;
}

export function draftTables(random: Random, kind: SourceKind): Draft[] {
  const size = 1 + random.below(10);
  return Array.from({ length: size }, (_, i) => {
    const subject = i === 0 || random.chance(0.15);
    const use = subject
      ? 'personal'
      : random.pick([
          'personal',
          'personal',
          'personal',
          'personal',
          'personal',
          'context',
          'not-personal',
        ] as const);
    return {
      name: random.chance(0.1) ? `Table "${i}"` : `t${i}`,
      use,
      subject,
      key: draftKey(random, kind, { use, first: i === 0 }),
      onErasure: random.chance(0.15) ? ('redact' as const) : ('delete' as const),
      hold: null,
      references: [],
      links: [],
      about: null,
    };
  });
}

function draftKey(
  random: Random,
  kind: SourceKind,
  { use, first }: { readonly use: Draft['use']; readonly first: boolean },
): Draft['key'] {
  const key = random.pick(['single', 'single', 'composite', 'none'] as const);
  // The first table is of people, and a plan names people by their key.
  if (first && key === 'none') return 'single';
  // Rows of MariaDB have no address: there a table that the plan works on must have a key.
  return kind === 'mariadb' && use !== 'not-personal' && key === 'none' ? 'single' : key;
}

export function deleteRules(kind: SourceKind, nullable: boolean): readonly WorldReference['onDelete'][] {
  const rules: WorldReference['onDelete'][] = ['no action', 'cascade'];
  if (nullable) rules.push('set null');
  // SQLite checks RESTRICT row by row, also inside one statement.
  if (kind !== 'sqlite') rules.push('restrict');
  return rules;
}
