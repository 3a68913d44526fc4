import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { explainName } from '../../src/app/explain-name.ts';
import { explainPerson } from '../../src/app/explain-person.ts';
import type { Language } from '../../src/domain/language.ts';
import { type Company, exampleCompany, officer } from './company.ts';

function asking({ app, test }: Company) {
  const context = { policy: app.policy, sources: app.sources, actor: officer, clock: test.clock };
  return {
    name: async (name: string, language: Language = 'nl') =>
      (await explainName(context, { name, language })).sentences,
    person: async (email: string) => {
      const found = await explainPerson(context, {
        given: [{ kind: 'email', value: email }],
        language: 'en',
      });
      if (found.kind !== 'settled') throw new Error('several people');
      return found;
    },
  };
}

describe('gestand explain', () => {
  it('says of a column what it is, why, whose, how long, and what the rights do to it', async () => {
    await using company = await exampleCompany();
    const ask = asking(company);
    expect(await ask.name('customers.phone')).toEqual([
      'crm.customers.phone (text) bevat: E-mailadres en telefoonnummer.',
      'De persoon gaf dit zelf.',
      'Doel: Onderhoud en service aan uw auto. Grondslag: overeenkomst (artikel 6 lid 1 onder b AVG), namelijk de overeenkomst die u met ons sluit.',
      'Doel: Communicatie en informatievoorziening. Grondslag: overeenkomst (artikel 6 lid 1 onder b AVG), namelijk de overeenkomst met u; zonder uw vragen te beantwoorden kunnen wij die niet uitvoeren.',
      'Elke regel van customers is een persoon (Klanten), en is van die persoon.',
      'Die persoon wordt herkend aan: e-mailadres (email) en klantnummer (customer_no).',
      'Moet weg na 24 maanden vanaf uw laatste activiteit; geteld vanaf last_active_on.',
      'Bij inzage: staat in de kopie.',
      'Bij verwijdering: de regel gaat weg.',
      'Moet de regel blijven omdat een andere ernaar verwijst, dan wordt dit veld leeg (NULL).',
    ]);
    expect(await ask.name('billing.invoice_lines.description', 'en')).toEqual(
      expect.arrayContaining([
        'The row belongs to somebody of the group Customers: invoice_lines.invoice_id → invoices.debtor_id → debtors.',
        'The law holds this row for as long as the row that invoice_id refers to stays.',
        'For as long as the law holds the row, nothing in it changes.',
      ]),
    );
    const handled = await ask.name('appointments.employee_id');
    expect(handled.join(' ')).toContain('Die persoon wordt daarmee geen eigenaar.');
    expect(handled).toContain('Bij inzage: wordt weggelaten.');
    const referred = await ask.name('referrals.referred_email', 'en');
    expect(referred).toContain(
      'On access: it is in the copy for the person of referred_id; for others it is left out.',
    );
    expect(referred).toContain(
      'When the row belongs to somebody else too, the row stays and this field is emptied.',
    );
    expect(await ask.name('vehicles')).toContain(
      'De regel is van iemand uit de groep Klanten: vehicles ← vehicle_ownerships.vehicle_id → vehicle_ownerships.customer_id → customers.',
    );
    expect((await ask.name('tariffs'))[0]).toContain('gaat over niemand');
  });

  it('says what stands inside JSON, and that the rights take the column whole', async () => {
    await using company = await exampleCompany();
    const { app, test } = company;
    const sources = app.policy.sources.map((source) => ({
      ...source,
      tables: source.tables.map((table) => ({
        ...table,
        columns: table.columns.map((column) =>
          column.kind === 'personal' && column.name === 'preferences'
            ? { ...column, paths: [{ path: 'spouse.name', category: 'name-address' }] }
            : column,
        ),
      })),
    }));
    const context = {
      policy: { ...app.policy, sources },
      sources: app.sources,
      actor: officer,
      clock: test.clock,
    };
    const { sentences } = await explainName(context, { name: 'customers.preferences', language: 'en' });
    expect(sentences.slice(1, 3)).toEqual([
      expect.stringMatching(/^Inside the JSON, at spouse.name: ./),
      'Access and erasure take the column as a whole.',
    ]);
  });

  it('knows the nearest name, asks which of two, and says what the policy does not have', async () => {
    await using company = await exampleCompany();
    const ask = asking(company);
    await expect(ask.name('custmers.email')).rejects.toThrow('did you mean "customers.email"?');
    await expect(ask.name('customers.emial')).rejects.toMatchObject({ code: 'not-found' });
    const client = new pg.Client({ connectionString: company.secrets['CRM_URL'] ?? '' });
    await client.connect();
    await client.query('alter table customers add column geboortedatum date; create table invoices (id int)');
    await client.end();
    await expect(ask.name('invoices')).rejects.toThrow('crm.invoices, billing.invoices');
    const sentences = await ask.name('customers.geboortedatum');
    expect(sentences[0]).toBe('crm.customers.geboortedatum staat niet in het beleid.');
    expect(sentences.at(-1)).toContain('geboortedatum: not-personal');
    await expect(ask.name('customers.email')).rejects.toMatchObject({ code: 'drifted' });
  });

  it('says of a person where they are, how they were found, and what each right would do', async () => {
    await using company = await exampleCompany();
    const { person } = plantedCases['same-person-two-spellings'];
    const found = await asking(company).person(person.email);
    const first = found.rows.find(({ source, table }) => source === 'crm' && table === 'customers');
    expect(first).toMatchObject({
      step: 1,
      by: [{ kind: 'email', value: person.email.toLowerCase() }],
      carries: [{ kind: 'customer-number', value: person.customerNo }],
    });
    const { access, erase } = found.rights;
    expect(access.counts).toContainEqual({ source: 'crm', table: 'customers', rows: 1 });
    expect(access.sentences[0]).toContain('You receive from');
    expect(erase.sentences.join(' ')).toContain('Gone from');
    expect(JSON.stringify([access, erase])).not.toContain(person.email);
  });
});
