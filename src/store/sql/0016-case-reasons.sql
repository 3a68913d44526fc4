-- The words behind an event of a case, as somebody wrote them and so encrypted: why an officer was sure, in doubt, or accepted
-- a mandate (GDPR art. 12(6)); why an answer takes longer, what it was, and why it was refused (art. 12(3)-(4)).
create table gestand.case_reason (
  organisation_id text not null,
  case_id text not null,
  ordinal int not null,
  reason bytea not null,
  primary key (organisation_id, case_id, ordinal),
  foreign key (organisation_id, case_id) references gestand.case_file (organisation_id, case_id)
);
