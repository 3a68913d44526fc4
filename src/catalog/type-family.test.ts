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

  it.each([
    ['varchar(80) collate utf8mb4_general_ci', 'text'],
    ['longtext collate latin1_swedish_ci', 'text'],
    ["enum('a','varchar(3)') collate utf8mb4_bin", 'other'],
    ['bigint(20) unsigned', 'integer'],
    ['year(4)', 'integer'],
    ['tinyint(1)', 'boolean'],
    ['tinyint(4)', 'integer'],
    ['bit(1)', 'boolean'],
    ['bit(8)', 'integer'],
    ['decimal(10,2)', 'decimal'],
    ['datetime(6)', 'timestamp'],
    ['timestamp', 'timestamp'],
    ['time', 'other'],
    ['json', 'json'],
    ['uuid', 'uuid'],
    ['inet6', 'inet'],
    ['varbinary(16)', 'binary'],
    ['point', 'other'],
  ] as const)('knows %s of MariaDB as %s', (type, family) => {
    expect(typeFamily('mariadb', type)).toBe(family);
  });
});
