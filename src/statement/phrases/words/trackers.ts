import type { WordsByLanguage } from './words-by-language.ts';

/** What measures visits, and who does. */
export const trackersWords: WordsByLanguage = {
  nl: {
    tracker: [
      'cookie|cookies|*cookies|*cookie|pixel|pixels|*pixel|tracker|trackers|tags|tag|google|analytics|facebook|meta|linkedin|instagram|tiktok|hotjar|matomo|youtube|*plugin|*plugins|scripts|webstatistieken|bezoekersstatistieken|meetprogramma*|trackingpixel|meetdienst|meetcookies',
      '*pixel|*pixels|*cookies',
    ],
    'tracker-near': [
      'cookie|cookies|*cookies|pixel|pixels|*pixel|tracker|trackers|tracking|tags|tag|google|analytics|hotjar|matomo|*plugin|*plugins|plugin|plugins|scripts|embedded|widget*|beacons|statistics|statistieken|meetprogramma*',
    ],
    'tracker-tech': [
      'cookie|cookies|*cookies|*cookie|pixel|pixels|*pixel|tracker|trackers|tags|tag|analytics|hotjar|matomo|*plugin|*plugins|scripts|webstatistieken|bezoekersstatistieken|meetprogramma*|trackingpixel|meetdienst',
      '*statistiek|*statistieken|*teller|tellers',
    ],
    'tracker-party': [
      'criteo',
      'google|facebook|meta|linkedin|instagram|tiktok|youtube|hotjar|mailchimp|microsoft|twitter|pinterest|vimeo|doubleclick|bing|amazon|hubspot|snapchat|cloudflare|whatsapp|tripadvisor|clarity|typeform|zoom|dropbox|salesforce|zendesk|outbrain|taboola|x',
      'fullstory|klaviyo|mixpanel|reddit|spotify',
    ],
    social: [
      'facebook*|*facebook*|instagram*|linkedin*|twitter|tiktok*|youtube*|*socialmedia*|*sociale|pinterest*|*likeknop*|snapchat|x',
      'social|sociale media|netwerken',
      '*deelknop*|deelknoppen|likeknop',
    ],
    'measure-visits': [
      'meten|meet|bijhouden|tellen|volgen|analyseren .. bezoek*|site|website|leesgedrag|paginas',
      'bezoekersaantallen|bezoekcijfers|webstatistieken|bezoekersstatistieken',
    ],
    'browse-consent': [
      'door .. site|website|pagina .. bezoeken|gebruiken|bezoekt|gebruikt',
      'door|bij .. gebruik|bezoek .. website|site|pagina|app',
      'surft|klikt|leest|gaat|kijkt|scrolt|bladert|surf|klik|lees {you} .. verder|door ... instemming|instemt|beschouwen|vatten|aanvaard*|nemen .. aan',
      'verder surfen|klikt|klikken|lezen|surft|kijkt|navigeren|navigeert|browsen|browset',
      '{you} verder .. gaat|bladert|surft|klikt',
      '{you} .. verder .. op|door|binnen .. site|website .. gaat|surft|klikt|kijkt',
      'wie|als .. doorsurft|verderleest|doorklikt|verdergaat',
      'gaat {you} .. daarmee? akkoord',
      '{you} gaat .. akkoord',
      'bezoek|gebruik .. geldt|betekent|stemt .. toestemming|akkoord|in',
      'surf|surft|klik|klikt|lees|leest|ga|gaat|blijf|blijft|bezoek|bezoekt {you} .. verder|door|hier|site ... oke|akkoord|goed|prima|toestemming|eens',
      'verder|door|blijven surfen|klikken|lezen|gaan|gebruiken .. is|betekent|geldt|vinden ... oke|akkoord|goed|prima|toestemming',
      'doorgaat|verdergaat|verder_gaat|blijft|doorsurft ... accepteert|aanvaardt|akkoord|instemt|oke|goed',
    ],
    watching: [
      'heatmap|heatmaps|retargeting|remarketing|vingerafdruk|fingerprinting|sessieopname*|muisbewegingen|toetsaanslagen',
      'kleine? tekstbestandjes',
      'herkennen|herkent .. uw|je|jouw browser|apparaat|toestel',
      'registreert|registreren|volgt|volgen|legt|leggen .. waar|hoe|wat|welke {you} .. klikt|beweegt|scrolt|bekijkt|kijkt',
    ],
    belittling: [
      'slechts|enkel|hooguit|amper|nauwelijks|louter|onschuldig*|ongevaarlijk*|anoniem|anonieme|onpersoonlijke|seintje',
      '{only} .. wat|enkele|algemene|beperkte|technische',
      'niet meer dan',
      'alleen|uitsluitend technische|geanonimiseerde|anonieme|statistische',
      'niets|niks persoonlijks',
      'niets meer|anders dan',
      'beperkte|algemene|weinig .. gegevens|informatie',
      'stelt|stellen .. weinig|niets voor',
      'niet .. tot .. personen|persoon|u|jou .. herleid*|herleiden|herleidbaar',
      'zegt|zeggen niets|weinig over',
    ],
    watchers: [
      '{tracker-tech}',
      'chatdienst|*mailprogramma|mailsoftware|verzendprogramma|opnamedienst|pixel|pixels|adverteerder*|advertentienetwerk*|advertentiepartner*|netwerk|partner|partners|mailprogramma|deelknop|deelknoppen|widget|chat|chatvenster|heatmap*|opnamen|platform|derden',
    ],
  },
  en: {
    tracker: [
      'cookie|cookies|pixel|pixels|tracker|trackers|tracking|tags|tag|google|analytics|facebook|meta|linkedin|instagram|tiktok|hotjar|matomo|youtube|plugin|plugins|beacons|scripts|widget*|embedded|statistics',
    ],
    'tracker-near': [
      'cookie|cookies|*cookies|pixel|pixels|*pixel|tracker|trackers|tracking|tags|tag|google|analytics|hotjar|matomo|*plugin|*plugins|plugin|plugins|scripts|embedded|widget*|beacons|statistics|statistieken|meetprogramma*',
    ],
    'tracker-tech': [
      'cookie|cookies|pixel|pixels|tracker|trackers|tracking|tags|analytics|hotjar|matomo|plugin|plugins|beacons|scripts|widget*|embedded',
    ],
    'tracker-party': [
      'criteo|snapchat',
      'google|facebook|meta|linkedin|instagram|tiktok|youtube|hotjar|mailchimp|microsoft|twitter|pinterest|vimeo|doubleclick|bing|amazon|hubspot|snapchat|cloudflare|whatsapp|tripadvisor|clarity|typeform|zoom|dropbox|salesforce|zendesk|stripe|paypal|quickbooks|xero|shopify|strava|airbnb|intercom|x',
      'snap|fullstory|criteo|klaviyo|segment|mixpanel|reddit|spotify|whatsapp',
    ],
    social: [
      'facebook*|instagram*|linkedin*|twitter|tiktok*|youtube*|pinterest*|snapchat|x',
      'social media|network|networks',
      'share|like button|buttons',
      'meta',
    ],
    'measure-visits': [
      'measure*|count|counts|counting|track|analyse .. visits|visitors|traffic|pages|website|site',
      'visitor statistics|numbers',
    ],
    'browse-consent': [
      'by_continuing|browsing|by_using|by_visiting|by_accessing .. site|website|browse|services|use|page|visit',
      'by continuing to',
      'continue|continuing|continued to|the .. browse|use|browsing|visit',
      'use|using .. site|website .. means|implies|constitutes|signifies',
      'if you stay|carry|keep .. on|site|browsing',
      'carry|keep|go|stay|surf|scroll|click on|browsing|surfing|through|further ... happy|fine|ok|okay|agree|consent|accept|assume',
      'go|goes|going|carry|keep on? using|browsing|visiting ... accept|agree|consent',
    ],
    watching: [
      'heatmap|heatmaps|retargeting|remarketing|fingerprinting',
      'heat maps',
      'session recording|recordings|replay|replays',
      'mouse movements|keystrokes',
      'small text files',
      'recognise|recognises|recognize .. your browser|device',
      'records|record|tracks|follows|registers .. where|how|what|which {you} .. click|move|scroll|look|view',
    ],
    belittling: [
      'merely|purely|hardly|harmless|innocent|anonymous|anonymously|impersonal|insignificant',
      'at most',
      'no|nothing more than',
      'only|just|simply|merely see|sees|know|knows|learn|learns|get|gets|notice|notices',
      'never|not who',
      'no personal data|information|details',
      'non_personal|nonpersonal',
      'nothing personal',
      'only .. aggregate|aggregated|aggregates',
      'aggregate|aggregated|aggregates .. only',
      '{only} .. technical|non_personal|statistical',
      'very little',
      'nothing .. apart_from|except|but',
      'no big deal',
      'only|just .. a few|general|limited|technical|totals',
      'limited|general|little .. data|information|details',
      'not|never|cannot .. traced|linked .. to .. anybody|anyone|individual*|person*|you',
      'say|says nothing|little about',
    ],
    watchers: [
      '{tracker-tech}',
      'replay|vendor|mailing_software|mail_software|email_software|share_buttons|chat_service|chat_provider|pixel|pixels|advertiser|advertisers|network|networks|partner|partners|share_button|widget|chat|heatmap*|recordings|platform|third_parties',
    ],
  },
};
