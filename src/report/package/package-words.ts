import type { Language } from '../../domain/language.ts';
import type { LawfulBasis } from '../../domain/lawful-basis.ts';

/** What the package says of its own accord, around what the policy and the sources say. */
export interface PackageWords {
  readonly title: (controller: string) => string;
  readonly reference: string;
  readonly date: string;
  readonly contents: string;
  readonly skip: string;
  readonly confirmed: (controller: string) => string;
  readonly notConfirmed: (controller: string) => string;
  readonly copy: string;
  readonly sections: Readonly<Record<SectionId, string>>;
  readonly intros: Readonly<Record<SectionId, string>>;
  readonly columns: Readonly<Record<ColumnId, string>>;
  readonly basisArticles: Readonly<Record<LawfulBasis, string>>;
  readonly noRecipients: string;
  readonly noTransfers: string;
  readonly noRule: string;
  readonly noOrigin: string;
  readonly observed: (categories: string) => string;
  readonly derived: (categories: string) => string;
  readonly special: string;
  readonly mandatory: string;
  readonly maximum: string;
  readonly rights: readonly string[];
  readonly withdrawConsent: string;
  readonly exercise: (email: string, phone: string) => string;
  readonly complaint: (authority: string) => string;
  readonly court: string;
  readonly rows: (count: string, one: boolean) => string;
  readonly preview: (shown: string, all: string) => string;
  readonly files: string;
  readonly byHand: string;
  readonly contextNote: string;
  readonly withheld: string;
  readonly withheldNote: string;
  readonly empty: string;
  readonly yes: string;
  readonly no: string;
  readonly value: string;
  readonly nothingIn: string;
  readonly tableOf: (table: string) => string;
  readonly readme: readonly string[];
}

export type SectionId =
  | 'purposes'
  | 'categories'
  | 'recipients'
  | 'transfers'
  | 'retention'
  | 'rights'
  | 'complaint'
  | 'origin'
  | 'automated'
  | 'read'
  | 'data';

type ColumnId =
  | 'purpose'
  | 'basis'
  | 'ground'
  | 'recipient'
  | 'role'
  | 'task'
  | 'country'
  | 'mechanism'
  | 'checkedOn'
  | 'table'
  | 'period'
  | 'start'
  | 'kind'
  | 'item'
  | 'category';

