-- An entry is written with what it is evidence of, in one transaction, and gets its place in the tree later: a
-- counter in the business transaction would make every transaction wait for the one before it.
create table gestand.ledger_entry (
  organisation_id text not null references gestand.organisation (organisation_id),
  entry_id text not null,
  entry_index bigint,
  leaf text not null,
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32),
  appended_at timestamptz not null,
  primary key (organisation_id, entry_id),
  unique (organisation_id, entry_index)
);
create index ledger_entry_unsequenced on gestand.ledger_entry (organisation_id, appended_at, entry_id)
  where entry_index is null;

-- One row an organisation: who holds its lock gives out places. `peaks` holds the roots of the complete
-- subtrees, largest first, so that adding an entry needs no earlier ones.
create table gestand.ledger_head (
  organisation_id text not null references gestand.organisation (organisation_id),
  tree_size bigint not null,
  peaks bytea[] not null,
  primary key (organisation_id)
);

create table gestand.ledger_checkpoint (
  organisation_id text not null references gestand.organisation (organisation_id),
  tree_size bigint not null,
  root_hash bytea not null check (octet_length(root_hash) = 32),
  note text not null,
  created_at timestamptz not null,
  primary key (organisation_id, tree_size)
);

create table gestand.promise_result (
  organisation_id text not null references gestand.organisation (organisation_id),
  promise_id text not null,
  ordinal int not null,
  state text not null check (state in ('kept', 'at-risk', 'broken', 'unproven')),
  since timestamptz not null,
  last_checked_at timestamptz not null,
  detail jsonb not null,
  primary key (organisation_id, promise_id, ordinal)
);
