-- The shapes of the connected systems that were accepted, each once: what a look at them today is compared with. It
-- holds names of tables and columns, and no rows of them.
create table gestand.catalog_version (
  organisation_id text not null references gestand.organisation (organisation_id),
  source text not null,
  catalog_hash text not null,
  catalog jsonb not null,
  accepted_at timestamptz not null,
  accepted_by text not null,
  primary key (organisation_id, source, catalog_hash)
);
create index catalog_version_newest on gestand.catalog_version (organisation_id, source, accepted_at desc);