const nl: PackageWords = {
  title: (controller) => `Uw persoonsgegevens bij ${controller}`,
  reference: 'Kenmerk',
  date: 'Datum',
  contents: 'Inhoud',
  skip: 'Direct naar uw gegevens',
  confirmed: (controller) =>
    `U vroeg of wij persoonsgegevens van u verwerken. Ja: ${controller} verwerkt persoonsgegevens van u. Op deze pagina leest u welke, waarvoor, hoelang, en wie ze krijgt (artikel 15 AVG).`,
  notConfirmed: (controller) =>
    `U vroeg of wij persoonsgegevens van u verwerken. Nee: in de systemen van ${controller} hebben wij er geen gevonden.`,
  copy: 'Dit is een kopie van uw gegevens zoals zij op deze datum in onze systemen stonden.',
  sections: {
    purposes: 'Waarvoor wij uw gegevens gebruiken',
    categories: 'Welke soorten gegevens wij van u hebben',
    recipients: 'Wie uw gegevens krijgt',
    transfers: 'Buiten de Europese Economische Ruimte',
    retention: 'Hoelang wij uw gegevens bewaren',
    rights: 'Uw rechten',
    complaint: 'Een klacht of de rechter',
    origin: 'Waar uw gegevens vandaan komen',
    automated: 'Besluiten door een computer',
    read: 'Waar wij hebben gekeken',
    data: 'Uw gegevens',
  },
  intros: {
    purposes: 'Alleen de doelen waarvoor wij gegevens van ú gebruiken, met de grondslag in de wet.',
    categories: 'Dit zijn de soorten gegevens die wij over u vonden.',
    recipients: 'Deze partijen krijgen of kunnen gegevens van u krijgen, met naam.',
    transfers: 'Deze ontvangers zitten buiten de EER. Met deze waarborg zijn uw gegevens daar beschermd.',
    retention: 'Per onderdeel waarin wij iets van u vonden.',
    rights: 'U kunt ons vragen om:',
    complaint: '',
    origin: '',
    automated: '',
    read: '',
    data: 'Per systeem en per onderdeel. Bij lange lijsten ziet u hier het begin; alles staat in het bestand erbij.',
  },
  columns: {
    purpose: 'Doel',
    basis: 'Grondslag',
    ground: 'Waarop die rust',
    recipient: 'Ontvanger',
    role: 'Rol',
    task: 'Wat zij doen',
    country: 'Land',
    mechanism: 'Waarborg',
    checkedOn: 'Gecontroleerd op',
    table: 'Onderdeel',
    period: 'Hoelang',
    start: 'Gerekend vanaf',
    kind: 'Soort termijn',
    item: 'Gegeven',
    category: 'Soort gegeven',
  },
  basisArticles: {
    consent: 'artikel 6 lid 1 onder a AVG',
    contract: 'artikel 6 lid 1 onder b AVG',
    'legal-obligation': 'artikel 6 lid 1 onder c AVG',
    'vital-interests': 'artikel 6 lid 1 onder d AVG',
    'public-task': 'artikel 6 lid 1 onder e AVG',
    'legitimate-interests': 'artikel 6 lid 1 onder f AVG',
  },
  noRecipients: 'Niemand buiten onze organisatie krijgt deze gegevens.',
  noTransfers: 'Geen van deze ontvangers zit buiten de Europese Economische Ruimte (EER).',
  noRule: 'zolang het doel dat vraagt',
  noOrigin: 'Wij vonden geen gegevens van u.',
  observed: (categories) => `Vastgelegd terwijl u onze diensten gebruikte: ${categories}.`,
  derived: (categories) => `Door ons afgeleid uit andere gegevens: ${categories}.`,
  special: 'bijzonder persoonsgegeven',
  mandatory: 'moet zo lang bewaard blijven volgens de wet',
  maximum: 'mag ten hoogste zo lang bewaard blijven',
  rights: [
    'gegevens te verbeteren of aan te vullen (artikel 16 AVG);',
    'gegevens te wissen (artikel 17 AVG);',
    'gegevens tijdelijk niet te gebruiken (artikel 18 AVG);',
    'gegevens die u zelf gaf over te dragen aan u of aan een ander (artikel 20 AVG);',
    'ergens mee te stoppen, omdat u bezwaar heeft. Bij reclame stoppen wij altijd (artikel 21 AVG).',
  ],
  withdrawConsent:
    'Gaf u toestemming? Die kunt u altijd intrekken (artikel 7 lid 3 AVG). Wat daarvoor gebeurde, blijft geldig.',
  exercise: (email, phone) => `Mail ${email} of bel ${phone}. Het kost u niets.`,
  complaint: (authority) =>
    `Bent u het niet eens met dit antwoord? Laat het ons weten. U heeft ook het recht om een klacht in te dienen bij de ${authority} (artikel 77 AVG).`,
  court:
    'U kunt ook de rechtbank vragen om over ons antwoord te beslissen, binnen zes weken nadat u het kreeg (artikel 79 AVG en artikel 35 UAVG).',
  rows: (count, one) => (one ? `${count} rij` : `${count} rijen`),
  preview: (shown, all) =>
    `U ziet hier de eerste ${shown} van ${all} rijen. Alle rijen staan in het CSV-bestand.`,
  files: 'Alle rijen als bestand',
  byHand: 'Hier heeft een medewerker met de hand gezocht. Dit is wat er is:',
  contextNote: 'Niet over u, maar nodig om de andere gegevens te begrijpen.',
  withheld: 'afgeschermd',
  withheldNote:
    '“Afgeschermd” betekent: dit gegeven gaat over een ander, en dat mogen wij u niet geven (artikel 15 lid 4 AVG).',
  empty: 'leeg',
  yes: 'ja',
  no: 'nee',
  value: 'Waarde',
  nothingIn: 'Hier hebben wij ook gezocht, maar niets van u gevonden:',
  tableOf: (table) => `Tabel ${table}`,
  readme: [
    'Begin met index.html: open dat bestand in uw browser. Daar staat alles in gewone taal. Er is geen internet voor nodig, en er gaat niets van uw computer weg.',
    'In de map data staan dezelfde gegevens nog eens, compleet, per systeem en per onderdeel:\n- .csv opent u met een rekenprogramma (tekens: UTF-8, scheiding: komma);\n- .json is voor software.\nschema.json legt uit wat elke kolom is.',
    'Leest u de CSV-bestanden, let dan op drie dingen:\n- niets tussen twee komma’s betekent: niet ingevuld; twee aanhalingstekens ("") betekent: leeg ingevuld;\n- “afgeschermd” betekent: dit gaat over een ander (artikel 15 lid 4 AVG);\n- een apostrof (\') voor een =, +, - of @ is door ons gezet, zodat uw rekenprogramma de tekst niet als formule uitvoert. In de JSON-bestanden staat de tekst precies zoals wij hem hebben.',
    'Dit pakket bevat uw persoonsgegevens. Bewaar het op een veilige plek en verwijder het als u het niet meer nodig heeft.',
  ],
};

