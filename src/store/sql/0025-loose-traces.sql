-- Where something that identifies somebody still stood in a text after they were erased or corrected. What is to be looked for there
-- again is kept encrypted for as long as it stands there: when it is gone there, it is gone here.
create table gestand.loose_trace (
  organisation_id text not null references gestand.organisation (organisation_id),
  run_id text not null,
  source text not null,
  table_id text not null,
  column_name text not null,
  sought bytea,
  row_count bigint not null,
  found_at timestamptz not null,
  looked_at timestamptz not null,
  gone_at timestamptz,
  primary key (organisation_id, run_id, source, table_id, column_name),
  foreign key (organisation_id, run_id) references gestand.run (organisation_id, run_id),
  constraint loose_trace_sought check ((sought is null) = (gone_at is not null))
);
create index loose_trace_by_look on gestand.loose_trace (organisation_id, looked_at) where gone_at is null;
