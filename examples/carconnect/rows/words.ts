/** Names and sentences to draw from. The people they make up do not exist. */

export const firstNames =
  `Sanne Daan Emma Lucas Julia Finn Sophie Levi Tess Milan Eva Sem Lotte Bram Anna Thijs Fleur Jesse Isa Ruben
Noor Lars Femke Stijn Roos Tim Iris Jasper Maud Niels Merel Koen Linde Bas Marit Wouter Anouk Jeroen Esmée Maarten Ilse Pieter Hanneke Willem
Marijke Cornelis Johanna Hendrik Grietje Dirk Trijntje Sjoerd Wietske Fokke Aisha Mohammed Fatima Youssef Naima Bilal Samira Omar Yasmin Hamza
Elif Emre Zeynep Can Ayşe Mehmet Priya Ravi Anjali Kofi Ama Kwame Chanel Jayden Shanice Winston Mei Jun Agnieszka Piotr Katarzyna Tomasz Zoë
Joëlle Renée André François Chloé Jürgen Søren Ingrid Björn Loïs Daniël Michaël Rafaël Noëlle Gaëlle`.split(
    /\s+/,
  );

export const lastNames: readonly { readonly prefix: string | null; readonly name: string }[] =
  `de Jong|Jansen|de Vries|van den Berg|van Dijk|Bakker|Janssen|Visser|Smit|Meijer|de Boer|Mulder|de Groot|Bos|Vos|Peters
Hendriks|van Leeuwen|Dekker|Brouwer|de Wit|Dijkstra|Smits|de Graaf|van der Meer|van der Linden|Kok|Jacobs|de Haan|Vermeulen|van den Heuvel
van der Veen|van den Broek|de Bruijn|de Bruin|van der Heijden|Schouten|van Beek|Willems|van Vliet|van de Ven|Hoekstra|Maas|Verhoeven|Koster
van Dam|van der Wal|Prins|Blom|Huisman|Peeters|de Jonge|Kuipers|van Veen|Post|Kuiper|Veenstra|Kramer|van den Brink|Scholten|van Wijk|Postma
Martens|Vink|de Ruiter|Timmermans|Groen|Gerritsen|Jonker|van Loon|Boer|van der Velde|Willemsen|Smeets|de Lange|de Vos|Bosch|van Doorn|Hermans
El Amrani|Yılmaz|Kaya|Demir|Bouazza|Öztürk|Nguyễn|Wójcik|Nowak|Ramdin|Doekhi|Asante|Wielinga|Müller|Ågren|Lefèvre|O’Connor|d’Hont|’t Hart`
    .split(/\||\n/)
    .map((text) => {
      const match = /^(van den|van der|van de|van|de|El) (.+)$/.exec(text);
      return { prefix: match?.[1] ?? null, name: match?.[2] ?? text };
    });

export const streets =
  `Dorpsstraat|Kerkstraat|Molenweg|Schoolstraat|Stationsweg|Lindelaan|Beukenlaan|Eikenstraat|Havenkade|Nieuwe Gracht
Oranjestraat|Wilhelminaplein|Tulpstraat|Rozenhof|Zonnebloemweg|Merelstraat|Koekoeklaan|Prins Hendrikkade|Marktplein|Achterom|Zuiderdijk
Noordsingel|Spoorlaan|Ambachtsweg|Weverspad|Bakkerssteeg|Van Voorbeeldstraat|Burgemeester Fictieflaan|Verzonnenkade|Onbestaandeweg`.split(
    /\||\n/,
  );

/** Towns that are on no map, with the digits of their postcodes; codes from 0 do not exist. */
export const towns: readonly (readonly [name: string, digits: number])[] = [
  ['Oudervoort', 12],
  ['Nieuw-Lindeveld', 187],
  ['Waterhuizen aan de Rijt', 243],
  ['Sint Annadorp', 356],
  ['Hoogmeer', 411],
  ['Kerkendam', 528],
  ['Veldhoven-Oost', 633],
  ['Zandwijk', 702],
  ['’s-Gravenmolen', 845],
  ['Eikelo', 961],
];

