-- The mailboxes that are read: how far, and by which process at this moment. Which one it is stands here as a keyed hash.
create table gestand.mailbox (
  organisation_id text not null references gestand.organisation (organisation_id),
  mailbox_id text not null,
  connected_at timestamptz not null,
  uid_validity bigint not null default 0,
  done_uid bigint not null default 0,
  reader text,
  lease_until timestamptz,
  looked_at timestamptz,
  failing_since timestamptz,
  failure_code text,
  primary key (organisation_id, mailbox_id)
);

-- A mail that came in. `arriving`: parts of it lie here and nothing follows from it yet. What was in it is encrypted, and goes
-- with the personal data of its case; the fingerprint stays, so that it is known again when the mailbox is numbered anew.
create table gestand.message (
  organisation_id text not null references gestand.organisation (organisation_id),
  message_id text not null,
  mailbox_id text not null,
  state text not null check (state in ('arriving', 'unmatched', 'joined', 'counted', 'automatic', 'dismissed')),
  reason text,
  case_id text,
  received_at timestamptz not null,
  stored_at timestamptz not null,
  byte_count bigint not null,
  fingerprint text,
  sender_hash text,
  from_contact boolean not null default false,
  content bytea,
  looked_at timestamptz,
  looked_by text,
  primary key (organisation_id, message_id),
  unique (organisation_id, fingerprint),
  foreign key (organisation_id, case_id) references gestand.case_file (organisation_id, case_id),
  foreign key (organisation_id, mailbox_id) references gestand.mailbox (organisation_id, mailbox_id),
  check (state <> 'joined' or case_id is not null)
);
create index message_by_state on gestand.message (organisation_id, state, received_at, message_id);
create index message_by_case on gestand.message (organisation_id, case_id, received_at);

create table gestand.message_attachment (
  organisation_id text not null,
  message_id text not null,
  ordinal int not null,
  set_aside text check (set_aside in ('identity-document', 'citizen-number', 'too-many')),
  name bytea,
  media_type text not null,
  byte_count bigint not null,
  chunk_count int not null,
  primary key (organisation_id, message_id, ordinal),
  foreign key (organisation_id, message_id) references gestand.message (organisation_id, message_id) on delete cascade,
  check (set_aside is null or (name is null and chunk_count = 0))
);

create table gestand.message_chunk (
  organisation_id text not null,
  message_id text not null,
  attachment int not null,
  ordinal int not null,
  content bytea not null,
  primary key (organisation_id, message_id, attachment, ordinal),
  foreign key (organisation_id, message_id) references gestand.message (organisation_id, message_id) on delete cascade
);
alter table gestand.message_chunk alter column content set storage external;

-- Which number a mail has in its mailbox, for as long as it is above `done_uid` or not marked there yet.
create table gestand.message_place (
  organisation_id text not null,
  mailbox_id text not null,
  uid bigint not null,
  mark text not null check (mark in ('stored', 'set-aside')),
  marked boolean not null default false,
  primary key (organisation_id, mailbox_id, uid),
  foreign key (organisation_id, mailbox_id) references gestand.mailbox (organisation_id, mailbox_id)
);
create index message_place_unmarked on gestand.message_place (organisation_id, mailbox_id) where not marked;

-- The letters of cases by their mail, for longer than the outbox keeps those: an answer names the letter it answers.
create table gestand.sent_letter (
  organisation_id text not null,
  mail_id text not null,
  case_id text not null,
  queued_at timestamptz not null,
  bounced_at timestamptz,
  bounce_status text,
  primary key (organisation_id, mail_id),
  foreign key (organisation_id, case_id) references gestand.case_file (organisation_id, case_id) on delete cascade
);
create index sent_letter_by_case on gestand.sent_letter (organisation_id, case_id);
