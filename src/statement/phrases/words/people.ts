import type { WordsByLanguage } from './words-by-language.ts';

/** Who people are to each other: the organisation, the reader, those who work there. */
export const peopleWords: WordsByLanguage = {
  nl: {
    we: [
      'wij|we|ons|onze',
      'de|onze school|vereniging|stichting|gemeente|corporatie|praktijk|club|maatschap|cooperatie|organisatie|onderneming|vakbond|instelling|universiteit|parochie|directie',
      'het|ons college|kantoor|bestuur|bedrijf|hotel|museum|bureau|waterschap|ziekenhuis',
      'ondergetekende|ondergetekenden',
    ],
    us: ['ons|wij|we'],
    ons: ['ons|wij|we|mij|me'],
    you: [
      'eigenaar|eigenaren|client|clienten|cursist|cursisten|student|studenten|koper|kopers|bewoner|bewoners|verzoeker|sollicitant|sollicitanten|leden|personen|donateur|donateurs',
      'betrokkene|betrokkenen|kandidaat|kandidaten|gast|gasten|patient|patienten|huurder|huurders|gebruiker|gebruikers|ouder|ouders|deelnemer|deelnemers|abonnee|abonnees|bezoeker|bezoekers|leerling|leerlingen|klant|klanten',
      'u|uw|je|jij|jou|jouw|jullie|uzelf|jezelf|uzelve',
      'betrokkene|betrokkenen',
      'de betrokken *',
      'wie het aangaat',
    ],
    'your-people': [
      '*arts|*ouders|*ouder|*werkgever|*school|*verzekeraar|*bank|*gemeente|*partner|*familie|*collega|*bond|*instantie|*bureau|*register',
    ],
    'holds-role': [
      '*coach|*trainer|*arts|*meester|*leraar|mentor|makelaar|notaris|*verzorger|*begeleider|*behandelaar|*verhuurder|*beheerder|coach|trainer|dierenarts|werkgever|school',
    ],
    'minds-privacy': [
      'regelt|bewaakt|behartigt|beheert|coordineert|behandelt|verzorgt|overziet|weet|waakt|gaat_over|let',
    ],
    groups: [
      '{group-word}',
      'ieder|iedere|elk|elke|alle|onze|de|ons|mensen|personen|wie {group-word}',
      'wie .. *',
      'ouders|kinderen en|of {group-word}',
    ],
    'group-word': [
      'klanten|klant|leden|lid|huurders|huurder|patienten|patient|ouders|ouder|kinderen|kind|bezoekers|bezoeker|abonnees|abonnee|lezers|lezer|gasten|gast|kandidaten|kandidaat|sollicitanten|sollicitant|leveranciers|leverancier|vrijwilligers|vrijwilliger|trainers|trainer|donateurs|medewerkers|werknemers|opdrachtgevers|uitzendkrachten|uitzendkracht|flexkrachten|flexwerkers|woningzoekenden|medebewoners|bewoners|gebruikers|deelnemers|clienten|leerlingen|kampeerders|contactpersonen|inleners|adverteerders|verzorgers|relaties|inschrijvers|bestellers|hoofdboeker|medereizigers|huisgenoten|zakelijke',
      'cursisten|cursist|studenten|student|leerlingen|pupillen|bewoners|zzpers|freelancers',
    ],
    staff: [
      'dragers|leden_van_het_bestuur|docent|gids|gidsen|penningmeester|vrijwilliger|crew|ploeg|baliemedewerkers|bestuurders|commissieleden|verkopers|bezorgers',
      'assistent*|*arts|*artsen|docent*|monteur*|chauffeur*|zorgverlener*|begeleider*|instructeur*|makelaar|makelaars|notaris|advocaten|ieder|iedereen|receptionist*|uitzendkrachten|ledenadministratie|*administratie|planner*|technic*|ontwikkelaars|bestuurder*|vakmensen|allen',
      'medewerker*|medewerkers|personeel|werknemer*|collega*|vrijwilliger*|bestuursleden|bestuurslid|bestuur|leidsters|pedagogisch*|behandelaar*|therapeut*|fysiotherapeut*|leerkracht*|trainer*|redactie|redacteuren|redacteur|intercedent*|consulent*|balie|receptie|team|mensen|kantoor|administratie|penningmeester|leiding|*medewerker|*medewerkers|stagiair*|invalkrachten|groepsleiding|baliemedewerker*|wie_hier_werkt|iedereen_die_hier',
    ],
    role: [
      '*secretaris|*voorzitter|bedrijfsjurist|*verantwoordelijke|kantoormanager|bestuurder|mr|ir|drs|*directeur|notaris|compliance|security|collega',
      'secretaris|secretariaat|directeur|directrice|eigenaar|eigenaresse|manager|*manager|*coordinator|coordinator|voorzitter|bestuurslid|hoofdredacteur|redactiechef|vestigingsmanager|locatiemanager|praktijkhouder|praktijkmanager|administrateur|kwaliteitsmedewerker|jurist|functionaris|penningmeester|office|teamleider|hoofd|mevrouw|meneer|dhr|mevr|parkmanager|beheerder|adjunct|teamleidster|kwaliteitsmanager|ombudsman|bedrijfsleider|beleidsmedewerker|officer',
    ],
  },
  en: {
    we: [
      'we|us|our|ours',
      'the trust|society|council|university|association|club|firm|school|company|practice|charity|foundation|hotel|organisation|organization|college|board|parish|museum|hospital|institute|union|cooperative|bank|undersigned',
    ],
    you: [
      'persons|individuals|people concerned',
      'everyone on it|the_list',
      'patient|patients|candidate|candidates|owner|owners|resident|residents|learner|learners|buyer|buyers|seller|sellers|passenger|passengers|participant|participants|reader|readers|pupil|pupils|bookers|players',
      'user|users|guest|guests|client|clients|student|students|family|families|parent|parents|member|members|customer|customers|visitor|visitors|applicant|applicants|tenant|tenants|donor|donors|subscriber|subscribers|alumnus|alumni',
      'you|your|yours|yourself',
      'the person concerned',
      'whoever it concerns',
      'those affected|concerned',
      'data subject|subjects',
      'individuals|people',
    ],
    'your-people': [
      'doctor|parent|parents|employer|school|insurer|bank|council|partner|family|colleague|agency|register|agent',
    ],
    'holds-role': [
      'coach|trainer|teacher|mentor|doctor|vet|landlord|employer|club|school|agent|solicitor|lender|carer|tutor',
    ],
    groups: [
      '{group-word}',
      'our|all|every|each|the|people|anyone|those {group-word}',
      'people .. who',
      'anyone who',
      'those who',
    ],
    'group-word': [
      'customers|customer|clients|client|members|member|tenants|tenant|patients|patient|parents|parent|children|child|pupils|pupil|students|student|staff|visitors|visitor|subscribers|subscriber|readers|guests|guest|candidates|applicants|applicant|suppliers|supplier|volunteers|volunteer|donors|donor|employees|employee|learners|learner|users|user|owners|owner|residents|drivers|motorists|holders|buyers|renters|households|families|contacts|directors|shareholders|beneficiaries|guardians|alumni|hosts|bookers|travellers|companies|businesses',
    ],
    staff: [
      'committee|treasurer|lawyers|partners|secretaries|secretary|leaders|captains|coaches|wardens|crew|board',
      'engineers|engineer|consultants|consultant|dentists|nurses|doctors|drivers|instructors|librarians|workers|assistants|developers|administrators|curators|ushers|editors|stewards|handlers|agents|practitioners',
      'anyone|anybody|everyone|people|those .. working|works|work .. at|for|with|here',
      'receptionists',
      'staff|employee|employees|colleague*|team|volunteer*|tutors|trustees|personnel|everyone|everybody|people|teachers|teacher|officers|office|reception|receptionist|mechanics|bookkeeper|manager|managers|coordinator|desk|caretaker*|cleaners|workshop|members',
    ],
    role: [
      'secretary|director|owner|manager|managers|coordinator|chair|chairman|officer|partner|headteacher|head|principal|bursar|lead|administrator|registrar|bookkeeper|treasurer|matron|warden|curator|trustee|mrs|mr|ms|dr|she|he|her|him|proprietor|supervisor|counsel|jurist|clerk|deputy|accountant',
    ],
  },
};
