import { branchCount, serviceCount } from './crm-company.ts';
import { customer, drivesAlong, otherSpelling, someEmployee, vehicleOf } from './crowd.ts';
import { ipAddress, mobile, plate, vin } from './numbers.ts';
import { plantedActivity } from './planted-activity.ts';
import { Random } from './random.ts';
import * as words from './words.ts';
import {
  type Cell,
  type ExampleTable,
  plantedCustomers,
  plantedEmployees,
  plantedIds,
  range,
  type World,
} from './world.ts';

/** What the people of the customer system own, did and said. In the order in which keys can be laid. */
export function crmActivity(world: World): readonly ExampleTable[] {
  const planted = plantedActivity(world);
  const table = (
    name: keyof typeof planted,
    columns: string,
    crowd: ExampleTable['crowd'],
  ): ExampleTable => ({
    name,
    columns: columns.split(' '),
    planted: planted[name],
    crowd,
  });
  return [
    table('vehicles', 'id plate vin make model first_registered_on mileage_km', () => vehicles(world)),
    table('vehicle_ownerships', 'vehicle_id customer_id from_date to_date', () => ownerships(world)),
    table(
      'appointments',
      'id customer_id vehicle_id service_id branch_id employee_id starts_at status remark',
      () => appointments(world),
    ),
    table('appointment_photos', 'id appointment_id file_name caption taken_at', () => photos(world)),
    table('messages', 'id customer_id employee_id reply_to channel direction subject body sent_at', () =>
      messages(world),
    ),
    table('notes', 'id customer_id author_id body created_at', () => notes(world)),
    table('quotes', 'id customer_id lead_id service_id description amount_cents offered_on', () =>
      quotes(world),
    ),
    table(
      'referrals',
      'id referrer_id referred_id referrer_remark referred_first_name referred_email created_on',
      () => referrals(world),
    ),
    table('consents', 'id customer_id purpose text_version channel ip given_at withdrawn_at', () =>
      consents(world),
    ),
    table('campaigns', 'id name kind segment_rule sent_on', () => []),
    table('campaign_deliveries', 'campaign_id customer_id email sent_at opened_at', () => deliveries(world)),
    table('website_visits', 'id customer_id session path ip browser device visited_at', () => visits(world)),
    table('call_log', 'id phone email summary duration_seconds called_at', () => calls(world)),
  ];
}

type Rows = Generator<readonly Cell[]>;

const crowdOf = (world: World): Generator<number> => range(plantedCustomers, world.people);

function* vehicles(world: World): Rows {
  const draw = new Random('vehicles');
  for (const index of crowdOf(world)) {
    const vehicle = vehicleOf(index);
    if (vehicle === null) continue;
    draw.at(index);
    const [make, model] = draw.pick(words.cars);
    yield [
      vehicle.id,
      plate(index),
      draw.chance(92) ? vin(index) : null,
      make,
      model,
      draw.chance(95) ? world.date(draw.between(200, 4800)) : null,
      draw.chance(90) ? draw.between(900, 290_000) : null,
    ];
  }
}

function* ownerships(world: World): Rows {
  const draw = new Random('vehicle_ownerships');
  for (const index of crowdOf(world)) {
    draw.at(index);
    const since = draw.between(100, 1500);
    const vehicle = vehicleOf(index);
    if (vehicle !== null) yield [vehicle.id, index + 1, world.date(since), null];
    if (vehicle !== null && index % 11 === 0 && index + 2 < world.people) {
      yield [vehicle.id, index + 3, world.date(since + draw.between(200, 1000)), world.date(since)];
    }
    if (drivesAlong(index)) yield [index, index + 1, world.date(since), null];
  }
}

const mostAppointments = 4;

function appointmentsOf(index: number): number {
  return [1, 2, 0, 1, 3, 1][index % 6] ?? 0;
}

function* appointments(world: World): Rows {
  const draw = new Random('appointments');
  for (const index of crowdOf(world)) {
    for (const place of range(0, appointmentsOf(index))) {
      draw.at(index * mostAppointments + place);
      const daysAgo = draw.between(-30, 1500);
      yield [
        index * mostAppointments + place + 1,
        index + 1,
        draw.chance(90) ? (vehicleOf(index)?.id ?? null) : null,
        1 + draw.below(serviceCount),
        1 + draw.below(branchCount),
        draw.chance(94) ? someEmployee(world, draw, plantedEmployees) : null,
        world.at(daysAgo, 480 + 30 * draw.below(18)),
        daysAgo <= 0 ? 'planned' : draw.pick(['done', 'done', 'done', 'done', 'cancelled', 'no-show']),
        draw.chance(25) ? draw.pick(words.remarks) : null,
      ];
    }
  }
}

function* photos(world: World): Rows {
  const draw = new Random('appointment_photos');
  let id = plantedIds;
  for (const index of crowdOf(world)) {
    if (appointmentsOf(index) === 0 || !draw.at(index).chance(15)) continue;
    const appointment = index * mostAppointments + 1;
    for (const place of range(1, 1 + draw.between(1, 2))) {
      id += 1;
      yield [
        id,
        appointment,
        `inname-${appointment}-${place}.jpg`,
        draw.chance(50) ? 'Schade bij inname' : null,
        world.at(draw.between(1, 1500), draw.between(480, 1020)),
      ];
    }
  }
}

