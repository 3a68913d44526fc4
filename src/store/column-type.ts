import type { ColumnType } from 'kysely';
import type { Json } from '../base/canonical-json.ts';

/** A column that has a value of its own in a new row. */
export type Defaulted<T> = ColumnType<T, T | undefined, T>;

/** Read as a value, written as text. */
export type JsonColumn = ColumnType<Json, string, string>;
