-- What stands against a use of somebody's data: who it is can only be asked, by keyed hashes of their identities. `scope` holds ids of
-- the policy. A mark outlives its case, as a refusal of advertising must; hence no foreign key to it.
create table gestand.person_mark (
  organisation_id text not null references gestand.organisation (organisation_id),
  mark_id text not null,
  case_id text not null,
  kind text not null check (kind in ('restricted', 'objected', 'withdrawn')),
  ground text,
  scope jsonb not null,
  rule text not null,
  since timestamptz not null,
  plan_id text,
  notice_mail_id text,
  lifted_at timestamptz,
  primary key (organisation_id, mark_id),
  check ((kind = 'restricted') = (ground is not null))
);
create index person_mark_by_case on gestand.person_mark (organisation_id, case_id);

-- Goes when the mark is lifted.
create table gestand.person_mark_identity (
  organisation_id text not null,
  identity_hash text not null,
  mark_id text not null,
  primary key (organisation_id, identity_hash, mark_id),
  foreign key (organisation_id, mark_id) references gestand.person_mark (organisation_id, mark_id)
);
create index person_mark_identity_by_mark on gestand.person_mark_identity (organisation_id, mark_id);
