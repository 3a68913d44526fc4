import { type CatalogColumn, type CatalogTable, type ForeignKey, tableId } from '../../catalog/catalog.ts';
import { typeFamily } from '../../catalog/type-family.ts';
import type { TokenCursor } from './token-cursor.ts';

/** A table of a dump: `create table` was read, and its name comes next. */
export function readTable(cursor: TokenCursor): CatalogTable {
  cursor.take('if', 'not', 'exists');
  const name = cursor.name();
  if (cursor.next?.value === '.') cursor.refuse('names another database');
  const draft: Draft = { name, columns: [], keys: [], foreignKeys: [], json: new Set() };
  cursor.expect('(');
  do readItem(cursor, draft);
  while (cursor.take(','));
  cursor.expect(')');
  const options = readOptions(cursor);
  return finished(draft, options, cursor);
}

interface Draft {
  readonly name: string;
  readonly columns: DraftColumn[];
  readonly keys: Key[];
  readonly foreignKeys: ForeignKey[];
  /** Columns whose text is checked to be JSON. */
  readonly json: Set<string>;
}

interface DraftColumn {
  readonly name: string;
  readonly word: string;
  /** As it is written, without character set and collation. */
  readonly type: string;
  readonly characterSet: string | undefined;
  readonly collation: string | undefined;
  readonly nullable: boolean;
  readonly generated: boolean;
  readonly length: number | null;
}

interface Key {
  readonly name: string;
  readonly kind: 'primary' | 'unique' | 'plain';
  readonly columns: readonly string[];
  /** No part of it is the beginning of a column alone. */
  readonly whole: boolean;
}

function readItem(cursor: TokenCursor, draft: Draft): void {
  if (cursor.take('primary', 'key')) addKey(cursor, draft, { kind: 'primary', name: 'PRIMARY' });
  else if (cursor.takeOne(['unique key', 'unique index', 'unique']) !== undefined)
    addKey(cursor, draft, { kind: 'unique', name: keyName(cursor) });
  else if (cursor.takeOne(unordered) !== undefined) {
    keyName(cursor);
    cursor.parenthesised();
    keyOptions(cursor);
  } else if (cursor.takeOne(['key', 'index']) !== undefined)
    addKey(cursor, draft, { kind: 'plain', name: keyName(cursor) });
  else if (cursor.take('period', 'for')) {
    cursor.name();
    cursor.parenthesised();
  } else if (cursor.take('check')) noteCheck(cursor, draft);
  else if (cursor.take('constraint')) readConstraint(cursor, draft);
  else draft.columns.push(readColumn(cursor, draft));
}

/** Keys by which no row is looked up or kept distinct. */
const unordered = ['fulltext key', 'fulltext index', 'spatial key', 'spatial index', 'vector key'];

function readConstraint(cursor: TokenCursor, draft: Draft): void {
  const name = keyName(cursor);
  if (cursor.take('check')) noteCheck(cursor, draft);
  else if (cursor.take('foreign', 'key')) draft.foreignKeys.push(readForeignKey(cursor, name));
  else cursor.refuse();
}

function keyName(cursor: TokenCursor): string {
  return cursor.takeKind('name')?.value ?? '';
}

function addKey(cursor: TokenCursor, draft: Draft, { kind, name }: Pick<Key, 'kind' | 'name'>): void {
  const columns: string[] = [];
  let whole = true;
  cursor.take('using', 'btree');
  cursor.expect('(');
  do {
    columns.push(cursor.expectKind('name').value);
    if (cursor.maybeParenthesised() !== undefined) whole = false;
    cursor.takeOne(['asc', 'desc']);
  } while (cursor.take(','));
  cursor.expect(')');
  keyOptions(cursor);
  // A key that was given no name is called after its first column.
  draft.keys.push({ kind, name: name === '' ? (columns[0] ?? '') : name, columns, whole });
}

function keyOptions(cursor: TokenCursor): void {
  for (;;) {
    if (
      cursor.takeOne([
        'using btree',
        'using hash',
        'using rtree',
        'ignored',
        'not ignored',
        'invisible',
        'visible',
      ]) !== undefined
    )
      continue;
    if (cursor.take('comment')) cursor.expectKind('text');
    else if (cursor.take('key_block_size')) {
      cursor.take('=');
      cursor.expectKind('number');
    } else if (cursor.take('with', 'parser')) cursor.name();
    // An option of an engine, between backticks.
    else if (cursor.next?.kind === 'name') readOption(cursor);
    else return;
  }
}

const deleteRules: Readonly<Record<string, ForeignKey['onDelete']>> = {
  restrict: 'no-action',
  'no action': 'no-action',
  cascade: 'cascade',
  'set null': 'set-null',
  'set default': 'set-default',
};

