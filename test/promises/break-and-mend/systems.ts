import { legalDateOf } from '../../../src/base/clock.ts';
import type { ExamplePromises } from '../example-promises.ts';
import { atRisk, type BreakAndMend, broken, kept } from './step.ts';

/** The connected systems, and what the policy says of them and of others. */
export const aboutSystems = {
  P04: async function* (world) {
    yield kept({ sources: 3 });
    await world.billing('alter table debtors add column credit_score integer');
    yield broken({ places: ['billing.debtors.credit_score'] });
    await world.billing('alter table debtors drop column credit_score');
    yield kept();
    await world.newsletter('create table bounces (email text)');
    yield broken({ places: ['newsletter.bounces'] });
    await world.newsletter('drop table bounces');
    yield kept();
  },
  P22: async function* (world) {
    yield kept({ without: [] });
    // The agreement with the mailer ends on 10 January 2028.
    world.pass({ days: 390 });
    yield atRisk({ ending: ['mailer'] });
    world.pass({ days: 30 });
    yield broken({ without: ['mailer'] });
    await world.load(['validUntil: 2028-', 'validUntil: 2031-']);
    yield kept();
  },
  P25: async function* (world) {
    yield kept({ past: [] });
    await world.crm(
      `insert into website_visits (session, path, visited_at) values (gen_random_uuid(), '/', '2026-10-01T12:00:00Z')`,
    );
    await world.newsletter(
      `insert into subscribers (email, subscribed_at, last_seen_on) values ('lang@weg.example', '2020-01-01', '2024-11-01')`,
    );
    yield broken({
      past: [
        { source: 'crm', table: 'website_visits', rows: 1 },
        { source: 'newsletter', table: 'subscribers', rows: 1 },
      ],
    });
    await world.crm(`delete from website_visits where visited_at < '2026-10-02'`);
    yield broken({ past: [{ source: 'newsletter' }] });
    await world.newsletter(`delete from subscribers where email = 'lang@weg.example'`);
    yield kept();
    // Nobody changes anything, and the visits of the last month have had their term.
    world.pass({ days: 40 });
    yield broken({});
    await world.crm('delete from website_visits');
    yield kept();
  },
  P27: async function* (world) {
    // The example was made with invoices and a mandate past their hold.
    yield broken({
      past: [
        { table: 'invoices', rows: 2 },
        { table: 'sepa_mandates', rows: 1 },
      ],
    });
    await eraseExpired(world);
    yield kept({ past: [] });
    // At the end of the book year the oldest that is still held has had its seven years.
    world.pass({ days: 40 });
    yield broken({});
    await eraseExpired(world);
    yield kept({ past: [] });
  },
  P56: async function* (world) {
    yield kept({ without: [] });
    await world.load([
      'country: US\n    transfer: { mechanism: SCC, checkedOn: 2026-09-01 }\n    agreement: { signedOn: 2025-06-02 }\n    notify: { email: privacy@analytics.example }\n  linkedin:',
      'country: GB\n    transfer: { mechanism: adequacy, checkedOn: 2026-09-01 }\n    agreement: { signedOn: 2025-06-02 }\n    notify: { email: privacy@analytics.example }\n  linkedin:',
    ]);
    yield kept();
    // The decision on the United Kingdom ends on 27 December 2031, whatever it was when somebody looked.
    world.pass({ days: 1900 });
    yield broken({ without: ['google-analytics'] });
    await world.load(['checkedOn: 2026-09-01', 'checkedOn: 2032-01-20']);
    yield kept();
  },
  D08: async function* (world) {
    yield kept({ gaps: [] });
    await world.load([
      'security:\n  nl: Versleutelde verbindingen en back-ups, toegang per taak, tweestapsverificatie, logboeken van inzage, jaarlijkse risicobeoordeling en training.\n  en: Encrypted connections and backups, access by task, two-step verification, logs of access, a yearly risk assessment and training.\n',
      '',
    ]);
    yield broken({ gaps: [{ letter: 'g', purpose: null }] });
    await world.load();
    yield kept();
  },
  D11: async function* (world) {
    yield kept({ without: [], recipients: ['linkedin', 'facebook'] });
    await world.load(['\nrecipients:\n', `\nrecipients:\n${partner('2027-03-01')}`]);
    // Signed only in March.
    yield broken({ without: ['partner'] });
    await world.load(['\nrecipients:\n', `\nrecipients:\n${partner('2026-03-01')}`]);
    yield broken({ untold: ['partner'] });
    await world.publish();
    yield kept({ recipients: ['partner', 'linkedin', 'facebook'] });
  },
} as const satisfies Record<string, BreakAndMend>;

function partner(signedOn: string): string {
  return `  partner: { name: Fictieve Lease B.V., role: joint-controller, task: { nl: samen leasen, en: leasing together }, purposes: [service], country: NL, agreement: { signedOn: ${signedOn} } }\n`;
}

/** What the retention job of a billing system does; what a deleted row leaves behind goes with it. */
async function eraseExpired({ billing, test }: ExamplePromises): Promise<void> {
  const today = legalDateOf(test.clock.now());
  const firstHeld = `${today.year - 7}-01-01`;
  const lastUsed = today.subtract({ months: 14 }).toString();
  const invoices = `select id from invoices where invoice_date < '${firstHeld}'`;
  const mandates = `select id from sepa_mandates where last_used_on < '${lastUsed}'`;
  await billing(`
    delete from reminders where invoice_id in (${invoices});
    delete from invoice_lines where invoice_id in (${invoices});
    delete from collections where invoice_id in (${invoices}) or collected_on < '${firstHeld}' or mandate_id in (${mandates});
    delete from sepa_mandates where id in (${mandates});
    delete from invoices where id in (${invoices});`);
}
