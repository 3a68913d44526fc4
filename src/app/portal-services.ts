import type { CaseId } from '../base/ids.ts';
import type { CaseKind } from '../domain/case-file.ts';
import type { Identity, IdentityKind } from '../domain/identity.ts';
import type { Language, Localised } from '../domain/language.ts';
import type { OnBehalfOf } from '../domain/mandate.ts';
import type { NoticeDeed } from '../domain/notice.ts';
import type { PromiseState } from '../domain/promise-state.ts';
import type { Wish } from '../domain/wish.ts';
import type { Controller } from '../policy/policy.ts';
import type { Statement } from '../statement/statement.ts';
import type { MandateMistake } from './check-mandate.ts';
import type { RecipientNotice } from './recipient-notice.ts';

/**
 * What the public pages ask of the application. No method tells whether an address is known: opening a
 * request, asking for another code and giving a wrong one answer alike, in the same time, for everybody.
 *
 * `clientKey` is a shortened network address and only serves to count attempts; it is never kept beside a
 * request. `token` is the secret of the link that a person received; where it does not fit, the answer is
 * the same as for a reference nobody knows.
 */
export interface PortalServices {
  readonly controller: Controller;
  readonly choices: RequestChoices;
  /** The newest version, or null while nothing has been published. */
  getStatement(language: Language): Promise<PublishedStatement | null>;
  /** Newest first. */
  listVersions(language: Language): Promise<readonly VersionSummary[]>;
  getVersion(language: Language, number: number): Promise<PublishedStatement | null>;
  /** Every promise, in the order of the statement. */
  promiseBoard(): Promise<readonly PromiseStanding[]>;
  /** How one stood, newest first. Null for an id that nobody knows. */
  promiseHistory(id: string): Promise<readonly PublicSpell[] | null>;

  openRequest(input: OpenRequestInput): Promise<OpenRequestResult>;
  resendCode(input: ResendCodeInput): Promise<ResendCodeResult>;
  submitCode(input: SubmitCodeInput): Promise<SubmitCodeResult>;
  /** By what somebody can show who they are, beside the address. */
  readonly factKinds: readonly IdentityKind[];
  /** Whether this link, of a letter that asks who somebody is, opens the page for it. */
  opensFacts(input: RequestKey): Promise<boolean>;
  answerFacts(input: AnswerFactsInput): Promise<AnswerFactsResult>;
  requestStatus(input: RequestStatusInput): Promise<RequestStatus | null>;
  withdraw(input: RequestKey): Promise<WithdrawResult>;
  openPackage(input: RequestKey): Promise<OpenPackageResult>;
  /** Of a recipient of data, by the secret of the link in their letter; null when it opens nothing. */
  openNotice(token: string): Promise<RecipientNotice | null>;
  confirmNotice(token: string): Promise<RecipientNotice | null>;

  /** Kept mail, only where no mail leaves: the example. */
  readonly mailbox: Mailbox | null;
}

export interface PublishedStatement {
  readonly statement: Statement;
  /** Whether it is the one that holds today. */
  readonly newest: boolean;
}

export interface VersionSummary {
  readonly number: number;
  /** ISO date from which it holds. */
  readonly date: string;
  /** SHA-256 of what people read. */
  readonly hash: string;
}

/** A time during which a promise stood in one state. */
export interface PublicSpell {
  readonly state: PromiseState;
  readonly from: Temporal.Instant;
  /** Null: it is so still. */
  readonly until: Temporal.Instant | null;
  readonly reason: Localised | null;
}

export interface PromiseStanding {
  readonly id: string;
  readonly text: Localised;
  /** Articles. */
  readonly law: string;
  readonly state: PromiseState;
  /** What was found, what is missing, or what to do; one or two sentences. */
  readonly reason: Localised;
  /** What would break it, short. */
  readonly brokenWhen: Localised;
  /** What its check looks at; null when nothing does. */
  readonly reads: Localised | null;
  /** Null when it was never checked. */
  readonly checkedAt: Temporal.Instant | null;
}

/** What somebody can name in a request: what the policy names. */
export interface RequestChoices {
  readonly categories: readonly Choice[];
  readonly purposes: readonly PurposeChoice[];
  readonly recipients: readonly Choice[];
}

export interface Choice {
  readonly id: string;
  readonly name: Localised;
}

export interface PurposeChoice extends Choice {
  readonly marketing: boolean;
  /** It rests on consent, which can be taken back. */
  readonly consent: boolean;
}

export interface OpenRequestInput {
  readonly wish: Wish;
  readonly email: string;
  readonly customerNumber: string | null;
  readonly language: Language;
  readonly clientKey: string;
  /** Whom it is about, when somebody asks for somebody else. */
  readonly onBehalfOf?: OnBehalfOf;
}

export type OpenRequestResult =
  | {
      readonly kind: 'opened';
      readonly reference: string;
      /** `identity`: it goes on when the code from the mail comes back. */
      readonly state: 'identity' | 'in-progress';
    }
  /** This cannot be asked for that other person. */
  | { readonly kind: 'mistaken'; readonly mistake: MandateMistake }
  | TooMany;

export interface TooMany {
  readonly kind: 'too-many';
  readonly retryAfterSeconds: number;
}

export interface ResendCodeInput {
  readonly reference: string;
  readonly clientKey: string;
}

