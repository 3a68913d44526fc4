-- A code belongs to the network that asked for it, so that nobody uses up or replaces the code of somebody else. Of the network
-- only a keyed hash is kept, made for this case alone; empty: nobody asked for it from a page.
alter table gestand.identity_code
  add column network_hash text not null default '';
alter table gestand.identity_code
  drop constraint identity_code_pkey;
alter table gestand.identity_code
  add primary key (organisation_id, case_id, network_hash);
