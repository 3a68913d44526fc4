import type { PromiseDefinition } from './promise-definition.ts';

/** P20–P27: recipients and how long data stay. */
export const whoReceivesIt = [
  {
    id: 'P20',
    kind: 'fact',
    law: '13(1)(e), 28, 30(1)(d)',
    key: 'diensten van derden',
    text: {
      nl: 'Wij weten precies welke andere partijen gegevens van ons krijgen.',
      en: 'We know exactly which other parties receive data from us.',
    },
    brokenWhen: {
      nl: 'Gegevens gaan naar een partij die niet in ons register staat.',
      en: 'Data go to a party that is not in our register.',
    },
  },
  {
    id: 'P21',
    kind: 'fact',
    law: '4(8)-(10), 28',
    key: 'beheerders, hosters, leveranciers, adviseurs',
    text: {
      nl: 'Van elke partij met toegang staat vast of zij verwerker is of zelf verantwoordelijk.',
      en: 'Of every party with access it is settled whether it is a processor or a controller itself.',
    },
    brokenWhen: {
      nl: 'Een partij met toegang zonder vastgestelde rol.',
      en: 'A party with access whose role was not determined.',
    },
  },
  {
    id: 'P22',
    kind: 'promise',
    law: '28(3), 28(9)',
    key: 'schriftelijke overeenkomst met derden',
    text: {
      nl: 'Een partij krijgt pas toegang als er een getekende overeenkomst is.',
      en: 'A party gets access only once there is a signed agreement.',
    },
    brokenWhen: {
      nl: 'Toegang zonder overeenkomst, of na afloop ervan.',
      en: 'Access without an agreement, or after it ended.',
    },
  },
  {
    id: 'P23',
    kind: 'promise',
    law: '28(3)(a)-(h)',
    key: 'derden leven de AVG na',
    text: {
      nl: 'In elke overeenkomst staan alle afspraken die de AVG verplicht stelt.',
      en: 'Every agreement holds all the terms the GDPR requires.',
    },
    brokenWhen: {
      nl: 'Een overeenkomst waarin een verplichte afspraak ontbreekt.',
      en: 'An agreement that lacks a mandatory term.',
    },
  },
  {
    id: 'P24',
    kind: 'fact',
    law: '6(1)(c), 48',
    key: 'verstrekken omdat de wet het eist',
    text: {
      nl: 'Eist de wet dat wij gegevens geven, dan geven wij niet meer dan moet en kijken twee mensen mee.',
      en: 'Where the law requires us to hand over data, we give no more than we must and two people check.',
    },
    brokenWhen: {
      nl: 'Gegevens gegeven aan een overheid zonder wetsartikel of zonder tweede akkoord.',
      en: 'Data given to an authority without an article of law or without a second approval.',
    },
  },
  {
    id: 'P25',
    kind: 'promise',
    law: '5(1)(e)',
    key: 'niet langer dan nodig',
    text: {
      nl: 'Wij wissen gegevens zodra wij ze voor het doel niet meer nodig hebben.',
      en: 'We erase data as soon as the purpose no longer needs them.',
    },
    brokenWhen: {
      nl: 'Gegevens over hun termijn heen, een soort zonder termijn, of wissen dat stilstaat.',
      en: 'Data past their term, a category without a term, or erasing that stands still.',
    },
  },
  {
    id: 'P26',
    kind: 'promise',
    law: '5(1)(b), 5(1)(e), 17(1)(a)',
    key: 'bewaard zolang het doel bestaat',
    text: {
      nl: 'Is een doel voorbij, dan gebruiken wij de gegevens daar niet meer voor.',
      en: 'Once a purpose has ended, we no longer use the data for it.',
    },
    brokenWhen: {
      nl: 'Gebruik van gegevens voor een doel dat voorbij is.',
      en: 'Use of data for a purpose that has ended.',
    },
  },
  {
    id: 'P27',
    kind: 'fact',
    law: '6(1)(c); AWR 52; BW 2:10',
    key: 'wettelijke bewaarplicht',
    text: {
      nl: 'Moeten wij iets langer bewaren, dan weet u op grond van welke wet en tot wanneer.',
      en: 'Where we must keep something longer, you know under which law and until when.',
    },
    brokenWhen: {
      nl: 'Iets bewaard zonder wet of einddatum, na die datum, of gebruikt voor iets anders.',
      en: 'Something kept without a law or end date, past that date, or used for something else.',
    },
  },
] as const satisfies readonly PromiseDefinition[];
