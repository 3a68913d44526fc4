import type { Lexicon } from './lexicon.ts';

/** Umlauts as `ae`, `oe`, `ue` and `ss`: names are brought to that form before they are looked up. */
export const german: Lexicon = {
  language: 'de',
  words: {
    'full-name':
      'vollname, voller name, vollstaendiger name, anzeigename, kundenname, kontaktname, karteninhaber, empfaengername, absendername, mitarbeitername, name des kunden',
    'first-name': 'vorname, vornamen, rufname, zweiter vorname, initialen, vname',
    'last-name': 'nachname, familienname, zuname, geburtsname, maedchenname, nname',
    'name-prefix':
      'anrede, namenszusatz, namens zusatz, titel anrede, akademischer titel, namensvorsatz, grussformel',
    nickname: 'spitzname, kurzname, pseudonym, alias, deckname',
    address:
      'adresse, anschrift, adresszeile, adress zeile, wohnadresse, rechnungsadresse, lieferadresse, postanschrift, rechnungsanschrift, lieferanschrift, adresszusatz, postfach, hausanschrift',
    street: 'strasse, strassenname, str, strasse hausnummer',
    'house-number':
      'hausnummer, hausnr, haus nummer, haus nr, hausnummer zusatz, hausnummernzusatz, wohnungsnummer',
    postcode: 'plz, postleitzahl, post leitzahl',
    city: 'ort, wohnort, stadt, ortsname, gemeinde, ortsteil',
    region: 'bundesland, kanton, landkreis, provinz',
    country: 'land, laendercode, land code, laenderkennung, wohnsitzland, staat',
    email:
      'mailadresse, mail adresse, emailadresse, email adresse, e mail adresse, e mail, elektronische adresse',
    phone:
      'telefon, telefonnummer, telefonnr, tel nr, handy, handynummer, mobil, mobilnummer, mobiltelefon, mobilfunknummer, rufnummer, faxnummer, festnetz, fernsprecher, durchwahl, anrufer, anrufernummer',
    'online-handle': 'webseite, internetseite, eigene webseite, internetadresse',
    username:
      'benutzername, nutzername, anmeldename, loginname, kontoname, benutzerkennung, benutzer name, kennung benutzer',
    'customer-number':
      'kundennummer, kundennr, kunden nummer, kunden nr, kdnr, mitgliedsnummer, mitgliedsnr, debitorennummer, debitorennr, versichertennummer, patientennummer, kundencode, matrikelnummer, abonummer',
    'account-number': 'kontokennung, benutzernummer, registriernummer',
    'employee-number':
      'personalnummer, personalnr, mitarbeiternummer, mitarbeiternr, mitarbeiter nummer, stammnummer',
    credential:
      'passwort, kennwort, passwort hash, geheimnis, schluessel, zugangscode, aktivierungscode, bestaetigungscode, sicherheitsfrage, pin',
    bsn: '',
    'identity-document':
      'ausweis, ausweisnummer, personalausweis, personalausweisnummer, reisepass, reisepassnummer, passnummer, fuehrerschein, fuehrerscheinnummer, steuer id, steueridentifikationsnummer, steuernummer, sozialversicherungsnummer, sv nummer, ahv nummer, rentenversicherungsnummer, aufenthaltstitel, steuerid',
    'trade-register-number':
      'handelsregister, handelsregister nr, handelsregisternummer, handelsregister nummer, firmenbuchnummer, hrb, ust id, umsatzsteuer id',
    iban: 'iban nummer',
    'bank-account':
      'bankkonto, kontonummer, konto nummer, kontonr, bankverbindung, bankleitzahl, blz, kontoinhaber, konto inhaber, mandat, mandatsreferenz, mandats referenz, lastschriftmandat, sepa mandat, bankname',
    'payment-card': 'kartennummer, kreditkarte, kreditkartennummer, kartenablauf, pruefziffer karte',
    transaction:
      'betrag, summe, gesamtbetrag, gesamtsumme, zwischensumme, preis, einzelpreis, kosten, rabatt, mwst, ust, steuer, saldo, guthaben, bezahlt, waehrung, zahlung, zahlungsart, zahlungsweise, zahlungsziel, rechnung, rechnungsnummer, rechnungs nummer, rechnungsnr, bestellnummer, auftragsnummer, menge, anzahl artikel, kreditlimit, offener betrag, verwendungszweck, mahnstufe, gebuehr, gutschein, versandkosten, abo, abonnement, tarif, mahngebuehr',
    'licence-plate': 'kennzeichen, kfz kennzeichen, nummernschild, autokennzeichen',
    vin: 'fahrgestellnummer, fahrgestellnr, fahrzeugidentifikationsnummer, fin, fahrzeug identifikationsnummer, fahrgestell nummer',
    vehicle:
      'fahrzeug, auto, marke, modell, kilometerstand, km stand, baujahr, erstzulassung, kraftstoff, fahrzeugtyp, automarke',
    'birth-date':
      'geburtsdatum, geburtstag, geburts datum, geb datum, gebdat, geburtsjahr, geboren, geboren am, gebdatum',
    gender: 'geschlecht, pronomen',
    'personal-detail':
      'staatsangehoerigkeit, nationalitaet, geburtsort, geburtsland, familienstand, alter, sterbedatum, todesdatum, verstorben, kinder, anzahl kinder, ausbildung, bildungsabschluss, muttersprache, ehepartner, ehegatte, notfallkontakt, groesse cm, gewicht kg, hobby, hobbys, personenstand',
    'ip-address': 'ip adresse, ipadresse, letzte ip',
    'user-agent': 'browser version, browserkennung',
    'mac-address': 'mac adresse, macadresse, hardwareadresse',
    'device-id': 'geraet, geraete id, geraetename, geraetetyp, geraetekennung, betriebssystem, endgeraet',
    'cookie-id': 'sitzung, sitzungs id, sitzung id, sitzungskennung, besucher id, besucherkennung',
    coordinates: 'breitengrad, laengengrad, koordinaten, standort, geokoordinaten, gps position',
    file: 'datei, dateiname, datei name, foto, passfoto, bild, profilbild, anhang, aufnahme, aufzeichnung, lichtbild, dokument',
    job: 'beruf, funktion, stellenbezeichnung, stellung, position, arbeitgeber, firma, firmenname, abteilung, gehalt, lohn, stundenlohn, bruttolohn, eingestellt, eingestellt am, eintrittsdatum, austrittsdatum, ausgetreten, ausgetreten am, eintritt, austritt, beschaeftigung, vertragsart, urlaubstage, vorgesetzter, berufsbezeichnung, steuerklasse, dienststellung, arbeitsverhaeltnis',
    message:
      'nachricht, nachrichtentext, betreff, inhalt, text, antwort, frage, brief, gespraech, mitteilung, kanal, richtung, schreiben',
    'free-text':
      'notiz, notizen, bemerkung, bemerkungen, anmerkung, anmerkungen, kommentar, beschreibung, vermerk, hinweis, hinweise, zusammenfassung, bildunterschrift, begruendung, grund, freitext, unterschrift, lebenslauf, erlaeuterung, protokoll, wuensche, beschwerde',
    preference:
      'einstellung, einstellungen, vorliebe, vorlieben, praeferenz, praeferenzen, sprache, sprachcode, zeitzone, benachrichtigungen, wunschliste, favorit',
    consent:
      'einwilligung, einwilligungen, zustimmung, zustimmungen, werbeeinwilligung, newsletter, widerrufen, widerrufen am, erteilt, erteilt am, abgemeldet vom newsletter, datenschutz, zweck, textfassung, agb akzeptiert, werbung, widerruf, zugestimmt',
    'page-visit':
      'besuchte seite, aufgerufene seite, seitenaufruf, verweisende seite, suchbegriff, geklickter link, suchanfrage',
    'activity-time':
      'am, um, datum, zeit, zeitpunkt, uhrzeit, angelegt, erstellt, geaendert, aktualisiert, gesendet, versendet, geoeffnet, geklickt, besucht, angemeldet, abgemeldet, registriert, zuletzt, zuletzt aktiv, zuletzt gesehen, zuletzt genutzt, letzter login, letzte anmeldung, letzter kontakt, letzter besuch, beginnt, beginn, ende, endet, startdatum, enddatum, von datum, bis datum, seit, bis, gueltig ab, gueltig bis, ablaufdatum, faellig, faelligkeit, rechnungsdatum, bestelldatum, lieferdatum, bezahlt am, benachrichtigt, aufgenommen, unterschrieben am, jahr, monat, tag, wann, dauer seit',
    activity:
      'status, zustand, aktiv, gesperrt, geloescht, verifiziert, punkte, bewertung, stufe, bestaetigt, genehmigt, prioritaet, anzahl, versuche, aktion, ereignis, art, typ, herkunft, quelle, ergebnis, dauer, rang, kategorie, auswahl, stimme, anwesenheit, note, sichtbar',
    health:
      'gesundheit, medizinisch, diagnose, krankheit, erkrankung, allergie, allergien, medikament, medikamente, medikation, blutgruppe, behinderung, schwerbehinderung, grad der behinderung, behandlung, krankmeldung, krankenkasse, krankenversicherung, krankenversichertennummer, schwanger, schwangerschaft, impfung, impfstatus, ernaehrung, hausarzt, befund, blutdruck, raucher, unvertraeglichkeit, unvertraeglichkeiten',
    religion:
      'religion, konfession, glaube, glaubensrichtung, kirche, kirchensteuer, religionszugehoerigkeit, bekenntnis',
    'union-membership': 'gewerkschaft, gewerkschaftszugehoerigkeit, gewerkschaftsmitglied',
    ethnicity: 'ethnie, ethnische herkunft, ethnizitaet, abstammung, rasse, hautfarbe, migrationshintergrund',
    politics:
      'politisch, politische meinung, politische partei, parteizugehoerigkeit, parteimitgliedschaft, wahlverhalten',
    'sexual-life': 'sexuelle orientierung, sexualitaet, sexuell',
    biometric:
      'biometrie, biometrisch, fingerabdruck, gesichtserkennung, gesichtsbild vorlage, irisscan, stimmprofil, genetisch, erbgut',
    criminal:
      'vorstrafe, vorstrafen, strafregister, fuehrungszeugnis, verurteilung, verurteilungen, straftat, straftaten',
    'bare-name': 'name, bezeichnung',
    people:
      'kunde, kundin, benutzer, nutzer, person, mitarbeiter, angestellter, angestellte, mitglied, mitglieder, kontakt, ansprechpartner, ansprechperson, abonnent, patient, schueler, student, lehrer, besucher, bewerber, kandidat, interessent, personal, kollege, fahrer, bewohner, einwohner, freiwilliger, teilnehmer, kaeufer, mieter, empfaenger, debitor, kreditor, passagier, eigentuemer, halter, fahrzeughalter, anrufer, leser, versicherter, spender, gast, gaeste, zahler, anmeldung, antragsteller, klient, mandant, beschaeftigter, zahlungspflichtiger, arzt, aerztin, hausarzt, lehrerin, dozent, trainer, therapeut, techniker, monteur, berater, vormund, spieler',
    organisation:
      'firma, firmen, unternehmen, organisation, filiale, niederlassung, geschaeft, laden, buero, lager, lieferant, hersteller, marke, standort, abteilung, team, haendler, spediteur, schule, krankenhaus, verein, behoerde, betrieb, werkstatt, praxis, autohaus',
    thing:
      'nummernkreis, stand, produkt, produkte, artikel, kategorie, rolle, recht, rechte, land, laender, waehrung, sprache, region, system, parameter, migration, vorlage, vorlagen, seite, menue, einheit, tarif, tarife, steuersatz, aktion, kampagne, kampagnen, newsletter, rundschreiben, leistung, leistungen, dienstleistung, uebersetzung, bestand, gutschein, angebot katalog, gruppe, gruppen, kundengruppe, feiertag, farbe, teil, feld, regel, sachkonto, schema, stammdaten, kurs, kurse, fach, faecher, klasse, klassen, buch, buecher, film, filme, medikament, raum, raeume, zimmer, gebaeude, projekt, projekte, umfrage, umfragen',
    'address-table': 'adresse, adressen, anschrift, anschriften, wohnsitz, lieferadresse',
    'message-table':
      'nachricht, nachrichten, gespraech, brief, briefe, anhang, anhaenge, kommentar, kommentare, anfrage, beschwerde, korrespondenz, anruf, anrufe, anrufliste, anrufprotokoll, empfehlung, empfehlungen, frage, stoerung, vorfall',
    'note-table':
      'notiz, notizen, vermerk, vermerke, bemerkung, protokoll, akte, termin, termine, kalender, besuchsbericht, aufgabe, aufgaben',
    'billing-table':
      'bestellung, bestellungen, bestellposition, auftrag, auftraege, rechnung, rechnungen, rechnungsposition, rechnungspositionen, position, positionen, zahlung, zahlungen, angebot, angebote, warenkorb, abonnement, abo, lastschrift, lastschriften, mahnung, mahnungen, erinnerung, kauf, kaeufe, verkauf, vertrag, vertraege, lieferung, retoure, buchung, buchungen, reservierung, reservierungen, police, mandat, mandate, spende, spenden, sendung',
    'visit-table':
      'besuch, besuche, webseitenbesuch, webseitenbesuche, seitenaufruf, seitenaufrufe, sitzung, sitzungen, klick, klicks, oeffnung, oeffnungen, suchanfrage, zugriff, zugriffe',
    'consent-table': 'einwilligung, einwilligungen, zustimmung, zustimmungen, widerruf',
    'preference-table': 'einstellung, einstellungen, vorliebe, vorlieben, favoriten, wunschliste',
    'employment-table':
      'mitarbeiter, personal, gehalt, gehaelter, lohn, urlaub, abwesenheit, beschaeftigung, arbeitszeit, stundenzettel, dienstplan',
    'vehicle-table': 'fahrzeug, fahrzeuge, auto, autos, wagen, kfz, fahrzeughalter, fuhrpark, fahrrad',
    'file-table': 'datei, dateien, foto, fotos, bild, bilder, dokument, dokumente, aufnahme, anhang',
    'log-table': 'protokoll, protokolle, verlauf, historie, aenderung, aenderungen, aktivitaet, aktivitaeten',
    'account-table': 'benutzer, nutzer, mitarbeiter, administrator, konto',
    agent:
      'geaendert von, bearbeitet von, bearbeiter, zugewiesen an, betreuer, kundenbetreuer, sachbearbeiter, vorgesetzter, genehmigt von, mitarbeiter, zustaendig, verantwortlicher, kundenberater, arzt, aerztin, hausarzt, lehrer, lehrerin, klassenlehrer, dozent, trainer, therapeut, techniker, monteur, berater, verkaeufer, kassierer, vertreter, pfleger, anwalt, zugewiesen',
    author: 'erstellt von, angelegt von, verfasser, autor, erfasst von, ersteller',
    owner:
      'fotograf, eigentuemer, inhaber, halter, kunde, benutzer, nutzer, mitglied, antragsteller, absender, empfaenger, besitzer, bestellt von, gemeldet von, beantragt von',
    measure:
      'anzahl, laenge, groesse, summe, durchschnitt, prozent, maximum, minimum, tage, stunden, minuten, sekunden, zaehler, dauer, cent, breite, hoehe, gewicht',
    state:
      'status, verifiziert, bestaetigt, aktiv, gueltig, typ, art, gesendet, erforderlich, sichtbar, format, geprueft',
    identifier:
      'id, nummer, nr, schluessel, kennung, kuerzel, code, kennziffer, zeichen, antwort auf, vorgaenger, nachfolger, uebergeordnet',
    container: 'daten, wert, nutzdaten, metadaten, zusatzdaten, eigenschaften',
    'web-place': 'pfad, verweis',
    qualifier:
      'privat, geschaeftlich, dienstlich, haupt, alt, neu, aktuell, rechnung, lieferung, zweite, sonstige, notfall, zusatz, beruflich',
    technical:
      'version, reihenfolge, sortierung, position, zeilennummer, zeilennr, dateigroesse, kodierung, pruefsumme',
  },
};
