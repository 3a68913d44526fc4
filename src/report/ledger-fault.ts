import type { Language, Localised } from '../domain/language.ts';
import type { LedgerFault, LedgerVerdict } from '../ledger/verify.ts';

type Changed = Extract<LedgerVerdict, { readonly ok: false }>;

/** What was found, behind the place where. */
const found: Readonly<Record<LedgerFault, Localised>> = {
  gap: { nl: 'deze regel ontbreekt', en: 'this entry is not there' },
  'duplicate-index': { nl: 'deze regel staat er twee keer', en: 'this entry is there twice' },
  'not-canonical': {
    nl: 'de tekst is niet geschreven zoals Gestand een regel schrijft',
    en: 'its text is not written as Gestand writes an entry',
  },
  'leaf-hash-mismatch': {
    nl: 'de tekst is niet die waarvan de hash is bewaard',
    en: 'its text is not the one whose hash was kept',
  },
  'root-mismatch': {
    nl: 'de regels zijn niet die er ondertekend zijn',
    en: 'the entries are not those that were signed',
  },
  'cut-tail': {
    nl: 'er zijn meer regels ondertekend dan er nu zijn',
    en: 'more entries were signed than are there now',
  },
  fork: {
    nl: 'de getuige zag andere regels: er zijn twee logboeken',
    en: 'the witness saw other entries: there are two ledgers',
  },
  'checkpoint-malformed': {
    nl: 'een van de bewaarde controlepunten is er geen',
    en: 'one of the checkpoints that were kept is none',
  },
  'checkpoint-of-unknown-key': {
    nl: 'een van de controlepunten is met een andere sleutel ondertekend dan die van deze installatie',
    en: 'one of the checkpoints was signed with another key than that of this installation',
  },
  'checkpoint-signature-wrong': {
    nl: 'de handtekening onder een van de controlepunten klopt niet',
    en: 'the signature under one of the checkpoints is wrong',
  },
  'checkpoint-of-another-ledger': {
    nl: 'een van de controlepunten is van een ander logboek',
    en: 'one of the checkpoints is of another ledger',
  },
  'checkpoint-too-late': {
    nl: 'een van de controlepunten hoort eerder te staan',
    en: 'one of the checkpoints should stand earlier',
  },
};

/** A key of our own that differs is most often a setting, not a crime. */
const otherKeyAdvice: Localised = {
  nl: 'Is GESTAND_SECRET veranderd, of is dit de database van een andere installatie? Zet de instelling terug waarmee is ondertekend.',
  en: 'Was GESTAND_SECRET changed, or is this the database of another installation? Put back the setting with which it was signed.',
};

const advice: Localised = {
  nl:
    'Verander niets. Bewaar een kopie van de database en van de logs van de databaseserver, en zoek uit wie erin kon schrijven. ' +
    'Vergelijk een back-up van daarvoor met wat een getuige of auditor bewaarde ("gestand ledger verify --witness BESTAND"); zet terug wat klopt. ' +
    'Het logboek zoals het nu is, als bewijs: "gestand ledger export --as-it-is".',
  en:
    'Change nothing. Keep a copy of the database and of the logs of its server, and find out who could write to it. ' +
    'Hold a backup of before against what a witness or an auditor kept ("gestand ledger verify --witness FILE"), and restore what holds. ' +
    'The ledger as it is now, as evidence: "gestand ledger export --as-it-is".',
};

/** What is wrong with a ledger, and what to do about it: a sentence each. */
export function ledgerFaultText(verdict: Changed, language: Language): readonly [string, string] {
  const { reason } = verdict;
  const said = found[reason][language];
  const place = placeText(verdict, language);
  return [
    place === '' ? `${said.charAt(0).toUpperCase()}${said.slice(1)}.` : `${place}: ${said}.`,
    reason === 'checkpoint-of-unknown-key' ? otherKeyAdvice[language] : advice[language],
  ];
}

function placeText({ firstWrongIndex: first, lastPossibleIndex: last }: Changed, language: Language): string {
  if (first === null) return '';
  const dutch = language === 'nl';
  if (last === null || last === first) return `${dutch ? 'Regel' : 'Entry'} ${first}`;
  return dutch ? `Regels ${first} tot en met ${last}` : `Entries ${first} to ${last}`;
}
