import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { Company } from './company.ts';

export interface MarkedRow {
  readonly source: string;
  readonly subject_table: string;
  readonly purpose: string;
  readonly kind: string;
}

/** The gate tables as the customer's own software reads them. */
export async function gates({ secrets }: Company): Promise<readonly MarkedRow[]> {
  const query = 'select subject_table, purpose, kind from';
  const rows: MarkedRow[] = [];
  for (const [source, url] of [
    ['crm', secrets['CRM_URL']],
    ['billing', secrets['BILLING_URL']],
  ] as const) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows: found } = await client.query(`${query} gestand.gate`);
    rows.push(...found.map((row) => ({ ...row, source })));
    await client.end();
  }
  const list = new DatabaseSync(secrets['NEWSLETTER_FILE'] ?? '', { readOnly: true });
  rows.push(
    ...list
      .prepare(`${query} gestand_gate`)
      .all()
      .map((row) => ({ ...row, source: 'newsletter' }) as never),
  );
  list.close();
  return rows;
}
