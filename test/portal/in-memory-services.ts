import type {
  KeptMail,
  OpenPackageResult,
  PortalServices,
  PromiseStanding,
  PublishedStatement,
  RequestStatus,
} from '../../src/app/portal-services.ts';
import type { RecipientNotice } from '../../src/app/recipient-notice.ts';
import { requestChoices } from '../../src/app/request-choices.ts';
import { present } from '../../src/base/assert.ts';
import type { Language } from '../../src/domain/language.ts';
import type { OnBehalfOf } from '../../src/domain/mandate.ts';
import type { PromiseState } from '../../src/domain/promise-state.ts';
import type { Wish } from '../../src/domain/wish.ts';
import { asksNoProof } from '../../src/law/identity-proofs.ts';
import { promises } from '../../src/law/promises.ts';
import { compileStatement } from '../../src/statement/compile.ts';
import type { Statement } from '../../src/statement/statement.ts';
import { goldenPolicy } from '../golden/statement/golden-policy.ts';
import { statementText } from './statement-text.ts';

export const rightCode = '123456';
export const token = 'tok_7Yc2Lq';

/** The services of the pages, kept in memory: what the pages do with their answers is what is tested here. */
export interface InMemoryServices extends PortalServices {
  readonly opened: {
    readonly email: string;
    readonly wish: Wish;
    readonly clientKey: string;
    readonly onBehalfOf?: OnBehalfOf;
  }[];
  /** The status that the link shows; a test may put another one here. */
  status: RequestStatus;
  package: OpenPackageResult;
  notice: RecipientNotice;
  tooMany: boolean;
  failing: boolean;
}

export function inMemoryServices(): InMemoryServices {
  const known = (reference: string, given: string) => reference === 'GV-2026-0042' && given === token;
  const tooMany = { kind: 'too-many', retryAfterSeconds: 240 } as const;
  const services: InMemoryServices = {
    controller: goldenPolicy.controller,
    choices: requestChoices(goldenPolicy),
    opened: [],
    status: openAccess,
    package: { kind: 'not-ready' },
    notice: {
      id: 'notice_01kb0000000000000000000000',
      name: 'Voorbeeldmail B.V.',
      deed: 'erasure',
      dueOn: Temporal.PlainDate.from('2026-11-16'),
      confirmedAt: null,
      excused: false,
    },
    tooMany: false,
    failing: false,
    getStatement: async (language) => published(language, 2),
    listVersions: async (language) =>
      [2, 1].map((number) => ({
        ...published(language, number).statement.version,
        hash: published(language, number).statement.hash,
      })),
    getVersion: async (language, number) => (number > 2 ? null : published(language, number)),
    promiseBoard: async () => {
      if (services.failing) throw new Error('connect ECONNREFUSED 10.0.0.7 user=gestand');
      return board;
    },
    promiseHistory: async (id) =>
      board.some((each) => each.id === id)
        ? [
            {
              state: 'kept',
              from: Temporal.Instant.from('2026-11-01T08:30:00Z'),
              until: Temporal.Instant.from('2026-11-23T08:30:00Z'),
              reason: reasons.kept,
            },
          ]
        : null,
    openRequest: async ({ email, wish, clientKey, onBehalfOf }) => {
      if (services.tooMany) return tooMany;
      services.opened.push({ email, wish, clientKey, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) });
      const state = asksNoProof(wish.kind) ? 'in-progress' : 'identity';
      return { kind: 'opened', reference: 'GV-2026-0042', state };
    },
    resendCode: async () => (services.tooMany ? tooMany : { kind: 'sent' }),
    submitCode: async ({ reference, code }) => {
      if (services.tooMany) return tooMany;
      if (code === '000000') return { kind: 'expired' };
      return reference === 'GV-2026-0042' && code === rightCode ? { kind: 'ok', token } : { kind: 'wrong' };
    },
    factKinds: ['customer-number', 'phone'],
    opensFacts: async ({ reference, token: given }) => known(reference, given),
    answerFacts: async ({ reference, token: given, facts }) => {
      if (services.tooMany) return tooMany;
      if (!known(reference, given)) return { kind: 'unknown' };
      return facts.length < 2 ? { kind: 'wrong' } : { kind: 'ok', token, caseId: 'case_1' };
    },
    requestStatus: async ({ reference, token: given }) => (known(reference, given) ? services.status : null),
    withdraw: async ({ reference, token: given }) => {
      if (!known(reference, given)) return 'unknown';
      if (!services.status.mayWithdraw) return 'too-late';
      services.status = { ...services.status, state: 'withdrawn', mayWithdraw: false };
      return 'withdrawn';
    },
    openNotice: async (given) => (given === token ? services.notice : null),
    confirmNotice: async (given) => {
      if (given !== token) return null;
      services.notice = { ...services.notice, confirmedAt: Temporal.Instant.from('2026-11-09T10:00:00Z') };
      return services.notice;
    },
    openPackage: async ({ reference, token: given }) =>
      known(reference, given) ? services.package : { kind: 'unknown' },
    mailbox: {
      list: async () => mails,
      get: async (id) => mails.find((mail) => mail.id === id) ?? null,
    },
  };
  return services;
}

function published(language: Language, number: number): PublishedStatement {
  return { statement: statementOf(language, number), newest: number === 2 };
}

