import { plantedCases } from '../planted-cases.ts';
import { landline, mobile, plate, vin } from './numbers.ts';
import type { Cell, World } from './world.ts';

type PlantedRows = readonly Readonly<Record<string, Cell>>[];

const cases = plantedCases;
const sanne = cases['employee-who-is-also-customer'];
const { first: pieter, second: thomas, replyAcross } = cases['two-customers-one-address'];
const couple = cases['couple-one-car'];
const marijke = cases['same-person-two-spellings'];
const willem = cases['invoices-under-and-past-retention'].person;
const noelle = cases['name-with-accents-and-apostrophe'].person;
const nothing = cases['null-wherever-one-may-be'].person;
const sold = cases['vehicle-that-changed-owner'];
const orphan = cases['orphan-row'];
const lotte = cases['one-of-everything'];

/** The planted people's rows of `crm-activity.ts`, by table. What is not named is NULL. */
export function plantedActivity(world: World) {
  return {
    vehicles: vehicles(world),
    vehicle_ownerships: ownerships(world),
    appointments: appointments(world),
    appointment_photos: photos(world),
    messages: messages(world),
    notes: notes(world),
    quotes: quotes(world),
    referrals: referrals(world),
    consents: consents(world),
    campaigns: campaigns(world),
    campaign_deliveries: deliveries(world),
    website_visits: visits(world),
    call_log: calls(world),
  };
}

function vehicles({ date }: World): PlantedRows {
  const car = (id: number, make: string, model: string) => ({
    id,
    plate: plate(id - 1),
    vin: vin(id - 1),
    make,
    model,
    first_registered_on: date(1800 + id),
    mileage_km: 40_000 + 1_000 * id,
  });
  return [
    car(1, 'Kolibri', 'Mini'),
    car(2, 'Poolster', 'P2'),
    car(couple.vehicleId, 'Windhond', 'Reis'),
    car(7, 'Havik', 'Bestel'),
    { id: 9, plate: plate(8), make: 'Windhond', model: 'Stad' },
    car(sold.vehicleId, 'Poolster', 'P4 Combi'),
    car(12, 'Ørsted', 'E-6'),
  ];
}

function ownerships({ date }: World): PlantedRows {
  const since = (vehicle: number, owner: number, from: number, to: number | null = null) => ({
    vehicle_id: vehicle,
    customer_id: owner,
    from_date: date(from),
    to_date: to === null ? null : date(to),
  });
  return [
    since(1, sanne.person.customerId, 900),
    since(2, pieter.customerId, 800),
    since(couple.vehicleId, couple.first.customerId, 700),
    since(couple.vehicleId, couple.second.customerId, 700),
    since(7, willem.customerId, 1300),
    since(9, nothing.customerId, 600),
    since(sold.vehicleId, sold.seller.customerId, 1400, 400),
    since(sold.vehicleId, sold.buyer.customerId, 400),
    since(12, lotte.person.customerId, 500),
  ];
}

function appointments({ at }: World): PlantedRows {
  const done = (id: number, owner: number, vehicle: number, employee: number, daysAgo: number) => ({
    id,
    customer_id: owner,
    vehicle_id: vehicle,
    service_id: 1 + (id % 6),
    branch_id: 1,
    employee_id: employee,
    starts_at: at(daysAgo, 540),
    status: daysAgo < 0 ? 'planned' : 'done',
    remark: 'Sleutel ligt bij de balie.',
  });
  return [
    done(1, sanne.person.customerId, 1, 3, 300),
    done(2, pieter.customerId, 2, sanne.employeeId, 250),
    done(3, couple.first.customerId, couple.vehicleId, 3, 120),
    done(4, couple.second.customerId, couple.vehicleId, sanne.employeeId, 30),
    done(5, willem.customerId, 7, 3, 370),
    {
      id: 6,
      customer_id: nothing.customerId,
      service_id: 1,
      branch_id: 2,
      starts_at: at(90, 600),
      status: 'done',
    },
    done(7, sold.seller.customerId, sold.vehicleId, 2, 500),
    done(8, sold.buyer.customerId, sold.vehicleId, 2, 100),
    done(9, lotte.person.customerId, 12, sanne.employeeId, 60),
    done(10, lotte.person.customerId, 12, 2, -14),
  ];
}

function photos({ at }: World): PlantedRows {
  return [
    {
      id: 1,
      appointment_id: 2,
      file_name: 'inname-2-1.jpg',
      caption: 'Kras op linkerdeur',
      taken_at: at(250, 545),
    },
    { id: 2, appointment_id: 6, file_name: 'inname-6-1.jpg', taken_at: at(90, 605) },
    {
      id: 3,
      appointment_id: 9,
      file_name: 'inname-9-1.jpg',
      caption: 'Velg rechtsvoor',
      taken_at: at(60, 545),
    },
  ];
}

function messages({ at }: World): PlantedRows {
  const said = (id: number, owner: number, body: string, daysAgo: number) => ({
    id,
    customer_id: owner,
    channel: 'email',
    direction: 'in',
    subject: 'Afspraak',
    body,
    sent_at: at(daysAgo, 700),
  });
  const answered = (id: number, owner: number, replyTo: number, body: string) => ({
    ...said(id, owner, body, 200 - id),
    employee_id: sanne.employeeId,
    reply_to: replyTo,
    direction: 'out',
  });
  return [
    said(1, sanne.person.customerId, 'Ik kom morgen zelf even langs voor de banden.', 310),
    said(5, pieter.customerId, 'Kan Thomas de auto ophalen? Hij woont op hetzelfde adres.', 200),
    answered(6, pieter.customerId, 5, 'Dat kan, tot vijf uur.'),
    {
      ...said(replyAcross.messageId, thomas.customerId, 'Ik ben er om half vijf.', 190),
      reply_to: replyAcross.replyTo,
    },
    said(13, couple.first.customerId, 'Wij rijden er samen mee; belt u ons allebei?', 125),
    said(29, noelle.customerId, 'Mijn naam is d’Arçon-O\'Brien, niet Darcon; wilt u dat "verbeteren"?', 80),
    {
      id: 33,
      customer_id: nothing.customerId,
      channel: 'app',
      direction: 'in',
      body: 'Hallo?',
      sent_at: at(90, 900),
    },
    said(45, lotte.person.customerId, 'Is mijn auto vrijdag klaar?', 62),
    answered(46, lotte.person.customerId, 45, 'Ja, vrijdag om drie uur.'),
  ];
}

