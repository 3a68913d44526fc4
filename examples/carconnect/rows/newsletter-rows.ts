import { plantedCases } from '../planted-cases.ts';
import { customer, fullName, otherSpelling } from './crowd.ts';
import { ipAddress } from './numbers.ts';
import { Random } from './random.ts';
import { type Cell, type ExampleTable, plantedCustomers, range, type World } from './world.ts';

const marijke = plantedCases['same-person-two-spellings'].newsletterEmail;
const nothing = plantedCases['null-wherever-one-may-be'].person.email;
const lotte = plantedCases['one-of-everything'].newsletterEmail;
const mailingCount = 24;

/** The legacy list. Whatever capitals a subscriber typed, the mailing program copied into every row after it. */
export function newsletterTables(world: World): readonly ExampleTable[] {
  const { at, date } = world;
  const opened = (id: number, email: string, mailing: number) => ({
    id,
    email,
    mailing_id: mailing,
    ip: '198.51.100.9',
    user_agent: 'Voorbeeldmail 4.2',
    opened_at: at(20 * mailing, 700),
  });
  return [
    {
      name: 'mailings',
      columns: ['id', 'title', 'sent_on'],
      planted: Array.from({ length: mailingCount }, (_, place) => ({
        id: place + 1,
        title: `Nieuwsbrief ${mailingCount - place}`,
        sent_on: date(20 * (place + 1)),
      })),
      crowd: () => [],
    },
    {
      name: 'subscribers',
      columns: ['email', 'name', 'ip', 'subscribed_at', 'unsubscribed_at', 'last_seen_on'],
      planted: [
        {
          email: marijke,
          name: 'Marijke',
          ip: '192.0.2.6',
          subscribed_at: at(500, 800),
          last_seen_on: date(40),
        },
        {
          email: lotte,
          name: 'Lotte',
          ip: '192.0.2.12',
          subscribed_at: at(400, 800),
          last_seen_on: date(20),
        },
        { email: nothing, subscribed_at: at(300, 800) },
        {
          email: 'Alleen.Nieuwsbrief@Example.org',
          name: 'Jo',
          subscribed_at: at(200, 800),
          last_seen_on: date(60),
        },
      ],
      crowd: () => subscribers(world),
    },
    {
      name: 'opens',
      columns: ['id', 'email', 'mailing_id', 'ip', 'user_agent', 'opened_at'],
      planted: [
        opened(1, marijke, 2),
        opened(2, lotte, 1),
        opened(3, lotte, 2),
        { ...opened(4, nothing, 3), ip: null, user_agent: null },
      ],
      crowd: () => opens(world),
    },
    {
      name: 'clicks',
      columns: ['email', 'mailing_id', 'url', 'clicked_at'],
      planted: [
        {
          email: lotte,
          mailing_id: 1,
          url: 'https://www.carconnect.example/winterbanden',
          clicked_at: at(20, 705),
        },
        { email: marijke, mailing_id: 2, url: 'https://www.carconnect.example/apk', clicked_at: at(40, 705) },
      ],
      crowd: () => clicks(world),
    },
  ];
}

type Rows = Generator<readonly Cell[]>;

/** Every third customer takes the newsletter, and types the address anew to do so. */
function* spellings(world: World): Generator<readonly [email: string, index: number]> {
  for (const index of range(plantedCustomers, world.people)) {
    if (index % 3 === 1) yield [otherSpelling(customer(index).email, (index - 1) / 3), index];
  }
}

function* subscribers(world: World): Rows {
  const draw = new Random('subscribers');
  for (const [email, index] of spellings(world)) {
    const name = fullName(customer(index));
    draw.at(index);
    const left = draw.chance(6);
    yield [
      email,
      draw.chance(75) ? name : null,
      draw.chance(80) ? ipAddress(index) : null,
      world.at(draw.between(120, 1500), draw.between(400, 1400)),
      left ? world.at(draw.between(1, 100), draw.between(400, 1400)) : null,
      draw.chance(90) ? world.date(draw.between(1, 650)) : null,
    ];
  }
}

function* opens(world: World): Rows {
  const draw = new Random('opens');
  let id = 10;
  for (const [email, index] of spellings(world)) {
    for (const _ of range(0, draw.at(index).below(4))) {
      const mailing = draw.between(1, mailingCount);
      id += 1;
      yield [
        id,
        email,
        mailing,
        draw.chance(80) ? ipAddress(index) : null,
        draw.chance(90) ? 'Voorbeeldmail 4.2' : null,
        world.at(20 * mailing, draw.between(540, 1400)),
      ];
    }
  }
}

function* clicks(world: World): Rows {
  const draw = new Random('clicks');
  for (const [email, index] of spellings(world)) {
    if (!draw.at(index).chance(25)) continue;
    const mailing = draw.between(1, mailingCount);
    const page = draw.pick(['apk', 'winterbanden', 'occasions']);
    yield [
      email,
      mailing,
      `https://www.carconnect.example/${page}`,
      world.at(20 * mailing, draw.between(560, 1430)),
    ];
  }
}
