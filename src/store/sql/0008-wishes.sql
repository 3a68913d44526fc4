-- What was asked, in the person's words, encrypted as whose it is; and how it came in.
alter table gestand.case_file add column wish bytea;
alter table gestand.case_file add constraint case_file_channel
  check (channel in ('portal', 'mail', 'telephone', 'app'));
