-- What a plan asks of a person, in a system that no program can look into, and what they attest of it. Whom it is about
-- is encrypted and goes when it is attested; so goes the file that came with it when it is in the package.
create table gestand.task (
  organisation_id text not null references gestand.organisation (organisation_id),
  task_id text not null,
  run_id text not null,
  case_id text,
  source text not null,
  asks text not null check (asks in ('access', 'erase')),
  state text not null check (state in ('open', 'attested', 'cancelled')),
  made_at timestamptz not null,
  due_on date not null,
  subject bytea,
  attested_at timestamptz,
  attested_by text,
  outcome text check (outcome in ('done', 'nothing-found', 'kept')),
  items int check (items >= 0),
  ground text,
  kept_until date,
  note bytea,
  file_name bytea,
  file_bytes bigint,
  primary key (organisation_id, task_id),
  foreign key (organisation_id, run_id) references gestand.run (organisation_id, run_id),
  foreign key (organisation_id, case_id) references gestand.case_file (organisation_id, case_id),
  check ((state = 'attested') = (attested_at is not null)),
  check ((state = 'attested') = (outcome is not null)),
  check ((outcome = 'kept') = (ground is not null))
);
create index task_by_state on gestand.task (organisation_id, state, due_on, task_id);
create index task_by_run on gestand.task (organisation_id, run_id);
create index task_by_case on gestand.task (organisation_id, case_id);

create table gestand.task_file (
  organisation_id text not null,
  task_id text not null,
  ordinal int not null,
  content bytea not null,
  primary key (organisation_id, task_id, ordinal),
  foreign key (organisation_id, task_id) references gestand.task (organisation_id, task_id)
);
alter table gestand.task_file alter column content set storage external;
