import type { KnownMistakes } from './known-mistakes.ts';

/** First parts of compounds that are written as one word, and what follows them. */
const first =
  'privacy|cookie|persoons|apparaat|software|telefoon|klanten|ip|post|bank|contact|verwerkers|bewerkers|bewaar|data|nieuws|rekening|geboorte|dossier|gegevens|internet|camera|website|computer|account|klacht|klachten|betaal|web|e-?mail|mail|factuur|adres|verzekerings|hosting|systeem';
const second =
  'beleid|verklaring|verklaringen|statement|wet|wetgeving|reglement|gegevens|type|bedrijf|bedrijven|adres|adressen|nummer|nummers|service|rekening|rekeningnummer|overeenkomst|overeenkomsten|termijn|termijnen|lek|lekken|brief|datum|bescherming|browser|beelden|bezoek|bezoeker|bezoekers|regeling|site|partij|partijen|beheerder|beheerders|instellingen|melding|winkel|leverancier';

/** What goes with a participle; where none of these stands in the sentence, "bewaard uw gegevens" is a verb with a wrong ending. */
const auxiliary =
  'is|zijn|was|waren|ben|bent|zij|wordt|worden|word|werd|werden|geworden|hebt|heeft|hebben|heb|had|hadden|kan|kunnen|kun|kunt|mag|mogen|moet|moeten|zal|zullen|zou|zouden|blijft|blijven|blijf|raakt|raken|krijgt|krijgen|staat|staan|ligt|liggen|komt|komen|gaat|gaan|dient|dienen|laat|laten|eenmaal|mits|indien|voor zover|tenzij|behalve|niet';
const participleForVerb = new RegExp(
  `(?<!\\p{L})(?:bewaard|verwijderd|verzameld|behandeld|beveiligd|aanvaard|gebeurd|verstuurd|vermeld|verhuurd|verbeterd|verklaard|beantwoord|verleend|veranderd|bepaald|beoordeeld|herinnerd|geleverd) (?:u|uw|de|het|een|deze|dit|geen|ons|onze|je|jouw|jullie|alle|echter|altijd|ook)(?!\\p{L})(?<!(?<!\\p{L})(?:${auxiliary})(?!\\p{L}).*)(?!.*(?<!\\p{L})(?:${auxiliary})(?!\\p{L}))`,
  'iu',
);