function readForeignKey(cursor: TokenCursor, name: string): ForeignKey {
  cursor.takeKind('name');
  const columns = nameList(cursor);
  cursor.expect('references');
  const to = cursor.name();
  if (cursor.next?.value === '.') cursor.refuse('leads to another database, which is not in this file');
  const toColumns = nameList(cursor);
  let onDelete: ForeignKey['onDelete'] = 'no-action';
  for (;;) {
    const which = cursor.takeOne(['on delete', 'on update']);
    if (which === undefined) break;
    const rule = deleteRules[cursor.takeOne(Object.keys(deleteRules)) ?? cursor.refuse()];
    if (which === 'on delete' && rule !== undefined) onDelete = rule;
  }
  return { name, columns, to: tableId('', to, ''), toColumns, onDelete };
}

function nameList(cursor: TokenCursor): readonly string[] {
  const names: string[] = [];
  cursor.expect('(');
  do names.push(cursor.expectKind('name').value);
  while (cursor.take(','));
  cursor.expect(')');
  return names;
}

/** MariaDB's JSON is text with a check. */
function noteCheck(cursor: TokenCursor, { json }: Draft): void {
  const [, name] = /^\s*json_valid\(`((?:[^`]|``)*)`\)\s*$/i.exec(cursor.parenthesised()) ?? [];
  if (name !== undefined) json.add(name.replaceAll('``', '`'));
}

/** As the server prints them; what it calls otherwise was not written by it. */
const textTypes: ReadonlySet<string> = new Set([
  'char',
  'varchar',
  'tinytext',
  'text',
  'mediumtext',
  'longtext',
  'enum',
  'set',
]);
const otherTypes: ReadonlySet<string> = new Set([
  ...['tinyint', 'smallint', 'mediumint', 'int', 'bigint', 'decimal', 'float', 'double', 'bit', 'year'],
  ...['date', 'datetime', 'timestamp', 'time', 'json', 'uuid', 'inet4', 'inet6', 'vector'],
  ...['binary', 'varbinary', 'tinyblob', 'blob', 'mediumblob', 'longblob'],
  ...[
    'geometry',
    'point',
    'linestring',
    'polygon',
    'multipoint',
    'multilinestring',
    'multipolygon',
    'geometrycollection',
  ],
]);

function readColumn(cursor: TokenCursor, draft: Draft): DraftColumn {
  const name = cursor.expectKind('name').value;
  const word = cursor.takeKind('word')?.value ?? '';
  if (!textTypes.has(word) && !otherTypes.has(word))
    cursor.refuse(`follows a type that mariadb-dump does not write (${word || 'none'})`);
  const sizes = cursor.maybeParenthesised();
  const attributes = ['unsigned', 'zerofill'].filter((each) => cursor.take(each));
  const type = [sizes === undefined ? word : `${word}(${sizes})`, ...attributes].join(' ');
  const length = ['varchar', 'char'].includes(word) ? Number(sizes ?? 1) : null;
  const traits: Traits = {
    nullable: true,
    generated: false,
    characterSet: undefined,
    collation: undefined,
    compressed: false,
  };
  while (readTrait(cursor, traits, draft));
  // As the server spells it in its own list of columns.
  const whole = traits.compressed ? `${type} /*M!100301 COMPRESSED*/` : type;
  return { name, word, type: whole, length, ...traits };
}

interface Traits {
  nullable: boolean;
  generated: boolean;
  characterSet: string | undefined;
  collation: string | undefined;
  compressed: boolean;
}

const harmless = [
  'virtual',
  'stored',
  'persistent',
  'auto_increment',
  'invisible',
  'without system versioning',
  'with system versioning',
];

function readTrait(cursor: TokenCursor, traits: Traits, draft: Draft): boolean {
  if (cursor.takeOne(harmless) !== undefined) return true;
  if (cursor.take('not', 'null')) traits.nullable = false;
  else if (cursor.take('null')) traits.nullable = true;
  else if (cursor.takeOne(['character set', 'charset']) !== undefined) traits.characterSet = cursor.name();
  else if (cursor.take('collate')) traits.collation = cursor.name();
  else if (cursor.take('comment')) cursor.expectKind('text');
  else if (cursor.takeOne(['default', 'on update']) !== undefined) skipValue(cursor);
  else if (cursor.take('check')) noteCheck(cursor, draft);
  else if (cursor.take('compressed')) traits.compressed = true;
  else if (cursor.takeOne(['generated always as row start', 'generated always as row end']) !== undefined) {
    // Since when and until when a row was so, is always known.
    traits.generated = true;
    traits.nullable = false;
  } else if (cursor.takeOne(['generated always as', 'as']) !== undefined) {
    cursor.parenthesised();
    traits.generated = true;
  } else if (cursor.takeOne(['ref_system_id', 'srid']) !== undefined) {
    cursor.take('=');
    cursor.expectKind('number');
  } else return false;
  return true;
}

