import type { PromiseDefinition } from './promise-definition.ts';

/** D01–D16: what the law asks though no statement says it. */
export const silentDuties = [
  {
    id: 'D01',
    kind: 'silent-duty',
    law: '33',
    key: 'melden aan de AP binnen 72 uur',
    text: {
      nl: 'Een datalek met risico melden wij binnen 72 uur aan de Autoriteit Persoonsgegevens.',
      en: 'We report a breach that carries risk to the data protection authority within 72 hours.',
    },
    brokenWhen: {
      nl: 'Een melding na 72 uur zonder reden, of geen melding.',
      en: 'A report after 72 hours without reasons, or no report.',
    },
  },
  {
    id: 'D02',
    kind: 'silent-duty',
    law: '33(5)',
    key: 'register van datalekken',
    text: {
      nl: 'Elk datalek staat in een register, ook als het niet gemeld hoefde te worden.',
      en: 'Every breach is in a register, also when it did not have to be reported.',
    },
    brokenWhen: {
      nl: 'Een datalek dat niet of onvolledig in het register staat.',
      en: 'A breach that is missing from the register or incomplete in it.',
    },
  },
  {
    id: 'D03',
    kind: 'silent-duty',
    law: '19',
    key: 'ontvangers inlichten',
    text: {
      nl: 'Wie gegevens van ons kreeg, hoort het als die zijn verbeterd, gewist of beperkt.',
      en: 'Whoever received data from us is told when they are corrected, erased or restricted.',
    },
    brokenWhen: {
      nl: 'Een ontvanger die het niet op tijd hoorde.',
      en: 'A recipient who was not told in time.',
    },
  },
  {
    id: 'D04',
    kind: 'silent-duty',
    law: '18',
    key: 'beperking van de verwerking',
    text: {
      nl: 'Op verzoek zetten wij gegevens stil: bewaard, maar niet gebruikt.',
      en: 'On request we put data on hold: kept, but not used.',
    },
    brokenWhen: {
      nl: 'Gebruik van stilgezette gegevens, of opheffen zonder bericht vooraf.',
      en: 'Use of data on hold, or lifting the hold without telling first.',
    },
  },
  {
    id: 'D05',
    kind: 'silent-duty',
    law: '7(3)',
    key: 'toestemming intrekken',
    text: {
      nl: 'U kunt toestemming altijd intrekken, net zo makkelijk als u haar gaf.',
      en: 'You can withdraw consent at any time, as easily as you gave it.',
    },
    brokenWhen: {
      nl: 'Gebruik na het intrekken, of intrekken dat meer stappen vraagt dan geven.',
      en: 'Use after withdrawal, or withdrawal that takes more steps than giving.',
    },
  },
  {
    id: 'D06',
    kind: 'silent-duty',
    law: '22; UAVG 40',
    key: 'geen besluit door alleen een computer',
    text: {
      nl: 'Over iets belangrijks beslist niet alleen een computer; een mens kijkt mee.',
      en: 'Nothing important is decided by a computer alone; a person looks along.',
    },
    brokenWhen: {
      nl: 'Een ingrijpend besluit zonder mens en zonder uitzondering in de wet.',
      en: 'A significant decision without a person and without an exception in law.',
    },
  },
  {
    id: 'D07',
    kind: 'silent-duty',
    law: '12(3)-(4)',
    key: 'op tijd antwoorden, verlengen of weigeren',
    text: {
      nl: 'Binnen een maand krijgt u antwoord, een bericht van uitstel met de reden, of een weigering met de reden.',
      en: 'Within a month you get an answer, a notice of delay with its reason, or a refusal with its reason.',
    },
    brokenWhen: {
      nl: 'Geen brief verstuurd voor de wettelijke datum.',
      en: 'No letter sent by the legal date.',
    },
  },
  {
    id: 'D08',
    kind: 'silent-duty',
    law: '30',
    key: 'register van verwerkingen',
    text: {
      nl: 'Wij houden een actueel register bij van alles wat wij met persoonsgegevens doen.',
      en: 'We keep an up-to-date register of everything we do with personal data.',
    },
    brokenWhen: {
      nl: 'Een verwerking die niet in het register staat, of een register met gaten.',
      en: 'Processing that is not in the register, or a register with gaps.',
    },
  },
  {
    id: 'D09',
    kind: 'silent-duty',
    law: '35-36',
    key: 'DPIA bij hoog risico',
    text: {
      nl: 'Voor iets met een hoog risico onderzoeken wij eerst de gevolgen, en vragen zo nodig de toezichthouder.',
      en: 'Before anything of high risk we study its effects first, and ask the authority if need be.',
    },
    brokenWhen: {
      nl: 'Een verwerking met hoog risico zonder goedgekeurde DPIA.',
      en: 'High-risk processing without an approved impact assessment.',
    },
  },
  {
    id: 'D10',
    kind: 'silent-duty',
    law: '25',
    key: 'privacy vanaf het ontwerp',
    text: {
      nl: 'Onze systemen vragen en tonen standaard niet meer gegevens dan nodig is.',
      en: 'By default our systems ask for and show no more data than needed.',
    },
    brokenWhen: {
      nl: 'Een nieuw veld, doel of ontvanger zonder beoordeling.',
      en: 'A new field, purpose or recipient that was not assessed.',
    },
  },
  {
    id: 'D11',
    kind: 'silent-duty',
    law: '26; C-210/16, C-40/17',
    key: 'gezamenlijk verantwoordelijk',
    text: {
      nl: 'Zijn wij samen met een ander verantwoordelijk, dan ligt vast wie wat doet en kunt u dat lezen.',
      en: 'Where we are responsible together with another, it is settled who does what and you can read it.',
    },
    brokenWhen: {
      nl: 'Een bedrijfspagina of ingesloten onderdeel zonder onderlinge regeling.',
      en: 'A company page or embedded part without an arrangement.',
    },
  },
  {
    id: 'D12',
    kind: 'silent-duty',
    law: '37',
    key: 'functionaris gegevensbescherming',
    text: {
      nl: 'Wij hebben vastgelegd of wij een functionaris gegevensbescherming nodig hebben, en waarom.',
      en: 'We recorded whether we need a data protection officer, and why.',
    },
    brokenWhen: {
      nl: 'Geen functionaris en geen vastgelegde afweging.',
      en: 'No officer and no recorded assessment.',
    },
  },
  {
    id: 'D13',
    kind: 'silent-duty',
    law: 'Tw 11.7a',
    key: 'toestemming voor cookies',
    text: {
      nl: 'Wij plaatsen of lezen niets op uw apparaat dat toestemming vraagt voordat u die gaf.',
      en: 'We place or read nothing on your device that needs consent before you gave it.',
    },
    brokenWhen: {
      nl: 'Een cookie of ander spoor waarvoor geen toestemming was.',
      en: 'A cookie or other trace for which there was no consent.',
    },
  },
  {
    id: 'D14',
    kind: 'silent-duty',
    law: 'Tw 11.7',
    key: 'geen ongevraagde reclame',
    text: {
      nl: 'Reclame per e-mail, sms, app of telefoon sturen wij alleen met toestemming of aan eigen klanten waar de wet dat toelaat.',
      en: 'We send advertising by e-mail, text, app or telephone only with consent, or to our own customers where the law allows.',
    },
    brokenWhen: {
      nl: 'Een bericht zonder toestemming aan iemand die geen klant is, of zonder afmeldweg.',
      en: 'A message without consent to somebody who is no customer, or without a way out.',
    },
  },
  {
    id: 'D15',
    kind: 'silent-duty',
    law: '14',
    key: 'bericht bij gegevens van anderen',
    text: {
      nl: 'Krijgen wij uw gegevens van een ander, dan vertellen wij u dat binnen een maand.',
      en: 'If we receive your data from somebody else, we tell you within a month.',
    },
    brokenWhen: {
      nl: 'Gegevens van een ander ontvangen, en na een maand geen bericht.',
      en: 'Data received from somebody else, and no notice after a month.',
    },
  },
  {
    id: 'D16',
    kind: 'silent-duty',
    law: '31',
    key: 'meewerken met de toezichthouder',
    text: {
      nl: 'Vraagt de toezichthouder iets, dan werken wij mee en kunnen wij alles laten zien.',
      en: 'When the authority asks something, we cooperate and can show everything.',
    },
    brokenWhen: {
      nl: 'Een vraag van de toezichthouder die niet op tijd is beantwoord.',
      en: 'A question of the authority that was not answered in time.',
    },
  },
] as const satisfies readonly PromiseDefinition[];
