import { concepts } from './concept.ts';

/** Where data go, and what watches visitors. */
export const abroadConcepts = concepts({
  'privacy-shield': {
    nl: [
      'privacy shield|schild & !ongeldig|vernietigd|nietig|vervallen|afgeschaft|geen_gebruik|niet_meer|niet_langer|opvolger|vervangen|geschrapt|nooit|niets_waard|verworpen|sneuvelde|onderuit',
      'privacyshield|privacyschild* & !ongeldig|vernietigd|nietig|vervallen|afgeschaft|geen_gebruik|niet_meer|niet_langer|opvolger|vervangen|geschrapt|nooit|niets_waard|verworpen|sneuvelde|onderuit',
    ],
    en: [
      'privacy shield & !void|invalid*|struck|annulled|no_longer|not_rely|never|abolished|replaced|not_use|successor|does_not|do_not|dead|quashed|overturned',
      'privacyshield & !void|invalid*|struck|annulled|no_longer|not_rely|never|abolished|replaced|not_use|successor|does_not|do_not|dead|quashed|overturned',
    ],
  },
  'inside-eea': {
    nl: [
      '{personal-data}|alles|ze|opslag|servers|server|systemen|systeem|back-ups|beheer|dat ... {only}|blijven|blijft|opgeslagen|staan|staat|verwerkt|verlaten|uitsluitend|verwerken|bewaard|bewaren|altijd ... {eea}|{eu}|nederland|europa|grens|duitsland & !{outside} & !{authority} & !handelsregister & !adres & !verlaten alleen',
      'binnen .. {eea}|{eu}|nederland|europa|landsgrenzen & blijven|blijft|verwerk*|bewa*|opgeslagen|opslag|staan|staat|verwerking|geraadpleegd|gehost|servers & !{country}',
      'niet|nooit|niets|geen ... buiten .. {eea}|{eu}|nederland|europa|grens & !{unless} ..',
      'niet|nooit|niets .. verlaat|verlaten|verlaat|uit .. {eea}|{eu}|nederland|europa',
      'verlaten .. {eea}|{eu}|nederland|europa .. niet|nooit',
      'geen doorgifte|doorgiften',
      'alleen .. in|binnen .. {eea}|{eu}|nederland|europa & !{authority}',
    ],
    en: [
      'server|servers|data|everything|systems|backups .. is|are|sit|sits|stand|live|hosted|stored .. in .. {eea}|{eu}|ireland|netherlands|country|germany & all|only|always|every|everything & !{country}',
      'data|information|everything|it|all|storage|servers|backups|records|rest|files|hosting ... only|stay|stays|remain*|never|inside|within|kept|stored|place|take|held ... {eea}|{eu}|ireland|netherlands|country|europe & !{authority} & !{outside}',
      'never|not|nothing|no|none ... leave|leaves|outside|transfer*|beyond|abroad ... {eea}|{eu}|ireland|netherlands|europe|third & !unless',
      'inside|within .. {eea}|{eu}|ireland|netherlands|europe & stay*|take|store*|kept|process*|hosted|all|servers|only & !{country}',
      'no transfers|transfer',
      'not transfer .. outside|to third',
      'all .. stays .. in',
      'nothing .. leaves .. country|ireland|europe',
    ],
  },
  'outside-eea': {
    nl: [
      '{outside} & !niet .. {outside} & !nooit & !geen & !geen .. {outside} & !niets & !onbevoegd',
      'derde landen|land & !geen & !niet',
      '{country} & {personal-data}|server*|opgeslagen|slaan|{tracker}|{third-party}|gegevens|versturen|waar|in|gevestigd|bedrijf|staan & !niet naar & !geen & !nederland & !koninkrijk der & !{authority} & !kantoor in londen ..',
    ],
    en: [
      '{outside} & !never .. {outside} & !not .. {outside} & !no .. {outside} & !nothing .. {outside} & !not directed',
      'third countries|country & !no & !not & !never',
      '{country} & data|information|server*|stored|{tracker}|{third-party}|help_desk|support|based|transfer*|hosted|company|in & !never & !no & !not .. transfer & !{authority} & !office & !registered & !contact us & !in english & !us hear & !tell us & !ask us',
    ],
  },
  mechanism: {
    nl: [
      'adequaatheidsbesluit*|adequaatheid|adequaat|modelcontract*|standaardcontract*|modelbepalingen|modelcontractbepalingen|scc|sccs|standaardbepalingen|standaardclausules|modelclausules|contractbepalingen',
      'data privacy framework',
      'dpf',
      'bindende bedrijfsvoorschriften',
      'bcr',
      'artikel 46|49 & #{outside}|waarborgen|doorgifte',
      'commissie .. besloten|besluit|goedgekeurd|oordeel|veilig|passend|erkend|vastgesteld|bepalingen',
      'besluit .. commissie',
      'passend|gelijkwaardig beschermingsniveau & commissie|erkend',
      'standaard contract*|contractuele bepalingen|clausules',
      'model contract*|contractbepalingen',
      'uitdrukkelijke toestemming & doorgifte|doorgeven|{outside}',
    ],
    en: [
      'adequacy|adequate & !not adequate',
      'data privacy framework',
      'dpf',
      'standard contractual? clause|clauses|contract|contracts',
      'sccs|scc',
      'model clauses|contract|contracts',
      'binding corporate rules',
      'bcr|bcrs|idta',
      'article 46|49 & #{outside}|transfer*|safeguards',
      'european commission ... decided|decision|approved|found|adequate|clauses|recognised|drafted|written|published|wrote',
      'commission|brussels .. decided|decision|approved|recognised|clauses',
      'international data transfer agreement|addendum',
      'explicit consent & transfer*|{outside}',
    ],
  },
  'vague-safeguards': {
    nl: [
      'passende|voldoende|adequate|nodige|goede waarborgen|bescherming|afspraken|maatregelen & {outside}|{country}|doorgifte|waarborgen & !technische & !organisatorische',
    ],
    en: [
      'appropriate|adequate|suitable|sufficient|proper safeguards|protection|measures|guarantees & !technical & !organisational & {outside}|{country}|transfer*|safeguards',
    ],
  },
  'transfer-by-agreement': {
    nl: [
      '#{outside}|{eea}|doorgifte|{country} & {unless}|door|als|akkoord|stemt|toestemming|gaat & {agreement}|voorwaarden|akkoord|gebruik|instemming|stemt & {you}|schriftelijk|schriftelijke|voorwaarden|met_ons & !standaard* & !model* & !commissie & !uitdrukkelijke & !verwerkers* & !artikel 46',
    ],
    en: [
      'agree|agreed|agreement|terms|using|use|consent ... transfer* ... {country}|{outside}|abroad|elsewhere & you|your & !standard & !explicit & !clauses & !commission',
      '#{outside}|{eea} & unless|except|agree|terms|by_using|accept|consent & you & agree*|terms|using|accept|written|consent & !standard & !clauses & !explicit & !commission & !privacy framework',
      'transfer* .. by|on .. agreement|terms .. with you',
    ],
  },
  'eu-border': {
    nl: [
      'buiten .. de? eu|unie & !buiten de eer|europese economische',
      'buiten de eu',
      'buiten de europese unie',
      'buiten europa',
      'verlaten|verlaat|verlaten .. de? .. eu|unie|europa',
      'binnen .. de? eu|unie|europa & blijven|blijft|altijd|uitsluitend|alleen|nooit & !server* & !{eea}',
      'niet|nooit .. de eu|unie .. uit|verlaten',
      'uit de eu',
      'grens|grenzen|grenzen van .. eu|unie|europa',
      'landen buiten de eu',
    ],
    en: [
      'outside .. the? eu|european_union|union|europe & !{eea}',
      'outside the eu',
      'outside the european union',
      'leave|leaves|leaving .. eu|union|europe & !european economic',
      'within|inside .. the? eu|union|europe & stay*|remain*|only|never|always|kept & !server* & !{eea}',
      'beyond .. eu|union',
      'noneu country|countries',
    ],
  },
  'third-party-scripts': {
    nl: [
      '{tracker-party}',
      'ingesloten|ingebed*|embedded .. video|videos|kaart|kaarten|inhoud',
      'boekingsvenster|kaartje van google',
      'google maps|fonts',
    ],
    en: [
      '{tracker-party}',
      'embedded .. video|videos|map|maps|content',
      'booking window',
      'google maps|fonts',
      'widget',
    ],
  },
  trackers: {
    nl: [
      '{tracker-tech} & gebruik*|plaats*|zet*|meet|meten|staan|werken|maken|laden|gaan|volgen|houden|draait|bijhouden|houdt|kijken|staat|via|op & !geen {tracker} & !niet|zonder .. {tracker} & !{only} .. nodig|noodzakelijk* & !sociale .. bericht & !klacht* & !linkedin .. vinden & !geen cookies',
      'google analytics',
      '{tracker-party} .. pixel|knop|button|analytics|script*|plugin',
      'pixel van|meetcookies|trackingcookies|advertentiecookies|marketingcookies',
      '{measure-visits}',
      'ingesloten|embedded .. video|videos|kaart|kaarten|inhoud',
    ],
    en: [
      '{tracker-tech} & use|uses|place*|set|sets|measure*|count*|run*|works|work|load*|help|tells|tell & !no {tracker} & !not|without|never .. {tracker} & !only .. necessary|needed & !opt in & !one cookie & !two cookies',
      'google analytics',
      '{tracker-party} .. pixel|button|analytics|script*|plugin|widget',
      'tracking|advertising|analytics|marketing cookies',
      '{measure-visits}',
      'pixel|pixels',
    ],
  },
  'tracker-consent': {
    nl: [
      '{tracker}|#{tracker} & {consent}|pas|ja|akkoord|kiest|kies|kiezen|accepteert|toestaat & pas|eerst|vooraf|alleen|na|nadat|als|vragen|vraagt|zonder|kies*|keuze|banner|melding & {consent}|ja|accepteert|kies*|toestaat|akkoord|keuze & !{browse-consent} & !nieuwsbrief & !door & !browser',
      'cookiebanner|cookiemelding|cookieinstellingen|cookievoorkeuren|cookiekeuze',
      '{consent} & @{tracker} & !door & !bezoek',
      'meten & toestemming & @waarom|doel*|mag|grondslag',
    ],
    en: [
      '{tracker}|#{tracker} & {consent}|say_yes|accept|choose|choice|agree & only|first|before|until|unless|once|after|banner|ask|without|with|if & !{browse-consent} & !by continuing & !browser settings & !newsletter & !set your browser',
      'cookie banner|settings|preferences|choices|choice',
      '{consent} & @{tracker} & !by & !browsing',
    ],
  },
  'cookie-statement': {
    nl: [
      'cookieverklaring|cookiebeleid|cookiestatement|cookiereglement|cookiepagina & !#menu',
      'aparte|onze|eigen .. cookie* .. verklaring|beleid|pagina|statement',
    ],
    en: [
      'cookie policy|statement|notice|page',
      'our|separate .. cookie|cookies policy|statement|notice|page',
    ],
  },
  'browse-consent': {
    nl: [
      '{browse-consent}',
      'door .. gebruik|bezoek*|gebruiken|bezoeken|verder|site|website ... {consent}|akkoord|stemt|gaat & !nadat',
    ],
    en: [
      '{browse-consent}',
      'by|continu* .. using|browsing|continuing|visiting|use|visit|accessing|browse ... agree|consent|accept|agrees & !without',
    ],
  },
  'no-trackers': {
    nl: [
      '{only} .. cookie|cookies .. nodig|noodzakelijk*|functionele|technische|noodzakelijke|inloggen|werken',
      'geen|zonder|nooit .. cookies|trackers|meetprogramma*|tracking*|andere cookies|analytics|statistieken',
      'noodzakelijke|functionele cookies & alleen|uitsluitend|slechts|enkel',
      'cookies & geen|niet .. toestemming|nodig',
    ],
    en: [
      'only|just|one|two|single .. cookie|cookies & necessary|needed|remember*|keep*|logged|language|login|work*|functional|strictly|ours',
      'no|without|never .. cookies|trackers|tracking|analytics|ads|counting|banner',
      'strictly necessary cookies & only|just',
      'neither needs permission|consent',
    ],
  },
  'cookie-choice': {
    nl: [
      '{tracker}|#{tracker} & pas|eerst|alleen & {consent}|ja|kiest|akkoord|nodig|noodzakelijk*',
      'cookies & {only} & nodig|noodzakelijk*|functionele|technisch*',
    ],
    en: [
      '{tracker}|#{tracker} & only|first|until|before & {consent}|yes|necessary|choose|agree|accept',
      'cookies & only|just & necessary|needed|login|functional',
    ],
  },
  'measures-visits': {
    nl: [
      'meten|meet|tellen|telt|bijhouden|houden|analyseren|kijken|zien|statistiek*|kaart|inzicht & bezoek*|bezocht|gebruikt|pagina*|artikel*|website|site|verkeer|gelezen|klik*|geopend & {we}|google|matomo|bezoek*|site|website|statistiek*|analytics & !{consent} .. intrekken & !inlog*',
      'bezoekersaantallen|bezoekcijfers|webstatistiek*|bezoekersstatistieken|leescijfers',
      'hoeveel|welke .. bezoekers|paginas|mensen|lezers .. er|bekijken|bezoeken|lezen|zijn|komen & !{personal-data} van',
      'leesgedrag|klikgedrag|surfgedrag & bij|meten|volgen|analyseren',
    ],
    en: [
      'measure*|count|counts|counted|counting|analyse|analyze|analytics|track|see|learn|statistics|tell|know|look & visits|visitors|pages|traffic|website|site|people_looked|usage|used|opened|clicks & we|us|google|counted|visits|how|which & !no counting & !never & !{authority} & !not count',
      'how many people|visitors|visits',
      'which pages .. people|visitors|looked|read|help|how',
      'counting visits',
    ],
  },
  'named-outsiders': {
    nl: [
      '{tracker-party} & {share}|ontvangt|plaats*|pixel|gebruik*|cookies|opgeslagen|analytics|zitten|staan|versturen|meten|knop|slaan|servers|krijgt|programma|video*|advertenties|meet|statistiek* & !geen & !niet .. gebruik* & !volg ons',
      '#{outside} & {country} & !geen & !niets',
      '{outside} & {tracker-party}|bedrijf|partij|leverancier|dienst',
    ],
    en: [
      '{tracker-party} & receive*|pixel|pixels|use|uses|cookies|stored|analytics|servers|get|gets|send*|button|video|map|companies|similar|ads|data|widget|statistics|hosts & !no & !never & !not use & !follow us',
      '#{outside}|help_desk|support & {country} & !no & !none',
      'transfer* & {country}',
      '{country} & {third-party} & {share}|store*|server*|hosted|based|desk|support',
    ],
  },
  'tracker-payload': {
    nl: [
      '{tracker}|partijen|bedrijven|google|facebook|zij ... ontvangt|ontvangen|krijgt|krijgen|zien|ziet|gaan|gaat|sturen|doorgeven|verzamelt|verzamelen ... ip*|anonieme|statistiek*|adres|gegevens|naam|pagina*|cijfers|apparaat|niets|geen|beperkt* & #{tracker}|google|facebook & !toestemming',
      '{tracker-party} & !nieuwsbrief & alleen|slechts|beperkt|anoniem|anonieme|geanonimiseerd|geanonimiseerde|naam|ip*|niet_herleidbaar & !toestemming aan & !pas',
      '#{tracker} & !nieuwsbrief & beperkt|slechts|alleen|anoniem|anonieme|geanonimiseerd* & {personal-data}|ip*|statistiek*|cijfers & !{consent} & !nodig & !noodzakelijke',
    ],
    en: [
      '{tracker}|companies|parties|google|meta|they|facebook ... receive|receives|get|gets|see|sees|reach|reaches|send|sends|collect*|learn* ... ip|anonymous|statistics|address|data|pages|name|figures|device|nothing|only|limited & #{tracker} & !consent',
      '#{tracker} & data|information|they & anonymous|limited|only|aggregated & !consent & !necessary & !cookies, both',
      'only .. data .. reach*|goes|go|sent & #{tracker}',
    ],
  },
  'made-small': {
    nl: [
      '#{tracker-party}|pixel|trackers|cookies & {only}|slechts|beperkt|anonieme|anoniem|volstrekt|volledig|niet_herleidbaar|niets|onschuldig*|minimaal & ip*|statistiek*|gegevens|cijfers|informatie|data|bezoekers*|anonieme|anoniem|onschuldig* & ontvang*|krijg*|gaat|gaan|verzam*|betreft|zien|ziet|stur*|is|zijn|delen|zien & !noodzakelijk* & !nodig & !eigen server & !pas & !{consent} & !functionele & !meten & !toestemming',
    ],
    en: [
      '#{tracker-party}|pixel|pixels|trackers|cookies|embedded|map & only|purely|merely|anonymous|limited|no_more_than|nothing_but|harmless|completely & data|information|statistics|figures|people|ip|they & receive*|reach*|get|gets|is|are|see|tell|collect*|learn*|share* & !necessary & !{consent} & !own server & !needed & !cookie, & !counted on our & !set your browser & !measure & !count',
    ],
  },
  'sensitive-ordinary': {
    nl: [
      'gevoelig|gevoelige|bijzonder|bijzondere|bijzondere .. ip*|naam|telefoonnummer|email*|adres|kenteken|rekeningnummer|iban|geboortedatum & !geen & !niet .. gevoelig*|bijzondere & !bsn & !gezondheid & !medisch*',
      'ip*|telefoonnummer|email*|kenteken|rekeningnummer|iban|geboortedatum|naam .. is|zijn|een|zien|beschouwen|geldt .. gevoelig*|bijzonder & !geen & !niet',
    ],
    en: [
      'sensitive|special .. data|information|category|personal|details .. ip|name|email|phone|telephone|address|number|registration|bank|date & !no & !not & !health & !medical & !religion',
      'ip|email|phone|address|number|registration|bank|card|postcode|birth .. is|are|as|count*|treat* .. sensitive|special & !not & !no',
    ],
  },
});
