import type { PromiseDefinition } from './promise-definition.ts';

/** P47–P54: incidents and complaints. */
export const whenItGoesWrong = [
  {
    id: 'P47',
    kind: 'promise',
    law: '34(1)',
    key: 'meteen bericht bij een datalek',
    text: {
      nl: 'Bij een datalek dat u kan raken, hoort u dat meteen van ons.',
      en: 'After a data breach that may affect you, you hear from us without delay.',
    },
    brokenWhen: {
      nl: 'Een datalek boven de drempel zonder bericht aan de betrokkenen.',
      en: 'A breach above the threshold without notice to those affected.',
    },
  },
  {
    id: 'P48',
    kind: 'promise',
    law: '34(1)',
    key: 'concrete kans op nadelige gevolgen',
    text: {
      nl: 'Wij vertellen het ook als het risico kleiner is dan de wet eist, zodra nadeel echt kan.',
      en: 'We also tell you when the risk is lower than the law requires, once harm is a real possibility.',
    },
    brokenWhen: {
      nl: 'Een datalek waarbij alleen de drempel van de wet is beoordeeld.',
      en: 'A breach for which only the legal threshold was assessed.',
    },
  },
  {
    id: 'P49',
    kind: 'fact',
    law: '34(3); UAVG 41, 42',
    key: 'tenzij de wet een uitzondering maakt',
    text: {
      nl: 'Wij laten een bericht alleen achterwege om een reden die de wet noemt.',
      en: 'We leave a notice out only for a reason that the law names.',
    },
    brokenWhen: {
      nl: 'Geen bericht, om een reden die niet in de wet staat.',
      en: 'No notice, for a reason that is not in the law.',
    },
  },
  {
    id: 'P50',
    kind: 'promise',
    law: '34',
    key: 'binnen 48 uur',
    text: {
      nl: 'Wij streven ernaar u binnen 48 uur na de ontdekking te berichten.',
      en: 'We aim to tell you within 48 hours of the discovery.',
    },
    brokenWhen: {
      nl: 'Het eerste bericht meer dan 48 uur na de ontdekking.',
      en: 'The first notice more than 48 hours after the discovery.',
    },
  },
  {
    id: 'P51',
    kind: 'promise',
    law: '28(3)(f), 33(2)',
    key: 'of nadat een verwerker het meldt',
    text: {
      nl: 'Meldt een partij die voor ons werkt een datalek, dan loopt de klok vanaf die melding.',
      en: 'When a party that works for us reports a breach, the clock runs from that report.',
    },
    brokenWhen: {
      nl: 'Een overeenkomst zonder meldplicht, of een klok die later begon dan de eerste melding.',
      en: 'An agreement without a duty to report, or a clock that began after the first report.',
    },
  },
  {
    id: 'P52',
    kind: 'promise',
    law: '12(2), 77',
    key: 'klachten: neem contact met ons op',
    text: {
      nl: 'Een klacht bevestigen en beantwoorden wij op tijd.',
      en: 'We acknowledge and answer a complaint in time.',
    },
    brokenWhen: {
      nl: 'Een klacht zonder ontvangstbericht of antwoord binnen de termijn.',
      en: 'A complaint without receipt or answer within the term.',
    },
  },
  {
    id: 'P53',
    kind: 'implied',
    law: '24',
    key: 'een bevredigende uitkomst',
    text: {
      nl: 'Bij een klacht leggen wij de uitkomst vast en vragen of u tevreden bent.',
      en: 'For a complaint we record the outcome and ask whether you are satisfied.',
    },
    brokenWhen: {
      nl: 'Een klacht gesloten zonder uitkomst.',
      en: 'A complaint closed without an outcome.',
    },
  },
  {
    id: 'P54',
    kind: 'fact',
    law: '13(2)(d), 77',
    key: 'klacht bij de Autoriteit Persoonsgegevens',
    text: {
      nl: 'In elke weigering en uitkomst staat dat u naar de Autoriteit Persoonsgegevens en de rechter kunt.',
      en: 'Every refusal and outcome says that you can go to the data protection authority and to court.',
    },
    brokenWhen: {
      nl: 'Een weigering verstuurd zonder die weg te noemen.',
      en: 'A refusal sent without naming that route.',
    },
  },
] as const satisfies readonly PromiseDefinition[];
