-- What a program got for a request it may send again, encrypted: it holds the token of the request's page.
create table gestand.repeatable_answer (
  organisation_id text not null references gestand.organisation (organisation_id),
  key_hash text not null,
  request_hash text not null,
  answer bytea not null,
  made_at timestamptz not null,
  primary key (organisation_id, key_hash)
);
create index repeatable_answer_by_age on gestand.repeatable_answer (organisation_id, made_at);

-- Tokens of signed-in sessions that were used: each once.
create table gestand.used_token (
  organisation_id text not null references gestand.organisation (organisation_id),
  token_hash text not null,
  expires_at timestamptz not null,
  primary key (organisation_id, token_hash)
);
create index used_token_by_end on gestand.used_token (organisation_id, expires_at);

-- Since when a case waits for somebody to say more of who they are: in law its clock stands still meanwhile.
alter table gestand.case_file add column identity_asked_at timestamptz;