function statementOf(language: Language, number: number): Statement {
  const { statement, diagnostics } = compileStatement({
    file: `statement.${language}.md`,
    text: statementText(language, number),
    language,
    policy: goldenPolicy,
    version: { number, date: number === 1 ? '2025-06-01' : '2026-11-01' },
  });
  return present(statement, `the statement (${JSON.stringify(diagnostics)})`);
}

/** Every state is there, as on a real board of the first weeks: most of it not proven yet. */
function stateOf(index: number): PromiseState {
  const kept = index % 3 === 0 ? 'kept' : 'unproven';
  return index === 24 ? 'broken' : index % 17 === 5 ? 'at-risk' : kept;
}

const reasons: Readonly<Record<PromiseState, { readonly nl: string; readonly en: string }>> = {
  kept: {
    nl: 'Alle 212 kolommen van drie systemen staan in de gegevenskaart.',
    en: 'All 212 columns of three systems are in the data map.',
  },
  'at-risk': {
    nl: 'Eén verzoek moet binnen 3 dagen beantwoord zijn.',
    en: 'One request must be answered within 3 days.',
  },
  broken: {
    nl: '14 rijen in Afspraken hadden op 1 november gewist moeten zijn. Voer de bewaartermijnen uit.',
    en: '14 rows in Appointments should have been erased on 1 November. Run the retention periods.',
  },
  unproven: {
    nl: 'Nog geen controle. Leg vast wie dit nagaat, en hoe vaak.',
    en: 'No check yet. Record who verifies this, and how often.',
  },
};

const board: readonly PromiseStanding[] = promises.map((promise, index) => {
  const state = stateOf(index);
  return {
    id: promise.id,
    text: promise.text,
    law: promise.law,
    state,
    reason: reasons[state],
    brokenWhen: promise.brokenWhen,
    reads: state === 'unproven' ? null : { nl: 'het beleid', en: 'the policy' },
    checkedAt: state === 'unproven' ? null : Temporal.Instant.from('2026-11-23T08:30:00Z'),
  };
});

const openAccess: RequestStatus = {
  reference: 'GV-2026-0042',
  kind: 'access',
  state: 'planned',
  receivedOn: Temporal.PlainDate.from('2026-11-23'),
  dueOn: Temporal.PlainDate.from('2026-12-23'),
  timeline: [
    { kind: 'received', at: Temporal.Instant.from('2026-11-23T13:05:00Z') },
    { kind: 'verified', at: Temporal.Instant.from('2026-11-23T13:07:00Z') },
    { kind: 'planned', at: Temporal.Instant.from('2026-11-23T13:08:00Z') },
  ],
  foundNothing: false,
  everythingKept: false,
  planSentences: [
    'Uit Klantensysteem: 1 klant, 2 adressen en 3 voertuigen.',
    'Uit Facturatie: 14 facturen met 31 regels. Gegevens van anderen worden onleesbaar gemaakt.',
    'Uit Nieuwsbrief: 1 aanmelding.',
  ],
  kept: [],
  transfer: null,
  recipients: [],
  package: null,
  mayWithdraw: true,
};

export const readyAccess: RequestStatus = {
  ...openAccess,
  state: 'done',
  timeline: [
    ...openAccess.timeline,
    { kind: 'approved', at: Temporal.Instant.from('2026-11-24T08:12:00Z') },
    { kind: 'package-ready', at: Temporal.Instant.from('2026-11-24T08:13:00Z') },
  ],
  package: {
    sizeBytes: 1_420_000,
    expiresAt: Temporal.Instant.from('2026-12-08T08:13:00Z'),
    downloads: 0,
  },
  mayWithdraw: false,
};

export const finishedErase: RequestStatus = {
  ...openAccess,
  kind: 'erasure',
  state: 'done',
  timeline: [
    ...openAccess.timeline,
    { kind: 'approved', at: Temporal.Instant.from('2026-11-24T08:12:00Z') },
    { kind: 'erased', at: Temporal.Instant.from('2026-11-24T08:13:00Z') },
    { kind: 'done', at: Temporal.Instant.from('2026-11-24T08:13:00Z') },
  ],
  kept: [
    {
      what: '9 facturen met 20 regels in Facturatie',
      rows: 9,
      ground:
        'Wij moeten onze administratie zeven jaar bewaren voor de Belastingdienst (artikel 52 lid 4 Algemene wet inzake rijksbelastingen).',
      until: Temporal.PlainDate.from('2033-12-31'),
    },
  ],
  mayWithdraw: false,
};

const mails: readonly KeptMail[] = [
  {
    id: 'mail_02',
    sentAt: Temporal.Instant.from('2026-11-23T13:05:00Z'),
    from: 'privacy@goudenkorst.example',
    to: 'jan.de.vries@example.org',
    subject: 'Uw code voor verzoek GV-2026-0042',
    text: 'Beste lezer,\n\nUw code is 123 456. Vul hem in op http://localhost:8080/request/GV-2026-0042/code.\n\nHebt u dit niet gevraagd? Dan hoeft u niets te doen.',
    attachments: [{ name: 'brief.pdf', sizeBytes: 48_211 }],
  },
  {
    id: 'mail_01',
    sentAt: Temporal.Instant.from('2026-11-22T09:00:00Z'),
    from: 'privacy@goudenkorst.example',
    to: 'privacy@goudenkorst.example',
    subject: 'Er is een verzoek binnengekomen',
    text: 'Er is een verzoek om inzage. Antwoord uiterlijk 23 december 2026.',
    attachments: [],
  },
];
