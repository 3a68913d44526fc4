import type { Localised } from '../../domain/language.ts';

/** What a column is proposed to hold. Closed: a new one does not compile until it has a row in {@link categories}. */
export type ClassifiedCategory =
  | 'full-name'
  | 'first-name'
  | 'last-name'
  | 'name-prefix'
  | 'nickname'
  | 'address'
  | 'street'
  | 'house-number'
  | 'postcode'
  | 'city'
  | 'region'
  | 'country'
  | 'email'
  | 'phone'
  | 'online-handle'
  | 'username'
  | 'customer-number'
  | 'account-number'
  | 'employee-number'
  | 'credential'
  | 'bsn'
  | 'identity-document'
  | 'trade-register-number'
  | 'iban'
  | 'bank-account'
  | 'payment-card'
  | 'transaction'
  | 'licence-plate'
  | 'vin'
  | 'vehicle'
  | 'birth-date'
  | 'gender'
  | 'personal-detail'
  | 'ip-address'
  | 'user-agent'
  | 'mac-address'
  | 'device-id'
  | 'cookie-id'
  | 'coordinates'
  | 'file'
  | 'job'
  | 'message'
  | 'free-text'
  | 'personal-json'
  | 'preference'
  | 'consent'
  | 'page-visit'
  | 'activity-time'
  | 'activity'
  | SpecialCategory;

/** GDPR art. 9(1) and art. 10. */
export type SpecialCategory =
  | 'health'
  | 'religion'
  | 'union-membership'
  | 'ethnicity'
  | 'politics'
  | 'sexual-life'
  | 'biometric'
  | 'criminal';

/**
 * How much a column of this category says by itself.
 *
 * `identifying`: it is about a person wherever it stands, and so are the columns beside it. `own`: it is about a
 * person wherever it stands; its neighbours need not be. `contextual`: only in a row that is about a person, since a
 * country has a name and a product a price.
 */
export type Standing = 'identifying' | 'own' | 'contextual';

export interface CategoryFacts {
  /** The id of the policy category to suggest. */
  readonly policy: SuggestedPolicyCategory;
  /** A term of the Data Privacy Vocabulary's personal data extension. */
  readonly dpv: string;
  readonly standing: Standing;
}