export type ResendCodeResult = { readonly kind: 'sent' } | TooMany;

export interface SubmitCodeInput {
  readonly reference: string;
  /** Six digits, spaces removed. */
  readonly code: string;
  readonly clientKey: string;
}

export type SubmitCodeResult =
  | { readonly kind: 'ok'; readonly token: string }
  /** It was right, and somebody of the organisation must look first. */
  | { readonly kind: 'waits'; readonly for: 'more-proof' | 'mandate' }
  /** Also for a reference that nobody knows. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'expired' }
  | TooMany;

export interface RequestKey {
  readonly reference: string;
  readonly token: string;
}

export interface AnswerFactsInput extends RequestKey {
  readonly facts: readonly Identity[];
  readonly clientKey: string;
}

export type AnswerFactsResult =
  | { readonly kind: 'ok'; readonly token: string; readonly caseId: CaseId }
  | { readonly kind: 'waits'; readonly for: 'more-proof' | 'mandate' }
  /** Not all of it is right, or it is too little; which, nobody is told. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'unknown' }
  | TooMany;

export interface RequestStatusInput extends RequestKey {
  /** In which the sentences of the plan are said. */
  readonly language: Language;
}

/**
 * Where a request stands, in the order in which it gets there; the last four are ends. `taken-up`: somebody writes the
 * answer, and no plan. `joined`: an earlier request for the same is answered for both.
 */
export type RequestState =
  | 'taken-up'
  | 'verified'
  | 'planned'
  | 'approved'
  | 'running'
  | 'done'
  | 'refused'
  | 'withdrawn'
  | 'joined';

export type RequestEventKind =
  | 'received'
  | 'taken-up'
  | 'verified'
  | 'planned'
  | 'extended'
  | 'approved'
  | 'started'
  | 'package-ready'
  | 'downloaded'
  | 'package-expired'
  | 'erased'
  | 'done'
  | 'refused'
  | 'withdrawn'
  | 'joined';

export interface RequestEvent {
  readonly kind: RequestEventKind;
  readonly at: Temporal.Instant;
}

export interface RequestStatus {
  readonly reference: string;
  readonly kind: CaseKind;
  readonly state: RequestState;
  readonly receivedOn: Temporal.PlainDate;
  /** The legal date (GDPR art. 12(3)), moved when the term was extended. */
  readonly dueOn: Temporal.PlainDate;
  /** Oldest first. */
  readonly timeline: readonly RequestEvent[];
  /** What will be done, or was, in sentences with counts; empty before there is a plan. */
  readonly planSentences: readonly string[];
  /** There is a plan, and it finds nothing of this person: there is nothing to send and nothing to erase. */
  readonly foundNothing: boolean;
  /** An erasure erases nothing, because a law holds all that was found. */
  readonly everythingKept: boolean;
  /** What stays after an erasure, and why. */
  readonly kept: readonly KeptItem[];
  readonly package: PackageSummary | null;
  /** To whom it was sent straight (art. 20(2)); null where nothing was. */
  readonly transfer: TransferSummary | null;
  /** Who else was told (art. 19), and what came of it. */
  readonly recipients: readonly ToldRecipient[];
  readonly mayWithdraw: boolean;
}

export interface ToldRecipient {
  readonly name: string;
  readonly deed: NoticeDeed;
  /** `excused`: telling them is impossible, or takes a disproportionate effort. */
  readonly standing: 'asked' | 'confirmed' | 'excused';
  /** Null while they were only asked. */
  readonly settledAt: Temporal.Instant | null;
}

export interface TransferSummary {
  /** Of the receiver, as it names itself. */
  readonly name: string;
  readonly address: string;
  readonly state: 'under-way' | 'delivered' | 'failed';
  /** When the receiver signed for it, or it was given up; null while it is under way. */
  readonly endedAt: Temporal.Instant | null;
  /** SHA-256 of what was sent, as the receipt says it; null before it was packed. */
  readonly digest: string | null;
}

export interface KeptItem {
  /** `14 facturen in Facturatie`. */
  readonly what: string;
  readonly rows: number;
  /** The ground in law, a whole sentence. */
  readonly ground: string;
  /** The last day on which the last of it is kept; null when it hangs on something that has no date. */
  readonly until: Temporal.PlainDate | null;
}

export interface PackageSummary {
  readonly sizeBytes: number;
  readonly expiresAt: Temporal.Instant;
  readonly downloads: number;
}

export type WithdrawResult = 'withdrawn' | 'too-late' | 'unknown';

export type OpenPackageResult =
  | {
      readonly kind: 'ok';
      readonly fileName: string;
      readonly sizeBytes: number;
      /** Read once, to the end or cancelled. */
      readonly stream: ReadableStream<Uint8Array>;
    }
  | { readonly kind: 'not-ready' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unknown' };

export interface Mailbox {
  /** Newest first, at most `limit`. */
  list(limit: number): Promise<readonly MailSummary[]>;
  get(id: string): Promise<KeptMail | null>;
}

export interface MailSummary {
  readonly id: string;
  readonly sentAt: Temporal.Instant;
  readonly to: string;
  readonly subject: string;
}

export interface KeptMail extends MailSummary {
  readonly from: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly sizeBytes: number }[];
}
