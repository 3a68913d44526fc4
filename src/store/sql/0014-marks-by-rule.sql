-- A wish can ask for several marks; each is set once, whoever finds out first. Others have no number.
alter table gestand.person_mark add column ordinal int;
alter table gestand.person_mark add constraint person_mark_once unique (organisation_id, case_id, ordinal);
drop index gestand.person_mark_by_case;

alter table gestand.task drop constraint task_asks_check;
alter table gestand.task add constraint task_asks_check check (asks in ('access', 'erase', 'rectify', 'gate'));

-- What was decided on an objection, and why: the reason can say something of somebody, so it is encrypted and goes with whose it was.
create table gestand.weighing (
  organisation_id text not null,
  case_id text not null,
  outcome text not null check (outcome in ('upheld', 'rejected')),
  reason bytea,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (organisation_id, case_id),
  foreign key (organisation_id, case_id) references gestand.case_file (organisation_id, case_id)
);
