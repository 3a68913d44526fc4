import type { PromiseDefinition } from './promise-definition.ts';

/** P09–P19: purposes and lawful bases, marketing, consent. */
export const whyWeUseIt = [
  {
    id: 'P09',
    kind: 'fact',
    law: '6(1)(c), 6(3)',
    key: 'wettelijke verplichting',
    text: {
      nl: 'Als de wet ons verplicht gegevens te gebruiken, noemen wij welke wet.',
      en: 'Where the law obliges us to use data, we name that law.',
    },
    brokenWhen: {
      nl: 'Een doel op grond van de wet zonder wetsartikel.',
      en: 'A purpose based on law without an article of law.',
    },
  },
  {
    id: 'P10',
    kind: 'fact',
    law: '6(1)(b)',
    key: 'uitvoeren van onze dienst',
    text: {
      nl: 'Voor onze dienst gebruiken wij uw gegevens alleen als wij met u zelf een overeenkomst of offerte hebben.',
      en: 'For our service we use your data only when we have a contract or quote with you yourself.',
    },
    brokenWhen: {
      nl: 'Gebruik op grond van een overeenkomst die er met deze persoon niet is.',
      en: 'Use based on a contract that does not exist with this person.',
    },
  },
  {
    id: 'P11',
    kind: 'fact',
    law: '6(1)(f)',
    key: 'praktisch en efficiënt, ook in uw belang',
    text: {
      nl: 'Gebruiken wij gegevens voor een eigen belang, dan hebben wij dat eerst afgewogen tegen dat van u.',
      en: 'Where we use data for an interest of ours, we weighed it against yours first.',
    },
    brokenWhen: {
      nl: 'Een gerechtvaardigd belang zonder geldige belangenafweging.',
      en: 'A legitimate interest without a valid assessment.',
    },
  },
  {
    id: 'P12',
    kind: 'fact',
    law: '6(1)(b), 6(1)(f); Tw 11.7',
    key: 'communicatie en informatie',
    text: {
      nl: 'Een bericht over onze dienst is geen verkapte reclame.',
      en: 'A message about our service is not advertising in disguise.',
    },
    brokenWhen: {
      nl: 'Reclame in een bericht dat als dienstbericht is verstuurd.',
      en: 'Advertising in a message sent as a service message.',
    },
  },
  {
    id: 'P13',
    kind: 'fact',
    law: '6(1)(b)-(c)',
    key: 'facturen en incasso',
    text: {
      nl: 'Wij schrijven alleen af als u daarvoor een geldige machtiging gaf.',
      en: 'We only collect money when you gave a valid mandate for it.',
    },
    brokenWhen: {
      nl: 'Een afschrijving zonder machtiging, of met een machtiging die meer dan 36 maanden stil lag.',
      en: 'A collection without a mandate, or with one that was dormant for over 36 months.',
    },
  },
  {
    id: 'P14',
    kind: 'fact',
    law: '6, 21(2)-(4); Tw 11.7',
    key: 'marketing en reclame',
    text: {
      nl: 'Reclame sturen wij alleen als dat mag, en u kunt zich in elk bericht afmelden.',
      en: 'We send advertising only where that is allowed, and every message lets you unsubscribe.',
    },
    brokenWhen: {
      nl: 'Een reclamebericht dat de controle vooraf niet heeft doorstaan.',
      en: 'A marketing message that did not pass the check beforehand.',
    },
  },
  {
    id: 'P15',
    kind: 'promise',
    law: '5(1)(b); Tw 11.7',
    key: 'berichten over onze eigen diensten',
    text: {
      nl: 'Onze berichten gaan over onze eigen diensten.',
      en: 'Our messages are about our own services.',
    },
    brokenWhen: {
      nl: 'Reclame voor een ander in een campagne.',
      en: 'Promotion of a third party in a campaign.',
    },
  },
  {
    id: 'P16',
    kind: 'promise',
    law: '4(4), 5(1)(b)-(c), 21(2)',
    key: 'alleen als het voor u van belang kan zijn',
    text: {
      nl: 'Wij kiezen vooraf voor wie een bericht van belang is en sturen het alleen aan hen.',
      en: 'We decide beforehand for whom a message matters and send it only to them.',
    },
    brokenWhen: {
      nl: 'Een campagne aan iedereen, of zonder vastgelegde keuze van ontvangers.',
      en: 'A campaign to everybody, or without a recorded choice of recipients.',
    },
  },
  {
    id: 'P17',
    kind: 'promise',
    law: '4(11), 6(1)(a), 7',
    key: 'niet aan derden voor commerciële doelen',
    text: {
      nl: 'Zonder uw uitdrukkelijke toestemming krijgt niemand uw gegevens voor commerciële doelen.',
      en: 'Without your explicit consent nobody receives your data for commercial purposes.',
    },
    brokenWhen: {
      nl: 'Gegevens verstrekt voor commerciële doelen zonder toestemming die de ontvanger noemt.',
      en: 'Data disclosed for commercial purposes without consent that names the recipient.',
    },
  },
  {
    id: 'P18',
    kind: 'promise',
    law: '4(11), 6(1)(a), 7',
    key: 'niet aan derden voor goede doelen',
    text: {
      nl: 'Zonder uw uitdrukkelijke toestemming krijgt ook een goed doel uw gegevens niet.',
      en: 'Without your explicit consent no charity receives your data either.',
    },
    brokenWhen: {
      nl: 'Gegevens verstrekt aan een goed doel zonder toestemming.',
      en: 'Data disclosed to a charity without consent.',
    },
  },
  {
    id: 'P19',
    kind: 'implied',
    law: '4(11), 7(1), 7(3)',
    key: 'uitdrukkelijke toestemming',
    text: {
      nl: 'Toestemming vragen wij apart, wij kunnen haar bewijzen, en intrekken is net zo makkelijk als geven.',
      en: 'We ask consent separately, can prove it, and withdrawing is as easy as giving it.',
    },
    brokenWhen: {
      nl: 'Toestemming zonder bewaarde tekst, of verstrekking nadat zij was ingetrokken.',
      en: 'Consent without its stored text, or disclosure after it was withdrawn.',
    },
  },
] as const satisfies readonly PromiseDefinition[];
