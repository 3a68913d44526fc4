-- Whom a run erases, encrypted, for as long as it lasts: after the rows are gone it must still be known what to look
-- for and what to leave a keyed hash of. The row goes in the transaction that closes the run.
create table gestand.run_identities (
  organisation_id text not null,
  run_id text not null,
  identities bytea not null,
  primary key (organisation_id, run_id),
  foreign key (organisation_id, run_id) references gestand.run (organisation_id, run_id)
);
