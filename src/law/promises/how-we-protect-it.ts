import type { PromiseDefinition } from './promise-definition.ts';

/** P28–P35: security, confidentiality, instruction. */
export const howWeProtectIt = [
  {
    id: 'P28',
    kind: 'promise',
    law: '24, 25, 32',
    key: 'passende maatregelen',
    text: {
      nl: 'Wij beveiligen gegevens met maatregelen die passen bij het risico, en wij controleren of ze werken.',
      en: 'We protect data with measures that fit the risk, and we check that they work.',
    },
    brokenWhen: {
      nl: 'Een maatregel die niet werkt, of te lang niet is gecontroleerd.',
      en: 'A measure that does not work, or was not checked for too long.',
    },
  },
  {
    id: 'P29',
    kind: 'promise',
    law: '32(1)',
    key: 'belang, stand van de techniek, kosten',
    text: {
      nl: 'Wij beoordelen de risico’s elk jaar en bij elke verandering opnieuw.',
      en: 'We assess the risks anew every year and at every change.',
    },
    brokenWhen: {
      nl: 'Geen geldige risicobeoordeling, of verouderde versleuteling in gebruik.',
      en: 'No valid risk assessment, or outdated encryption in use.',
    },
  },
  {
    id: 'P30',
    kind: 'promise',
    law: '28(3)(b), 29, 32(4)',
    key: 'geheimhouding door medewerkers',
    text: {
      nl: 'Een medewerker kan pas bij gegevens na het tekenen van geheimhouding.',
      en: 'An employee can reach data only after signing for confidentiality.',
    },
    brokenWhen: {
      nl: 'Een medewerker met toegang zonder getekende geheimhouding.',
      en: 'An employee with access who did not sign for confidentiality.',
    },
  },
  {
    id: 'P31',
    kind: 'promise',
    law: '28(3)(b)',
    key: 'geheimhouding door derden',
    text: {
      nl: 'Ook iemand van buiten tekent eerst voor geheimhouding en krijgt toegang voor beperkte tijd.',
      en: 'Somebody from outside, too, signs for confidentiality first and gets access for a limited time.',
    },
    brokenWhen: {
      nl: 'Toegang van buiten zonder geheimhouding, zonder einddatum of na het contract.',
      en: 'Outside access without confidentiality, without an end date or after the contract.',
    },
  },
  {
    id: 'P32',
    kind: 'implied',
    law: '5(1)(f), 25(2)',
    key: 'alleen noodzakelijke toegang',
    text: {
      nl: 'Mensen zien alleen de gegevens die zij voor hun werk nodig hebben.',
      en: 'People see only the data their work needs.',
    },
    brokenWhen: {
      nl: 'Toegang buiten de eigen rol, of die 90 dagen niet is gebruikt.',
      en: 'Access outside the role, or unused for 90 days.',
    },
  },
  {
    id: 'P33',
    kind: 'promise',
    law: '29, 32(4), 39(1)(b)',
    key: 'juiste en volledige instructie',
    text: {
      nl: 'Medewerkers krijgen uitleg over persoonsgegevens voordat zij ermee werken.',
      en: 'Employees are instructed about personal data before they work with them.',
    },
    brokenWhen: {
      nl: 'Toegang zonder geldige instructie.',
      en: 'Access without valid instruction.',
    },
  },
  {
    id: 'P34',
    kind: 'promise',
    law: '24, 39(1)(b)',
    key: 'medewerkers kennen de AVG',
    text: {
      nl: 'Elk jaar laten onze medewerkers in een toets zien dat zij de regels kennen.',
      en: 'Every year our employees show in a test that they know the rules.',
    },
    brokenWhen: {
      nl: 'Geen voldoende in de laatste twaalf maanden.',
      en: 'No pass in the last twelve months.',
    },
  },
  {
    id: 'P35',
    kind: 'promise',
    law: '5(2), 12',
    key: 'graag uitleg over onze beveiliging',
    text: {
      nl: 'Vraagt u hoe wij gegevens beveiligen, dan krijgt u antwoord.',
      en: 'If you ask how we protect data, you get an answer.',
    },
    brokenWhen: {
      nl: 'Een vraag over beveiliging die niet op tijd is beantwoord.',
      en: 'A question about security that was not answered in time.',
    },
  },
] as const satisfies readonly PromiseDefinition[];
