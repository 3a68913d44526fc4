/** What lies beside an exported ledger for whoever opens it. */
export function ledgerReadme(key: string): string {
  return `${dutch(key)}\n${'-'.repeat(78)}\n\n${english(key)}`;
}

const dutch = (key: string): string => `LOGBOEK

In deze map staat het logboek: wat er is gebeurd, regel voor regel. Het noemt
niemand: zaken en medewerkers hebben een nummer, en alleen de organisatie kan
opzoeken wie dat is. Het is zo opgebouwd dat niemand er achteraf iets aan kan
veranderen zonder dat u het ziet, ook wij niet.

Controleren kan op elke computer met Node 20 of nieuwer, zonder internet:

  node verify-ledger.mjs . --language nl --key ${key}

Neem de sleutel niet uit deze map over, maar vergelijk hem met de sleutel die u
al eerder kreeg. Wie het logboek kan vervalsen, kan ook deze tekst vervalsen.

Hebt u zelf controlepunten bewaard? Geef het bestand dan mee: --witness BESTAND
Dan ziet u ook of u hetzelfde logboek kreeg als de vorige keer.

checkpoint       het nieuwste controlepunt: lengte, hash en handtekening
checkpoints      alle controlepunten
tile/entries     de regels, als JSON
tile/0, 1, ...   de hashes
SHA256SUMS       de hash van elk bestand; SHA256SUMS.sig is de handtekening

De vorm is die van https://c2sp.org/tlog-tiles, de hashes zijn die van RFC 6962.
Andere programma's die deze vorm kennen, kunnen het logboek dus ook controleren.
`;

const english = (key: string): string => `LEDGER

This folder holds the ledger: what happened, entry by entry. It names nobody:
cases and officers have ids, and the organisation alone can look up who that is.
It is built so that nobody can change anything afterwards without you seeing it,
and neither can we.

Verify it on any computer with Node 20 or later, without a network:

  node verify-ledger.mjs . --key ${key}

Do not take the key from this folder: compare it with the one you were given
before. Who can forge the ledger can forge this text too.

Did you keep checkpoints yourself? Give that file too: --witness FILE
Then you also see whether this is the ledger you were shown before.

checkpoint       the newest checkpoint: size, hash and signature
checkpoints      all of them
tile/entries     the entries, as JSON
tile/0, 1, ...   the hashes
SHA256SUMS       the hash of every file; SHA256SUMS.sig is the signature

The layout is that of https://c2sp.org/tlog-tiles, the hashes are those of RFC
6962. Other programs that know this layout can verify the ledger as well.
`;
