import type { PromiseDefinition } from './promise-definition.ts';

/** P36–P46: the rights of the person. */
export const yourRights = [
  {
    id: 'P36',
    kind: 'promise',
    law: '12(3), 15',
    key: 'recht op inzage',
    text: {
      nl: 'Vraagt u om inzage, dan krijgt u op tijd alles wat wij over u hebben.',
      en: 'If you ask for access, you receive in time everything we hold about you.',
    },
    brokenWhen: {
      nl: 'Een antwoord na de wettelijke datum, of waarin een systeem ontbreekt.',
      en: 'An answer after the legal date, or one that misses a system.',
    },
  },
  {
    id: 'P37',
    kind: 'promise',
    law: '16, 19',
    key: 'recht op rectificatie',
    text: {
      nl: 'Klopt een gegeven niet, dan verbeteren wij het en vertellen dat aan wie het kreeg.',
      en: 'If an item is wrong, we correct it and tell those who received it.',
    },
    brokenWhen: {
      nl: 'Een verbetering die terugdraait, of die een ontvanger niet hoorde.',
      en: 'A correction that reverts, or that a recipient was not told.',
    },
  },
  {
    id: 'P38',
    kind: 'promise',
    law: '17, 19',
    key: 'recht op verwijdering',
    text: {
      nl: 'Vraagt u om verwijdering, dan wissen wij uw gegevens overal, behalve wat wij moeten bewaren.',
      en: 'If you ask for erasure, we erase your data everywhere, except what we must keep.',
    },
    brokenWhen: {
      nl: 'Gegevens van iemand die na het wissen nog of weer worden gevonden.',
      en: 'Data of a person that are still or again found after erasing.',
    },
  },
  {
    id: 'P39',
    kind: 'fact',
    law: '12(4), 15(4), 17(3); UAVG 41',
    key: 'behalve als de wet anders eist',
    text: {
      nl: 'Weigeren wij iets, dan alleen om een reden uit de wet, en wij noemen die.',
      en: 'If we refuse something, it is only for a reason in the law, and we name it.',
    },
    brokenWhen: {
      nl: 'Een weigering zonder wettelijke reden, of inzage geweigerd vanwege een bewaarplicht.',
      en: 'A refusal without a legal reason, or access refused because of a duty to keep.',
    },
  },
  {
    id: 'P40',
    kind: 'implied',
    law: '15(1), 28(3)(e)',
    key: 'de gegevens die wij van u hebben',
    text: {
      nl: 'Bij een verzoek kijken wij in elk systeem en bij elke partij die voor ons werkt.',
      en: 'For a request we look in every system and at every party that works for us.',
    },
    brokenWhen: {
      nl: 'Een verzoek gesloten terwijl een systeem niet of zonder succes is doorzocht.',
      en: 'A request closed while a system was not, or not successfully, searched.',
    },
  },
  {
    id: 'P41',
    kind: 'promise',
    law: '21(1)',
    key: 'bezwaar maken',
    text: {
      nl: 'Maakt u bezwaar, dan stoppen wij met dat gebruik terwijl wij het afwegen.',
      en: 'If you object, we stop that use while we weigh it.',
    },
    brokenWhen: {
      nl: 'Gebruik voor dat doel na het bezwaar, zonder besluit met dwingende redenen.',
      en: 'Use for that purpose after the objection, without a decision on compelling grounds.',
    },
  },
  {
    id: 'P42',
    kind: 'promise',
    law: '21(1)',
    key: 'of tegen een deel ervan',
    text: {
      nl: 'U kunt bezwaar maken tegen één doel, één soort gegevens of één ontvanger.',
      en: 'You can object to one purpose, one category of data or one recipient.',
    },
    brokenWhen: {
      nl: 'Een bezwaar dat alleen als alles of niets is vastgelegd.',
      en: 'An objection recorded only as all or nothing.',
    },
  },
  {
    id: 'P43',
    kind: 'promise',
    law: '19, 21, 28(3)(e)',
    key: 'ook bij onze verwerkers',
    text: {
      nl: 'Uw bezwaar geven wij door aan de partijen die voor ons werken, en zij bevestigen het.',
      en: 'We pass your objection on to the parties that work for us, and they confirm it.',
    },
    brokenWhen: {
      nl: 'Een partij die niet binnen de afgesproken dagen heeft bevestigd.',
      en: 'A party that did not confirm within the days agreed.',
    },
  },
  {
    id: 'P44',
    kind: 'implied',
    law: '21(2)-(3)',
    key: 'geen reclame meer',
    text: {
      nl: 'Wilt u geen reclame, dan krijgt u die meteen niet meer.',
      en: 'If you want no advertising, you get no more of it from that moment.',
    },
    brokenWhen: {
      nl: 'Reclame verstuurd nadat het bezwaar binnen was.',
      en: 'Advertising sent after the objection came in.',
    },
  },
  {
    id: 'P45',
    kind: 'promise',
    law: '12(3), 20(1)',
    key: 'gegevens meenemen',
    text: {
      nl: 'De gegevens die u ons gaf, krijgt u als bestand dat een computer kan lezen.',
      en: 'The data you gave us you receive as a file that a computer can read.',
    },
    brokenWhen: {
      nl: 'Een bestand waarin gegeven gegevens ontbreken, of waarin afgeleide staan.',
      en: 'A file that lacks provided data, or holds derived data.',
    },
  },
  {
    id: 'P46',
    kind: 'promise',
    law: '20(2)',
    key: 'direct naar een andere partij',
    text: {
      nl: 'Wilt u dat, dan sturen wij dat bestand rechtstreeks naar een ander, als dat technisch kan.',
      en: 'If you wish, we send that file directly to somebody else, where technically feasible.',
    },
    brokenWhen: {
      nl: 'Een wens om over te dragen zonder overdracht en zonder weigering.',
      en: 'A wish to transfer with neither a transfer nor a refusal.',
    },
  },
] as const satisfies readonly PromiseDefinition[];
