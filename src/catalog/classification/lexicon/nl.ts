import type { Lexicon } from './lexicon.ts';

export const dutch: Lexicon = {
  language: 'nl',
  words: {
    'full-name':
      'volledige naam, weergavenaam, klantnaam, contactpersoon, naam contactpersoon, tenaamstelling, rekeninghouder, ontvanger naam, naam klant, naam medewerker, roepnaam en achternaam, kaarthouder, afzender naam',
    'first-name': 'voornaam, voornamen, roepnaam, voorletters, initialen, tweede naam, vnaam',
    'last-name': 'achternaam, familienaam, geslachtsnaam, meisjesnaam, geboortenaam, anaam, partnernaam',
    'name-prefix':
      'tussenvoegsel, tussenvoegsels, voorvoegsel, voorvoegsels, aanhef, titulatuur, aanspreektitel',
    nickname: 'bijnaam, schuilnaam, alias',
    address:
      'adres, adresregel, postadres, bezoekadres, woonadres, factuuradres, afleveradres, bezorgadres, adres regel, thuisadres, adresgegevens, naw, naw gegevens',
    street: 'straat, straatnaam, straat naam',
    'house-number':
      'huisnummer, huis nummer, huisnr, huisnummer toevoeging, toevoeging, huisletter, busnummer',
    postcode: 'postcode, post code, pcode',
    city: 'plaats, woonplaats, stad, plaatsnaam, gemeente, vestigingsplaats',
    region: 'provincie, regio, gewest',
    country: 'land, landcode, land code, landnaam, woonland',
    email: 'e mail, emailadres, mailadres, e mailadres, email adres, mail adres',
    phone:
      'telefoon, telefoonnummer, telefoonnr, telnr, tel nr, mobiel, mobiele nummer, mobiel nummer, gsm nummer, faxnummer, vast nummer, beller',
    'online-handle': 'webadres, eigen website, persoonlijke pagina',
    username: 'gebruikersnaam, inlognaam, loginnaam, gebruiker naam, accountnaam',
    'customer-number':
      'klantnummer, klantnr, klant nummer, klant nr, klantcode, relatienummer, relatienr, lidnummer, debiteurnummer, debiteurennummer, clientnummer, patientnummer, abonneenummer, polisnummer, leerlingnummer, studentnummer, lidmaatschapsnummer, pasnummer',
    'account-number': 'accountnummer, gebruikersnummer, registratienummer',
    'employee-number':
      'personeelsnummer, personeelsnr, medewerkernummer, medewerker nummer, werknemernummer, personeel nummer, salarisnummer',
    credential:
      'wachtwoord, wachtwoord hash, geheim, sleutel, toegangscode, pincode, activatiecode, bevestigingscode, herstelcode, beveiligingsvraag',
    bsn: 'bsn, burgerservicenummer, sofinummer, sofi nummer, sofi, bsn nummer, burger service nummer, bsnnummer, rsin persoon',
    'identity-document':
      'paspoort, paspoortnummer, identiteitsbewijs, identiteitskaart, rijbewijs, rijbewijsnummer, documentnummer, legitimatie, legitimatiebewijs, id bewijs, rijksregisternummer, vreemdelingennummer, verblijfsvergunning, fiscaal nummer',
    'trade-register-number':
      'kvk, kvknummer, kvk nummer, handelsregister, handelsregisternummer, vestigingsnummer, ondernemingsnummer',
    iban: 'ibannummer, iban nummer',
    'bank-account':
      'bankrekening, rekeningnummer, bankrekeningnummer, rekeningnr, rekening nummer, machtiging, machtigingskenmerk, incassomachtiging, bankgegevens, bankcode, tegenrekening',
    'payment-card':
      'kaartnummer, creditcardnummer, betaalkaart, pasnummer bank, vervaldatum kaart, betaalpas',
    transaction:
      'bedrag, totaal, totaalbedrag, subtotaal, prijs, kosten, korting, btw, btw bedrag, saldo, betaald, valuta, munteenheid, betaling, betaalwijze, betaalmethode, factuur, factuurnummer, factuurnr, ordernummer, bestelnummer, aantal, hoeveelheid, kredietlimiet, termijnbedrag, openstaand, tegoed, omschrijving factuur, betaaltermijn, betalingskenmerk, verzendkosten, abonnement, dienst, premie',
    'licence-plate': 'kenteken, kentekennummer, kentekenplaat',
    vin: 'chassisnummer, voertuigidentificatienummer, framenummer',
    vehicle:
      'voertuig, auto, merk, model, kilometerstand, km stand, bouwjaar, brandstof, datum eerste toelating, automerk',
    'birth-date':
      'geboortedatum, geb datum, gebdatum, geboren, geboren op, geboortejaar, geboorte datum, verjaardag, geboortedag, gebdat',
    gender: 'geslacht, sekse, gender, man vrouw, voornaamwoorden',
    'personal-detail':
      'nationaliteit, geboorteplaats, geboorteland, burgerlijke staat, burgerlijke stand, leeftijd, overlijdensdatum, overleden, kinderen, aantal kinderen, gezinssituatie, gezinssamenstelling, opleiding, opleidingsniveau, moedertaal, partner, noodcontact, hobby, gewicht kg, lengte cm',
    'ip-address': 'ip adres, ipadres, laatste ip, ip nummer',
    'user-agent': 'browser versie, gebruikersagent',
    'mac-address': 'mac adres, macadres, hardware adres',
    'device-id': 'apparaat, toestel, apparaat id, toestel id, apparaatnaam, besturingssysteem',
    'cookie-id': 'sessie, sessie id, sessieid, bezoeker id, koekje',
    coordinates: 'breedtegraad, lengtegraad, coordinaten, locatiegegevens, gps locatie',
    file: 'bestand, bestandsnaam, foto, pasfoto, afbeelding, bijlage, opname, filmpje, fotobestand',
    job: 'functie, functietitel, beroep, functienaam, werkgever, bedrijf, bedrijfsnaam, afdeling, organisatie, salaris, loon, uurloon, brutoloon, in dienst, in dienst sinds, uit dienst, datum in dienst, datum uit dienst, dienstverband, contracttype, vakantiedagen, verlofdagen, leidinggevende, contracturen',
    message:
      'bericht, berichttekst, onderwerp, inhoud, tekst, antwoord, vraag, brief, gespreksverslag, kanaal, richting',
    'free-text':
      'notitie, notities, opmerking, opmerkingen, aantekening, aantekeningen, toelichting, omschrijving, beschrijving, memo, reden, samenvatting, bijzonderheden, verslag, motivatie, bijschrift, bericht intern, handtekening, klacht, wensen, verhaal, motivering',
    preference:
      'voorkeur, voorkeuren, instelling, instellingen, taal, taalcode, tijdzone, meldingen, weergave, favoriet',
    consent:
      'toestemming, toestemmingen, akkoord, akkoord voorwaarden, afgemeld, aangemeld, uitgeschreven, nieuwsbrief, machtiging gegeven, bel me niet, gegeven op, ingetrokken op, doel, tekstversie, ingetrokken',
    'page-visit':
      'bezochte pagina, pagina adres, verwijzende pagina, zoekterm, zoekopdracht, aangeklikte link',
    'activity-time':
      'op, datum, tijd, tijdstip, moment, aangemaakt, aangemaakt op, gewijzigd, gewijzigd op, bijgewerkt, laatst gezien, laatste bezoek, laatst actief, laatste login, laatst ingelogd, geregistreerd, verlopen, verloopt, vervaldatum, begin, einde, begindatum, einddatum, vanaf, tot, sinds, ingangsdatum, verzonden, ontvangen, geopend, betaald op, jaar, maand, dag, ingeschreven, starttijd, eindtijd, van datum, tot datum, laatste contact',
    activity:
      'status, toestand, actief, geblokkeerd, verwijderd, geverifieerd, score, beoordeling, aantal pogingen, goedgekeurd, bevestigd, prioriteit, actie, gebeurtenis, soort, type, bron, herkomst, resultaat, uitkomst, duur, niveau, keuze, stem, categorie, aanwezigheid, titel, cijfer, zichtbaar',
    health:
      'gezondheid, medisch, diagnose, ziekte, aandoening, allergie, allergieen, medicatie, medicijnen, bloedgroep, beperking, handicap, behandeling, ziekteverzuim, ziekmelding, zwanger, zwangerschap, vaccinatie, dieet, dieetwensen, huisarts, klachten medisch, verzekerdennummer, bloeddruk, roker',
    religion: 'religie, geloof, godsdienst, kerk, kerkgenootschap, levensovertuiging, gezindte',
    'union-membership': 'vakbond, vakbondslidmaatschap, lid vakbond, vakvereniging',
    ethnicity:
      'etniciteit, afkomst, etnische afkomst, ras, etnische achtergrond, huidskleur, migratieachtergrond',
    politics:
      'politiek, politieke voorkeur, politieke partij, politieke overtuiging, stemgedrag, partijlidmaatschap',
    'sexual-life': 'seksuele voorkeur, seksuele geaardheid, geaardheid, seksualiteit',
    biometric:
      'biometrie, biometrisch, gezichtsscan, irisscan, stemafdruk, vingerafdruk, erfelijk, genetisch',
    criminal:
      'strafblad, strafrechtelijk, veroordeling, veroordelingen, vog, overtreding, antecedenten, justitiele documentatie',
    'bare-name': 'naam, benaming',
    people:
      'klant, client, cliënt, gebruiker, persoon, personen, medewerker, werknemer, lid, leden, contact, contactpersoon, abonnee, abonnees, patient, patiënt, leerling, docent, bezoeker, sollicitant, kandidaat, relatie, personeel, collega, bestuurder, bewoner, inwoner, vrijwilliger, deelnemer, koper, huurder, ontvanger, debiteur, crediteur, passagier, eigenaar, beller, lezer, verzekerde, donateur, gast, betaler, inschrijving, aanvrager, cursist, begunstigde, belangstellende, arts, huisarts, dokter, verpleegkundige, leraar, lerares, trainer, coach, therapeut, monteur, adviseur, voogd, speler',
    organisation:
      'bedrijf, bedrijven, organisatie, vestiging, filiaal, winkel, kantoor, magazijn, leverancier, fabrikant, merk, locatie, afdeling, team, dealer, vervoerder, school, ziekenhuis, gemeente, instelling, stichting, vereniging',
    thing:
      'product, producten, artikel, artikelen, categorie, categorieen, rol, rollen, recht, rechten, land, landen, valuta, taal, talen, regio, systeem, parameter, migratie, sjabloon, sjablonen, pagina, menu, eenheid, tarief, tarieven, btw tarief, actie, campagne, nieuwsbrief, mailing, dienst, diensten, reeks, nummerreeks, vertaling, voorraad, kortingscode, aanbieding, groep, groepen, soort, soorten, status, feestdag, kleur, onderdeel, activa, veld, regel, grootboek, grootboekrekening, code, stamgegevens, landcode, cursus, cursussen, les, lessen, vak, vakken, klas, klassen, boek, boeken, film, films, medicijn, medicijnen, kamer, kamers, zaal, zalen, gebouw, gebouwen, project, projecten, enquete, enquetes',
    'address-table': 'adres, adressen, woonplaats, afleveradres, locatie',
    'message-table':
      'bericht, berichten, gesprek, gesprekken, brief, brieven, bijlage, bijlagen, reactie, reacties, melding, klacht, vraag, correspondentie, belnotitie, oproep, telefoongesprek, storing, storingen',
    'note-table':
      'notitie, notities, aantekening, aantekeningen, opmerking, verslag, dossier, afspraak, afspraken, agenda, taak, taken',
    'billing-table':
      'bestelling, bestellingen, bestelregel, factuur, facturen, factuurregel, factuurregels, betaling, betalingen, offerte, offertes, winkelwagen, abonnement, abonnementen, incasso, herinnering, herinneringen, aanmaning, aankoop, verkoop, contract, contracten, levering, retour, boeking, boekingen, reservering, reserveringen, polis, declaratie, declaraties, machtiging, machtigingen, donatie, zending, overeenkomst',
    'visit-table':
      'bezoek, bezoeken, paginabezoek, sessie, sessies, klik, kliks, zoekopdracht, websitebezoek, opening',
    'consent-table': 'toestemming, toestemmingen, aanmelding, afmelding',
    'preference-table': 'voorkeur, voorkeuren, instelling, instellingen, favorieten',
    'employment-table':
      'medewerker, werknemer, personeel, salaris, loon, verlof, verzuim, dienstverband, urenstaat, rooster',
    'vehicle-table': 'voertuig, voertuigen, auto, wagen, kenteken, voertuigeigendom, wagenpark, fiets, autos',
    'file-table': 'bestand, bestanden, foto, fotos, bijlage, opname, afbeelding, document',
    'log-table':
      'logboek, logboeken, historie, geschiedenis, wijziging, wijzigingen, activiteit, activiteiten, auditlog',
    'account-table': 'gebruiker, medewerker, beheerder, account',
    agent:
      'gewijzigd door, behandeld door, toegewezen aan, accountmanager, medewerker, behandelaar, goedgekeurd door, leidinggevende, verantwoordelijke, verwerkt door, manager, bewerkt door, arts, dokter, huisarts, verpleegkundige, docent, leraar, lerares, trainer, coach, therapeut, monteur, adviseur, consulent, begeleider, verkoper, kassier, vertegenwoordiger, planner, toegewezen',
    author: 'aangemaakt door, auteur, ingevoerd door, geschreven door',
    owner:
      'fotograaf, eigenaar, houder, klant, gebruiker, lid, aanvrager, indiener, afzender, ontvanger, aangevraagd door, besteld door, gemeld door, ingediend door',
    measure:
      'aantal, lengte, grootte, som, gemiddelde, percentage, maximum, minimum, dagen, uren, minuten, seconden, teller, duur, cent, centen, breedte, hoogte, gewicht',
    state:
      'status, geverifieerd, bevestigd, actief, geldig, type, soort, verzonden, verplicht, zichtbaar, formaat, voorkeur',
    identifier:
      'id, nummer, nr, sleutel, kenmerk, code, volgnummer, ouder, bovenliggend, antwoord op, vorige, volgende',
    container: 'gegevens, waarde, metagegevens, extra gegevens, eigenschappen',
    'web-place': 'pad, webpagina, adres pagina',
    qualifier:
      'thuis, werk, prive, zakelijk, primair, hoofd, oud, oude, nieuw, nieuwe, huidig, factuur, levering, aflever, bezorg, tweede, overig, nood, genormaliseerd',
    technical:
      'versie, volgorde, volgnr, positie, sortering, regelnummer, regelnr, bestandsgrootte, codering',
  },
};
