import { plantedCases } from '../planted-cases.ts';
import { address, customer, fullName, livesWithPrevious, otherSpelling, someEmployee } from './crowd.ts';
import { ipAddress, landline, mobile } from './numbers.ts';
import { Random } from './random.ts';
import { addressable, firstNames, lastNames, leadSources } from './words.ts';
import {
  type Cell,
  type ExampleTable,
  plantedCustomers,
  plantedEmployees,
  plantedIds,
  range,
  type World,
} from './world.ts';

/** The private people of the customer system, and where they live. */
export function crmPeople(world: World): readonly ExampleTable[] {
  return [addresses(world), customers(world), leads(world)];
}

const person = plantedCases;

function addresses(world: World): ExampleTable {
  const planted = [1, 2, 4, 6, 7, 8, 10, 11, 12];
  const row = (id: number): readonly Cell[] => {
    const { street, number, suffix, postcode, city } = address(id);
    return [id, street, number, suffix, postcode, city, 'NL'];
  };
  const columns = ['id', 'street', 'house_number', 'house_number_suffix', 'postcode', 'city', 'country'];
  return {
    name: 'addresses',
    columns,
    planted: planted.map((id) => named(columns, row(id))),
    *crowd() {
      for (const index of range(plantedCustomers, world.people)) {
        const { addressId } = customer(index);
        if (addressId !== null && !livesWithPrevious(index)) yield row(addressId);
      }
    },
  };
}

function named(columns: readonly string[], cells: readonly Cell[]): Record<string, Cell> {
  return Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? null]));
}

const customerSources = ['website', 'email', 'phone', 'app', 'other'];

function customers(world: World): ExampleTable {
  const draw = new Random('customers');
  return {
    name: 'customers',
    columns: [
      'id',
      'customer_no',
      'email',
      'first_name',
      'name_prefix',
      'last_name',
      'phone',
      'address_id',
      'account_manager_id',
      'preferences',
      'source',
      'created_at',
      'last_active_on',
    ],
    planted: plantedCustomerRows(world),
    *crowd() {
      for (const index of range(plantedCustomers, world.people)) {
        const { id, customerNo, email, firstName, prefix, lastName, phone, addressId } = customer(index);
        draw.at(index);
        yield [
          id,
          customerNo,
          email,
          draw.chance(97) ? firstName : null,
          prefix,
          lastName,
          draw.chance(88) ? phone : null,
          addressId,
          draw.chance(15) ? someEmployee(world, draw, plantedEmployees) : null,
          draw.chance(60) ? preferences(draw, index) : null,
          draw.pick(customerSources.slice(0, 4)),
          world.at(draw.between(700, 3000), draw.between(420, 1300)),
          world.date(draw.between(1, 690)),
        ];
      }
    },
  };
}

/** Free-form as such columns are: what the app keeps, and now and then somebody else's name and number. */
function preferences(draw: Random, index: number): string {
  const emergency = draw.chance(20)
    ? { emergencyContact: { name: draw.pick(firstNames), phone: mobile(index + 500_000) } }
    : {};
  return JSON.stringify({
    channel: draw.pick(['email', 'sms', 'app', 'telefoon']),
    language: draw.pick(['nl', 'nl', 'nl', 'en', 'tr']),
    waitsInShowroom: draw.chance(30),
    ...emergency,
  });
}

function plantedCustomerRows(world: World): readonly Record<string, Cell>[] {
  const home: Readonly<Record<number, number>> = {
    1: 1,
    2: 2,
    3: 2,
    4: 4,
    5: 4,
    6: 6,
    7: 7,
    8: 8,
    10: 10,
    11: 11,
    12: 12,
  };
  const everyone = [
    person['employee-who-is-also-customer'].person,
    person['two-customers-one-address'].first,
    person['two-customers-one-address'].second,
    person['couple-one-car'].first,
    person['couple-one-car'].second,
    person['same-person-two-spellings'].person,
    person['invoices-under-and-past-retention'].person,
    person['name-with-accents-and-apostrophe'].person,
    person['null-wherever-one-may-be'].person,
    person['vehicle-that-changed-owner'].seller,
    person['vehicle-that-changed-owner'].buyer,
    person['one-of-everything'].person,
  ];
  return everyone.map(({ customerId: id, customerNo, email, firstName, lastName }) => {
    const required = {
      id,
      customer_no: customerNo,
      email,
      source: 'website',
      created_at: world.at(1200 + id, 600),
    };
    if (email === person['null-wherever-one-may-be'].person.email)
      return { ...required, last_name: lastName };
    const prefixed = /^(van den|van der|de) (.+)$/.exec(lastName);
    return {
      ...required,
      first_name: firstName,
      name_prefix: prefixed?.[1] ?? null,
      last_name: prefixed?.[2] ?? lastName,
      // Two who share a house also share its telephone.
      phone: id === 2 || id === 3 ? landline(900_002) : mobile(900_000 + id),
      address_id: home[id] ?? null,
      account_manager_id: id === 2 ? 1 : null,
      preferences: JSON.stringify({
        channel: 'email',
        language: 'nl',
        emergencyContact: { name: 'Anna', phone: mobile(910_000 + id) },
      }),
      last_active_on: world.date(20 + id),
    };
  });
}

/** After the customers: a lead may have become one. */
function leads(world: World): ExampleTable {
  const draw = new Random('leads');
  const marijke = person['same-person-two-spellings'];
  return {
    name: 'leads',
    columns: [
      'id',
      'email',
      'name',
      'phone',
      'source',
      'payload',
      'assigned_to',
      'converted_customer_id',
      'last_contact_on',
    ],
    planted: [
      {
        id: 1,
        email: marijke.leadEmail,
        name: 'M. de Wit',
        phone: mobile(900_006),
        source: 'website',
        payload: JSON.stringify({
          form: 'proefrit',
          message: 'Graag bellen na vijf uur.',
          email: marijke.leadEmail,
          ip: ipAddress(6),
        }),
        assigned_to: 1,
        converted_customer_id: marijke.person.customerId,
        last_contact_on: world.date(150),
      },
      {
        id: 2,
        email: 'alleen.lead@example.org',
        source: 'beurs',
        payload: '{}',
        last_contact_on: world.date(40),
      },
    ],
    *crowd() {
      for (const index of range(0, world.leads)) {
        draw.at(index);
        const became = draw.chance(25)
          ? plantedCustomers + draw.below(world.people - plantedCustomers)
          : null;
        const firstName = draw.pick(firstNames);
        const { prefix, name } = draw.pick(lastNames);
        const known = became === null ? null : customer(became);
        const email =
          known === null
            ? `${addressable(firstName)}.${addressable(name)}.l${index}@example.org`
            : otherSpelling(known.email, index);
        const fullest =
          known === null
            ? [firstName, prefix, name].filter((part) => part !== null).join(' ')
            : fullName(known);
        yield [
          plantedIds + index,
          email,
          draw.chance(90) ? fullest : null,
          draw.chance(60) ? mobile(600_000 + index) : null,
          draw.pick(leadSources),
          JSON.stringify({
            form: draw.pick(['offerte', 'proefrit', 'contact']),
            email,
            ip: ipAddress(index),
          }),
          draw.chance(50) ? someEmployee(world, draw, plantedEmployees) : null,
          known?.id ?? null,
          world.date(draw.between(1, 350)),
        ];
      }
    },
  };
}
