import { formNl } from './form-nl.ts';
import type { Messages } from './messages.ts';
import { statusNl } from './status-nl.ts';

export const nl: Messages = {
  site: {
    skip: 'Naar de inhoud',
    navigation: 'Hoofdmenu',
    statement: 'Privacyverklaring',
    promises: 'Onze beloften',
    request: 'Verzoek doen',
    mailbox: 'Postvak (voorbeeld)',
    otherLanguage: 'English',
    contact: 'Contact',
    tradeRegister: (number) => `KvK ${number}`,
    noCookies: 'Deze pagina’s plaatsen geen cookies en volgen u niet.',
    errorPrefix: 'Fout: ',
  },
  state: {
    kept: 'gehouden',
    'at-risk': 'loopt risico',
    broken: 'gebroken',
    unproven: 'niet aangetoond',
  },
  statement: {
    none: 'Er is nog geen privacyverklaring gepubliceerd.',
    version: (number, date) => `Versie ${number}, geldig vanaf ${date}`,
    contents: 'Op deze pagina',
    standing: 'Houden wij ons woord?',
    standingText:
      'Naast elk deel staat of wij vandaag doen wat er staat. Dat controleren wij in onze eigen systemen.',
    board: 'Bekijk alle beloften',
    olderVersions: 'Eerdere versies',
    plainText: 'Als platte tekst',
    makeRequest: 'Stel een vraag of doe een verzoek',
    notNewest: (date) => `Dit is een eerdere versie. Zij gold vanaf ${date}.`,
    toNewest: 'Lees de nieuwste versie',
    versions: 'Versies van de privacyverklaring',
    versionsText:
      'Elke versie die wij publiceerden, blijft te lezen. Aan de controlesom is te zien dat er niets aan veranderd is.',
    newest: 'nieuwste',
    date: 'Geldig vanaf',
    number: 'Versie',
    hash: 'Controlesom (SHA-256)',
    changes: (number) => `Wat er veranderde sinds versie ${number}`,
    noChanges: 'Aan de tekst is niets veranderd.',
    added: 'Erbij',
    removed: 'Weg',
  },
  board: {
    title: 'Onze beloften',
    intro:
      'Dit beloven wij in onze privacyverklaring, en dit vraagt de wet van ons. Bij elke belofte staat of wij haar vandaag houden. Wat wij niet kunnen aantonen, zeggen wij ook.',
    group: {
      broken: { title: 'Gebroken', text: 'Hier doen wij nu niet wat wij beloven.' },
      unproven: {
        title: 'Niet aangetoond',
        text: 'Hier hebben wij geen vers bewijs. Misschien gaat het goed, maar dat kunnen wij niet laten zien.',
      },
      'at-risk': { title: 'Loopt risico', text: 'Hier gaat het nog goed, maar er moet iets gebeuren.' },
      kept: {
        title: 'Gehouden',
        text: 'Hier is gekeken, en niets gevonden dat de belofte breekt. Waar een controle niet alles ziet, staat dat erbij.',
      },
    },
    // A bare number is an article of the GDPR; other laws stand with their name.
    law: (articles) => (/^\d/.test(articles) ? `AVG ${articles}` : articles),
    checked: (moment) => `Gecontroleerd op ${moment}`,
    neverChecked: 'Nog niet gecontroleerd',
    noCheck: 'Hiervoor bestaat geen controle',
    brokenWhen: 'Gebroken als',
    reads: 'De controle kijkt naar',
    history: 'Hoe het hiermee ging',
    noHistory: 'Hierover is nog niets vastgelegd.',
    from: (moment) => `sinds ${moment}`,
    fromUntil: (from, until) => `van ${from} tot ${until}`,
  },
  request: formNl,
  code: {
    title: 'Vul de code in',
    intro:
      'Wij sturen een code van zes cijfers naar het e-mailadres dat u invulde. Het kan een paar minuten duren. Kijk ook in de map met ongewenste e-mail.',
    reference: (reference) => `Kenmerk van uw verzoek: ${reference}`,
    code: 'Code van zes cijfers',
    codeHint: 'Bijvoorbeeld 123 456. Een spatie mag.',
    submit: 'Verder',
    resendTitle: 'Geen code gekregen?',
    resendText:
      'Misschien zat er een fout in het adres. U kunt een nieuwe code vragen, of een nieuw verzoek doen.',
    resend: 'Stuur een nieuwe code',
    resent:
      'Wacht dit verzoek nog op een code, dan is er een nieuwe onderweg. Gebruik de nieuwste. Komt er niets? Bel of mail ons dan.',
    errors: {
      missing: 'Vul de zes cijfers uit de e-mail in.',
      wrong:
        'Deze code klopt niet, of is te vaak geprobeerd. Kijk in de laatste e-mail die u van ons kreeg, of vraag hieronder een nieuwe code.',
      expired:
        'Deze code werkt niet meer: hij is verlopen of al gebruikt. Hebt u hem al ingevuld? Gebruik dan de link in de e-mail die u daarna kreeg. Vraag anders hieronder een nieuwe code.',
    },
  },
  facts: {
    title: 'Laat zien dat u het bent',
    intro:
      'Vul twee dingen in die u van ons weet en een ander niet. Wij vergelijken ze met wat wij van u hebben.',
    kinds: {
      email: 'E-mailadres',
      phone: 'Telefoonnummer',
      'customer-number': 'Klantnummer',
      'account-id': 'Accountnaam of accountnummer',
      'licence-plate': 'Kenteken',
    },
    wrong:
      'Hieraan zien wij nog niet dat u het bent. Vul ten minste twee dingen in, en alleen wat u zeker weet. U kunt ook bellen of mailen.',
    submit: 'Versturen',
  },
  status: statusNl,
  mailbox: {
    title: 'Postvak van het voorbeeld',
    example:
      'Dit postvak bestaat alleen in het voorbeeld. Hier is te lezen welke e-mail anders verstuurd was. Er gaat niets de deur uit.',
    none: 'Er is nog geen e-mail.',
    from: 'Van',
    to: 'Aan',
    sentAt: 'Verzonden',
    subject: 'Onderwerp',
    attachments: 'Bijlagen',
    back: 'Terug naar het postvak',
  },
  problem: {
    notFound: {
      title: 'Deze pagina is er niet',
      text: 'Het adres klopt niet, of de pagina is verplaatst.',
    },
    linkUnknown: {
      title: 'Deze link werkt niet',
      text: 'De link is niet compleet of geldt niet meer. Gebruik de link uit de laatste e-mail die u van ons kreeg, of doe een nieuw verzoek.',
    },
    identityWaits: {
      title: 'Uw code klopt',
      text: 'Voordat wij verder kunnen, willen wij nog iets van u weten. Dat staat in de e-mail die u nu van ons krijgt. Stuur nooit een kopie van een identiteitsbewijs.',
    },
    gone: {
      title: 'Deze kopie is gewist',
      text: 'De tijd om haar op te halen is voorbij. U kunt zo een nieuw verzoek doen; dat kost niets.',
    },
    notReady: {
      title: 'Uw kopie is nog niet klaar',
      text: 'U krijgt een e-mail zodra u haar kunt ophalen.',
    },
    tooMany: {
      title: 'Even wachten',
      text: (minutes) =>
        `Er zijn te veel pogingen gedaan. Probeer het over ${minutes === 1 ? '1 minuut' : minutes < 120 ? `${minutes} minuten` : `${Math.ceil(minutes / 60)} uur`} nog eens.`,
    },
    forbidden: {
      title: 'Dit formulier kwam niet van onze site',
      text: 'Om u te beschermen nemen wij alleen formulieren aan die op deze site zijn ingevuld. Open de pagina opnieuw en probeer het nog eens.',
    },
    bad: { title: 'Dit begrijpen wij niet', text: 'Ga terug en probeer het opnieuw.' },
    unavailable: {
      title: 'Dit werkt nu even niet',
      text: 'Probeer het over een paar minuten nog eens.',
    },
    internal: {
      title: 'Er ging bij ons iets mis',
      text: 'Het ligt niet aan u. Probeer het later nog eens. Blijft het misgaan, neem dan contact met ons op en noem dit kenmerk.',
    },
    reference: (reference) => `Kenmerk: ${reference}`,
    home: 'Naar de privacyverklaring',
  },
};
