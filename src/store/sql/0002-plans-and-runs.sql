create table gestand.plan (
  organisation_id text not null references gestand.organisation (organisation_id),
  plan_id text not null,
  kind text not null,
  case_id text,
  state text not null check (state in ('draft', 'approved', 'executed', 'superseded')),
  sealed_hash text not null,
  sealed_content jsonb not null,
  bindings bytea not null,
  created_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  primary key (organisation_id, plan_id),
  foreign key (organisation_id, case_id) references gestand.case_file (organisation_id, case_id),
  check ((state in ('draft', 'superseded')) or (approved_by is not null and approved_at is not null))
);
create index plan_by_case on gestand.plan (organisation_id, case_id);

create table gestand.run (
  organisation_id text not null,
  run_id text not null,
  plan_id text not null,
  state text not null check (state in ('queued', 'running', 'completed', 'failed')),
  fence bigint not null default 0,
  worker text,
  lease_until timestamptz,
  created_at timestamptz not null,
  closed_at timestamptz,
  failure_code text,
  primary key (organisation_id, run_id),
  foreign key (organisation_id, plan_id) references gestand.plan (organisation_id, plan_id)
);
create index run_waiting on gestand.run (organisation_id, state, created_at, run_id);
create index run_by_plan on gestand.run (organisation_id, plan_id);

create table gestand.run_step (
  organisation_id text not null,
  run_id text not null,
  ordinal int not null,
  name text not null,
  source text not null,
  state text not null check (state in ('waiting', 'running', 'completed')),
  batch_cursor jsonb,
  result jsonb,
  attempts int not null default 0,
  started_at timestamptz,
  completed_at timestamptz,
  primary key (organisation_id, run_id, ordinal),
  foreign key (organisation_id, run_id) references gestand.run (organisation_id, run_id)
);

create table gestand.erasure_record (
  organisation_id text not null,
  identity_kind text not null,
  identity_hash text not null,
  run_id text not null,
  erased_at timestamptz not null,
  primary key (organisation_id, identity_kind, identity_hash, run_id),
  foreign key (organisation_id, run_id) references gestand.run (organisation_id, run_id)
);
