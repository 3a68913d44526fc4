-- Somebody may take up a promise that nothing ever checked.
alter table gestand.promise_result alter column last_checked_at drop not null;
