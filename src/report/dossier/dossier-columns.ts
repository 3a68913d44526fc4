import type { Localised } from '../../domain/language.ts';

/** The tables of a dossier: their columns, in order, and what stands in each. Times are UTC. */
export const dossierColumns = {
  'promises.csv': {
    promise: { nl: 'Nummer van de belofte.', en: 'Number of the promise.' },
    state: {
      nl: 'kept: nagekomen; at-risk: loopt gevaar; broken: niet nagekomen; unproven: niet bewezen.',
      en: 'kept, at-risk, broken, or unproven: there is no evidence.',
    },
    since: {
      nl: 'Sinds wanneer: de tijd van de regel in het logboek.',
      en: 'Since when: the time of the entry in the ledger.',
    },
    until: { nl: 'Tot wanneer; leeg: nog steeds.', en: 'Until when; empty: it is so still.' },
    entry: {
      nl: 'Nummer van de regel in het logboek; leeg: geen regel zegt het, en dan is de belofte niet bewezen.',
      en: 'Number of the entry in the ledger; empty: no entry says so, and then the promise is unproven.',
    },
    'last checked': {
      nl: 'Wanneer in die tijd voor het laatst is gecontroleerd. Staat niet in het logboek.',
      en: 'When it was last checked in that time. It is not in the ledger.',
    },
    'why (nl)': {
      nl: 'Wat die controle vond, of wat nodig is om het te bewijzen. Staat niet in het logboek.',
      en: 'What that check found, or what it takes to prove it, in Dutch. It is not in the ledger.',
    },
    'why (en)': { nl: 'Hetzelfde in het Engels.', en: 'The same in English.' },
    evidence: {
      nl: 'De aantallen en nummers die de controle vond, als JSON.',
      en: 'The counts and ids that the check found, as JSON.',
    },
    'taken up by': {
      nl: 'Nummer van de medewerker die eraan werkt; wie dat is, weet de organisatie.',
      en: 'Id of the officer who sees to it; the organisation knows who that is.',
    },
    'what is done': { nl: 'Wat die eraan doet.', en: 'What they do about it.' },
  },
  'cases.csv': {
    case: {
      nl: 'Nummer van de zaak, zoals in het logboek. De organisatie kan opzoeken welk verzoek dat is.',
      en: 'Id of the case, as in the ledger. The organisation can look up which request it is.',
    },
    kind: { nl: 'Soort verzoek.', en: 'Kind of request.' },
    state: {
      nl: 'Waar de zaak staat volgens het laatste controlepunt; removed: de indiener toonde nooit wie die was.',
      en: 'Where it is by the newest checkpoint; removed: who asked never showed who they were.',
    },
    channel: { nl: 'Hoe het verzoek binnenkwam.', en: 'How the request came in.' },
    received: { nl: 'Wanneer het binnenkwam.', en: 'When it came in.' },
    'identity asked': {
      nl: 'Sinds wanneer de indiener gevraagd is te tonen wie die is (artikel 12, lid 6, AVG).',
      en: 'Since when who asked was asked to show who they are (article 12(6) GDPR).',
    },
    'aimed at': {
      nl: 'De dag waarop de organisatie wilde antwoorden, vóór de wettelijke.',
      en: 'The day by which the organisation meant to answer, before that of the law.',
    },
    'legal date': {
      nl: 'De laatste dag die de wet geeft (artikel 12, lid 3, AVG), verlenging meegeteld.',
      en: 'The last day that the law allows (article 12(3) GDPR), extensions counted.',
    },
    answered: { nl: 'Wanneer het antwoord ging.', en: 'When it was answered.' },
    closed: { nl: 'Wanneer de zaak eindigde.', en: 'When the case ended.' },
    clock: {
      nl: 'inTime: op tijd beantwoord; late: te laat; open: nog niet beantwoord, en de termijn loopt of staat stil; ended: zonder antwoord geëindigd.',
      en: 'inTime: answered in time; late; open: not answered, and in time or the clock stands still; ended: without an answer.',
    },
    entry: {
      nl: 'Nummer van de laatste regel in het logboek die dit zegt.',
      en: 'Number of the last entry in the ledger that says so.',
    },
  },
  'notices.csv': {
    notice: { nl: 'Nummer van de kennisgeving.', en: 'Id of the notice.' },
    case: { nl: 'De zaak waar die bij hoort.', en: 'The case that it is of.' },
    recipient: {
      nl: 'De ontvanger, zoals die in het beleid heet.',
      en: 'The recipient, as the policy calls it.',
    },
    about: { nl: 'Wat er met gegevens is gedaan.', en: 'What was done to data.' },
    way: {
      nl: 'email: een brief; api: een oproep; hand: iemand doet het.',
      en: 'email: a letter; api: a call; hand: somebody does it.',
    },
    state: {
      nl: 'waiting: nog niet weg; sent: weg, geen bevestiging; failed: niet aangekomen; confirmed: bevestigd; excused: hoefde niet (artikel 19 AVG).',
      en: 'waiting: not out yet; sent: no receipt yet; failed: not taken; confirmed; excused: need not be told (article 19 GDPR).',
    },
    made: { nl: 'Wanneer die is gemaakt.', en: 'When it was made.' },
    due: { nl: 'Wanneer de bevestiging er moet zijn.', en: 'By when the receipt must be there.' },
    sent: { nl: 'Wanneer die is verzonden.', en: 'When it was sent.' },
    reminded: { nl: 'Wanneer is herinnerd.', en: 'When they were reminded.' },
    'overdue since': { nl: 'Sinds wanneer die te laat is.', en: 'Since when it is too late.' },
    settled: { nl: 'Wanneer die is bevestigd of niet hoefde.', en: 'When it was confirmed or excused.' },
    'settled by': {
      nl: 'recipient: de ontvanger; anders het nummer van de medewerker.',
      en: 'recipient, or the id of an officer.',
    },
    excuse: { nl: 'Waarom die niet hoefde.', en: 'Why it need not be told.' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Localised>>>>;

export type DossierTable = keyof typeof dossierColumns;

/** The first line of a table. */
export function columnsOf(table: DossierTable): readonly string[] {
  return Object.keys(dossierColumns[table]);
}
