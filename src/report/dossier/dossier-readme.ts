/** What lies beside the first page of a dossier, for whoever opens the folder elsewhere. */
export function dossierReadme(key: string): string {
  return `DOSSIER

Open index.html: daar staat wat in dit dossier zit en waar.

Controleren kan op elke computer met Node 20 of nieuwer, zonder internet. Pak
het bestand uit, en typ in de map:

  node verify-ledger.mjs . --language nl --key ${key}

Neem de sleutel niet uit dit dossier over, maar vergelijk hem met de sleutel die
u al eerder kreeg. Wie een dossier kan vervalsen, kan ook deze tekst vervalsen.

De map ledger is het logboek, in de vorm van https://c2sp.org/tlog-tiles.
SHA256SUMS is de lijst van alle bestanden; SHA256SUMS.sig is de handtekening.

------------------------------------------------------------------------------

Open index.en.html: it says what is in this dossier and where.

Verify it on any computer with Node 20 or later, without a network. Unpack the
file, and type in the folder:

  node verify-ledger.mjs . --key ${key}

Do not take the key from this dossier: compare it with the one you were given
before. Who can forge a dossier can forge this text too.

The folder ledger is the ledger, in the layout of https://c2sp.org/tlog-tiles.
SHA256SUMS lists all files; SHA256SUMS.sig is the signature.
`;
}
