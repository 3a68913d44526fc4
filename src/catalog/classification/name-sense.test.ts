import { describe, expect, test } from 'vitest';
import { wordsIn } from './lexicon/word-index.ts';
import { senseOfName } from './name-sense.ts';

describe('a name is taken apart', () => {
  test.each([
    ['postalCode', ['postal', 'code']],
    ['CustomerEMailAddress', ['customer', 'e', 'mail', 'address']],
    ['date-of-birth', ['date', 'of', 'birth']],
    ['geburtsdatum', ['geburtsdatum']],
    ['kundengeburtsdatum', ['kunde', 'geburtsdatum']],
    ['Straße', ['strasse']],
    ['prénom', ['prenom']],
    ['lastlogin', ['lastlogin']],
    ['custphone', ['cust', 'phone']],
    ['address_2', ['address']],
    ['klanten', ['klant']],
    ['xyzzy', ['xyzzy']],
  ])('%s', (name, words) => expect(wordsIn(name)).toEqual(words));
});

describe('the likeliest category', () => {
  test.each([
    // Dutch
    ['voornaam', 'first-name'],
    ['tussenvoegsel', 'name-prefix'],
    ['huisnr', 'house-number'],
    ['BSN', 'bsn'],
    ['rekeningnummer', 'bank-account'],
    ['kenteken', 'licence-plate'],
    ['vakbondslidmaatschap', 'union-membership'],
    ['klantGeboortedatum', 'birth-date'],
    // German
    ['Nachname', 'last-name'],
    ['hausnummer', 'house-number'],
    ['kunden_geburtsdatum', 'birth-date'],
    ['Fahrgestellnummer', 'vin'],
    ['konfession', 'religion'],
    ['Rufnummer', 'phone'],
    // French
    ['nom_de_famille', 'last-name'],
    ['date_naissance', 'birth-date'],
    ['mot_de_passe', 'credential'],
    ['code_postal', 'postcode'],
    ['adresse_ip', 'ip-address'],
    // English
    ['usrFirstName', 'first-name'],
    ['home_phone', 'phone'],
    ['remote_addr', 'ip-address'],
    ['password_digest', 'credential'],
    ['blood_type', 'health'],
    ['cc_number', 'payment-card'],
  ])('%s is %s', (name, category) => expect(senseOfName(name).categories[0]?.concept).toBe(category));
});

test('a last word can turn a name around', () => {
  expect(senseOfName('email_count').turnedBy?.concept).toBe('measure');
  expect(senseOfName('email_verified').turnedBy?.concept).toBe('state');
  expect(senseOfName('blood_type').turnedBy).toBeNull();
});
