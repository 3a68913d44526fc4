/**
 * The names of the Data Privacy Vocabulary of the W3C Community Group (DPVCG), release 2.2.1 of 2025-10-31
 * (https://w3id.org/dpv/2.2), as far as Gestand writes them. `pd` and the kinds of data of `dpv` are complete, since an
 * author may choose any of them; of the rest of `dpv` and of `eu-gdpr` what describes a register or a map; of `loc`
 * every country of ISO 3166-1.
 *
 * Taken from the release's own files: `pd/pd-owl.omn`, `dpv/dpv-owl.omn`, `dpv/modules/{personal_data,process,
 * entities,entities_legalrole,entities_authority,entities_datasubject,legal_basis,processing_context,TOM,
 * jurisdiction}`, `legal/eu/gdpr/modules/{legal_basis,legal_basis_data_transfer,rights}`, and the changelog's list
 * of jurisdictions.
 */
export const dpvRelease = '2.2.1';

export type DpvPrefix = 'dpv' | 'pd' | 'eu-gdpr' | 'loc';

export const dpvNamespaces: Readonly<Record<DpvPrefix, string>> = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  loc: 'https://w3id.org/dpv/loc#',
};

/** Kinds of data: the module `personal_data` of `dpv`. */
const kindsOfData = words(`
  AnonymisedData CollectedData CollectedPersonalData CommerciallyConfidentialData ConfidentialData
  ContextuallyAnonymisedData Data DerivedData DerivedPersonalData GeneratedData GeneratedPersonalData
  IdentifyingPersonalData IncorrectData InferredData InferredPersonalData IntellectualPropertyData NonPersonalData
  ObservedData ObservedPersonalData PersonalData ProfessionalConfidentialData ProvidedData ProvidedPersonalData
  PseudonymisedData SensitiveData SensitiveNonPersonalData SensitivePersonalData SpecialCategoryPersonalData
  StatisticallyConfidentialData SyntheticData UncategorisedData UnstructuredData UnverifiedData VerifiedData`);

/** Classes and properties with which a register or a map is described. */
const descriptions = words(`
  Process PersonalDataProcess Purpose Marketing LegalBasis DataTransferLegalBasis RecordsOfActivities
  DataController JointDataControllers DataProcessor DataSubProcessor DataProtectionOfficer Recipient ThirdParty
  Authority Entity LegalEntity DataSubject HumanSubject DataSource DataSubjectDataSource
  StorageCondition StorageDeletion StorageDuration StorageLocation
  TechnicalOrganisationalMeasure TechnicalMeasure OrganisationalMeasure Technology Country ThirdCountry
  hasAddress hasAuthority hasContact hasContext hasCountry hasData hasDataController hasDataExporter hasDataImporter
  hasDataProcessor hasDataProtectionOfficer hasDataSource hasDataSubject hasDuration hasEntity hasIdentifier
  hasJointDataControllers hasJurisdiction hasJustification hasLegalBasis hasLegalMeasure hasLocation hasName hasNotice
  hasOrganisationalMeasure hasPersonalData hasPersonalDataProcess hasProcess hasProcessing hasPurpose hasRecipient
  hasRecipientDataController hasRecipientThirdParty hasRecordOfActivity hasRepresentative hasRight hasScope
  hasStorageCondition hasTechnicalMeasure hasTechnicalOrganisationalMeasure hasThirdCountry hasThirdParty
  isImplementedUsingTechnology`);

