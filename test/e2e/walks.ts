import { expect } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import type { Wish } from '../../src/domain/wish.ts';
import type { PromiseId } from '../../src/law/promises.ts';
import type { Asked, Asker, Channel } from './channels.ts';
import type { Desk } from './desk.ts';
import { everyRow, placesOf } from './rows-by-hand.ts';
import {
  losesHerRows,
  marksOnly,
  packageByLink,
  receivesHerRows,
  systemsOf,
  takesHerRows,
} from './walk-rows.ts';

/** One of the seven rights, from the wish to what changed by it. */
export interface Walk {
  readonly right: Wish['kind'];
  readonly channel: Channel;
  readonly who: Asker;
  readonly wish: Wish;
  /** Whether an officer approves a plan. What the law leaves nobody to decide goes by itself. */
  readonly approved: boolean;
  /** What the letter says that tells the outcome. */
  readonly letter: readonly string[];
  /** Who is told of it, and how. */
  readonly told: readonly string[];
  /** Kinds of entries in the ledger, beside those of every request. */
  readonly ledger: readonly string[];
  /** Promises that nothing showed before it, and that are kept after it. */
  readonly turns: readonly PromiseId[];
  /** Looks at the rows before; what it gives looks at them afterwards. */
  rows(desk: Desk, who: Asker): Promise<(asked: Asked) => Promise<void>>;
}

const lotte = plantedCases['one-of-everything'].person;
const marijke = plantedCases['same-person-two-spellings'].person;
const marijkeMoved = 'marijke.verhuisd@example.com';

/** Three of the crowd who are in all three systems. */
const lucas: Asker = { email: 'lucas.velde13@example.com', customerNo: 'K-1000013' };
const anjali: Asker = { email: 'anjali.hendriks16@example.com', customerNo: 'K-1000016' };
const noelle: Asker = { email: 'noelle.mulder19@example.com', customerNo: 'K-1000019' };

/** What each is told when somebody of the example is erased, corrected or put on hold: by the purposes of the policy. */
const processors = (deed: string) =>
  ['administration by hand', 'hosting by email', 'mailer by api'].map((way) => `${deed} to ${way}`);