/** A question, sometimes its answer, sometimes thanks: each refers to the one before. */
function* messages(world: World): Rows {
  const draw = new Random('messages');
  for (const index of crowdOf(world)) {
    const length = [0, 1, 2, 0, 3, 2, 1][index % 7] ?? 0;
    draw.at(index);
    const employee = draw.chance(95) ? someEmployee(world, draw, plantedEmployees) : null;
    const daysAgo = draw.between(5, 700);
    const minute = draw.between(480, 900);
    const channel = draw.pick(['email', 'app', 'website']);
    const subject = draw.chance(80) ? draw.below(words.subjects.length) : null;
    for (const place of range(0, length)) {
      const fromStaff = place === 1;
      yield [
        index * 4 + place + 1,
        index + 1,
        place === 0 ? null : employee,
        place === 0 ? null : index * 4 + place,
        channel,
        fromStaff ? 'out' : 'in',
        subject === null ? null : `${place === 0 ? '' : 'Re: '}${words.subjects[subject]}`,
        place === 2 ? 'Dank u wel!' : draw.pick(fromStaff ? words.answers : words.questions),
        world.at(daysAgo - place, minute),
      ];
    }
  }
}

function* notes(world: World): Rows {
  const draw = new Random('notes');
  let id = plantedIds;
  for (const index of crowdOf(world)) {
    if (!draw.at(index).chance(35)) continue;
    id += 1;
    yield [
      id,
      index + 1,
      draw.chance(93) ? someEmployee(world, draw, plantedEmployees) : null,
      `${draw.chance(30) ? `${customer(index).firstName}: ` : ''}${draw.pick(words.notes)}`,
      world.at(draw.between(2, 700), draw.between(480, 1080)),
    ];
  }
}

/** Of a customer, of a lead, or of one person who was first the one and then the other. */
function* quotes(world: World): Rows {
  const draw = new Random('quotes');
  let id = plantedIds;
  for (const index of range(0, world.leads)) {
    draw.at(index);
    const byCustomer = draw.chance(45);
    id += 1;
    yield [
      id,
      byCustomer ? plantedCustomers + 1 + draw.below(world.people - plantedCustomers) : null,
      byCustomer ? null : plantedIds + index,
      1 + draw.below(serviceCount),
      draw.pick([
        'Uitlaat vervangen',
        'Set winterbanden',
        'Trekhaak monteren',
        'Grote beurt met distributieriem',
      ]),
      draw.between(60, 1800) * 100,
      world.date(draw.between(1, 350)),
    ];
  }
}

function* referrals(world: World): Rows {
  const draw = new Random('referrals');
  let id = plantedIds;
  for (const index of crowdOf(world)) {
    const referredIndex = index + 6;
    if (index % 25 !== 0 || referredIndex >= world.people) continue;
    draw.at(index);
    const referred = customer(referredIndex);
    id += 1;
    yield [
      id,
      index + 1,
      referred.id,
      draw.chance(60) ? 'Mijn buren, ze zoeken een vaste garage.' : null,
      draw.chance(80) ? referred.firstName : null,
      draw.chance(80) ? referred.email : null,
      world.date(draw.between(5, 650)),
    ];
  }
}

function* consents(world: World): Rows {
  const draw = new Random('consents');
  let id = plantedIds;
  for (const index of crowdOf(world)) {
    draw.at(index);
    if (!draw.chance(45)) continue;
    const given = draw.between(60, 1400);
    id += 1;
    yield [
      id,
      index + 1,
      draw.pick(['newsletter', 'newsletter', 'analytics']),
      `2024-${draw.between(1, 3)}`,
      draw.pick(['website', 'app']),
      draw.chance(70) ? ipAddress(index) : null,
      world.at(given, draw.between(420, 1380)),
      draw.chance(12) ? world.at(draw.between(1, 59), draw.between(420, 1380)) : null,
    ];
  }
}

export const campaignCount = 12;

/** Each campaign went to one customer in eight. */
function* deliveries(world: World): Rows {
  const draw = new Random('campaign_deliveries');
  for (const campaign of range(1, campaignCount + 1)) {
    const sentDaysAgo = campaignDaysAgo(campaign);
    for (const index of crowdOf(world)) {
      if (index % 8 !== campaign % 8) continue;
      draw.at(index * campaignCount + campaign);
      yield [
        campaign,
        index + 1,
        customer(index).email,
        world.at(sentDaysAgo, draw.between(540, 600)),
        draw.chance(38) ? world.at(sentDaysAgo, draw.between(620, 1400)) : null,
      ];
    }
  }
}

export function campaignDaysAgo(campaign: number): number {
  return 50 * campaign;
}

/** Half of the visitors logged in; of the others nobody knows who they are. */
function* visits(world: World): Rows {
  const draw = new Random('website_visits');
  let id = plantedIds;
  for (const index of crowdOf(world)) {
    draw.at(index);
    const pages = draw.below(4);
    const known = draw.chance(55);
    const session = `00000000-0000-4000-8000-${(index + 1).toString(16).padStart(12, '0')}`;
    const browser = draw.chance(95) ? draw.pick(words.browsers) : null;
    const device = draw.chance(95) ? draw.pick(words.devices) : null;
    const daysAgo = draw.between(0, 28);
    const minute = draw.between(0, 1380);
    for (const page of range(0, pages)) {
      id += 1;
      yield [
        id,
        known ? index + 1 : null,
        session,
        draw.pick(words.paths),
        ipAddress(index),
        browser,
        device,
        world.at(daysAgo, minute + page),
      ];
    }
  }
}

function* calls(world: World): Rows {
  const draw = new Random('call_log');
  let id = plantedIds;
  for (const index of crowdOf(world)) {
    draw.at(index);
    if (!draw.chance(20)) continue;
    const known = draw.chance(80);
    const { email, phone } = customer(index);
    id += 1;
    yield [
      id,
      known ? phone : mobile(index + 700_000),
      known ? otherSpelling(email, index + 1) : null,
      draw.chance(85) ? draw.pick(words.callSummaries) : null,
      draw.between(20, 900),
      world.at(draw.between(1, 350), draw.between(480, 1050)),
    ];
  }
}
