-- How many rows of a table had had their term when they were last counted, and the tag of its rows from just before: while the
-- source gives that same tag, the count stands. Counts, and no value of a row.
create table gestand.term_count (
  organisation_id text not null references gestand.organisation (organisation_id),
  source text not null,
  table_id text not null,
  column_name text not null,
  before_date date not null,
  tag text not null,
  row_count bigint not null,
  counted_at timestamptz not null,
  primary key (organisation_id, source, table_id, column_name)
);
