-- An entry has one index while it waits, and one when it has its place. Its id says when it was written, to the millisecond and then in
-- turn, so that the order of ids is the order of waiting. That its organisation is there is known to whoever has a case of it.
alter table gestand.ledger_entry
  drop constraint ledger_entry_pkey,
  drop constraint ledger_entry_organisation_id_fkey;
drop index gestand.ledger_entry_unsequenced;
create unique index ledger_entry_waiting on gestand.ledger_entry (organisation_id, entry_id)
  where entry_index is null;