export const cars: readonly (readonly [make: string, model: string])[] = [
  ['Windhond', 'Stad'],
  ['Windhond', 'Reis'],
  ['Poolster', 'P2'],
  ['Poolster', 'P4 Combi'],
  ['Rivièra', 'Cabrio'],
  ['Havik', 'Bestel'],
  ['Havik', 'Elektra'],
  ['Kolibri', 'Mini'],
  ['Ørsted', 'E-6'],
  ['Vliegenvanger', 'SUV'],
];

export const companyNames =
  `Bloemenhandel|Schildersbedrijf|Bakkerij|Loodgieter|Taxibedrijf|Thuiszorg|Koerier|Hoveniers|Installatie
Advocaten|Fietsenmaker|Drukkerij|Slagerij|Architecten|Verhuizers|Glazenwasserij`.split(/\||\n/);

export const jobTitles = [
  'wagenparkbeheerder',
  'directeur',
  'administratief medewerker',
  'inkoper',
  'planner',
  'office manager',
];

export const staffTitles = ['monteur', 'receptionist', 'werkplaatschef', 'verkoper', 'klantadviseur'];

export const subjects = [
  'Vraag over mijn afspraak',
  'Geluid bij het remmen',
  'Factuur niet ontvangen',
  'Winterbanden wisselen',
  'Auto eerder klaar?',
];

export const questions = [
  'Goedemorgen, kan mijn afspraak een dag later? Donderdag lukt mij niet.',
  'Bij het remmen hoor ik een piepend geluid links voor. Is dat gevaarlijk?',
  'Ik heb de factuur van vorige maand nog niet gekregen. Wilt u die nog eens sturen?',
  'Wanneer kan ik terecht voor het wisselen van de banden? Ze liggen bij jullie in de opslag.',
  'Mijn man haalt de auto vanmiddag op. Is dat goed?',
];

export const answers = [
  'Dat kan. Wij hebben de afspraak een dag verzet; u hoeft niets te doen.',
  'Wilt u vandaag nog langskomen? Dan kijken wij er meteen naar.',
  'De factuur is opnieuw verstuurd. Excuus voor het ongemak.',
  'Volgende week dinsdag om half negen is er plaats. Zullen wij dat vastleggen?',
  'Dat is goed. Wil hij een legitimatie laten zien? Wij maken daar geen kopie van.',
];

export const notes = [
  'Belt liever na zes uur. Werkt in ploegendienst.',
  'Heeft na de laatste beurt geklaagd over de wachttijd; koffiebon gegeven.',
  'Wil alleen tweedehands onderdelen als die er zijn.',
  'Partner brengt de auto meestal. Eerst bellen als de rekening boven 500 euro komt.',
  'Gaat in mei met de caravan naar Frankrijk, trekhaak nagekeken.',
  'Vraagt om een leenauto met automaat in verband met zijn knie.',
];

export const remarks = [
  'Graag ook de ruitenwissers nakijken.',
  'Sleutel ligt in de brievenbus.',
  'Krasje op het achterportier was er al.',
  'Wil wachten in de showroom.',
];

export const callSummaries = [
  'Vraagt of de auto klaar is.',
  'Wil een offerte voor een nieuwe uitlaat.',
  'Klacht over de rekening, doorverbonden.',
  'Maakt afspraak voor de apk.',
];

export const leadSources = ['website', 'beurs', 'telefoon', 'partner'];

export const browsers = ['Firefox 143', 'Chrome 141', 'Safari 26', 'Edge 141', 'Samsung Internet 29'];
export const devices = ['telefoon', 'tablet', 'computer'];
export const paths = [
  '/',
  '/afspraak',
  '/diensten/apk',
  '/diensten/banden',
  '/occasions',
  '/privacy',
  '/contact',
];

/** As far as it goes into an e-mail address: `Zoë d’Hont` → `zoe.dhont`. */
export function addressable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f’' ]/g, '')
    .replace(/ı/g, 'i')
    .replace(/ø/gi, 'o')
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '');
}
