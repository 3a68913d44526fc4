-- Every text that was ever published is told by the ledger; a check holds what is stored against that.
create index ledger_entry_published on gestand.ledger_entry (organisation_id)
  where leaf like '%"kind":"statement-published"%';
