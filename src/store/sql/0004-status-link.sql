-- The public half of the key that the status link of a case holds. With it the token of a package is sealed, so that
-- whoever has the status link opens the package from there, and nobody who has only this database does.
alter table gestand.case_file add column access_public_key text;
alter table gestand.package_file add column sealed_token bytea;
