import type { IdentityKind } from '../../domain/identity.ts';
import { policyCategories, type SuggestedPolicyCategory } from '../classification/category.ts';
import { isAboutPeople, mapCategory } from './fides-category.ts';
import type { FidesField } from './fides-file.ts';
import type { Difference, ImportedColumn } from './fides-import.ts';

/** A column, and what was not the same in Fides. */
export interface ReadColumn {
  readonly column: ImportedColumn;
  readonly differences: readonly Difference[];
}

export function importColumn(field: FidesField, collection: string): ReadColumn {
  const at = `${collection}.${field.name}`;
  const unused = field.unused.map(
    (what): Difference => ({ kind: 'not-carried-over', at, text: `"${what}" has no place in a policy` }),
  );
  const read = field.fields.length > 0 ? nestedColumn(field, at) : flatColumn(field, at);
  return { column: read.column, differences: [...read.differences, ...unused] };
}

/** Whether Fides says, of the field or of one within it, that it is about people. */
export function holdsPeople(field: FidesField): boolean {
  return field.identity !== null || field.categories.some(isAboutPeople) || field.fields.some(holdsPeople);
}

/** How a person is recognised by it. Fides knows e-mail and telephone; what an organisation added is a number of theirs. */
export function identityKind(fides: string): { readonly kind: IdentityKind; readonly known: boolean } {
  if (fides === 'email') return { kind: 'email', known: true };
  if (fides === 'phone_number' || fides === 'phone') return { kind: 'phone', known: true };
  if (/plate/.test(fides)) return { kind: 'licence-plate', known: false };
  return { kind: /customer|loyalty|member/.test(fides) ? 'customer-number' : 'account-id', known: false };
}

function flatColumn(field: FidesField, at: string): ReadColumn {
  const { name, categories, identity } = field;
  const said = categories.join(', ');
  const plain = (
    category: ImportedColumn['category'],
    note = '',
    differences: readonly Difference[] = [],
  ) => ({
    column: { name, category, note },
    differences,
  });
  if (identity !== null) return identityColumn(field, identity, at);
  if (isKey(field) && categories.every(saysOnlyThatItTellsRowsApart)) {
    if (!categories.some(isAboutPeople)) return plain('not-personal');
    const text = `${said}: a key tells rows apart, and is not personal by itself here`;
    return plain('not-personal', `Fides: ${said}; a key`, [{ kind: 'key', at, text }]);
  }
  if (categories.length === 0) {
    const text = 'Fides gives no data category; nothing is assumed to be harmless';
    return plain(null, 'Fides gives no data category', [{ kind: 'no-category', at, text }]);
  }
  const mapped = [...new Set(categories.map(mapCategory))];
  const [only] = mapped;
  if (mapped.length === 1 && only !== undefined && only !== null) return plain(only);
  const personal = mapped.filter((each) => each !== null && each !== 'not-personal');
  if (personal.length === 0) {
    const text = `${said} has no counterpart that says what it is`;
    return plain(null, `Fides: ${said}`, [{ kind: 'category-not-mapped', at, text }]);
  }
  const chosen = personal.find((each) => policyCategories[each].special) ?? personal[0] ?? null;
  const text = `${said}: a column has one category here; ${chosen} was taken`;
  return plain(chosen, `Fides: ${said}`, [{ kind: 'several-categories', at, text }]);
}

function identityColumn({ name, categories }: FidesField, identity: string, at: string): ReadColumn {
  const { kind, known } = identityKind(identity);
  const fallback: SuggestedPolicyCategory = kind === 'email' || kind === 'phone' ? 'contact' : 'account';
  const mapped = categories.map(mapCategory).find((each) => each !== null && each !== 'not-personal');
  const differences: Difference[] = [];
  if (!known) {
    const text = `the identity "${identity}" is read as ${kind}; a policy knows email, phone, customer-number, account-id and licence-plate`;
    differences.push({ kind: 'identity-kind', at, text });
  }
  if (mapped === undefined) {
    const said = categories.length === 0 ? 'no data category' : categories.join(', ');
    const text = `Fides gives ${said} to what people are recognised by; ${fallback} was taken`;
    differences.push({ kind: 'category-not-mapped', at, text });
  }
  return { column: { name, category: mapped ?? fallback, note: '' }, differences };
}

/** A policy knows columns: what is within a document is kept, copied and erased with the whole of it. */
function nestedColumn(field: FidesField, at: string): ReadColumn {
  const leaves = leavesOf(field, at);
  const mapped = [
    ...new Set(
      leaves.map(({ field: leaf }) =>
        leaf.categories.length === 0 ? null : mapCategory(leaf.categories[0] ?? ''),
      ),
    ),
  ];
  const same = mapped.length === 1 ? (mapped[0] ?? null) : null;
  const paths = leaves.map(
    ({ path, field: leaf }) => `${path} (${leaf.categories.join(', ') || 'no category'})`,
  );
  const text = `a document: its fields become one column. Within it: ${paths.join('; ')}`;
  const identities = leaves.filter(({ field: leaf }) => leaf.identity !== null);
  return {
    column: {
      name: field.name,
      category: same,
      note: same === null ? `a document with ${leaves.length} fields of different kinds` : 'a document',
    },
    differences: [
      { kind: 'nested', at, text },
      ...identities.map(
        ({ path, field: leaf }): Difference => ({
          kind: 'nested',
          at: path,
          text: `people cannot be found by ${leaf.identity} within a document; name a column of its own`,
        }),
      ),
    ],
  };
}

function leavesOf(
  field: FidesField,
  at: string,
): readonly { readonly path: string; readonly field: FidesField }[] {
  return field.fields.flatMap((inner) => {
    const path = `${at}.${inner.name}`;
    return inner.fields.length === 0 ? [{ path, field: inner }] : leavesOf(inner, path);
  });
}

function isKey({ primaryKey, references }: FidesField): boolean {
  return primaryKey || references.length > 0;
}

function saysOnlyThatItTellsRowsApart(category: string): boolean {
  return category.startsWith('user.unique_id') || mapCategory(category) === 'not-personal';
}
