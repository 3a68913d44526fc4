import { plantedCases } from '../planted-cases.ts';
import {
  address,
  companyHost,
  companyName,
  contactPerson,
  contactsOf,
  customer,
  fullName,
  livesWithPrevious,
  otherSpelling,
  someEmployee,
} from './crowd.ts';
import { ipAddress, landline, mobile } from './numbers.ts';
import { Random } from './random.ts';
import { addressable, firstNames, jobTitles, lastNames, leadSources, staffTitles } from './words.ts';
import {
  type Cell,
  type ExampleTable,
  plantedCustomers,
  plantedEmployees,
  plantedIds,
  range,
  type World,
} from './world.ts';

/** Branches, services and the people of the customer system. */
export function crmPeople(world: World): readonly ExampleTable[] {
  return [
    migrations(world),
    branches,
    services,
    employees(world),
    companies(world),
    contactPersons(world),
    addresses(world),
    customers(world),
  ];
}

const nobody = (): Iterable<readonly Cell[]> => [];
const person = plantedCases;

function migrations(world: World): ExampleTable {
  return {
    name: 'schema_migrations',
    columns: ['version', 'applied_at'],
    planted: [900, 400, 35].map((daysAgo, place) => ({
      version: place + 1,
      applied_at: world.at(daysAgo, 180),
    })),
    crowd: nobody,
  };
}

const branches: ExampleTable = {
  name: 'branches',
  columns: ['id', 'name', 'city', 'phone'],
  planted: [
    { id: 1, name: 'CarConnect Oudervoort', city: 'Oudervoort', phone: landline(1) },
    { id: 2, name: 'CarConnect Hoogmeer', city: 'Hoogmeer', phone: landline(2) },
    { id: 3, name: 'CarConnect Zandwijk', city: 'Zandwijk', phone: landline(3) },
  ],
  crowd: nobody,
};

const services: ExampleTable = {
  name: 'services',
  columns: ['id', 'code', 'name', 'price_cents', 'duration_minutes'],
  planted: [
    { id: 1, code: 'APK', name: 'Apk-keuring', price_cents: 3995, duration_minutes: 45 },
    { id: 2, code: 'BEURT-K', name: 'Kleine beurt', price_cents: 14900, duration_minutes: 90 },
    { id: 3, code: 'BEURT-G', name: 'Grote beurt', price_cents: 28900, duration_minutes: 180 },
    { id: 4, code: 'BANDEN', name: 'Banden wisselen en opslaan', price_cents: 7900, duration_minutes: 40 },
    { id: 5, code: 'AIRCO', name: 'Airco-onderhoud', price_cents: 9900, duration_minutes: 60 },
    { id: 6, code: 'RUIT', name: 'Ruitreparatie', price_cents: 8900, duration_minutes: 60 },
  ],
  crowd: nobody,
};

export const serviceCount = services.planted.length;
export const branchCount = branches.planted.length;

function employees(world: World): ExampleTable {
  const draw = new Random('employees');
  const sanne = person['employee-who-is-also-customer'];
  return {
    name: 'employees',
    columns: [
      'id',
      'first_name',
      'last_name',
      'email',
      'phone',
      'job_title',
      'branch_id',
      'manager_id',
      'hired_on',
      'left_on',
    ],
    planted: [
      {
        id: sanne.employeeId,
        first_name: sanne.person.firstName,
        last_name: sanne.person.lastName,
        email: sanne.person.email,
        phone: mobile(700_001),
        job_title: 'klantadviseur',
        branch_id: 1,
        manager_id: 2,
        hired_on: world.date(1500),
      },
      {
        id: 2,
        first_name: 'Ruben',
        last_name: 'Dijkstra',
        email: 'ruben.dijkstra@carconnect.example',
        job_title: 'bedrijfsleider',
        branch_id: 1,
        hired_on: world.date(3000),
      },
      {
        id: 3,
        first_name: 'Iris',
        last_name: 'Vermeulen',
        email: 'iris.vermeulen@carconnect.example',
        phone: mobile(700_003),
        job_title: 'monteur',
        branch_id: 2,
        manager_id: 2,
        hired_on: world.date(1100),
        left_on: world.date(200),
      },
    ],
    *crowd() {
      for (const index of range(plantedEmployees, world.employees)) {
        draw.at(index);
        const firstName = draw.pick(firstNames);
        const { prefix, name } = draw.pick(lastNames);
        yield [
          index + 1,
          firstName,
          prefix === null ? name : `${prefix} ${name}`,
          `${addressable(firstName)}.${addressable(name)}.m${index}@carconnect.example`,
          draw.chance(80) ? mobile(700_000 + index) : null,
          draw.pick(staffTitles),
          1 + draw.below(branchCount),
          // Eight people to a manager, who was there before them.
          2 + Math.floor((index - 2) / 8),
          world.date(draw.between(730, 3600)),
          draw.chance(6) ? world.date(draw.between(10, 600)) : null,
        ];
      }
    },
  };
}

function companies(world: World): ExampleTable {
  const draw = new Random('companies');
  return {
    name: 'companies',
    columns: ['id', 'name', 'trade_register', 'city', 'website'],
    planted: [],
    *crowd() {
      for (const index of range(0, world.companies)) {
        draw.at(index);
        yield [
          index + 1,
          companyName(index),
          // Numbers of the trade register do not start with three zeros.
          String(index).padStart(8, '0'),
          address(draw.below(1000)).city,
          draw.chance(70) ? `https://www.${companyHost(index)}` : null,
        ];
      }
    },
  };
}

function contactPersons(world: World): ExampleTable {
  const draw = new Random('contact_persons');
  return {
    name: 'contact_persons',
    columns: [
      'id',
      'company_id',
      'first_name',
      'last_name',
      'job_title',
      'email',
      'phone',
      'source',
      'notified_at',
      'last_contact_on',
    ],
    planted: [],
    *crowd() {
      for (const company of range(0, world.companies)) {
        for (const place of range(0, contactsOf(company))) {
          draw.at(company * 4 + place);
          const contact = contactPerson(company, place);
          const byEmployer = draw.chance(40);
          const lastContact = draw.between(2, 700);
          yield [
            company * 4 + place + 1,
            company + 1,
            draw.chance(90) ? contact.firstName : null,
            contact.lastName,
            draw.chance(85) ? draw.pick(jobTitles) : null,
            contact.email,
            draw.chance(80) ? contact.phone : null,
            byEmployer ? 'employer' : 'self',
            byEmployer ? world.at(lastContact, draw.between(480, 1020)) : null,
            world.date(lastContact),
          ];
        }
      }
    },
  };
}

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
export function leads(world: World): ExampleTable {
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
