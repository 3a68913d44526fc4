-- Rows without the date that their term counts from are counted beside those that have had their term.
delete from gestand.term_count;
alter table gestand.term_count add column undated_count bigint not null;
