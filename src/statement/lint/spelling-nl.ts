import type { KnownMistakes } from './known-mistakes.ts';

/** First parts of compounds that are written as one word, and what follows them. */
const first =
  'privacy|cookie|persoons|apparaat|software|telefoon|klanten|ip|post|bank|contact|verwerkers|bewerkers|bewaar|data|nieuws|rekening|geboorte|dossier|gegevens|internet|camera|website|computer|account|klacht|klachten|betaal|web|e-?mail|mail|factuur|adres|verzekerings|hosting|systeem|schoonmaak|reparatie|vrijwilligers|verkoop|lidmaatschaps|inschrijf|onderhouds|klanten|leden|bezorg|garantie|reclame|marketing|verhuur|nieuwsbrief|werknemers|personeels';
const second =
  'beleid|verklaring|verklaringen|statement|wet|wetgeving|reglement|gegevens|type|bedrijf|bedrijven|adres|adressen|nummer|nummers|service|rekening|rekeningnummer|overeenkomst|overeenkomsten|termijn|termijnen|lek|lekken|brief|datum|bescherming|browser|beelden|bezoek|bezoeker|bezoekers|regeling|site|partij|partijen|beheerder|beheerders|instellingen|melding|winkel|leverancier|kaart|kaarten|dienst|diensten|contract|contracten|lijst|lijsten|administratie|bon|bonnen|formulier|formulieren|dossiers|bureau';

/** What goes with a participle; where none of these stands in the sentence, "bewaard uw gegevens" is a verb with a wrong ending. */
const auxiliary =
  'is|zijn|was|waren|ben|bent|zij|wordt|worden|word|werd|werden|geworden|hebt|heeft|hebben|heb|had|hadden|kan|kunnen|kun|kunt|mag|mogen|moet|moeten|zal|zullen|zou|zouden|blijft|blijven|blijf|raakt|raken|krijgt|krijgen|staat|staan|ligt|liggen|komt|komen|gaat|gaan|dient|dienen|laat|laten|eenmaal|mits|indien|voor zover|tenzij|behalve|niet';
const participleForVerb = new RegExp(
  `(?<!\\p{L})(?:bewaard|verwijderd|verzameld|behandeld|beveiligd|aanvaard|gebeurd|verstuurd|vermeld|verhuurd|verbeterd|verklaard|beantwoord|verleend|veranderd|bepaald|beoordeeld|herinnerd|geleverd) (?:u|uw|de|het|een|deze|dit|geen|ons|onze|je|jouw|jullie|alle|echter|altijd|ook)(?!\\p{L})(?<!(?<!\\p{L})(?:${auxiliary})(?!\\p{L}).*)(?!.*(?<!\\p{L})(?:${auxiliary})(?!\\p{L}))`,
  'iu',
);

/** What has no plural ending where the words before it ask for one. */
const pluralOnly =
  'persoonsgegeven|klant|medewerker|partij|cookie|maatregel|verwerker|leverancier|verzoek|klacht|bewaartermijn|doeleinde';
const deWords =
  '(?:privacy|cookie)?verklaring|website|overeenkomst|verwerking|dienst|toestemming|organisatie|termijn|bewaartermijn|praktijk|app|pagina|nieuwsbrief|grondslag|verplichting|tekst|versie';
const hetWords =
  '(?:privacy)?beleid|bedrijf|doel|formulier|(?:contact|inschrijf)formulier|bestand|reglement|document|kantoor|systeem|verzoek|e-?mailadres|recht|dossier|belang';
const singularNouns = `${deWords}|${hetWords}|klant|medewerker|site|wet|partij|verwerker|school|stichting|vereniging`;
const pluralVerbs =
  'maken|willen|geven|bieden|delen|staan|worden|zijn|hebben|kunnen|moeten|mogen|gelden|gaan|blijven|komen|bevatten|verwerken|gebruiken|bewaren|verstrekken|krijgen|beschrijven|vermelden';
const thirdPersonStems =
  'bewaar|gebruik|verwerk|deel|vraag|stuur|verstuur|bied|houd|vind|word|meld|verstrek|verzamel|beveilig|verwijder|ontvang|krijg|geef|betreed|verhuur|onderhoud|behandel|beantwoord';

