import { plantedCases } from '../planted-cases.ts';
import { address, companyHost, companyName, contactPerson, contactsOf } from './crowd.ts';
import { landline, mobile } from './numbers.ts';
import { Random } from './random.ts';
import { addressable, firstNames, jobTitles, lastNames, staffTitles } from './words.ts';
import { type Cell, type ExampleTable, plantedEmployees, range, type World } from './world.ts';

/** The company itself: its branches, services and staff, and the companies it works for with their people. */
export function crmCompany(world: World): readonly ExampleTable[] {
  return [migrations(world), branches, services, employees(world), companies(world), contactPersons(world)];
}

const nobody = (): Iterable<readonly Cell[]> => [];

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
  const sanne = plantedCases['employee-who-is-also-customer'];
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