export const walks: readonly Walk[] = [
  {
    right: 'access',
    channel: 'website',
    who: lotte,
    wish: { kind: 'access' },
    approved: true,
    letter: ['Uw persoonsgegevens staan klaar'],
    told: [],
    ledger: ['plan-sealed', 'plan-approved', 'run-closed', 'package-made', 'package-downloaded'],
    turns: ['P36'],
    rows: async (desk, { email }) => {
      const before = await everyRow(desk.company);
      return async ({ reference }) => {
        expect(await everyRow(desk.company)).toEqual(before);
        await receivesHerRows(desk, email, await packageByLink(desk, { email, reference }));
      };
    },
  },
  {
    right: 'portability',
    channel: 'app',
    who: lotte,
    wish: { kind: 'portability', to: 'self' },
    approved: true,
    letter: ['Uw gegevens om mee te nemen staan klaar'],
    told: [],
    ledger: ['plan-sealed', 'plan-approved', 'run-closed', 'package-made', 'package-downloaded'],
    turns: ['P45'],
    rows: async (desk, { email }) => {
      const before = await everyRow(desk.company);
      return async (asked) => {
        expect(await everyRow(desk.company)).toEqual(before);
        await takesHerRows(desk, email, asked);
      };
    },
  },
  {
    right: 'rectification',
    channel: 'telephone',
    who: marijke,
    wish: {
      kind: 'rectification',
      corrections: [{ category: 'contact', now: marijke.email.toUpperCase(), wanted: marijkeMoved }],
    },
    approved: true,
    letter: ['verbeterd', 'artikel 16 AVG'],
    told: processors('rectification'),
    ledger: ['plan-sealed', 'plan-approved', 'run-closed', 'correction-recorded', 'notice-confirmed'],
    turns: ['P37', 'D03'],
    rows: async (desk, { email }) => {
      const before = await placesOf(desk.company, email);
      expect(systemsOf(Object.keys(before))).toEqual(['billing', 'crm', 'newsletter']);
      const rows = await everyRow(desk.company);
      return async () => {
        expect(await placesOf(desk.company, marijkeMoved)).toEqual(before);
        expect(await placesOf(desk.company, email)).toEqual({});
        // Nothing else: of each row that changed nothing but its column with the address did, and nothing inside the JSON of a lead.
        const now = await everyRow(desk.company);
        const was = new RegExp(email.replaceAll('.', '\\.'), 'i');
        const corrected = rows
          .filter((row) => !now.includes(row))
          .map((row) => row.replace(was, marijkeMoved));
        const changed = now.filter((row) => !rows.includes(row));
        expect(changed).toEqual(corrected.toSorted());
      };
    },
  },
  {
    right: 'restriction',
    channel: 'app',
    who: lucas,
    wish: { kind: 'restriction', ground: 'accuracy-contested', purposes: 'all', reason: null },
    approved: false,
    letter: ['Uw gegevens staan stil', 'artikel 18 AVG'],
    told: processors('restriction'),
    ledger: ['mark-set', 'plan-sealed', 'plan-approved', 'run-closed', 'notice-confirmed'],
    turns: ['D04'],
    // What rests on consent goes on (art. 18(2)): the newsletter and the counting of visits.
    rows: (desk, who) =>
      marksOnly(desk, who, {
        ...Object.fromEntries(
          [
            ...['service', 'communication', 'quotes', 'billing', 'bookkeeping', 'business-relations'],
            ...['quality', 'own-offers', 'website-security', 'accountability', 'employment'],
          ].map((purpose) => [purpose, 'restricted']),
        ),
      }),
  },
  {
    right: 'objection',
    channel: 'website',
    who: noelle,
    wish: {
      kind: 'objection',
      purposes: ['advertising', 'quality'],
      categories: 'all',
      recipients: 'all',
      reason: null,
    },
    approved: false,
    letter: ['Uw bezwaar: het gebruik staat stil'],
    told: ['objection to mailer by api'],
    ledger: [
      'mark-set',
      'plan-sealed',
      'plan-approved',
      'run-closed',
      'notice-confirmed',
      'objection-weighed',
    ],
    turns: ['P41', 'P42', 'P43', 'P44'],
    rows: async (desk, who) => {
      // Advertising stops at once and for good; helping somebody personally rests until it was weighed.
      const offers = { newsletter: 'objected', 'own-offers': 'objected' };
      const resting = await marksOnly(desk, who, { ...offers, quality: 'restricted' });
      const upheld = await marksOnly(desk, who, { ...offers, quality: 'objected' });
      return async (asked) => {
        await resting();
        const { reference } = asked;
        const outcome = ['--outcome', 'upheld', '--reason', 'Uw belang weegt zwaarder.'];
        await desk.company.gestand('requests', 'weigh', reference, ...outcome);
        await desk.letter(who.email, 'Uw bezwaar is toegekend');
        await upheld();
      };
    },
  },
  {
    right: 'withdrawal',
    channel: 'email',
    who: anjali,
    wish: { kind: 'withdrawal', purposes: ['newsletter'] },
    approved: false,
    letter: ['Uw toestemming is ingetrokken'],
    told: ['withdrawal to mailer by api'],
    ledger: ['mark-set', 'plan-sealed', 'plan-approved', 'run-closed', 'notice-confirmed'],
    turns: ['D05'],
    rows: (desk, who) => marksOnly(desk, who, { newsletter: 'withdrawn' }),
  },
  {
    right: 'erasure',
    channel: 'email',
    who: lotte,
    wish: { kind: 'erasure' },
    approved: true,
    // Who measures visits does not know her, and is given no address to find her by.
    letter: ['Belastingdienst', '31 december', 'zonder te weten van wie', 'Google Analytics'],
    told: processors('erasure'),
    ledger: ['plan-sealed', 'plan-approved', 'run-closed', 'erasure-recorded', 'notice-confirmed'],
    turns: ['P38'],
    rows: losesHerRows,
  },
];