/** Two words of which the list of words makes one, where the first is no adjective or preposition. */
const apart =
  /(?<![\p{L}-])(?!(?:eigen|deze|onze|voor|over|onder|tegen|boven|door|naar|vrij|half|hele|binnen|buiten|zonder|achter|alle|open|tussen|klein|groot|nieuw|goed|snel|kort|lang|vast|gewoon|ander|zelf|vorig|intern|extern|centraal|totaal|speciaal|sociaal|digitaal|mobiel|algemeen|meer|veel|elke|ieder|geen) )(\p{Ll}{4,}) ((?:adres|nummer|gegeven|bestand|bedrijf|dienst|gesprek|formulier|dossier|systeem|portaal|programma|pakket|kantoor|bureau|verkeer|plicht|periode|kaart|leverancier|verlener|beleid|verklaring|reglement|overeenkomst|termijn|brief|beelden|bezoeker|regeling|partij|beheerder|instelling|melding|winkel|rekening|school|lijst|pagina|bericht|code|klacht|controle|kosten|gebruiker|houder|zaak|zaken|recht)(?:e?n|s)?)(?![\p{L}-])/gu;

/** What is `jouw`. */
const ofYou =
  'kind|kinderen|gegevens|naam|adres|privacy|toestemming|account|persoonsgegevens|rechten|vragen|verzoek|wensen|woonwensen|dossier|bestelling|computer|apparaat|browser|telefoon|situatie|woning|huis|auto|fiets|lidmaatschap|abonnement|e-?mailadres|telefoonnummer|foto|voorkeuren|afspraak|aanvraag|klacht|mening|werk|baan|ouders';

