-- The cases that one plan answers together, and which of its people each is of. What would be done for each is counted
-- apart: it is what their letter says. A case that is left out keeps its row, with why.
create table gestand.plan_case (
  organisation_id text not null,
  plan_id text not null,
  case_id text not null,
  person int not null,
  counts jsonb not null,
  left_out text check (left_out in ('ended', 'unverified')),
  primary key (organisation_id, plan_id, case_id),
  unique (organisation_id, plan_id, person),
  foreign key (organisation_id, plan_id) references gestand.plan (organisation_id, plan_id),
  foreign key (organisation_id, case_id) references gestand.case_file (organisation_id, case_id)
);
create index plan_case_by_case on gestand.plan_case (organisation_id, case_id);