const personalData = words(`
  Accent AccountIdentifier Acquaintance Age AgeExact AgeRange ApartmentOwned Association Attitude Authenticating
  AuthenticationHistory BankAccount Behavioural Biometric BirthCountry BirthDate BirthPlace BloodType
  BrowserFingerprint BrowserHistory BrowsingBehaviour BrowsingReferral CallLog CarOwned Character Citizenship City
  Communication CommunicationsMetadata Connection Contact Country Credit CreditCapacity CreditCardNumber CreditRecord
  CreditScore CreditStanding CreditWorthiness Criminal CriminalCharge CriminalConviction CriminalOffence
  CriminalPardon CurrentEmployment DNACode Demeanour Demographic DeviceApplications DeviceBased DeviceOperatingSystem
  DeviceSoftware Dialect DigitalFingerprint Disability DisciplinaryAction Dislike Divorce Domicile DrugTestResult
  Education EducationExperience EducationQualification EmailAddress EmailAddressPersonal EmailAddressWork EmailContent
  Emotion EmploymentHistory EthnicOrigin Ethnicity External FacialExpression FacialPrint Family FamilyHealthHistory
  FamilyStructure Favourite FavouriteColour FavouriteFood FavouriteMusic Fetish Financial FinancialAccount
  FinancialAccountNumber FinancialStatus Fingerprint Friend GPSCoordinate Gender GeneralReputation Genetic Geographic
  GroupMembership GroupProfile HairColour Health HealthHistory HealthRecord Height Historical HouseNumber HouseOwned
  Household IPAddress Identifier Identifying Income IncomeBracket IndividualHealthHistory IndividualProfile Insurance
  Intention Interaction Interest Internal Job KnowledgeBelief Language LifeHistory Like LinkClicked LoanRecord Locality
  Location MACAddress MaritalStatus Marriage MedicalHealth MentalHealth Mood Name Nationality OfficialID Offspring
  Opinion Ownership PINCode Parent Passport Password PastEmployment PaymentCard PaymentCardExpiry PaymentCardNumber
  PerformanceAtWork PersonalDocuments PersonalPossession Personality PhilosophicalBelief PhysicalAddress
  PhysicalCharacteristic PhysicalHealth PhysicalTrait Picture Piercing PoliticalAffiliation PoliticalOpinion PostalCode
  Preference Prescription PrivacyPreference Proclivity Professional ProfessionalCertification ProfessionalEvaluation
  ProfessionalInterview Profile PublicLife PubliclyAvailableSocialMedia Purchase PurchasesAndSpendingHabit Race
  Reference Region Relationship Reliability Religion ReligiousBelief Residency Retina RoomNumber Salary Sale School
  SecretText ServiceConsumptionBehaviour Sexual SexualHistory SexualPreference Sibling SkinTone Social SocialMedia
  SocialMediaCommunication SocialNetwork SocialStatus Street TVViewingBehaviour Tattoo Tax TelephoneNumber Thought
  Tracking TradeUnionMembership Transaction Transactional TravelHistory UID UserAgent Username VehicalLicenseNumber
  VehicalLicenseRegistration Vehicle VehicleLicense VehicleUsage VoiceCommunicationRecording VoiceMail Weight
  WorkEnvironment WorkHistory`);

const gdpr = words(`
  A6-1-a A6-1-a-explicit-consent A6-1-a-non-explicit-consent A6-1-b A6-1-b-contract-performance
  A6-1-b-enter-into-contract A6-1-c A6-1-d A6-1-d-data-subject A6-1-d-natural-person A6-1-e A6-1-e-official-authority
  A6-1-e-public-interest A6-1-f A6-1-f-controller A6-1-f-third-party
  A45-3 A46-2-a A46-2-b A46-2-c A46-2-d A46-2-e A46-2-f A46-3-a A46-3-b
  A49-1-a A49-1-b A49-1-c A49-1-d A49-1-e A49-1-f A49-1-g A49-2 AdequacyDecision
  A7-3 A13 A14 A15 A16 A17 A18 A19 A20 A21 A22 A22-3-a A22-3-b A22-3-c A77 A78 A79`);

const countries = words(`
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
  CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
  GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
  KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
  MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
  SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
  UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`);

export const dpvTerms: Readonly<Record<DpvPrefix, ReadonlySet<string>>> = {
  dpv: new Set([...kindsOfData, ...descriptions]),
  pd: new Set(personalData),
  'eu-gdpr': new Set(gdpr),
  loc: new Set(countries),
};

/** What a category of a policy may be, as it is written there: `pd:EmailAddress`. */
export const categoryTerms: ReadonlySet<string> = new Set([
  ...personalData.map((name) => `pd:${name}`),
  ...kindsOfData.map((name) => `dpv:${name}`),
]);

/** Names that release 2.2 spelled anew: what was right in a policy of before is told what it is called now. */
export const renamedTerms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Acquantaince: 'Acquaintance',
    Behavioral: 'Behavioural',
    BrowsingBehavior: 'BrowsingBehaviour',
    CriminalOffense: 'CriminalOffence',
    Demeanor: 'Demeanour',
    Favorite: 'Favourite',
    FavoriteColor: 'FavouriteColour',
    FavoriteFood: 'FavouriteFood',
    FavoriteMusic: 'FavouriteMusic',
    HairColor: 'HairColour',
    ServiceConsumptionBehavior: 'ServiceConsumptionBehaviour',
    TVViewingBehavior: 'TVViewingBehaviour',
  }).map(([old, name]) => [`pd:${old}`, `pd:${name}`]),
);

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