export const dutchMistakes: KnownMistakes = {
  apart,
  patterns: [
    new RegExp(
      `(?<!\\p{L})(?:(?:de|alle|uw|je|jouw|onze|deze|veel|sommige|meerdere|welke|verstrekte) persoonsgegeven|(?:alle|veel|sommige|meerdere|verschillende|twee|drie|vier) (?:${pluralOnly}))(?![\\p{L}-])`,
      'iu',
    ),
    new RegExp(`(?<!\\p{L})(?:dit|ons) (?:${deWords})(?![\\p{L}-])`, 'iu'),
    new RegExp(`(?<!\\p{L})(?:deze|de|onze) (?:${hetWords})(?![\\p{L}-])`, 'iu'),
    new RegExp(
      `^(?:\\d[\\d.]*\\s+)?(?:De|Deze|Onze|Het|Dit|Ons|Elke|Elk|Iedere) (?:\\p{Ll}+e )?(?:${singularNouns}) (?:${pluralVerbs})(?!\\p{L})`,
      'u',
    ),
    new RegExp(
      `(?<!\\p{L})(?:hij|men|iemand|niemand|iedereen|de (?:organisatie|stichting|vereniging|klant|verwerker|school|website|verhuurder|werkgever)|het (?:bedrijf|bestuur|kantoor)) (?:${thirdPersonStems})(?![\\p{L}-])`,
      'iu',
    ),
    new RegExp(`(?<!\\p{L})(?:${thirdPersonStems}|is|heeft|moet|kan|mag|gaat) (?:wij|we)(?!\\p{L})`, 'iu'),
    /(?<!\p{L})(?:versie|verklaring|tekst|beleid|termijn|regel|reglement|dit|dat|die|deze|het|ook) geld (?=vanaf|voor|ook|alleen|niet|per|tot|zolang|als|wanneer|totdat)/iu,
    /(?<!\p{L})(?:bij|met|van|aan|voor|door|over|naar|tegen|op|om|zonder|uit|tussen) hun(?= (?:in|om|te|op|een|de|het|worden?|wordt|is|zijn|heeft|hebben|kunt?|kunnen|kan|u|je|wij|we|maken|delen|sluiten|sloten|af|mee|over|door|aan|thuis|hebt|mag|mogen|krijgen|afspraken|afgesproken|gesloten|gemaakt)(?!\p{L})|[.,;]|$)/iu,
    /(?<!\p{L})wordt je (?=(?:lid|klant|donateur|vrijwilliger|deelnemer|eigenaar|één|een|gebeld|gemaild|opgeroepen|uitgenodigd|benaderd|geholpen|doorverwezen|automatisch|door ons)(?!\p{L}))/iu,
    /(?<!\p{L})word (?:jouw|dit|deze|die|dat|alles|onze|alle) (?:\p{Ll}+ ){1,6}(?:ge|be|ver|ont|her|door|over|op|toe|uit|aan|in|weg)\p{Ll}{2,}/iu,
    new RegExp(`(?<!\\p{L})jou (?:${ofYou})(?![\\p{L}-])`, 'iu'),
    /(?:^|[.,;:] |(?<!\p{L})(?:dat|als|of|omdat|wanneer) )je (?:vind|word|houd|bied|meld|zend|antwoord)(?!\p{L})/iu,
    /(?<!\p{L})van hun (?=(?:bewaren|weten|hebben|krijgen|vragen|ontvangen|verwerken|horen|willen|kunnen)(?!\p{L}))/iu,
    /(?<!\p{L})(?:die|dit|dat|wat|het) inhoud (?:dat|wat|hoe)(?!\p{L})|(?<!\p{L})er mee (?=aan|om|doen|bezig|eens|akkoord|te)/iu,
    /(?<!\p{L})(?:dat|als|omdat|zodat|of|wat|en|wanneer|zodra) hun (?:zich|hebben|worden|kunnen|mogen|moeten|willen|zullen|gaan|krijgen|dat|die|het|ons)(?!\p{L})/iu,
    /(?<!\p{L})(?:als|indien|wanneer|wilt|kunt|heeft|bent|mag|moet|hebt) uw (?=(?:hier|niet|contact|een|geen|ons|onze|dit|ook|wilt|kunt|heeft|zich|vragen|bezwaar)(?!\p{L}))/iu,
    /(?<!\p{L})(?:informatie|app|website|dienst|nieuwsbrief|foto|software) dat (?:u|je|wij|we|hij|zij)(?!\p{L})/iu,
    /^(?:\d[\d.]*\s+)?(?:De|Het|Deze|Dit|Onze|Ons|Elke) \p{Ll}+ (?:bepaald|bewaard|verwijderd|verzameld|behandeld|beveiligd|verstuurd|verleend|beoordeeld|beantwoord|verhuurd) (?:welke|wat|wie|of|hoe|de|het|een|uw|u|je|deze|dit|alle|zelf)(?!\p{L})/u,
    /(?<!\p{L})(?:van|met|in|op|voor|om|aan|bij|over|uit|naar|via) u (?:identiteitsbewijs|account|verzoek|naam|adres|e-?mailadres|browser|computer|bestelling|dossier|apparaat|telefoonnummer|situatie|paspoort|woning|telefoon)(?!\p{L})/iu,
    /(?<!\p{L})(?:(?:met|aan|door|van|naar|bij) derde partij|(?:alle|deze|uw|je|jouw|onze|de) gegeven(?= (?:die|welke|worden|zijn|wordt|te|over|om|met|aan))|\p{L}+(?:ings|heids|teits) (?:overeenkomst|verantwoordelijke|register|gegevens|beleid|plicht|maatregelen|incident|termijn|periode|recht|nummer|kosten|systeem|bureau))(?!\p{L})/iu,
    /(?<!\p{L})(?:na aanleiding van|te[nr] alle[nr]? tijden?|te aller? tijden?|ter alle tijde|in der daad|met betrekking op|overeenkomstig met|te samen met|als mede|des gewenst|des betreffende|even eens|bij voorbeeld|zo als|zo wel|daar naast|daar om|mede delen|mede werkers?|onder deel|ver werking|web shop|uw rechten uit te oefenen kunt)(?!\p{L})/iu,
    new RegExp(`(?<![\\p{L}-])(?:${first}) (?:${second})(?![\\p{L}-])`, 'iu'),
    /(?<!\p{L})(?:houd zich|bepaald (?:zelf|zij|hij)|word (?:u|hij|zij|het|de|uw)|(?:hij|zij|het|dit|dat|u) word|gebeurd (?:dit|dat|het|er)|betekend|vind (?:u|hij) dit|houd (?:hij|zij|het bedrijf)|biedt (?:ik|wij)|wij? (?:bied|houd|verwerk|bewaar|gebruik|wordt|heeft|doet|moet|vraagt|bewaart|verwerkt|gebruikt) (?!ik)(?=\p{Ll}))(?!\p{L})/iu,
    /(?<!\p{L})(?:wordt|worden|werd|werden|is|zijn|hebben|heeft|geworden)(?: (?!(?:als|of|en|dat|die|wanneer|indien|zodra|omdat) )\p{L}+){0,4} (?:verwijdert|bewaart|beveiligt|verzamelt|verandert|gebeurt|bedoelt|gedeelt|verkregen wordt|gewijzigt|verhuist|behandelt|verstuurd word|gebruikd|verwerkd|verstrekd|verkoopt worden|verteld word|geregistreert|opgeslaan|gecontroleert)(?![\p{L}])/iu,
    /(?<!\p{L})(?:verwijdert|bewaart|beveiligt|verzamelt|geregistreert|gewijzigt|gedeelt|behandelt) (?:wordt|worden|zijn|hebben|heeft)(?!\p{L})/iu,
    /(?<!\p{L})(?:persoonsgegeven die|gegevens dat (?!zijn|er|u|je|wij|we)|gegevens die (?:(?!u |hij |zij |iemand |men |ieder |een )\p{L}+ )?(?:wordt|word|is|heeft)|(?<!(?:van|met|over|voor|aan|in|uit|bij|door|om|wat|dat) )(?:uw|deze|alle|je|onze) (?:persoons)?gegevens (?:word|wordt|heeft)|een gegevens|persoongegevens|klantgegeven's|verwerkingverantwoordelijken?|verwerking(?:overeenkomst|register)(?:en)?|bewaringstermijn)(?!\p{L})/iu,
    /(?<!\p{L})(?:er (?:steeds )?vanuit|dan heeft (?:altijd|ook|nog)|ten alle tijden|te alle tijden|ten alle tijde|hun hebben|hun zijn|groter als|beter als|(?:meer|langer|vaker|eerder) als (?:nodig|noodzakelijk|strikt|de wet)|(?:niet|nooit|geen \p{L}+) (?:langer|eerder|verder) als|zoiezo|enigste|indien u wenst u|mits u niet|in zake|opt-out's|ge-update|geupdate|upgedate|ge-informeerd|gemailed|privacy's|jou (?:gegevens|privacy|toestemming|rechten|account|naam|adres|data|bestelling|verzoek)|jouw? kunt|aan jouw(?= [,.]|[.,])|van jouw(?=[.,])|wat (?:u|je) aan gaat|overeenstemming's)(?!\p{L})/iu,
    /(?<!\p{L})(?:wordt|worden|werd|werden|is|zijn|hebben|heeft)(?: (?!(?:die|dat|wie|en|of|als|wat|hoe|wanneer|zodra|omdat|u|hij|je)(?!\p{L}))\p{L}+){0,6} (?:ver|be|ge|ont|her)\p{L}{2,}(?:elt|ert|igt|uurt|aart|aalt|eent|orgt|oont|oert|eurt|oegt)(?=[.,;)]|$| (?:en|of|door|aan|naar)(?!\p{L}))/iu,
    /(?<![\p{L}])(?!(?:ik|je|jij|zo|daar|dan|hoe|nu|er|ook|en|of|als) )\p{L}+ word (?!je|jij|ik|lid|klant)(?:\p{Ll}+ ){0,3}(?:ge|be|ver|ont|her|over|op|toe)\p{Ll}{2,}(?!\p{L})/u,
    /^(?:\d[\d.]*\s+)?(?:(?:Deze|Die|Onze|Uw|Je|Alle|De|Sommige|Veel) )?(?:facturen|klanten|bestanden|foto[’']s|beelden|camerabeelden|verzoeken|klachten|partijen|medewerkers|leden|leveranciers|verwerkers|cookies|gegevens|persoonsgegevens|kosten|maatregelen|rechten|websites|servers|bedrijven) (?:wordt|word|heeft|is|was|staat|gaat|moet|mag|kan|krijgt|blijft)(?!\p{L})(?! (?:u|je|jij|een ieder|iedereen|hij|zij|wij|het|dit|dat|men|er|alleen voor|de|niet iedereen|niemand)(?!\p{L}))/iu,
    /(?<!\p{L})(?:je|jij|hij|zij|u|het|wie|die|men) (?:\p{L}+ ){0,4}(?:betaald|bewaard|verstuurd|onderhoud|(?:af|aan)?meld|veranderd|besteld|verhuisd|(?:in|uit)schrijf|opvraag|opgeef|vind|houd|wijzigd|verwerkd|gebruikd|stuurd)(?=[.,;:]|$)(?<!(?:is|zijn|hebt|heeft|hebben|wordt|worden|word|werd|werden|was|waren|had|kan|mag|moet|blijft|blijven|kunnen|mogen|moeten)[^.;:,]{0,60})/iu,
    participleForVerb,
    /(?<!\p{L})(?:aan derde (?:verstrekt|verkocht|gegeven|verstrekken|verkopen|geven|doorgegeven|partij )|(?:gebruiken|verwerken|bewaren|delen|verkopen|beschermen|verstrekken|beveiligen|verzamelen|verwijderen|met|van|voor|om|als|dat) u (?:persoons)?gegevens(?! (?:door)?(?:geeft|verstrekt|invult|deelt|stuurt|opgeeft|vraagt|aanlevert))(?! [^.]{0,60}(?:geven|verstrekken|sturen|vragen|leveren))|ma(?:akt|ken) gebruikt van|wijzigd|gebruikd|verwerkd|vraagd|stuurd|krijgd|(?:vinden|respecteren|waarderen|beschermen|waarborgen|met|van|voor|om|aan) u privacy|(?:dit|dat|het) gebeurd (?:alleen|niet|altijd|automatisch|op|via|door|met|zonder|in)(?! (?:\p{L}+ ){0,5}(?:is|was))|(?:zij|hij|klant|u) (?:\p{L}+ ){1,9}en vind (?:dit|dat|het)|(?:wij|we) (?:hechte|beware|gebruike|verwerke|verzamele|deele)|neemt dan (?:even )?contact)(?!\p{L})/iu,
    /(?<![\p{L}\p{N}’'-])(?!(?:die|dat|het|u|wij|we|je|ze|hun|ons|haar|er|op|in|aan|af|uit|mee|is|bij) )(\p{Ll}{2,}) \1(?![\p{L}\p{N}’'-])/u,
  ],
};