function notes({ at }: World): PlantedRows {
  const about = (id: number, owner: number, author: number | null, body: string) => ({
    id,
    customer_id: owner,
    author_id: author,
    body,
    created_at: at(100 + id, 660),
  });
  return [
    about(
      1,
      pieter.customerId,
      sanne.employeeId,
      'Pieter belt liever na zes uur; huisgenoot Thomas mag ophalen.',
    ),
    about(2, sanne.person.customerId, 2, 'Collega: personeelskorting toepassen.'),
    about(
      3,
      marijke.person.customerId,
      sanne.employeeId,
      'Schrijft haar adres steeds anders; zelfde mevrouw De Wit.',
    ),
    about(4, nothing.customerId, null, 'Klant wil verder niets opgeven.'),
    about(5, lotte.person.customerId, sanne.employeeId, 'Wil een leenauto bij de volgende grote beurt.'),
  ];
}

function quotes({ date }: World): PlantedRows {
  const offer = (id: number, description: string, daysAgo: number) => ({
    id,
    service_id: 3,
    description,
    amount_cents: 64_500,
    offered_on: date(daysAgo),
  });
  return [
    { ...offer(1, 'Distributieriem vervangen', 145), lead_id: 1, customer_id: marijke.person.customerId },
    { ...offer(2, 'Trekhaak monteren', 35), lead_id: 2 },
    { ...offer(3, 'Set winterbanden', 70), customer_id: lotte.person.customerId },
  ];
}

function referrals({ date }: World): PlantedRows {
  return [
    {
      id: couple.referralId,
      referrer_id: couple.second.customerId,
      referred_id: couple.first.customerId,
      referrer_remark: 'Mijn vrouw, zij rijdt de meeste kilometers.',
      referred_first_name: couple.first.firstName,
      referred_email: couple.first.email,
      created_on: date(640),
    },
    { id: 2, referrer_id: nothing.customerId, created_on: date(400) },
  ];
}

function consents({ at }: World): PlantedRows {
  const given = (id: number, owner: number, daysAgo: number) => ({
    id,
    customer_id: owner,
    purpose: 'newsletter',
    text_version: '2024-2',
    channel: 'website',
    ip: '192.0.2.77',
    given_at: at(daysAgo, 800),
  });
  return [
    given(1, marijke.person.customerId, 500),
    given(2, lotte.person.customerId, 400),
    { ...given(3, sold.seller.customerId, 900), withdrawn_at: at(45, 820) },
    { ...given(4, nothing.customerId, 300), ip: null },
  ];
}

function campaigns({ date }: World): PlantedRows {
  return Array.from({ length: 12 }, (_, place) => ({
    id: place + 1,
    name: `Actie ${place + 1}`,
    kind: place % 3 === 0 ? 'service' : 'marketing',
    segment_rule:
      place % 2 === 0
        ? 'laatste bezoek langer dan elf maanden geleden'
        : 'klant met zomerbanden in de opslag',
    sent_on: date(50 * (place + 1)),
  }));
}

function deliveries({ at }: World): PlantedRows {
  return [
    {
      campaign_id: 1,
      customer_id: lotte.person.customerId,
      email: lotte.person.email,
      sent_at: at(50, 560),
      opened_at: at(50, 900),
    },
    { campaign_id: 1, customer_id: nothing.customerId, email: nothing.email, sent_at: at(50, 560) },
    { campaign_id: 2, customer_id: pieter.customerId, email: pieter.email, sent_at: at(100, 560) },
    {
      campaign_id: orphan.campaignId,
      customer_id: orphan.customerId,
      email: orphan.email,
      sent_at: at(50, 560),
    },
  ];
}

function visits({ at }: World): PlantedRows {
  const seen = (id: number, owner: number | null, path: string) => ({
    id,
    customer_id: owner,
    session: `00000000-0000-4000-9000-${String(id).padStart(12, '0')}`,
    path,
    ip: '203.0.113.12',
    browser: 'Firefox 143',
    device: 'computer',
    visited_at: at(3, 600 + id),
  });
  return [
    seen(1, lotte.person.customerId, '/afspraak'),
    seen(2, pieter.customerId, '/privacy'),
    seen(3, null, '/'),
    { ...seen(4, nothing.customerId, '/'), ip: null, browser: null, device: null },
  ];
}

function calls({ at }: World): PlantedRows {
  const rang = (id: number, phone: string | null, email: string | null, summary: string | null) => ({
    id,
    phone,
    email,
    summary,
    duration_seconds: 60 + id,
    called_at: at(10 * id, 640),
  });
  return [
    rang(1, mobile(900_006), marijke.callLogEmail, 'Vraagt of de offerte nog geldt.'),
    rang(2, landline(900_002), pieter.email, 'Vraagt of de auto klaar is.'),
    rang(3, mobile(900_012), lotte.person.email, 'Wil een leenauto.'),
    rang(4, mobile(999_999), null, 'Verkeerd verbonden.'),
    rang(5, null, nothing.email, null),
  ];
}