export const categories: Readonly<Record<ClassifiedCategory, CategoryFacts>> = {
  'full-name': { policy: 'name-address', dpv: 'pd:Name', standing: 'identifying' },
  'first-name': { policy: 'name-address', dpv: 'pd:Name', standing: 'identifying' },
  'last-name': { policy: 'name-address', dpv: 'pd:Name', standing: 'identifying' },
  'name-prefix': { policy: 'name-address', dpv: 'pd:Name', standing: 'contextual' },
  nickname: { policy: 'name-address', dpv: 'pd:Name', standing: 'identifying' },
  address: { policy: 'name-address', dpv: 'pd:PhysicalAddress', standing: 'contextual' },
  street: { policy: 'name-address', dpv: 'pd:PhysicalAddress', standing: 'contextual' },
  'house-number': { policy: 'name-address', dpv: 'pd:PhysicalAddress', standing: 'contextual' },
  postcode: { policy: 'name-address', dpv: 'pd:PhysicalAddress', standing: 'contextual' },
  city: { policy: 'name-address', dpv: 'pd:PhysicalAddress', standing: 'contextual' },
  region: { policy: 'name-address', dpv: 'pd:PhysicalAddress', standing: 'contextual' },
  country: { policy: 'name-address', dpv: 'pd:Country', standing: 'contextual' },
  email: { policy: 'contact', dpv: 'pd:EmailAddress', standing: 'identifying' },
  phone: { policy: 'contact', dpv: 'pd:TelephoneNumber', standing: 'identifying' },
  'online-handle': { policy: 'contact', dpv: 'pd:SocialMedia', standing: 'contextual' },
  username: { policy: 'account', dpv: 'pd:Username', standing: 'identifying' },
  'customer-number': { policy: 'account', dpv: 'pd:Identifying', standing: 'identifying' },
  'account-number': { policy: 'account', dpv: 'pd:Identifying', standing: 'contextual' },
  'employee-number': { policy: 'account', dpv: 'pd:Identifying', standing: 'identifying' },
  credential: { policy: 'credentials', dpv: 'pd:Authenticating', standing: 'own' },
  bsn: { policy: 'official-numbers', dpv: 'pd:UID', standing: 'identifying' },
  'identity-document': { policy: 'official-numbers', dpv: 'pd:OfficialID', standing: 'identifying' },
  'trade-register-number': { policy: 'official-numbers', dpv: 'pd:OfficialID', standing: 'contextual' },
  iban: { policy: 'bank-account', dpv: 'pd:BankAccount', standing: 'identifying' },
  'bank-account': { policy: 'bank-account', dpv: 'pd:BankAccount', standing: 'contextual' },
  'payment-card': { policy: 'payment-card', dpv: 'pd:PaymentCard', standing: 'own' },
  transaction: { policy: 'billing', dpv: 'pd:Transactional', standing: 'contextual' },
  'licence-plate': { policy: 'vehicle', dpv: 'pd:VehicleLicense', standing: 'identifying' },
  vin: { policy: 'vehicle', dpv: 'pd:Vehicle', standing: 'identifying' },
  vehicle: { policy: 'vehicle', dpv: 'pd:Vehicle', standing: 'contextual' },
  'birth-date': { policy: 'personal-details', dpv: 'pd:BirthDate', standing: 'identifying' },
  gender: { policy: 'personal-details', dpv: 'pd:Gender', standing: 'own' },
  'personal-detail': { policy: 'personal-details', dpv: 'pd:Demographic', standing: 'own' },
  'ip-address': { policy: 'device', dpv: 'pd:IPAddress', standing: 'own' },
  'user-agent': { policy: 'device', dpv: 'pd:UserAgent', standing: 'own' },
  'mac-address': { policy: 'device', dpv: 'pd:MACAddress', standing: 'own' },
  'device-id': { policy: 'device', dpv: 'pd:UID', standing: 'contextual' },
  'cookie-id': { policy: 'device', dpv: 'pd:UID', standing: 'own' },
  coordinates: { policy: 'location', dpv: 'pd:GPSCoordinate', standing: 'contextual' },
  file: { policy: 'files', dpv: 'pd:Picture', standing: 'contextual' },
  job: { policy: 'employment', dpv: 'pd:Job', standing: 'contextual' },
  message: { policy: 'correspondence', dpv: 'pd:Communication', standing: 'contextual' },
  'free-text': { policy: 'free-text', dpv: 'pd:Communication', standing: 'contextual' },
  'personal-json': { policy: 'other-data', dpv: 'pd:Profile', standing: 'contextual' },
  preference: { policy: 'preferences', dpv: 'pd:Preference', standing: 'contextual' },
  consent: { policy: 'consent', dpv: 'pd:PrivacyPreference', standing: 'contextual' },
  'page-visit': { policy: 'online-activity', dpv: 'pd:BrowsingBehaviour', standing: 'contextual' },
  'activity-time': { policy: 'activity', dpv: 'pd:ServiceConsumptionBehaviour', standing: 'contextual' },
  activity: { policy: 'activity', dpv: 'pd:ServiceConsumptionBehaviour', standing: 'contextual' },
  health: { policy: 'health', dpv: 'pd:Health', standing: 'own' },
  religion: { policy: 'beliefs', dpv: 'pd:Religion', standing: 'own' },
  'union-membership': { policy: 'beliefs', dpv: 'pd:TradeUnionMembership', standing: 'own' },
  ethnicity: { policy: 'origin', dpv: 'pd:EthnicOrigin', standing: 'own' },
  politics: { policy: 'beliefs', dpv: 'pd:PoliticalAffiliation', standing: 'own' },
  'sexual-life': { policy: 'sexual-life', dpv: 'pd:Sexual', standing: 'own' },
  biometric: { policy: 'biometrics', dpv: 'pd:Biometric', standing: 'own' },
  criminal: { policy: 'criminal-records', dpv: 'pd:Criminal', standing: 'own' },
};

