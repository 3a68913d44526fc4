import type { PromiseDefinition } from './promise-definition.ts';

/** P55–P64: the EEA, trackers, and changes of the statement. */
export const whereItStays = [
  {
    id: 'P55',
    kind: 'promise',
    law: '44-49',
    key: 'alleen binnen de EER',
    text: {
      nl: 'Uw gegevens blijven in de Europese Economische Ruimte, ook bij beheer op afstand, behalve bij partijen die de verklaring noemt.',
      en: 'Your data stay in the European Economic Area, remote support included, except with parties that the statement names.',
    },
    brokenWhen: {
      nl: 'Opslag of toegang buiten de EER die niet in de verklaring staat.',
      en: 'Storage or access outside the EEA that the statement does not name.',
    },
  },
  {
    id: 'P56',
    kind: 'fact',
    law: '44, 46, 49',
    key: 'behalve na schriftelijke afspraak',
    text: {
      nl: 'Gaan gegevens toch de EER uit, dan met uw afspraak én een middel dat de wet toelaat.',
      en: 'If data do leave the EEA, it is with your agreement and with a means the law allows.',
    },
    brokenWhen: {
      nl: 'Een uitzondering zonder wettelijk doorgiftemiddel.',
      en: 'An exception without a lawful transfer mechanism.',
    },
  },
  {
    id: 'P57',
    kind: 'fact',
    law: '5(1)(b); Tw 11.7a',
    key: 'bezoekersaantallen en pagina’s',
    text: {
      nl: 'Op onze website meten wij alleen bezoekersaantallen en bekeken pagina’s.',
      en: 'On our website we measure only numbers of visitors and pages viewed.',
    },
    brokenWhen: {
      nl: 'Meting van iets anders, zoals ingevulde formulieren of wie u bent.',
      en: 'Measurement of anything else, such as form contents or who you are.',
    },
  },
  {
    id: 'P58',
    kind: 'promise',
    law: '13(1)(f), 44',
    key: 'alleen de genoemde partijen buiten de EER',
    text: {
      nl: 'Alleen partijen die de verklaring noemt kunnen meekijken, en pas na uw toestemming.',
      en: 'Only parties the statement names can look along, and only after you consent.',
    },
    brokenWhen: {
      nl: 'Een andere partij in onze pagina’s, of een genoemde partij vóór toestemming.',
      en: 'Another party in our pages, or a named party before consent.',
    },
  },
  {
    id: 'P59',
    kind: 'fact',
    law: '45; C-311/18',
    key: 'doorgifte naar de VS op een geldige basis',
    text: {
      nl: 'Voor elke partij buiten de EER noemen wij het doorgiftemiddel van vandaag en wanneer wij het controleerden.',
      en: 'For each party outside the EEA we name the transfer mechanism of today and when we checked it.',
    },
    brokenWhen: {
      nl: 'Een beroep op het Privacy Shield, of op een lijst waar de partij niet op staat.',
      en: 'Reliance on the Privacy Shield, or on a list the party is not on.',
    },
  },
  {
    id: 'P60',
    kind: 'fact',
    law: '5(1)(a), 5(1)(c)',
    key: 'slechts enkele gegevens, vooral het IP-adres',
    text: {
      nl: 'Wat onze pagina’s naar anderen sturen, is niet meer dan de verklaring zegt.',
      en: 'What our pages send to others is no more than the statement says.',
    },
    brokenWhen: {
      nl: 'Een pagina die meer verstuurt, zoals een cookienummer of een e-mailadres.',
      en: 'A page that sends more, such as a cookie number or an e-mail address.',
    },
  },
  {
    id: 'P61',
    kind: 'fact',
    law: '5(2), 12, 13(3)',
    key: 'de verklaring kan wijzigen',
    text: {
      nl: 'Elke wijziging van de verklaring is een nieuwe versie, en oude versies blijven te lezen.',
      en: 'Every change of the statement is a new version, and old versions stay readable.',
    },
    brokenWhen: {
      nl: 'De tekst is veranderd zonder nieuwe versie.',
      en: 'The text changed without a new version.',
    },
  },
  {
    id: 'P62',
    kind: 'promise',
    law: '12(1)',
    key: 'de nieuwste versie staat op de website',
    text: {
      nl: 'Op onze website staat altijd de nieuwste versie.',
      en: 'Our website always shows the latest version.',
    },
    brokenWhen: {
      nl: 'De pagina toont een andere tekst dan is vastgesteld, of is niet bereikbaar.',
      en: 'The page shows another text than was approved, or cannot be reached.',
    },
  },
  {
    id: 'P63',
    kind: 'promise',
    law: '12(1)',
    key: 'een helder beeld',
    text: {
      nl: 'De verklaring is te begrijpen voor iedereen die haar leest.',
      en: 'The statement can be understood by everybody who reads it.',
    },
    brokenWhen: {
      nl: 'De tekst is moeilijker dan taalniveau B1.',
      en: 'The text is harder than language level B1.',
    },
  },
  {
    id: 'P64',
    kind: 'promise',
    law: '12(2), 13(1)(a)',
    key: 'vragen horen wij graag',
    text: {
      nl: 'U weet waar u met vragen terechtkunt, en u krijgt antwoord.',
      en: 'You know where to go with questions, and you get an answer.',
    },
    brokenWhen: {
      nl: 'Geen contactpunt in de verklaring, of een vraag zonder antwoord.',
      en: 'No contact point in the statement, or a question without an answer.',
    },
  },
] as const satisfies readonly PromiseDefinition[];
