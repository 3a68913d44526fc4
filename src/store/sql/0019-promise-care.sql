-- Who took up a promise that is not kept, and what they do about it; a note that names nobody.
alter table gestand.promise_result
  add column taken_up_by text,
  add column taken_up_at timestamptz,
  add column note text,
  add constraint promise_care_whole check (num_nulls(taken_up_by, taken_up_at, note) in (0, 3));
