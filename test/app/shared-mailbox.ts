import pg from 'pg';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import type { Company } from './company.ts';

const lotte = plantedCases['one-of-everything'].person;

/** A customer whose address is Lotte's too. */
export const housemate = { customerNo: 'K-7000001', id: 7_000_001 };

export async function inDatabase(
  company: Company,
  name: 'CRM_URL' | 'BILLING_URL',
  script: string,
): Promise<void> {
  const client = new pg.Client({ connectionString: company.secrets[name] ?? '' });
  await client.connect();
  try {
    await client.query(script);
  } finally {
    await client.end();
  }
}

/** Somebody else gave Lotte's address: a customer of their own, with a debtor of their own. */
export async function shareMailbox(company: Company): Promise<void> {
  await inDatabase(
    company,
    'CRM_URL',
    `drop index customers_email;
     insert into customers (id, customer_no, email, last_name, phone, source, created_at)
     values (${housemate.id}, '${housemate.customerNo}', '${lotte.email.toUpperCase()}', 'Huisgenoot', '06-00000000', 'web', now())`,
  );
  await inDatabase(
    company,
    'BILLING_URL',
    `insert into debtors (id, customer_no, name) values (${housemate.id}, '${housemate.customerNo}', 'Huisgenoot')`,
  );
}