export type SuggestedPolicyCategory =
  | 'name-address'
  | 'contact'
  | 'account'
  | 'credentials'
  | 'official-numbers'
  | 'bank-account'
  | 'payment-card'
  | 'billing'
  | 'vehicle'
  | 'personal-details'
  | 'device'
  | 'location'
  | 'files'
  | 'employment'
  | 'correspondence'
  | 'free-text'
  | 'other-data'
  | 'preferences'
  | 'consent'
  | 'online-activity'
  | 'activity'
  | 'health'
  | 'beliefs'
  | 'origin'
  | 'sexual-life'
  | 'biometrics'
  | 'criminal-records';

export interface SuggestedPolicyFacts {
  readonly name: Localised;
  readonly dpv: string;
  readonly special: boolean;
}

/** What to write under `categories:` of a policy that has none yet. */
export const policyCategories: Readonly<Record<SuggestedPolicyCategory, SuggestedPolicyFacts>> = {
  'name-address': ordinary('Naam en adres', 'Name and address', 'pd:Contact'),
  contact: ordinary('E-mailadres en telefoonnummer', 'E-mail address and telephone number', 'pd:Contact'),
  account: ordinary('Klantnummer en accountnaam', 'Customer number and account name', 'pd:Identifying'),
  credentials: ordinary('Wachtwoorden en sleutels', 'Passwords and keys', 'pd:Authenticating'),
  'official-numbers': ordinary('Nummers van de overheid', 'Numbers issued by authorities', 'pd:OfficialID'),
  'bank-account': ordinary('Bankrekening en machtiging', 'Bank account and mandate', 'pd:BankAccount'),
  'payment-card': ordinary('Betaalkaart', 'Payment card', 'pd:PaymentCard'),
  billing: ordinary(
    'Bestellingen, facturen en betalingen',
    'Orders, invoices and payments',
    'pd:Transactional',
  ),
  vehicle: ordinary('Kenteken en gegevens van het voertuig', 'Licence plate and vehicle data', 'pd:Vehicle'),
  'personal-details': ordinary(
    'Geboortedatum en andere persoonlijke gegevens',
    'Date of birth and other personal details',
    'pd:Demographic',
  ),
  device: ordinary('IP-adres, browser en apparaat', 'IP address, browser and device', 'pd:DeviceBased'),
  location: ordinary('Locatie', 'Location', 'pd:Location'),
  files: ordinary('Foto’s en bestanden', 'Photos and files', 'pd:Picture'),
  employment: ordinary('Functie en dienstverband', 'Job and employment', 'pd:Professional'),
  correspondence: ordinary('Berichten en gesprekken', 'Messages and calls', 'pd:Communication'),
  'free-text': ordinary('Aantekeningen en opmerkingen', 'Notes and remarks', 'pd:Communication'),
  'other-data': ordinary('Overige gegevens in één veld', 'Other data in one field', 'pd:Profile'),
  preferences: ordinary('Voorkeuren en instellingen', 'Preferences and settings', 'pd:Preference'),
  consent: ordinary('Toestemmingen', 'Consents', 'pd:PrivacyPreference'),
  'online-activity': ordinary(
    'Activiteiten op de website',
    'Activity on the website',
    'pd:BrowsingBehaviour',
  ),
  activity: ordinary(
    'Wat iemand deed en wanneer',
    'What somebody did and when',
    'pd:ServiceConsumptionBehaviour',
  ),
  health: special('Gezondheid', 'Health', 'pd:Health'),
  beliefs: special(
    'Geloof, politieke voorkeur en vakbond',
    'Religion, politics and trade union',
    'pd:Religion',
  ),
  origin: special('Afkomst', 'Ethnic origin', 'pd:EthnicOrigin'),
  'sexual-life': special('Seksueel leven', 'Sexual life', 'pd:Sexual'),
  biometrics: special('Biometrische gegevens', 'Biometric data', 'pd:Biometric'),
  'criminal-records': special('Strafrechtelijke gegevens', 'Criminal records', 'pd:Criminal'),
};

function ordinary(nl: string, en: string, dpv: string): SuggestedPolicyFacts {
  return { name: { nl, en }, dpv, special: false };
}

function special(nl: string, en: string, dpv: string): SuggestedPolicyFacts {
  return { name: { nl, en }, dpv, special: true };
}
