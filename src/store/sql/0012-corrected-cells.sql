-- What a correction changed, cell by cell: what stood there and what does, encrypted, and how it stands now. A cell of a row
-- that a law holds is in here too: with what it should say, beside what it says. The rows go with the file of their case.
create table gestand.corrected_cell (
  organisation_id text not null,
  run_id text not null,
  step int not null,
  capture text not null,
  case_id text not null,
  source text not null,
  table_id text not null,
  column_name text not null,
  -- A keyed hash of source, table, column and key.
  place_hash text not null,
  content bytea not null,
  effect text not null check (effect in ('set', 'keep')),
  state text not null check (state in
    ('captured', 'standing', 'reverted', 'changed', 'gone', 'unseen', 'superseded', 'noted')),
  captured_at timestamptz not null,
  looked_at timestamptz,
  primary key (organisation_id, run_id, step, capture, place_hash),
  foreign key (organisation_id, run_id) references gestand.run (organisation_id, run_id),
  foreign key (organisation_id, case_id) references gestand.case_file (organisation_id, case_id)
);
create index corrected_cell_by_state on gestand.corrected_cell (organisation_id, state, looked_at);
create index corrected_cell_by_place on gestand.corrected_cell (organisation_id, place_hash);
create index corrected_cell_by_case on gestand.corrected_cell (organisation_id, case_id);

-- A person may also be asked to correct something.
alter table gestand.task drop constraint task_asks_check;
alter table gestand.task add constraint task_asks_check check (asks in ('access', 'erase', 'rectify'));
