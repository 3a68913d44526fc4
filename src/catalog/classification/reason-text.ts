import { unreachable } from '../../base/assert.ts';
import type { Language, Localised } from '../../domain/language.ts';
import type { Reason, TableBecause } from './proposal.ts';

/** A reason in a sentence, for a person who must decide. */
export function reasonText(reason: Reason, language: Language): string {
  return localised(reason)[language];
}

function localised(reason: Reason): Localised {
  switch (reason.kind) {
    case 'name':
      return { nl: `de naam bevat “${reason.phrase}”`, en: `the name contains “${reason.phrase}”` };
    case 'type':
      return { nl: `het type is ${reason.family}`, en: `the type is ${reason.family}` };
    case 'key':
      return keyText(reason.key);
    case 'technical':
      return {
        nl: `“${reason.phrase}” gaat over het systeem`,
        en: `“${reason.phrase}” is about the system`,
      };
    case 'table':
      return tableText(reason.because, reason.of);
    case 'content':
      return {
        nl: `${reason.matched} van ${reason.of} bekeken waarden: ${reason.detector}`,
        en: `${reason.matched} of ${reason.of} values looked at: ${reason.detector}`,
      };
    case 'content-contradicts':
      return {
        nl: `geen van ${reason.of} bekeken waarden is ${reason.detector}`,
        en: `none of ${reason.of} values looked at is ${reason.detector}`,
      };
    case 'json-keys':
      return {
        nl: `sleutels in de JSON: ${reason.keys.join(', ')}`,
        en: `keys in the JSON: ${reason.keys.join(', ')}`,
      };
    case 'decided':
      return { nl: 'door u beslist', en: 'decided by you' };
    default:
      return unreachable(reason);
  }
}

function keyText(key: Extract<Reason, { kind: 'key' }>['key']): Localised {
  const texts: Readonly<Record<typeof key, Localised>> = {
    primary: { nl: 'de sleutel van de rij', en: 'the key of the row' },
    foreign: { nl: 'een verwijzing naar een andere rij', en: 'a reference to another row' },
    'same-name': {
      nl: 'heet zoals de sleutel van een andere tabel',
      en: 'has the name of another table’s key',
    },
    reference: {
      nl: 'de naam zegt dat het naar een andere rij verwijst',
      en: 'the name says that it refers to another row',
    },
    values: {
      nl: 'de waarden staan in de sleutel van een andere tabel',
      en: 'its values stand in the key of another table',
    },
  };
  return texts[key];
}

function tableText(because: TableBecause, of: string): Localised {
  const texts: Readonly<Record<TableBecause, Localised>> = {
    name: { nl: `de tabel gaat over mensen: “${of}”`, en: `the table is about people: “${of}”` },
    'identifying-column': {
      nl: `de kolom ${of} van dezelfde tabel wijst iemand aan`,
      en: `the column ${of} of the same table identifies somebody`,
    },
    reference: {
      nl: `de rij hoort via ${of} bij iemand`,
      en: `the row belongs to somebody through ${of}`,
    },
    address: { nl: `de tabel bevat een adres: ${of}`, en: `the table holds an address: ${of}` },
    contact: {
      nl: `in de tabel staat een contactpersoon, zoals in ${of}`,
      en: `the table has a contact person in it, as in ${of}`,
    },
    log: {
      nl: `een logboek, en ${of} kan alles bevatten wat iemand deed`,
      en: `a log, and ${of} may hold anything that somebody did`,
    },
    extended: {
      nl: `de rijen van ${of} zijn rijen van deze tabel`,
      en: `the rows of ${of} are rows of this table`,
    },
    thing: {
      nl: `de tabel gaat over iets anders: “${of}”`,
      en: `the table is about something else: “${of}”`,
    },
    'nothing-found': {
      nl: 'niets in de tabel wijst op een persoon',
      en: 'nothing in the table points to a person',
    },
  };
  return texts[because];
}
