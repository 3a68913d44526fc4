import type { Localised } from '../domain/language.ts';
import type { PromiseId } from '../law/promises.ts';
import type { CheckedPromiseId } from './checks.ts';

/**
 * What it would take to prove each promise that nothing looks at: such a promise is unproven, and says why. A promise
 * that is in neither list, or in both, does not compile.
 */
export const missingEvidence: Readonly<Record<Exclude<PromiseId, CheckedPromiseId>, Localised>> = {
  P02: {
    nl: 'Nodig: bij elk gegeven vastleggen waar het vandaan komt, en tellen waar dat ontbreekt.',
    en: 'Needed: recording for every item of data where it came from, and counting where that is missing.',
  },
  P03: {
    nl: 'Nodig: per dienst een lijst van gegevens die daarbij horen, en een telling van wat daarbuiten valt.',
    en: 'Needed: for each service a list of the data that belong to it, and a count of what falls outside it.',
  },
  P05: {
    nl: 'Nodig: bij elke contactpersoon de datum van het bericht, en een telling van wie het na een maand niet kreeg.',
    en: 'Needed: for every contact person the date of the notice, and a count of who did not get it after a month.',
  },
  P06: {
    nl: 'Nodig: zoeken naar rekeningnummers in vrije tekst en logboeken, en vastleggen wie ze leest.',
    en: 'Needed: searching free text and logs for account numbers, and recording who reads them.',
  },
  P07: {
    nl: 'Nodig: de instellingen van de webserver en de meetcode, vergeleken met de lijst in de verklaring.',
    en: 'Needed: the settings of the web server and the measuring code, held against the list in the statement.',
  },
  P10: {
    nl: 'Nodig: per persoon de overeenkomst of offerte waarop het gebruik rust.',
    en: 'Needed: for each person the contract or quote on which the use rests.',
  },
  P11: {
    nl: 'Nodig: per belang een ondertekende afweging met een datum waarop zij opnieuw wordt bekeken.',
    en: 'Needed: for each interest a signed balancing test with a date on which it is looked at again.',
  },
  P12: {
    nl: 'Nodig: elk verzonden bericht met zijn soort, en een controle van servicesjablonen op reclame.',
    en: 'Needed: every message sent with its kind, and a check of service templates for advertising.',
  },
  P13: {
    nl: 'Nodig: elke afschrijving naast haar machtiging, met de aankondiging vooraf.',
    en: 'Needed: every debit beside its mandate, with the announcement before it.',
  },
  P14: {
    nl: 'Nodig: bij elk reclamebericht de beslissing vooraf dat het mocht.',
    en: 'Needed: with every advertising message the decision beforehand that it was allowed.',
  },
  P15: {
    nl: 'Nodig: bij elke campagne de eigen dienst waarover zij gaat.',
    en: 'Needed: with every campaign the service of our own that it is about.',
  },
  P16: {
    nl: 'Nodig: bij elke campagne de regel waarmee de ontvangers zijn gekozen.',
    en: 'Needed: with every campaign the rule by which its recipients were chosen.',
  },
  P17: {
    nl: 'Nodig: een register van verstrekkingen, met bij elke commerciële de toestemming die de ontvanger noemt.',
    en: 'Needed: a register of disclosures, with for each commercial one the consent that names the recipient.',
  },
  P18: {
    nl: 'Nodig: een register van verstrekkingen, met bij elk goed doel de toestemming.',
    en: 'Needed: a register of disclosures, with the consent for each charity.',
  },
  P19: {
    nl: 'Nodig: elke toestemming met de tekst van toen, en een vergelijking van geven met intrekken.',
    en: 'Needed: every consent with its text of that day, and a comparison of giving with withdrawing.',
  },
  P20: {
    nl: 'Nodig: de adressen waar gegevens werkelijk heen gaan, vergeleken met het register van ontvangers.',
    en: 'Needed: the addresses to which data really go, held against the register of recipients.',
  },
  P21: {
    nl: 'Nodig: een vastgelegde beoordeling van de rol van elke partij die bij gegevens kan.',
    en: 'Needed: a recorded assessment of the role of every party that can reach data.',
  },
  P23: {
    nl: 'Nodig: van elke overeenkomst een ingevulde lijst van de afspraken uit artikel 28 lid 3.',
    en: 'Needed: for each agreement a completed list of the clauses of article 28(3).',
  },
  P24: {
    nl: 'Nodig: een register van gegevens die aan een overheid zijn gegeven, met wetsartikel en twee akkoorden.',
    en: 'Needed: a register of data given to an authority, with the article of law and two approvals.',
  },
  P26: {
    nl: 'Nodig: het einde van elk doel vastleggen, en elk gebruik daarna opmerken.',
    en: 'Needed: recording the end of each purpose, and noticing every use after it.',
  },
  P28: {
    nl: 'Nodig: een lijst van maatregelen met eigenaar, en hoe vaak en wanneer elk is gecontroleerd.',
    en: 'Needed: a list of measures with an owner, and how often and when each was checked.',
  },
  P29: {
    nl: 'Nodig: een getekende risicobeoordeling van het afgelopen jaar.',
    en: 'Needed: a signed risk assessment of the past year.',
  },
  P30: {
    nl: 'Nodig: van elke medewerker met toegang de getekende geheimhouding.',
    en: 'Needed: of every employee with access the signed confidentiality.',
  },
  P31: {
    nl: 'Nodig: van ieder van buiten met toegang de getekende geheimhouding en een einddatum.',
    en: 'Needed: of everybody from outside with access the signed confidentiality and an end date.',
  },
  P32: {
    nl: 'Nodig: wie waarbij kan en wanneer dat voor het laatst is gebruikt, uit de systemen zelf.',
    en: 'Needed: who can reach what and when that was last used, from the systems themselves.',
  },
  P33: {
    nl: 'Nodig: van elke medewerker met toegang de gevolgde instructie en haar versie.',
    en: 'Needed: of every employee with access the instruction that was followed and its version.',
  },
  P34: {
    nl: 'Nodig: van elke medewerker een voldoende voor de toets in de afgelopen twaalf maanden.',
    en: 'Needed: of every employee a pass of the test in the past twelve months.',
  },
  P47: {
    nl: 'Nodig: van elk datalek het besluit over de betrokkenen en het bericht dat zij kregen.',
    en: 'Needed: of every breach the decision about the people and the notice they got.',
  },
  P48: {
    nl: 'Nodig: van elk datalek twee beoordelingen: die van de wet en die van de verklaring.',
    en: 'Needed: of every breach two assessments: that of the law and that of the statement.',
  },
  P49: {
    nl: 'Nodig: van elk datalek zonder bericht de reden uit artikel 34 lid 3.',
    en: 'Needed: of every breach without a notice the reason from article 34(3).',
  },
  P50: {
    nl: 'Nodig: van elk datalek het moment van ontdekking en dat van het eerste bericht.',
    en: 'Needed: of every breach the moment of discovery and that of the first notice.',
  },
  P51: {
    nl: 'Nodig: van elk datalek de melding van de partij die voor ons werkt, en de meldplicht in haar overeenkomst.',
    en: 'Needed: of every breach the report of the party that works for us, and the duty to report in its agreement.',
  },
  P57: {
    nl: 'Nodig: een opname van wat de meetcode op de website meet.',
    en: 'Needed: a recording of what the measuring code on the website measures.',
  },
  P58: {
    nl: 'Nodig: bezoek van een browser aan elke pagina, voor en na toestemming, met alle adressen die hij opvraagt.',
    en: 'Needed: a browser’s visit to every page, before and after consent, with all addresses it requests.',
  },
  P60: {
    nl: 'Nodig: een opname van wat de pagina’s naar anderen sturen.',
    en: 'Needed: a recording of what the pages send to others.',
  },
  D01: {
    nl: 'Nodig: van elk datalek met risico het moment van kennis en dat van de melding.',
    en: 'Needed: of every breach with risk the moment of awareness and that of the report.',
  },
  D02: {
    nl: 'Nodig: een register van datalekken met feiten, gevolgen en maatregelen.',
    en: 'Needed: a register of breaches with facts, effects and measures.',
  },
  D06: {
    nl: 'Nodig: een lijst van besluiten die een computer neemt, en wie daarin meekijkt.',
    en: 'Needed: a list of decisions that a computer takes, and who looks along.',
  },
  D09: {
    nl: 'Nodig: per verwerking de afweging of het risico hoog is, en zo ja het onderzoek.',
    en: 'Needed: for each processing the assessment whether its risk is high, and if so the study.',
  },
  D10: {
    nl: 'Nodig: van elk nieuw veld, doel en elke ontvanger de beoordeling vooraf.',
    en: 'Needed: of every new field, purpose and recipient the assessment beforehand.',
  },
  D12: {
    nl: 'Nodig: de vastgelegde afweging of een functionaris nodig is, met datum en naam van wie haar maakte.',
    en: 'Needed: the recorded assessment whether an officer is needed, with its date and who made it.',
  },
  D13: {
    nl: 'Nodig: bezoek van een browser aan elke pagina zonder toestemming, met wat daar wordt geplaatst en gelezen.',
    en: 'Needed: a browser’s visit to every page without consent, with what is placed and read there.',
  },
  D14: {
    nl: 'Nodig: bij elk reclamebericht de toestemming of de klantrelatie, en de weg om zich af te melden.',
    en: 'Needed: with every advertising message the consent or the customer relation, and the way to opt out.',
  },
  D15: {
    nl: 'Nodig: van elk gegeven dat een ander gaf de dag van ontvangst en die van het bericht.',
    en: 'Needed: of every item given by somebody else the day of receipt and that of the notice.',
  },
  D16: {
    nl: 'Nodig: van elke vraag van de toezichthouder de dag van ontvangst en die van het antwoord.',
    en: 'Needed: of every question of the authority the day of receipt and that of the answer.',
  },
};

/** The text for a promise that nothing looks at; undefined for one that is checked. */
export function missingFor(id: PromiseId): Localised | undefined {
  return (missingEvidence as Readonly<Partial<Record<PromiseId, Localised>>>)[id];
}
