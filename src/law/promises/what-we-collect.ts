import type { PromiseDefinition } from './promise-definition.ts';

/** P01–P08: that people are told, and what is collected. */
export const whatWeCollect = [
  {
    id: 'P01',
    kind: 'promise',
    law: '5(1)(a), 12-14',
    key: 'vertellen hoe wij met gegevens omgaan',
    text: {
      nl: 'Op elke plek waar wij gegevens vragen, kunt u lezen wat wij ermee doen.',
      en: 'Wherever we ask for data, you can read what we do with them.',
    },
    brokenWhen: {
      nl: 'Een formulier of scherm zonder link naar een gepubliceerde verklaring die het doel noemt.',
      en: 'A form or screen without a link to a published statement that names its purpose.',
    },
  },
  {
    id: 'P02',
    kind: 'fact',
    law: '13, 14(2)(f), 15(1)(g)',
    key: 'van uzelf: website, e-mail, telefoon, app',
    text: {
      nl: 'Van elk gegeven weten wij waar het vandaan komt.',
      en: 'Of every item of data we know where it came from.',
    },
    brokenWhen: {
      nl: 'Een gegeven zonder bron, of uit een andere bron zonder bericht aan de persoon.',
      en: 'A record without a source, or from another source without a notice to the person.',
    },
  },
  {
    id: 'P03',
    kind: 'fact',
    law: '12(1), 13(1)(c)',
    key: 'hangt af van de dienst',
    text: {
      nl: 'Per dienst staat vast welke gegevens wij gebruiken en waarvoor.',
      en: 'For each service it is settled which data we use and what for.',
    },
    brokenWhen: {
      nl: 'Een dienst gebruikt een soort gegevens die daar niet bij hoort.',
      en: 'A service uses a category of data that does not belong to it.',
    },
  },
  {
    id: 'P04',
    kind: 'fact',
    law: '5(1)(c), 30(1)(c)',
    key: 'naam, adres, woonplaats',
    text: {
      nl: 'Wij bewaren alleen persoonsgegevens waarvan vaststaat waar wij ze voor gebruiken.',
      en: 'We only hold personal data of which it is settled what we use them for.',
    },
    brokenWhen: {
      nl: 'Een veld met persoonsgegevens zonder doel.',
      en: 'A field with personal data that has no purpose.',
    },
  },
  {
    id: 'P05',
    kind: 'fact',
    law: '6(1)(f), 14',
    key: 'naam en functie van contactpersonen',
    text: {
      nl: 'Ook de contactpersoon van een bedrijf hoort binnen een maand dat wij zijn gegevens hebben.',
      en: 'The contact person of a company, too, hears within a month that we hold their data.',
    },
    brokenWhen: {
      nl: 'Een contactpersoon die na een maand of na het eerste contact nog geen bericht kreeg.',
      en: 'A contact person who was not told within a month or at the first contact.',
    },
  },
  {
    id: 'P06',
    kind: 'fact',
    law: '6(1)(b)-(c), 32',
    key: 'bankrekeningnummer',
    text: {
      nl: 'Uw rekeningnummer is alleen te zien voor wie de betalingen doet.',
      en: 'Your account number can only be seen by those who handle payments.',
    },
    brokenWhen: {
      nl: 'Een rekeningnummer in een logboek, vrije tekst of export, of gelezen in een andere rol.',
      en: 'An account number in a log, free text or export, or read in another role.',
    },
  },
  {
    id: 'P07',
    kind: 'fact',
    law: '4(1), rec. 30; Tw 11.7a',
    key: 'websitebezoek, IP-adres, browser, apparaat',
    text: {
      nl: 'Van uw bezoek aan onze website leggen wij alleen vast wat in de verklaring staat, en kort.',
      en: 'Of your visit to our website we record only what the statement says, and only for a short time.',
    },
    brokenWhen: {
      nl: 'Andere bezoekgegevens dan genoemd, of bezoekgegevens ouder dan hun termijn.',
      en: 'Visit data other than those named, or older than their term.',
    },
  },
  {
    id: 'P08',
    kind: 'implied',
    law: '5(1)(a), 5(1)(c), 25',
    key: 'de lijst van gegevens is volledig',
    text: {
      nl: 'Wij hebben geen soorten persoonsgegevens die niet in de verklaring staan.',
      en: 'We hold no categories of personal data that the statement does not name.',
    },
    brokenWhen: {
      nl: 'In onze systemen staat een soort gegevens die de verklaring niet noemt.',
      en: 'Our systems hold a category that the statement does not name.',
    },
  },
] as const satisfies readonly PromiseDefinition[];
