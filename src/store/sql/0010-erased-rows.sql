-- Which rows an erasure took, as keyed hashes of source, table and key, so that a row that a backup brings back is told
-- from one that is new. Which people of a plan they were is a number.
create table gestand.erased_row (
  organisation_id text not null,
  row_hash text not null,
  run_id text not null,
  person int not null,
  deleted boolean not null,
  erased_at timestamptz not null,
  primary key (organisation_id, row_hash, run_id),
  foreign key (organisation_id, run_id) references gestand.run (organisation_id, run_id)
);

-- Rows of which somebody said that they are of a new person, and no return of whom was erased.
create table gestand.cleared_row (
  organisation_id text not null references gestand.organisation (organisation_id),
  row_hash text not null,
  cleared_at timestamptz not null,
  cleared_by text not null,
  primary key (organisation_id, row_hash)
);

-- What the last look through a source for erased people came to: counts, and ids of ours.
create table gestand.erasure_look (
  organisation_id text not null references gestand.organisation (organisation_id),
  source text not null,
  looked_at timestamptz not null,
  outcome text not null check (outcome in ('looked', 'partly', 'not-listed', 'by-hand', 'away')),
  rows_seen bigint not null,
  returned int not null,
  unclear int not null,
  run_ids jsonb not null,
  primary key (organisation_id, source)
);
