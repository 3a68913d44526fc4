import type { StatusMessages } from './status-messages.ts';

export const statusNl: StatusMessages = {
  title: {
    access: 'Uw verzoek om inzage',
    rectification: 'Uw verzoek om verbetering',
    erasure: 'Uw verzoek om verwijdering',
    restriction: 'Uw verzoek om gegevens stil te zetten',
    objection: 'Uw bezwaar',
    portability: 'Uw verzoek om gegevens mee te nemen',
    withdrawal: 'Het intrekken van uw toestemming',
    question: 'Uw vraag',
    'security-information': 'Uw vraag over beveiliging',
    complaint: 'Uw klacht',
  },
  reference: 'Kenmerk',
  receivedOn: 'Ontvangen op',
  dueOn: 'U krijgt antwoord',
  dueOnText: (date) => `uiterlijk ${date}`,
  stateLabel: 'Stand',
  state: {
    'taken-up': 'In behandeling',
    verified: 'Wij weten dat u het bent',
    planned: 'Wordt beoordeeld',
    approved: 'Goedgekeurd',
    running: 'Wordt uitgevoerd',
    done: 'Afgerond',
    refused: 'Geweigerd',
    withdrawn: 'Ingetrokken',
    joined: 'Samengevoegd',
  },
  next: {
    'taken-up': {
      otherwise:
        'Een medewerker behandelt uw verzoek. U krijgt het antwoord per e-mail. U hoeft niets te doen.',
      objection: 'Een medewerker weegt uw bezwaar. U krijgt het antwoord per e-mail. U hoeft niets te doen.',
      question: 'Een medewerker leest uw vraag. U krijgt het antwoord per e-mail.',
      'security-information': 'Een medewerker leest uw vraag. U krijgt het antwoord per e-mail.',
      complaint:
        'Een medewerker zoekt uit wat er is gebeurd. U krijgt het antwoord per e-mail. U kunt ook nu al naar de Autoriteit Persoonsgegevens gaan.',
    },
    verified: { otherwise: 'Wij zoeken nu op waar uw gegevens staan. U hoeft niets te doen.' },
    planned: {
      otherwise:
        'Een medewerker bekijkt het plan hieronder. Daarna voeren wij het uit. U kunt uw verzoek nu nog intrekken.',
      access: 'Een medewerker bekijkt het plan hieronder. Daarna maken wij uw kopie. U hoeft niets te doen.',
      erasure:
        'Een medewerker bekijkt het plan hieronder. Daarna wissen wij uw gegevens. U kunt uw verzoek nu nog intrekken.',
    },
    approved: {
      otherwise: 'Het plan wordt zo uitgevoerd. U krijgt een e-mail als dat klaar is.',
      access: 'Uw kopie wordt zo gemaakt. U krijgt een e-mail als zij klaarstaat.',
      erasure: 'Uw gegevens worden zo gewist. U krijgt een e-mail als dat klaar is.',
    },
    running: {
      otherwise: 'Wij voeren het plan nu uit. U krijgt een e-mail als dat klaar is.',
      access: 'Wij maken nu uw kopie. U krijgt een e-mail als zij klaarstaat.',
      erasure: 'Wij wissen nu uw gegevens. U krijgt een e-mail als dat klaar is.',
    },
    done: {
      otherwise:
        'Uw verzoek is afgerond. Bent u het niet eens met ons antwoord, laat het ons weten of dien een klacht in bij de Autoriteit Persoonsgegevens.',
      erasure:
        'Uw gegevens zijn gewist. Wij hebben dat daarna nog eens gecontroleerd. Bent u het niet eens met ons antwoord, laat het ons weten of dien een klacht in bij de Autoriteit Persoonsgegevens.',
      question: 'Het antwoord staat in de e-mail die u kreeg.',
      'security-information': 'Het antwoord staat in de e-mail die u kreeg.',
      complaint:
        'Het antwoord staat in de e-mail die u kreeg. Bent u het er niet mee eens, laat het ons weten of dien een klacht in bij de Autoriteit Persoonsgegevens.',
    },
    refused: {
      otherwise:
        'De reden staat in de brief die u kreeg. U kunt een klacht indienen bij de Autoriteit Persoonsgegevens of naar de rechter gaan.',
    },
    withdrawn: {
      otherwise: 'Er gebeurt niets met uw gegevens. U kunt altijd een nieuw verzoek doen.',
      question: 'Wij doen niets meer met uw vraag. U kunt altijd een nieuwe stellen.',
      'security-information': 'Wij doen niets meer met uw vraag. U kunt altijd een nieuwe stellen.',
      complaint: 'Wij doen niets meer met uw klacht. U kunt altijd een nieuwe indienen.',
    },
    joined: {
      otherwise:
        'U vroeg dit al eerder. Ons antwoord op uw eerste verzoek is ook het antwoord op dit verzoek. Klopt dat niet, laat het ons weten.',
    },
  },
  nothingFound: {
    ahead:
      'Bij dit e-mailadres vonden wij geen gegevens van u. Een medewerker kijkt dat na; daarna krijgt u ons antwoord. Kent u een ander adres waarmee u bij ons bekend kunt zijn? Doe dan een nieuw verzoek met dat adres.',
    done: 'Bij dit e-mailadres vonden wij geen gegevens van u. Kent u een ander adres waarmee u bij ons bekend kunt zijn? Doe dan een nieuw verzoek met dat adres. Bent u het niet eens met ons antwoord, laat het ons weten of dien een klacht in bij de Autoriteit Persoonsgegevens.',
  },
  everythingKept: {
    ahead:
      'Alles wat wij van u hebben, moeten wij nog bewaren. Hieronder staat waarom, en tot wanneer. Een medewerker kijkt dat na; daarna krijgt u ons antwoord.',
    done: 'Wij hebben niets gewist: alles wat wij van u hebben, moeten wij nog bewaren. Hieronder staat waarom, en tot wanneer. Bent u het niet eens met ons antwoord, laat het ons weten of dien een klacht in bij de Autoriteit Persoonsgegevens.',
  },
  plan: {
    otherwise: { ahead: 'Wat wij doen', done: 'Wat wij hebben gedaan' },
    access: { ahead: 'Wat u krijgt', done: 'Wat u kreeg' },
    erasure: { ahead: 'Wat wij wissen', done: 'Wat wij hebben gewist' },
  },
  kept: 'Wat nog blijft, en waarom',
  keptUntil: (date, one) => `${one ? 'Tot' : 'De laatste tot'} en met ${date}.`,
  keptWithoutDate: 'Een vaste einddatum is er niet.',
  package: 'Uw gegevens staan klaar',
  packageText: (size, expires) =>
    `Een ZIP-bestand van ${size} met een leesbaar overzicht en bestanden per onderdeel. U kunt het ophalen tot ${expires}; daarna wissen wij het.`,
  download: 'Download uw gegevens',
  transfer: {
    title: 'Rechtstreeks naar een andere organisatie',
    'under-way': (name) =>
      `Wij sturen uw gegevens naar ${name}. Zodra die ze heeft ontvangen, staat dat hier.`,
    delivered: (name, moment) => `${name} tekende voor ontvangst op ${moment}.`,
    failed: (name, moment) =>
      `Het lukte niet om uw gegevens aan ${name} te geven (${moment}). U krijgt ze zelf, in het bestand hierboven of per e-mail.`,
    address: 'Adres',
    digest: 'Kenmerk van wat er is verstuurd (SHA-256)',
  },
  downloads: (count) =>
    count === 0 ? 'Nog niet opgehaald.' : count === 1 ? 'Eén keer opgehaald.' : `${count} keer opgehaald.`,
  timeline: 'Wat er gebeurde',
  events: {
    received: 'Verzoek ontvangen',
    'taken-up': 'In behandeling genomen',
    verified: 'Vastgesteld dat u het bent',
    planned: 'Plan gemaakt',
    extended: 'Termijn verlengd; de reden staat in de e-mail die u kreeg',
    approved: 'Plan goedgekeurd',
    started: 'Begonnen met uitvoeren',
    'package-ready': 'Kopie van uw gegevens klaargezet',
    downloaded: 'Kopie opgehaald',
    'package-expired': 'Kopie gewist; de link werkt niet meer',
    erased: 'Gegevens gewist en nagekeken',
    done: 'Verzoek afgerond',
    refused: 'Verzoek geweigerd',
    withdrawn: 'Verzoek ingetrokken',
    joined: 'Samengevoegd met uw eerdere verzoek',
  },
  withdrawTitle: 'Toch niet?',
  withdrawText: 'U kunt uw verzoek intrekken zolang wij niet zijn begonnen. Er gebeurt dan niets.',
  withdraw: 'Verzoek intrekken',
  withdrawTooLate: 'Intrekken kan niet meer: wij zijn al begonnen.',
  keepLink: 'Bewaar het adres van deze pagina. Wie het heeft, kan uw verzoek zien; deel het niet.',
};
