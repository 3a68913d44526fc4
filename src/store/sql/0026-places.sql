-- An entry that waits for its place need not be in the index of places: whoever writes it writes one index less.
alter table gestand.ledger_entry drop constraint ledger_entry_organisation_id_entry_index_key;
create unique index ledger_entry_place on gestand.ledger_entry (organisation_id, entry_index)
  where entry_index is not null;
