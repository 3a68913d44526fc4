import { describe, expect, it } from 'vitest';
import { typeFamily } from './type-family.ts';

describe('typeFamily', () => {
  it.each([
    ['character varying(80)', 'text'],
    ['text', 'text'],
    ['citext', 'text'],
    ['bigint', 'integer'],
    ['numeric(10,2)', 'decimal'],
    ['double precision', 'decimal'],
    ['boolean', 'boolean'],
    ['date', 'date'],
    ['timestamp(3) with time zone', 'timestamp'],
    ['timestamp without time zone', 'timestamp'],
    ['jsonb', 'json'],
    ['uuid', 'uuid'],
    ['inet', 'inet'],
    ['bytea', 'binary'],
    ['text[]', 'other'],
    ['character varying(80)[]', 'other'],
    ['order_status', 'other'],
    ['interval', 'other'],
    ['time without time zone', 'other'],
  ] as const)('knows %s of PostgreSQL as %s', (type, family) => {
    expect(typeFamily('postgresql', type)).toBe(family);
  });

  it.each([
    ['INTEGER', 'integer'],
    ['BIGINT UNSIGNED', 'integer'],
    ['VARCHAR(80)', 'text'],
    ['', 'text'],
    ['BLOB', 'binary'],
    ['DECIMAL(10,2)', 'decimal'],
    ['DATE', 'date'],
    ['DATETIME', 'timestamp'],
    ['Boolean', 'boolean'],
    ['JSON', 'json'],
    ['point', 'integer'],
    ['shape', 'other'],
  ] as const)('knows %s of SQLite as %s', (type, family) => {
    expect(typeFamily('sqlite', type)).toBe(family);
  });
});
