import type { ColumnType } from 'kysely';

/** A column that has a value of its own in a new row. */
export type Defaulted<T> = ColumnType<T, T | undefined, T>;
