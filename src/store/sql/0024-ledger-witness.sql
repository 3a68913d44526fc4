-- Up to which size the ledger was shown to somebody outside who keeps its checkpoints. Who that is stands in the settings: here is a keyed hash
-- of the address.
create table gestand.ledger_witness (
  organisation_id text not null references gestand.organisation (organisation_id),
  witness_hash text not null,
  shown_size bigint not null,
  shown_at timestamptz,
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  last_code text,
  primary key (organisation_id, witness_hash)
);
