import type { CaseKind } from '../domain/case-file.ts';
import type { Language } from '../domain/language.ts';
import type { OnBehalfOf } from '../domain/mandate.ts';
import type { Wish } from '../domain/wish.ts';
import type { Policy } from '../policy/policy.ts';
import type { MandateMistake } from './check-mandate.ts';
import type { WishMistake } from './check-wish.ts';
import type {
  OpenPackageResult,
  RequestKey,
  RequestState,
  RequestStatus,
  RequestStatusInput,
  ResendCodeInput,
  ResendCodeResult,
  SubmitCodeInput,
  TooMany,
  WithdrawResult,
} from './portal-services.ts';
import type { SessionRefusal } from './session-token.ts';

/**
 * What the organisation's own app asks of the application. As on the public pages, no answer tells whether somebody is known; but
 * what a signed session vouches for is taken up at once.
 */
export interface AppServices {
  readonly policy: Policy;
  openRequest(input: AppRequest): Promise<AppOpened>;
  resendCode(input: ResendCodeInput): Promise<ResendCodeResult>;
  submitCode(input: SubmitCodeInput): Promise<AppSubmitted>;
  requestStatus(input: RequestStatusInput): Promise<RequestStatus | null>;
  withdraw(input: RequestKey): Promise<WithdrawResult>;
  openPackage(input: RequestKey): Promise<OpenPackageResult>;
  listOwnRequests(sessionToken: string): Promise<OwnRequests>;
}

export interface AppRequest {
  readonly wish: Wish;
  /** Null: the session says it. */
  readonly email: string | null;
  readonly customerNumber: string | null;
  /** Whom it is about, when somebody asks for somebody else. */
  readonly onBehalfOf: OnBehalfOf | null;
  readonly language: Language;
  readonly sessionToken: string | null;
  readonly clientKey: string;
  /** The same key and the same request are one request, however often they come. */
  readonly idempotencyKey: string | null;
}

export type AppOpened =
  | {
      readonly kind: 'opened';
      readonly reference: string;
      readonly state: 'identity' | 'taken-up';
      readonly token: string | null;
      /** It was opened before, by the same key. */
      readonly repeated: boolean;
    }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly RequestMistake[] }
  /** The key was used for another request. */
  | { readonly kind: 'key-reused' }
  | RefusedSession
  | TooMany;

export type RequestMistake =
  | WishMistake
  | {
      readonly path: readonly (string | number)[];
      readonly mistake: 'email-missing' | 'email-not-vouched' | MandateMistake;
    };

export interface RefusedSession {
  readonly kind: 'refused';
  readonly because: SessionRefusal | 'no-keys';
  readonly detail: string;
}

export type AppSubmitted =
  | { readonly kind: 'ok'; readonly token: string }
  | { readonly kind: 'waits'; readonly for: 'more-proof' | 'mandate' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'expired' }
  | TooMany;

export type OwnRequests =
  | { readonly kind: 'listed'; readonly requests: readonly OwnRequest[] }
  | RefusedSession;

export interface OwnRequest {
  readonly reference: string;
  readonly kind: CaseKind;
  readonly state: RequestState | 'identity';
  readonly receivedOn: Temporal.PlainDate;
  readonly dueOn: Temporal.PlainDate;
}
