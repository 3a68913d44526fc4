-- Data that a person takes along to another controller (GDPR art. 20(2)), on its way out: encrypted for the receiver alone,
-- so that nobody here can open it either, and gone when it was delivered. The receipt stays, and names nobody.
create table gestand.transfer (
  organisation_id text not null references gestand.organisation (organisation_id),
  transfer_id text not null,
  case_id text not null,
  run_id text not null,
  receiver_address text not null,
  receiver_name text not null,
  receiver_key text not null,
  state text not null check (state in ('packing', 'packed', 'delivered', 'failed')),
  digest text,
  byte_count bigint,
  created_at timestamptz not null,
  ended_at timestamptz,
  receipt text,
  failure text,
  primary key (organisation_id, transfer_id),
  foreign key (organisation_id, case_id) references gestand.case_file (organisation_id, case_id),
  foreign key (organisation_id, run_id) references gestand.run (organisation_id, run_id),
  check ((state = 'delivered') = (receipt is not null)),
  check ((state = 'failed') = (failure is not null)),
  check ((state in ('delivered', 'failed')) = (ended_at is not null))
);
create index transfer_by_case on gestand.transfer (organisation_id, case_id);
create index transfer_by_run on gestand.transfer (organisation_id, run_id);

create table gestand.transfer_chunk (
  organisation_id text not null,
  transfer_id text not null,
  ordinal int not null,
  content bytea not null,
  primary key (organisation_id, transfer_id, ordinal),
  foreign key (organisation_id, transfer_id)
    references gestand.transfer (organisation_id, transfer_id) on delete cascade
);
alter table gestand.transfer_chunk alter column content set storage external;

-- Whose packages are taken in without asking first: an officer said so of this key.
create table gestand.known_sender (
  organisation_id text not null references gestand.organisation (organisation_id),
  address text not null,
  name text not null,
  signing_key text not null,
  thumbprint text not null,
  known_since timestamptz not null,
  decided_by text not null,
  primary key (organisation_id, address)
);

-- What another controller handed over at a person's request. What it holds is encrypted, and is in no source before an
-- officer puts it there.
create table gestand.inbound_transfer (
  organisation_id text not null references gestand.organisation (organisation_id),
  inbound_id text not null,
  sender_address text not null,
  sender_name text not null,
  sender_key text not null,
  sender_thumbprint text not null,
  transfer_id text not null,
  state text not null
    check (state in ('receiving', 'quarantined', 'waiting', 'accepted', 'refused', 'expired')),
  digest text not null,
  byte_count bigint not null,
  package_bytes bigint,
  row_count bigint,
  chunk_count int,
  manifest bytea,
  received_at timestamptz not null,
  receipt text,
  decided_at timestamptz,
  decided_by text,
  reason text,
  told_at timestamptz,
  primary key (organisation_id, inbound_id),
  check ((state = 'receiving') = (receipt is null)),
  check ((state in ('accepted', 'refused', 'expired')) = (decided_at is not null))
);
create unique index inbound_transfer_once on gestand.inbound_transfer
  (organisation_id, sender_address, transfer_id) where state <> 'receiving';
create index inbound_transfer_by_state on gestand.inbound_transfer (organisation_id, state, received_at, inbound_id);

create table gestand.inbound_chunk (
  organisation_id text not null,
  inbound_id text not null,
  ordinal int not null,
  content bytea not null,
  primary key (organisation_id, inbound_id, ordinal),
  foreign key (organisation_id, inbound_id)
    references gestand.inbound_transfer (organisation_id, inbound_id) on delete cascade
);
alter table gestand.inbound_chunk alter column content set storage external;
