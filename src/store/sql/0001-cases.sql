-- Rules for every file here (a test holds them): organisation_id stands first in every key, unique constraint,
-- index and foreign key, so that the tables can be spread by organisation; no sequences, no advisory locks, no
-- LISTEN/NOTIFY, nothing deferrable. Times come from the caller, never from the database's clock.

create table gestand.organisation (
  organisation_id text primary key,
  name text not null,
  created_at timestamptz not null
);

-- Every version that was ever published: what somebody was told in March can be shown in March's words.
create table gestand.statement_version (
  organisation_id text not null references gestand.organisation (organisation_id),
  statement_version_id text not null,
  language text not null check (language in ('nl', 'en')),
  version text not null,
  published_at timestamptz not null,
  content_hash text not null,
  policy_hash text not null,
  markdown text not null,
  html text not null,
  plain_text text not null,
  primary key (organisation_id, statement_version_id),
  unique (organisation_id, language, version)
);
create index statement_version_newest
  on gestand.statement_version (organisation_id, language, published_at desc);

create table gestand.policy_version (
  organisation_id text not null references gestand.organisation (organisation_id),
  policy_hash text not null,
  yaml text not null,
  loaded_at timestamptz not null,
  primary key (organisation_id, policy_hash)
);

create table gestand.case_file (
  organisation_id text not null references gestand.organisation (organisation_id),
  case_id text not null,
  reference text not null,
  kind text not null check (kind in ('access', 'rectification', 'erasure', 'restriction', 'objection',
    'portability', 'withdrawal', 'question', 'security-information', 'complaint')),
  state text not null check (state in ('received', 'identity', 'in-progress', 'extended', 'answered',
    'refused', 'withdrawn', 'closed')),
  language text not null check (language in ('nl', 'en')),
  channel text not null,
  received_at timestamptz not null,
  safe_date date not null,
  legal_date date not null,
  answered_at timestamptz,
  closed_at timestamptz,
  contact bytea,
  email_hash text,
  access_token_hash text not null,
  event_count int not null default 0,
  primary key (organisation_id, case_id),
  unique (organisation_id, reference),
  unique (organisation_id, access_token_hash)
);
create index case_file_by_email on gestand.case_file (organisation_id, email_hash);
create index case_file_by_state on gestand.case_file (organisation_id, state, legal_date, case_id);

create table gestand.case_event (
  organisation_id text not null,
  case_id text not null,
  ordinal int not null,
  at timestamptz not null,
  kind text not null,
  actor text not null,
  detail jsonb not null,
  primary key (organisation_id, case_id, ordinal),
  foreign key (organisation_id, case_id) references gestand.case_file (organisation_id, case_id)
);

create table gestand.identity_code (
  organisation_id text not null,
  case_id text not null,
  code_hash text not null,
  expires_at timestamptz not null,
  attempts_left int not null check (attempts_left between 0 and 5),
  confirmed_at timestamptz,
  primary key (organisation_id, case_id),
  foreign key (organisation_id, case_id) references gestand.case_file (organisation_id, case_id)
);

create table gestand.rate_limit (
  organisation_id text not null references gestand.organisation (organisation_id),
  bucket_hash text not null,
  window_start timestamptz not null,
  taken int not null,
  primary key (organisation_id, bucket_hash)
);
create index rate_limit_old on gestand.rate_limit (organisation_id, window_start);

create table gestand.package_file (
  organisation_id text not null,
  package_id text not null,
  case_id text not null,
  state text not null check (state in ('writing', 'ready')),
  file_name text not null,
  token_hash text not null,
  wrapped_key bytea not null,
  chunk_count int not null,
  byte_count bigint not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  downloads int not null default 0,
  primary key (organisation_id, package_id),
  unique (organisation_id, token_hash),
  foreign key (organisation_id, case_id) references gestand.case_file (organisation_id, case_id)
);
create index package_file_by_case on gestand.package_file (organisation_id, case_id);
create index package_file_expiry on gestand.package_file (organisation_id, expires_at);

-- A package lies here in pieces and not on a disk, so that every node can hand it out.
create table gestand.package_chunk (
  organisation_id text not null,
  package_id text not null,
  ordinal int not null,
  content bytea not null,
  primary key (organisation_id, package_id, ordinal),
  foreign key (organisation_id, package_id) references gestand.package_file (organisation_id, package_id)
    on delete cascade
);
-- Encrypted bytes do not compress; trying costs time on every piece.
alter table gestand.package_chunk alter column content set storage external;

create table gestand.outbox_mail (
  organisation_id text not null references gestand.organisation (organisation_id),
  mail_id text not null,
  recipient bytea not null,
  message bytea not null,
  state text not null check (state in ('queued', 'sent', 'failed')),
  attempts int not null default 0,
  queued_at timestamptz not null,
  next_attempt_at timestamptz not null,
  sent_at timestamptz,
  primary key (organisation_id, mail_id)
);
create index outbox_mail_due on gestand.outbox_mail (organisation_id, state, next_attempt_at);