export const dutchMistakes: KnownMistakes = {
  patterns: [
    new RegExp(`(?<![\\p{L}-])(?:${first}) (?:${second})(?![\\p{L}-])`, 'iu'),
    /(?<!\p{L})(?:houd zich|bepaald (?:zelf|zij|hij)|word (?:u|hij|zij|het|de|uw)|(?:hij|zij|het|dit|dat|u) word|gebeurd (?:dit|dat|het|er)|betekend|vind (?:u|hij) dit|houd (?:hij|zij|het bedrijf)|biedt (?:ik|wij)|wij? (?:bied|houd|verwerk|bewaar|gebruik|wordt|heeft|doet|moet|vraagt|bewaart|verwerkt|gebruikt) (?!ik)(?=\p{Ll}))(?!\p{L})/iu,
    /(?<!\p{L})(?:wordt|worden|werd|werden|is|zijn|hebben|heeft|geworden)(?: \p{L}+){0,4} (?:verwijdert|bewaart|beveiligt|verzamelt|verandert|gebeurt|bedoelt|gedeelt|verkregen wordt|gewijzigt|verhuist|behandelt|verstuurd word|gebruikd|verwerkd|verstrekd|verkoopt worden|verteld word|geregistreert|opgeslaan|gecontroleert)(?![\p{L}])/iu,
    /(?<!\p{L})(?:verwijdert|bewaart|beveiligt|verzamelt|geregistreert|gewijzigt|gedeelt|behandelt) (?:wordt|worden|zijn|hebben|heeft)(?!\p{L})/iu,
    /(?<!\p{L})(?:persoonsgegeven die|gegevens dat|gegevens die (?:(?!u |hij |zij |iemand |men |ieder |een )\p{L}+ )?(?:wordt|word|is|heeft)|(?<!(?:van|met|over|voor|aan|in|uit|bij|door|om|wat|dat) )(?:uw|deze|alle|je|onze) (?:persoons)?gegevens (?:word|wordt|heeft)|een gegevens|persoongegevens|persoonsgevens)(?!\p{L})/iu,
    /(?<!\p{L})(?:er (?:steeds )?vanuit|dan heeft (?:altijd|ook|nog)|ten alle tijden|te alle tijden|ten alle tijde|hun hebben|hun zijn|groter als|beter als|(?:meer|langer|vaker|eerder) als (?:nodig|noodzakelijk|strikt|de wet)|(?:niet|nooit|geen \p{L}+) (?:langer|eerder|verder) als|zoiezo|enigste|indien u wenst u|mits u niet|in zake|opt-out's|ge-update|geupdate|upgedate|ge-informeerd|gemailed|privacy's|jou (?:gegevens|privacy|toestemming|rechten|account|naam|adres|data|bestelling|verzoek)|jouw? kunt|aan jouw(?= [,.]|[.,])|van jouw(?=[.,])|wat (?:u|je) aan gaat|overeenstemming's)(?!\p{L})/iu,
    /(?<!\p{L})(?:wordt|worden|werd|werden|is|zijn|hebben|heeft)(?: \p{L}+){0,4} (?:ver|be|ge|ont|her)\p{L}{2,}(?:elt|ert|igt|uurt|aart)(?=[.,;)]|$| (?:en|of|door|aan|naar)(?!\p{L}))/iu,
    /(?<![\p{L}])(?!(?:ik|je|jij|zo|daar|dan|hoe|nu|er|ook|en|of|als) )\p{L}+ word (?!je|jij|ik|lid|klant)(?:\p{Ll}+ ){0,3}(?:ge|be|ver|ont|her|over|op|toe)\p{Ll}{2,}(?!\p{L})/u,
    /^(?:\d[\d.]*\s+)?(?:(?:Deze|Die|Onze|Uw|Je|Alle|De|Sommige|Veel) )?(?:facturen|klanten|bestanden|foto[’']s|beelden|camerabeelden|verzoeken|klachten|partijen|medewerkers|leden|leveranciers|verwerkers|cookies|gegevens|persoonsgegevens|kosten|maatregelen|rechten|websites|servers|bedrijven) (?:wordt|word|heeft|is|was|staat|gaat|moet|mag|kan|krijgt|blijft)(?!\p{L})(?! (?:u|je|jij|een ieder|iedereen|hij|zij|wij|het|dit|dat|men|er|alleen voor|de|niet iedereen|niemand)(?!\p{L}))/iu,
    /(?<!\p{L})(?:je|jij|hij|zij|u|het|wie|die|men) (?:\p{L}+ ){0,2}(?:betaald|bewaard|verstuurd|meld|vind|houd|wijzigd|verwerkd|gebruikd|stuurd)(?=[.,;:]|$)(?<!(?:is|zijn|hebt|heeft|hebben|wordt|worden|word|werd|werden|was|waren|had|kan|mag|moet)[^.;:,]{0,60})/iu,
    participleForVerb,
    /(?<!\p{L})(?:aan derde (?:verstrekt|verkocht|gegeven|verstrekken|verkopen|geven|doorgegeven|partij )|(?:gebruiken|verwerken|bewaren|delen|verkopen|beschermen|verstrekken|beveiligen|verzamelen|verwijderen|met|van|voor|om|als|dat) u (?:persoons)?gegevens(?! (?:door)?(?:geeft|verstrekt|invult|deelt|stuurt|opgeeft|vraagt|aanlevert))(?! [^.]{0,60}(?:geven|verstrekken|sturen|vragen|leveren))|ma(?:akt|ken) gebruikt van|wijzigd|gebruikd|verwerkd|vraagd|stuurd|krijgd|(?:vinden|respecteren|waarderen|beschermen|waarborgen|met|van|voor|om|aan) u privacy|(?:dit|dat|het) gebeurd (?:alleen|niet|altijd|automatisch|op|via|door|met|zonder|in)(?! (?:\p{L}+ ){0,5}(?:is|was))|(?:zij|hij|klant|u) (?:\p{L}+ ){1,9}en vind (?:dit|dat|het)|(?:wij|we) (?:hechte|beware|gebruike|verwerke|verzamele|deele)|neemt dan (?:even )?contact)(?!\p{L})/iu,
    /(?<!\p{L})\p{Ll}{2,}(?:er|en|el|ing|aar)'s(?!\p{L})/u,
    /(?<!\p{L})(de|een|van|voor|met|wij|uw|om|op|aan|naar|bij|en|of) \1(?!\p{L})/iu,
  ],
  subjectWords: [
    'persoonsgegevens',
    'gegevens',
    'toestemming',
    'verwerking',
    'verwerken',
    'verwerker',
    'verwerkers',
    'verwijderen',
    'verwijdering',
    'bewaartermijn',
    'bewaartermijnen',
    'beveiliging',
    'beveiligen',
    'rectificatie',
    'overdraagbaarheid',
    'autoriteit',
    'verantwoordelijke',
    'verwerkingsverantwoordelijke',
    'verplichting',
    'verplichtingen',
    'overeenkomst',
    'overeenkomsten',
    'medewerkers',
    'privacyverklaring',
    'geheimhouding',
    'noodzakelijk',
    'gerechtvaardigd',
    'informatie',
    'maatregelen',
    'technische',
    'organisatorische',
    'passende',
    'bezwaar',
    'intrekken',
    'datalek',
    'datalekken',
    'klachten',
    'bijzondere',
    'grondslag',
    'doeleinden',
    'onmiddellijk',
    'websitebezoek',
    'identificatie',
    'toezichthouder',
    'toezichthoudende',
    'rekeningnummer',
    'telefoonnummer',
    'geboortedatum',
    'nieuwsbrief',
    'functionaris',
  ],
};
