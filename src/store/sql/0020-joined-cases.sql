-- Whose a case is, as a keyed hash of the rows of people that its proven identity leads to; null before they were looked up, and
-- when there are none. Two cases with one hash are of one person.
alter table gestand.case_file add column person_hash text;
create index case_file_by_person on gestand.case_file (organisation_id, person_hash);

-- A second request of one person for the same is answered by the first.
alter table gestand.case_file drop constraint case_file_state_check;
alter table gestand.case_file add constraint case_file_state_check check (state in ('received', 'identity', 'in-progress',
  'extended', 'answered', 'refused', 'withdrawn', 'joined', 'closed'));
alter table gestand.case_file add column joined_to text;
alter table gestand.case_file add foreign key (organisation_id, joined_to)
  references gestand.case_file (organisation_id, case_id);
create index case_file_by_joined_to on gestand.case_file (organisation_id, joined_to);
