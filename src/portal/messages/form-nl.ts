import type { FormMessages } from './form-messages.ts';

export const formNl: FormMessages = {
  title: 'Wat wilt u ons vragen?',
  intro: 'Kies wat u wilt. U hebt geen account nodig en het kost u niets.',
  groups: {
    data: 'Over uw gegevens',
    use: 'Over wat wij met uw gegevens doen',
    contact: 'Vragen en klachten',
  },
  kinds: {
    access: {
      name: 'Mijn gegevens inzien',
      text: 'U krijgt een kopie van alles wat wij over u hebben: een leesbaar overzicht en bestanden die u elders kunt gebruiken. Er verandert niets.',
    },
    rectification: {
      name: 'Mijn gegevens laten verbeteren',
      text: 'Klopt er iets niet, of ontbreekt er iets? Zeg wat er staat en wat er moet staan.',
    },
    erasure: {
      name: 'Mijn gegevens laten verwijderen',
      text: 'Wij wissen wat wij over u hebben. Dat kan niet ongedaan worden gemaakt. Wat wij van de wet moeten bewaren, zoals facturen, blijft nog; u krijgt te horen wat, waarom en tot wanneer.',
    },
    portability: {
      name: 'Mijn gegevens meenemen',
      text: 'U krijgt de gegevens die u ons gaf als bestand dat een computer kan lezen. Als u dat wilt, sturen wij het naar een andere organisatie.',
    },
    objection: {
      name: 'Bezwaar maken',
      text: 'U wilt dat wij uw gegevens ergens niet meer voor gebruiken, bijvoorbeeld voor reclame. Met reclame stoppen wij meteen.',
    },
    withdrawal: {
      name: 'Mijn toestemming intrekken',
      text: 'U gaf ons toestemming en wilt die niet langer geven. Dat kan altijd, en wij stoppen dan.',
    },
    restriction: {
      name: 'Mijn gegevens laten stilzetten',
      text: 'Wij bewaren uw gegevens dan nog wel, maar gebruiken ze niet. Bijvoorbeeld zolang niet vaststaat of ze kloppen.',
    },
    question: {
      name: 'Een vraag stellen',
      text: 'Over wat wij met persoonsgegevens doen.',
      field: {
        label: 'Uw vraag',
        hint: 'Wij antwoorden per e-mail. Wilt u weten wat wij over u hebben? Kies dan “Mijn gegevens inzien”.',
      },
    },
    'security-information': {
      name: 'Vragen hoe wij gegevens beveiligen',
      text: 'Wij vertellen u graag hoe wij persoonsgegevens beschermen.',
      field: {
        label: 'Wat wilt u weten?',
        hint: 'Hebt u een lek of een zwakke plek gezien? Schrijf dan ook waar.',
      },
    },
    complaint: {
      name: 'Een klacht indienen',
      text: 'Vindt u dat wij niet goed met uw gegevens omgaan? Vertel het ons, dan zoeken wij het uit. U mag ook meteen naar de Autoriteit Persoonsgegevens.',
      field: {
        label: 'Uw klacht',
        hint: 'Wat is er gebeurd, wanneer, en wat zou u willen dat wij doen?',
      },
    },
  },
  back: 'Iets anders vragen',
  email: 'E-mailadres',
  emailHint:
    'Het adres waarmee u bij ons bekend bent. Hierheen sturen wij een code, zodat wij weten dat u het bent.',
  replyHint: 'Hierheen sturen wij het antwoord.',
  customerNumber: 'Klantnummer (niet verplicht)',
  customerNumberHint:
    'Staat op uw factuur. Een extra controle: zo zien wij of wij de juiste persoon hebben gevonden.',
  noDocuments:
    'Wij vragen nooit om een kopie van uw identiteitsbewijs of om uw burgerservicenummer (BSN). Stuur ze ons niet.',
  submit: 'Verzoek versturen',
  free: 'Het kost u niets. Wij antwoorden uiterlijk binnen een maand.',
  errorSummary: 'Dit klopt nog niet',
  errors: {
    emailMissing: 'Vul uw e-mailadres in.',
    emailInvalid: 'Vul een heel e-mailadres in, zoals naam@voorbeeld.nl.',
    customerNumberLong: 'Vul een klantnummer in van hooguit 50 tekens.',
    textMissing: 'Schrijf hier wat u wilt vragen of vertellen.',
    textLong: 'Deze tekst is te lang. Maak hem korter.',
    citizenNumber:
      'Hier staat een burgerservicenummer (BSN). Haal het weg: wij mogen het niet hebben en hebben het niet nodig.',
    identityDocument:
      'Hier staat een stuk van een identiteitsbewijs. Haal het weg: wij vragen er nooit om en bewaren het niet.',
    correctionMissing: 'Vul in wat er verbeterd moet worden.',
    correctionEmpty: 'Vul in wat er nu staat, wat er moet staan, of allebei.',
    categoryMissing: 'Kies om welk gegeven het gaat.',
    groundMissing: 'Kies waarom wij uw gegevens moeten stilzetten.',
    purposesMissing: 'Kies waarvoor wij uw gegevens niet mogen gebruiken.',
    objectionMissing: 'Kies waartegen u bezwaar maakt.',
    consentMissing: 'Kies welke toestemming u intrekt.',
    receiverMissing: 'Vul het webadres in dat u van de andere organisatie kreeg.',
    receiverInvalid: 'Vul een heel webadres in dat met https:// begint.',
    mandateMissing: 'Kies waarom u voor de ander mag vragen.',
    mandateNotNeeded: 'Hiervoor hoeft u niet namens een ander te vragen.',
    personMissing: 'Vul in hoe wij die ander kennen: een e-mailadres, telefoonnummer of klantnummer.',
    birthDateMissing: 'Vul de geboortedatum van het kind in.',
    birthDateInvalid: 'Vul een datum in, zoals 2015-06-30.',
    birthDateInFuture: 'Deze geboortedatum ligt in de toekomst.',
    childAsksItself: 'Dit kind is oud genoeg om het zelf te vragen, of om u te machtigen.',
  },
  rectification: {
    line: (number) => `Verbetering ${number}`,
    category: 'Om welk gegeven gaat het?',
    chooseCategory: 'Kies',
    now: { label: 'Wat staat er nu?', hint: 'Leeg laten als er niets staat.' },
    wanted: { label: 'Wat moet er staan?', hint: 'Leeg laten als het weg moet.' },
    more: 'Nog een verbetering',
  },
  restriction: {
    ground: 'Waarom?',
    grounds: {
      'accuracy-contested': 'Mijn gegevens kloppen niet. Zet ze stil tot u dat hebt uitgezocht.',
      'unlawful-not-erased': 'U mag ze niet gebruiken, maar ik wil niet dat u ze wist.',
      'needed-for-claims':
        'U hebt ze niet meer nodig, maar ik wel: voor een rechtszaak of een andere juridische zaak.',
      'objection-pending': 'Ik heb bezwaar gemaakt. Zet ze stil tot u daarover hebt beslist.',
    },
    purposes: 'Waarvoor mogen wij uw gegevens niet gebruiken?',
    reason: { label: 'Toelichting (niet verplicht)', hint: 'Bijvoorbeeld welk gegeven niet klopt.' },
  },
  objection: {
    purposes: 'Waartegen maakt u bezwaar?',
    advertising: 'Reclame, in welke vorm ook',
    advertisingHint: 'Daarmee stoppen wij meteen. U hoeft niet te zeggen waarom.',
    categories: {
      label: 'Alleen voor deze gegevens (niet verplicht)',
      hint: 'Kiest u niets, dan geldt uw bezwaar voor al uw gegevens.',
    },
    recipients: {
      label: 'Alleen bij deze ontvangers (niet verplicht)',
      hint: 'Kiest u niets, dan geldt uw bezwaar voor ons en voor iedereen die voor ons werkt.',
    },
    reason: {
      label: 'Waarom, in uw geval? (niet verplicht)',
      hint: 'Het helpt ons om uw belang te wegen. Bij reclame hoeft het niet.',
    },
  },
  portability: {
    to: 'Naar wie?',
    self: 'Naar mijzelf',
    other: 'Rechtstreeks naar een andere organisatie',
    receiver: {
      label: 'Webadres van de andere organisatie',
      hint: 'Alleen als u de tweede koos. U krijgt dit adres van die organisatie. Het begint met https://.',
    },
  },
  withdrawal: { purposes: 'Welke toestemming trekt u in?', all: 'Alle toestemming die ik gaf' },
  everything: 'Alles',
  representative: {
    summary: 'Ik vraag dit voor iemand anders',
    how: 'Hierboven staat uw eigen e-mailadres. Vul hier in om wie het gaat. Wij mailen u wat wij willen zien voordat wij iets over die ander vertellen.',
    mandate: 'Waarom mag u voor de ander vragen?',
    forMyself: 'Ik vraag voor mijzelf',
    mandates: {
      lawyer: 'Ik ben de advocaat',
      authorised: 'Ik ben gemachtigd',
      parent: 'Ik ben de ouder van een kind',
      guardian: 'Ik ben voogd, curator of bewindvoerder',
    },
    email: {
      label: 'E-mailadres van de ander',
      hint: 'Waarmee de ander bij ons bekend is. Eén van deze drie is genoeg.',
    },
    phone: 'Telefoonnummer van de ander',
    customerNumber: 'Klantnummer van de ander',
    birthDate: { label: 'Geboortedatum van het kind', hint: 'Alleen als u de ouder bent.' },
  },
  received: {
    title: {
      access: 'Wij hebben uw verzoek om inzage ontvangen',
      rectification: 'Wij hebben uw verzoek om verbetering ontvangen',
      erasure: 'Wij hebben uw verzoek om verwijdering ontvangen',
      restriction: 'Wij hebben uw verzoek om stilzetten ontvangen',
      objection: 'Wij hebben uw bezwaar ontvangen',
      portability: 'Wij hebben uw verzoek om mee te nemen ontvangen',
      withdrawal: 'U hebt uw toestemming ingetrokken',
      question: 'Wij hebben uw vraag ontvangen',
      'security-information': 'Wij hebben uw vraag over beveiliging ontvangen',
      complaint: 'Wij hebben uw klacht ontvangen',
    },
    text: 'U krijgt zo een bevestiging per e-mail, met een link naar de pagina waarop u kunt zien hoe het ermee staat. Ook het antwoord komt per e-mail.',
    reference: (reference) => `Kenmerk: ${reference}`,
    notReceived:
      'Geen e-mail gekregen? Kijk ook in de map met ongewenste e-mail. Misschien zat er een fout in het adres; stuur het dan opnieuw.',
  },
};