const en: PackageWords = {
  title: (controller) => `Your personal data at ${controller}`,
  reference: 'Reference',
  date: 'Date',
  contents: 'Contents',
  skip: 'Straight to your data',
  confirmed: (controller) =>
    `You asked whether we process personal data of yours. Yes: ${controller} processes personal data of yours. This page says which, what for, how long, and who receives them (article 15 GDPR).`,
  notConfirmed: (controller) =>
    `You asked whether we process personal data of yours. No: in the systems of ${controller} we found none.`,
  copy: 'This is a copy of your data as they stood in our systems on this date.',
  sections: {
    purposes: 'What we use your data for',
    categories: 'Which kinds of data we have of yours',
    recipients: 'Who receives your data',
    transfers: 'Outside the European Economic Area',
    retention: 'How long we keep your data',
    rights: 'Your rights',
    complaint: 'A complaint, or the court',
    origin: 'Where your data come from',
    automated: 'Decisions by a computer',
    read: 'Where we looked',
    data: 'Your data',
  },
  intros: {
    purposes: 'Only the purposes for which we use data of yours, with their basis in law.',
    categories: 'These are the kinds of data that we found about you.',
    recipients: 'These parties receive, or can receive, data of yours, by name.',
    transfers: 'These recipients are outside the EEA. This safeguard protects your data there.',
    retention: 'For each part in which we found something of yours.',
    rights: 'You can ask us to:',
    complaint: '',
    origin: '',
    automated: '',
    read: '',
    data: 'By system and by part. Of long lists you see the beginning here; everything is in the file beside it.',
  },
  columns: {
    purpose: 'Purpose',
    basis: 'Legal basis',
    ground: 'What it rests on',
    recipient: 'Recipient',
    role: 'Role',
    task: 'What they do',
    country: 'Country',
    mechanism: 'Safeguard',
    checkedOn: 'Checked on',
    table: 'Part',
    period: 'How long',
    start: 'Counted from',
    kind: 'Kind of period',
    item: 'Item',
    category: 'Kind of data',
  },
  basisArticles: {
    consent: 'article 6(1)(a) GDPR',
    contract: 'article 6(1)(b) GDPR',
    'legal-obligation': 'article 6(1)(c) GDPR',
    'vital-interests': 'article 6(1)(d) GDPR',
    'public-task': 'article 6(1)(e) GDPR',
    'legitimate-interests': 'article 6(1)(f) GDPR',
  },
  noRecipients: 'Nobody outside our organisation receives these data.',
  noTransfers: 'None of these recipients is outside the European Economic Area (EEA).',
  noRule: 'as long as the purpose demands',
  noOrigin: 'We found no data of yours.',
  observed: (categories) => `Recorded while you used our services: ${categories}.`,
  derived: (categories) => `Derived by us from other data: ${categories}.`,
  special: 'special category of personal data',
  mandatory: 'must be kept this long by law',
  maximum: 'may be kept this long at most',
  rights: [
    'correct or complete data (article 16 GDPR);',
    'erase data (article 17 GDPR);',
    'not use data for a while (article 18 GDPR);',
    'hand data that you provided over to you or to somebody else (article 20 GDPR);',
    'stop something because you object. With advertising we always stop (article 21 GDPR).',
  ],
  withdrawConsent:
    'Did you give consent? You can always withdraw it (article 7(3) GDPR). What happened before remains valid.',
  exercise: (email, phone) => `Write to ${email} or call ${phone}. It costs you nothing.`,
  complaint: (authority) =>
    `Do you disagree with this answer? Let us know. You also have the right to lodge a complaint with the ${authority} (article 77 GDPR).`,
  court:
    'You can also ask the court to decide about our answer, within six weeks of receiving it (article 79 GDPR and article 35 of the Dutch GDPR Implementation Act, UAVG).',
  rows: (count, one) => (one ? `${count} row` : `${count} rows`),
  preview: (shown, all) => `Here you see the first ${shown} of ${all} rows. All rows are in the CSV file.`,
  files: 'All rows as a file',
  byHand: 'Somebody of ours searched here by hand. This is what there is:',
  contextNote: 'Not about you, but needed to understand the other data.',
  withheld: 'withheld',
  withheldNote:
    '“Withheld” means: this item is about somebody else, and we may not give it to you (article 15(4) GDPR).',
  empty: 'empty',
  yes: 'yes',
  no: 'no',
  value: 'Value',
  nothingIn: 'We searched here too, but found nothing of yours:',
  tableOf: (table) => `Table ${table}`,
  readme: [
    'Start with index.html: open that file in your browser. It holds everything in plain language. It needs no internet, and nothing leaves your computer.',
    'The folder data holds the same data once more, complete, by system and by part:\n- .csv opens in a spreadsheet (characters: UTF-8, separator: comma);\n- .json is for software.\nschema.json says what each column is.',
    'If you read the CSV files, note three things:\n- nothing between two commas means: not filled in; two quotation marks ("") mean: filled in as empty;\n- “withheld” means: this is about somebody else (article 15(4) GDPR);\n- an apostrophe (\') before a =, +, - or @ was put there by us, so that your spreadsheet does not run the text as a formula. The JSON files hold the text exactly as we have it.',
    'This package holds your personal data. Keep it in a safe place and delete it when you no longer need it.',
  ],
};

export const packageWords: Readonly<Record<Language, PackageWords>> = { nl, en };
