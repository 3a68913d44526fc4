import type { WordsByLanguage } from './words-by-language.ts';

/** Advertising that somebody chose or has as a customer, and what somebody is told for another reason. */
export const optingWords: WordsByLanguage = {
  nl: {
    'bought-before': [
      'klant|klanten|koper|kopers|gast|gasten|lid|leden|huurder|huurders|relaties|gekocht|kocht|kochten|besteld|bestelde|bestelden|boekte|boekten|geboekt|afnam|afneemt|bezocht',
    ],
    'of-that-kind': [
      'soortgelijk*|gelijksoortig*|vergelijkbaar|vergelijkbare|zulke|verwant*|lijken|lijkt',
      'alleen|uitsluitend|enkel .. over .. eigen|onze|onszelf',
      'als|zoals .. die|wat .. eerder|kocht|bestelde|boekte',
    ],
    /** "No consent is needed" has the word and not the thing. */
    'consent-denied': [
      'geen|zonder .. toestemming|akkoord',
      'toestemming .. niet|onnodig .. nodig|vereist',
      'niet .. nodig|vereist',
    ],
    /** How somebody is said to have chosen it: by a yes, by asking, by a switch that was off. */
    'opted-for': [
      'optin|opt_in',
      'kruisje|vinkje|kruis ... zet|zetten|gezet|zette|plaatst|geplaatst',
      'zet|zetten|gezet|zette|plaatst|geplaatst .. kruisje|vinkje|kruis',
      'voorafgaande|vooraf|uitdrukkelijke|eerst|nodig|vereist ... toestemming|akkoord|instemming',
      'toestemming|akkoord|instemming .. nodig|vereist|vooraf',
      'ja gezegd|zei|zegt|zeggen',
      'abonnee|abonnees|geabonneerden|inschrijvers|aanmelders',
      'vraagt|vragen|vroeg|vroegen|gevraagd .. erom|daarom|om',
      'erom|daarom|hierom .. vraagt|vragen|vroeg|vroegen|gevraagd|verzoekt|verzocht',
      'vragen {we}? .. vooraf|eerst of',
      'kiest|kiezen|bepaalt|bepaal|geeft_aan .. zelf? .. of',
      'aanvink*|aangevinkt|aankruis*|aangekruist|aanklik*|aangeklikt|vinkje|kruisje',
      'aanzet|aanzetten|inschakelt',
      'meldt|meld|melden|schrijft|schrijf .. zelf|je|u|zich .. aan|in',
      'wie .. wil|wenst',
      'zich|je|u ervoor|daarvoor|hiervoor .. opgaf|opgaven|opgeeft|opgeven|aanmeldde|aanmeldden|abonneerde|abonneerden',
      'opgaf|opgaven|opgeeft .. ervoor|daarvoor|voor',
      '6 lid? 1 onder|sub? a',
    ],
    /** What one person is offered in answer, or to take up: no advertising. */
    'one-offer': [
      'aanbod|aanbieding|voorstel .. voor|van .. een? kamer|woning|huis|baan|functie|arbeidsovereenkomst|plaats|plek|behandeling|contract|schikking',
      'doet|doen|maakt|maken|uitbrengen .. een|ieder|elk|het aanbod|aanbieding|bod .. voor|van|aan kamer|woning|baan|de',
      'aanbod|aanbieding|offerte .. aanvaarden|aanvaardt|accepteren|accepteert|afslaan|afslaat|weigert|tekent',
    ],
    /** What somebody has going with an organisation. */
    'own-matter': [
      'afspraak|afspraken|*afspraak|levering|bezorging|reparatie|storing|storingen|onderhoudsbeurt|reservering|aanvraag|klacht|dossier|zaak|uitslag|uitslagen|rooster|lesuitval|factuur|betaling|wachtwoord|vertraging|bestelling',
    ],
  },
  en: {
    'bought-before': [
      'customer|customers|client|clients|buyer|buyers|guest|guests|member|members|tenant|tenants|bought|buy|buys|ordered|orders|booked|purchased|stayed|visited|hired|rented',
    ],
    'of-that-kind': [
      'similar|alike|comparable|resembl*|related|kindred',
      'of .. same|that|the kind|sort|type',
      'like those|that|the_ones|what|this|these .. ordered|bought|booked|had|used|took|hired',
      'only .. about .. our_own|ours|ourselves|own',
      'such offers|products|services .. of|from .. own|ours|itself|ourselves',
    ],
    /** "No consent is needed" has the word and not the thing. */
    'consent-denied': [
      'no|without|not .. consent|permission|agreement|approval',
      'consent|permission .. not|nor|neither|unnecessary',
      'not .. needed|required|necessary',
    ],
    /** How somebody is said to have chosen it: by a yes, by asking, by a switch that was off. */
    'opted-for': [
      'optin|opt_in|opted_in|opting_in',
      'prior|advance|express|explicit|separate|specific consent|permission|agreement|approval',
      'consent|permission|agreement|approval .. required|needed|necessary|beforehand|first|in_advance',
      'required|needed|need|requires|needs|necessary .. consent|permission|approval',
      'say|said|says|saying yes',
      'subscriber|subscribers',
      'only|solely|just|those|people|whoever|anyone .. have|has|who? subscribed|signed_up|joined .. to|for|list|it|them',
      'subscribe|subscribes|sign_up|signs_up|register|registers .. to|for|with .. and|, {we}',
      'who|parents|members|people .. want|wants|wanted|wish|wishes|would_like .. it|them|this|that|the|our|to',
      'ask|asks|asked .. you|them|people? .. whether|if {we} .. may|can|could|might',
      'choose|chooses|decide|decides|pick|indicate|indicates .. yourself|themselves? .. whether|if .. you|they|to',
      'whoever|who|anyone|everyone .. asks|asked|ask .. for',
      'said|say|says|told|tell .. us? {we} .. may|can|could',
      'only .. after|on|upon|once .. asking|request|signing|subscribing',
      'switch|switches|switched .. on',
      'turn|turns|turned it|them|this|these|that|alerts|notifications|messages|mails|emails? on',
      'activate|activates|activated|enable|enables|enabled',
      'tick|ticks|ticked|ticking',
      'check|checks|checked|cross|crossed|mark|marked|fill|filled .. box|circle|slip',
      'at your|their own? request',
      'on|with your|their say_so|sayso',
      'say so',
      'put|puts .. name|names .. down',
      'applied|applies|apply for it|them|this',
      '6 1 a',
    ],
    /** What one person is offered in answer, or to take up: no advertising. */
    'one-offer': [
      'offer|offers .. of|for .. a|the|your? room|house|home|flat|dwelling|job|employment|position|place|work|contract|tenancy|treatment|settlement|seat',
      'make|makes|made|making .. an|each|the|every|you|our|us offer',
      'accept|accepts|accepted|decline|declines|declined|turn|sign|consider .. offer|quotation|quote|estimate',
      'quotation|quote|estimate|bid .. offer|offered|ask|asked|request',
    ],
    /** What somebody has going with an organisation. */
    'own-matter': [
      'appointment|appointments|delivery|repair|repairs|fault|breakdown|reservation|application|complaint|claim|results|rota|timetable|invoice|payment|password|delay|delays|parcel',
      'your order|case|file|request|booking|ticket',
      'outage|outages',
    ],
  },
};
