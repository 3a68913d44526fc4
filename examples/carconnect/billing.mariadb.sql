-- The billing system of CarConnect as billing.sql has it, for whoever bought it with a MariaDB database.

CREATE TABLE number_series (
  series varchar(40) PRIMARY KEY,
  last_number bigint NOT NULL
);

CREATE TABLE tariffs (
  id integer PRIMARY KEY,
  code varchar(20) NOT NULL UNIQUE,
  description text NOT NULL,
  vat_percent decimal(4, 1) NOT NULL
);

CREATE TABLE debtors (
  id bigint AUTO_INCREMENT PRIMARY KEY,
  customer_no varchar(12) NOT NULL UNIQUE,
  email varchar(254),
  name text NOT NULL,
  address_line text,
  postcode varchar(7),
  city text,
  payment_days integer NOT NULL DEFAULT 14,
  last_invoice_on date
);

-- Name and address as they were when the invoice was sent: the tax authority wants the invoice, not the debtor.
CREATE TABLE invoices (
  id bigint AUTO_INCREMENT PRIMARY KEY,
  invoice_no varchar(16) NOT NULL UNIQUE,
  debtor_id bigint NOT NULL,
  invoice_date date NOT NULL,
  due_date date NOT NULL,
  paid_on date,
  name text NOT NULL,
  address_line text,
  postcode varchar(7),
  city text,
  total_cents bigint NOT NULL,
  vat_cents bigint NOT NULL
);

CREATE TABLE invoice_lines (
  invoice_id bigint NOT NULL,
  line_no integer NOT NULL,
  tariff_id integer NOT NULL,
  description text NOT NULL,
  quantity decimal(8, 2) NOT NULL,
  amount_cents bigint NOT NULL,
  PRIMARY KEY (invoice_id, line_no)
);

CREATE TABLE sepa_mandates (
  id bigint AUTO_INCREMENT PRIMARY KEY,
  debtor_id bigint NOT NULL,
  mandate_ref varchar(35) NOT NULL UNIQUE,
  iban varchar(34) NOT NULL,
  account_holder varchar(70),
  signed_on date NOT NULL,
  revoked_on date,
  -- The last collection or the revocation; until then the signature.
  last_used_on date NOT NULL
);

CREATE TABLE collections (
  id bigint AUTO_INCREMENT PRIMARY KEY,
  mandate_id bigint NOT NULL,
  invoice_id bigint,
  amount_cents bigint NOT NULL,
  collected_on date NOT NULL,
  status varchar(20) NOT NULL,
  statement_text text
);

CREATE TABLE reminders (
  id bigint AUTO_INCREMENT PRIMARY KEY,
  invoice_id bigint NOT NULL,
  level integer NOT NULL,
  sent_to varchar(254),
  body text NOT NULL,
  sent_on date NOT NULL
);

-- After loading: what makes loading slow. A foreign key brings its own index.

ALTER TABLE invoices
  ADD FOREIGN KEY (debtor_id) REFERENCES debtors (id);
ALTER TABLE invoice_lines
  ADD FOREIGN KEY (invoice_id) REFERENCES invoices (id),
  ADD FOREIGN KEY (tariff_id) REFERENCES tariffs (id) ON DELETE RESTRICT;
ALTER TABLE sepa_mandates
  ADD FOREIGN KEY (debtor_id) REFERENCES debtors (id) ON DELETE RESTRICT;
ALTER TABLE collections
  ADD FOREIGN KEY (mandate_id) REFERENCES sepa_mandates (id),
  ADD FOREIGN KEY (invoice_id) REFERENCES invoices (id) ON DELETE SET NULL;
ALTER TABLE reminders
  ADD FOREIGN KEY (invoice_id) REFERENCES invoices (id) ON DELETE CASCADE;

CREATE INDEX debtors_email ON debtors (email);