/** A literal, a call, or an expression between parentheses: what a default can be. */
function skipValue(cursor: TokenCursor): void {
  if (cursor.maybeParenthesised() !== undefined) return;
  cursor.takeOne(['-', '+']);
  const first = cursor.expectKind('word', 'name', 'text', 'number');
  if (first.kind !== 'word') return;
  // `_utf8mb4'…'` and `b'…'` are texts too.
  if (cursor.takeKind('text') === undefined) cursor.maybeParenthesised();
}

interface TableOptions {
  readonly characterSet: string | undefined;
  readonly collation: string | undefined;
  readonly partitioned: boolean;
}

function readOptions(cursor: TokenCursor): TableOptions {
  let characterSet: string | undefined;
  let collation: string | undefined;
  while (cursor.next !== undefined) {
    if (cursor.take(',')) continue;
    if (cursor.take('with', 'system', 'versioning')) continue;
    if (cursor.take('partition', 'by')) {
      skipPartitions(cursor);
      return { characterSet, collation, partitioned: true };
    }
    cursor.take('default');
    if (cursor.takeOne(['charset', 'character set']) !== undefined) {
      cursor.take('=');
      characterSet = cursor.name();
    } else if (cursor.take('collate')) {
      cursor.take('=');
      collation = cursor.name();
    } else readOption(cursor);
  }
  return { characterSet, collation, partitioned: false };
}

/** `ROW_FORMAT=DYNAMIC`: how rows are stored, which no catalog tells. */
function readOption(cursor: TokenCursor): void {
  cursor.expectKind('word', 'name');
  cursor.expect('=');
  if (cursor.maybeParenthesised() === undefined) cursor.expectKind('word', 'name', 'text', 'number');
}

/** Where a row is stored; to the end of the statement. */
function skipPartitions(cursor: TokenCursor): void {
  while (cursor.next !== undefined)
    if (cursor.maybeParenthesised() === undefined)
      cursor.expectKind('word', 'name', 'text', 'number', 'sign');
}

function finished(draft: Draft, options: TableOptions, cursor: TokenCursor): CatalogTable {
  const { name, keys, foreignKeys } = draft;
  const sorted = keys.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  return {
    id: tableId('', name, ''),
    schema: '',
    name,
    kind: options.partitioned ? 'partitioned-table' : 'table',
    columns: draft.columns.map((column) => catalogColumn(column, { draft, options, cursor })),
    primaryKey: keys.find(({ kind, whole }) => kind === 'primary' && whole)?.columns ?? [],
    uniqueKeys: sorted.filter(({ kind, whole }) => kind === 'unique' && whole).map(({ columns }) => columns),
    foreignKeys: foreignKeys.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)),
    indexes: sorted.map(({ columns }) => columns),
    estimatedRows: 0,
  };
}

interface Around {
  readonly draft: Draft;
  readonly options: TableOptions;
  readonly cursor: TokenCursor;
}

function catalogColumn(column: DraftColumn, { draft, options, cursor }: Around): CatalogColumn {
  const { name, word, nullable, generated, length } = column;
  const collation = textTypes.has(word)
    ? ` collate ${collationOf(column, options) ?? cursor.refuse(`leaves the character set of ${name} to the server`)}`
    : '';
  const type = draft.json.has(name) ? 'json' : `${column.type}${collation}`;
  return { name, type, family: typeFamily('mariadb', type), nullable, generated, maxLength: length };
}

function collationOf({ characterSet, collation }: DraftColumn, options: TableOptions): string | undefined {
  if (collation !== undefined) return currentName(collation);
  if (characterSet !== undefined && characterSet !== options.characterSet)
    return defaultCollations[currentName(characterSet)];
  if (options.collation !== undefined) return currentName(options.collation);
  return options.characterSet === undefined
    ? undefined
    : defaultCollations[currentName(options.characterSet)];
}

/** `utf8` is what `utf8mb3` was called; servers of today print the latter. */
function currentName(name: string): string {
  return name.replace(/^utf8(?=_|$)/, 'utf8mb3');
}

/** Servers before 10.6 left out the collation that a character set begins with; those are constants of these servers. */
const defaultCollations: Readonly<Record<string, string>> = {
  utf8mb4: 'utf8mb4_general_ci',
  utf8mb3: 'utf8mb3_general_ci',
  latin1: 'latin1_swedish_ci',
  latin2: 'latin2_general_ci',
  ascii: 'ascii_general_ci',
  ucs2: 'ucs2_general_ci',
  utf16: 'utf16_general_ci',
  utf32: 'utf32_general_ci',
  cp1250: 'cp1250_general_ci',
  cp1251: 'cp1251_general_ci',
  binary: 'binary',
};
