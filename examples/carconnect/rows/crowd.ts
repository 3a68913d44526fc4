import { landline, mobile } from './numbers.ts';
import { Random } from './random.ts';
import { addressable, companyNames, firstNames, lastNames, streets, towns } from './words.ts';
import { plantedCustomers, type World } from './world.ts';

/** Who number so-and-so is. Every table asks here, so that the same person is the same everywhere. */

export interface CrowdCustomer {
  readonly index: number;
  readonly id: number;
  readonly customerNo: string;
  /** As the customer system spells it. */
  readonly email: string;
  readonly firstName: string;
  readonly prefix: string | null;
  readonly lastName: string;
  readonly phone: string;
  /** Null: none known. Neighbours in number share one. */
  readonly addressId: number | null;
}

export interface Address {
  readonly street: string;
  readonly number: number;
  readonly suffix: string | null;
  readonly postcode: string;
  readonly city: string;
}

const customerDraw = new Random('customer');
const addressDraw = new Random('address');
const companyDraw = new Random('company');
const mailDomains = ['example.nl', 'example.com', 'example.org', 'post.example', 'mail.example'];

export function customer(index: number): CrowdCustomer {
  const draw = customerDraw.at(index);
  const firstName = draw.pick(firstNames);
  const { prefix, name: lastName } = draw.pick(lastNames);
  return {
    index,
    id: index + 1,
    customerNo: customerNumber(index),
    email: `${addressable(firstName)}.${addressable(lastName)}${index}@${draw.pick(mailDomains)}`,
    firstName,
    prefix,
    lastName,
    phone: mobile(index),
    addressId: addressIdOf(index),
  };
}

export function customerNumber(index: number): string {
  return `K-${String(1_000_000 + index)}`;
}

export function fullName({ firstName, prefix, lastName }: CrowdCustomer): string {
  return prefix === null ? `${firstName} ${lastName}` : `${firstName} ${prefix} ${lastName}`;
}

/** Every fifth customer lives with the one before; some never gave an address. */
export function livesWithPrevious(index: number): boolean {
  return index % 5 === 4 && index > plantedCustomers;
}

function addressIdOf(index: number): number | null {
  const home = livesWithPrevious(index) ? index - 1 : index;
  return home % 37 === 0 ? null : home + 1;
}

export function address(id: number): Address {
  const draw = addressDraw.at(id);
  const [city, digits] = draw.pick(towns);
  const letters = 'ABCDEFGHJKLMNPRSTVWXZ';
  return {
    street: draw.pick(streets),
    number: draw.between(1, 240),
    suffix: draw.chance(12) ? draw.pick(['A', 'B', 'bis', 'hs']) : null,
    postcode: `0${String(digits).padStart(3, '0')} ${letters.charAt(draw.below(21))}${letters.charAt(draw.below(21))}`,
    city,
  };
}

export function addressLine({ street, number, suffix }: Address): string {
  return suffix === null ? `${street} ${number}` : `${street} ${number} ${suffix}`;
}

/** People do not type their address the same way twice: the billing clerk's way, or the newsletter form's. */
export function otherSpelling(email: string, index: number): string {
  switch (index % 4) {
    case 0:
      return email.replace(
        /(^|[.@])(\p{L})/gu,
        (_, before: string, letter: string) => before + letter.toUpperCase(),
      );
    case 1:
      return email.toUpperCase();
    default:
      return email;
  }
}

export function companyName(index: number): string {
  const draw = companyDraw.at(index);
  return `${draw.pick(companyNames)} ${draw.pick(lastNames).name} ${index}`;
}

export function companyHost(index: number): string {
  return `bedrijf${index}.example`;
}

/** Each company has one to three contact persons; `place` counts them from 0. */
export function contactPerson(company: number, place: number) {
  const draw = companyDraw.at(1_000_000_000 + company * 4 + place);
  const firstName = draw.pick(firstNames);
  const { prefix, name } = draw.pick(lastNames);
  const lastName = prefix === null ? name : `${prefix} ${name}`;
  return {
    firstName,
    lastName,
    email: `${addressable(firstName)}.${place}@${companyHost(company)}`,
    phone: landline(company * 4 + place),
  };
}

export function contactsOf(company: number): number {
  return 1 + (company % 3);
}

/** Never one of the planted: their work is planted too. */
export function someEmployee(world: World, draw: Random, planted: number): number {
  return planted + 1 + draw.below(world.employees - planted);
}

export interface OwnedVehicle {
  readonly id: number;
  readonly index: number;
}

/** Most customers brought one car; of a household's every other second member drives along. */
export function vehicleOf(index: number): OwnedVehicle | null {
  return index % 7 === 3 ? null : { id: index + 1, index };
}

export function drivesAlong(index: number): boolean {
  return livesWithPrevious(index) && index % 2 === 0 && vehicleOf(index - 1) !== null;
}
