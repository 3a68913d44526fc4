-- Which recipient received what of whom, when and on which basis. Who it was is a keyed hash to be found by, and is
-- encrypted so that the recipient can be told whom a notice is about; that goes when the person is erased, and the rest
-- with the contact of the case that erased them.
create table gestand.disclosure (
  organisation_id text not null references gestand.organisation (organisation_id),
  disclosure_id text not null,
  recipient text not null,
  identity_kind text not null,
  identity_hash text not null,
  identity bytea,
  categories text[] not null,
  basis text not null,
  disclosed_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  ended_by text,
  primary key (organisation_id, disclosure_id),
  -- What is recorded twice, as when a file is imported again, is one disclosure.
  unique (organisation_id, identity_hash, recipient, disclosed_on, basis, categories),
  foreign key (organisation_id, ended_by) references gestand.case_file (organisation_id, case_id)
);
create index disclosure_by_day on gestand.disclosure (organisation_id, disclosed_on, disclosure_id);
create index disclosure_by_case on gestand.disclosure (organisation_id, ended_by);

-- What a recipient is to be told, and what came of it. Whom it is about is encrypted and goes when there is a receipt.
create table gestand.notice (
  organisation_id text not null references gestand.organisation (organisation_id),
  notice_id text not null,
  case_id text,
  run_id text,
  recipient text not null,
  deed text not null check (deed in ('rectification', 'erasure', 'restriction', 'restriction-lifted',
    'objection', 'withdrawal')),
  scope jsonb not null,
  way text not null check (way in ('email', 'api', 'hand')),
  state text not null check (state in ('waiting', 'sent', 'failed', 'confirmed', 'excused')),
  people bytea,
  token_hash text not null,
  made_at timestamptz not null,
  due_on date not null,
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  last_code text,
  mail_id text,
  sent_at timestamptz,
  reminded_at timestamptz,
  overdue_at timestamptz,
  settled_at timestamptz,
  settled_by text,
  receipt text,
  excuse text check (excuse in ('impossible', 'disproportionate')),
  note bytea,
  primary key (organisation_id, notice_id),
  unique (organisation_id, token_hash),
  foreign key (organisation_id, case_id) references gestand.case_file (organisation_id, case_id),
  foreign key (organisation_id, run_id) references gestand.run (organisation_id, run_id),
  check ((state in ('confirmed', 'excused')) = (settled_at is not null)),
  check ((state = 'excused') = (excuse is not null))
);
create index notice_by_state on gestand.notice (organisation_id, state, due_on, notice_id);
create index notice_by_case on gestand.notice (organisation_id, case_id);
create index notice_by_run on gestand.notice (organisation_id, run_id);
create index notice_by_mail on gestand.notice (organisation_id, mail_id);
