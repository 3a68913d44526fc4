/**
 * What a customer of the example may take along, written out by hand from GDPR art. 20(1) and the words of the policy: one
 * query a table, `$1` being her address. Nothing of notes and referrals (legitimate interest), proofs of consent (legal
 * obligation), offers (legitimate interest), nor the IP address of a visit (security alone).
 */
export const hersToTake: Readonly<
  Record<string, readonly [source: 'crm' | 'billing' | 'newsletter', sql: string]>
> = {
  'crm/customers': [
    'crm',
    `select id, customer_no, email, first_name, name_prefix, last_name, phone, address_id, preferences, source, created_at,
        last_active_on from customers where lower(email) = $1`,
  ],
  'crm/addresses': [
    'crm',
    `select a.id, a.street, a.house_number, a.house_number_suffix, a.postcode, a.city, a.country
        from addresses a join customers c on c.address_id = a.id where lower(c.email) = $1`,
  ],
  'crm/vehicle_ownerships': [
    'crm',
    `select o.vehicle_id, o.customer_id, o.from_date, o.to_date
        from vehicle_ownerships o join customers c on c.id = o.customer_id where lower(c.email) = $1`,
  ],
  'crm/vehicles': [
    'crm',
    `select v.id, v.plate, v.vin, v.make, v.model, v.first_registered_on, v.mileage_km
        from vehicles v join vehicle_ownerships o on o.vehicle_id = v.id join customers c on c.id = o.customer_id
        where lower(c.email) = $1`,
  ],
  'crm/appointments': [
    'crm',
    `select x.id, x.customer_id, x.vehicle_id, x.service_id, x.branch_id, x.starts_at, x.status, x.remark
        from appointments x join customers c on c.id = x.customer_id where lower(c.email) = $1`,
  ],
  'crm/appointment_photos': [
    'crm',
    `select p.id, p.appointment_id, p.file_name, p.caption, p.taken_at
        from appointment_photos p join appointments x on x.id = p.appointment_id join customers c on c.id = x.customer_id
        where lower(c.email) = $1`,
  ],
  'crm/messages': [
    'crm',
    `select x.id, x.customer_id, x.reply_to, x.channel, x.direction, x.subject, x.body, x.sent_at
        from messages x join customers c on c.id = x.customer_id where lower(c.email) = $1`,
  ],
  'crm/quotes': [
    'crm',
    `select x.id, x.customer_id, x.lead_id, x.service_id, x.description, x.amount_cents, x.offered_on
        from quotes x join customers c on c.id = x.customer_id where lower(c.email) = $1`,
  ],
  'crm/website_visits': [
    'crm',
    `select x.id, x.customer_id, x.session, x.path, x.browser, x.device, x.visited_at
        from website_visits x join customers c on c.id = x.customer_id where lower(c.email) = $1`,
  ],
  'crm/call_log': [
    'crm',
    'select id, phone, email, summary, duration_seconds, called_at from call_log where lower(email) = $1',
  ],
  'billing/debtors': [
    'billing',
    `select id, customer_no, email, name, address_line, postcode, city, last_invoice_on
        from debtors where lower(email) = $1`,
  ],
  'billing/invoices': [
    'billing',
    `select i.id, i.invoice_no, i.debtor_id, i.invoice_date, i.due_date, i.paid_on, i.name, i.address_line, i.postcode,
        i.city, i.total_cents, i.vat_cents
        from invoices i join debtors d on d.id = i.debtor_id where lower(d.email) = $1`,
  ],
  'billing/invoice_lines': [
    'billing',
    `select l.invoice_id, l.line_no, l.tariff_id, l.description, l.quantity, l.amount_cents
        from invoice_lines l join invoices i on i.id = l.invoice_id join debtors d on d.id = i.debtor_id
        where lower(d.email) = $1`,
  ],
  'billing/sepa_mandates': [
    'billing',
    `select m.id, m.debtor_id, m.mandate_ref, m.iban, m.account_holder, m.signed_on, m.revoked_on, m.last_used_on
        from sepa_mandates m join debtors d on d.id = m.debtor_id where lower(d.email) = $1`,
  ],
  'billing/collections': [
    'billing',
    `select x.id, x.mandate_id, x.invoice_id, x.amount_cents, x.collected_on, x.status, x.statement_text
        from collections x join sepa_mandates m on m.id = x.mandate_id join debtors d on d.id = m.debtor_id
        where lower(d.email) = $1`,
  ],
  'billing/reminders': [
    'billing',
    `select r.id, r.invoice_id, r.level, r.sent_to, r.body, r.sent_on
        from reminders r join invoices i on i.id = r.invoice_id join debtors d on d.id = i.debtor_id
        where lower(d.email) = $1`,
  ],
  'newsletter/subscribers': [
    'newsletter',
    'select email, name, ip, subscribed_at, unsubscribed_at, last_seen_on from subscribers where lower(email) = $1',
  ],
  'newsletter/opens': [
    'newsletter',
    'select id, email, mailing_id, ip, user_agent, opened_at from opens where lower(email) = $1',
  ],
  'newsletter/clicks': [
    'newsletter',
    'select email, mailing_id, url, clicked_at from clicks where lower(email) = $1',
  ],
};

/** About nobody, but needed to understand what is taken: without what only offers lead to. */
export const contextToTake: readonly string[] = [
  'crm/branches',
  'crm/services',
  'billing/tariffs',
  'newsletter/mailings',
];
