import { type ErrorCode, GestandError } from '../../base/error.ts';

/** The API of a source and the request, as its policy writes them: all that an error may tell. */
export interface Endpoint {
  readonly source: string;
  /** `GET /contacts?email={value}` */
  readonly request: string;
}

type FailureCode = Extract<ErrorCode, 'source-unreachable' | 'source-failed' | 'drifted' | 'limit-exceeded'>;

/** What went wrong with a request. `what` holds nothing of what was sent or answered but names, numbers and codes. */
export function httpFailure({ source, request }: Endpoint, code: FailureCode, what: string): GestandError {
  return new GestandError(code, `source ${source}: ${request} ${what}`);
}

/** Why a request had no answer, by the code of the error below it. */
export interface NetworkFailure {
  readonly advice: string;
  /** It may go better in a moment. */
  readonly passing: boolean;
  /** The request never arrived, so that making it again cannot do anything twice. */
  readonly unsent: boolean;
}

/** The code of an error of the network; null for one that is not of the network. */
export function networkCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error.name === 'TimeoutError') return 'TIMEOUT';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return code ?? (error.cause === undefined ? null : networkCode(error.cause));
}

const certificate = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|^ERR_TLS|^EPROTO$|^ERR_SSL/;

export function networkFailure(code: string): NetworkFailure {
  if (certificate.test(code)) {
    return {
      advice: `has no trusted certificate (${code}); mend it, or trust its issuer with NODE_EXTRA_CA_CERTS`,
      passing: false,
      unsent: true,
    };
  }
  return failures[code] ?? { advice: `had no answer (${code})`, passing: true, unsent: false };
}

const nowhere: NetworkFailure = {
  advice: 'cannot be reached; check the address in its setting',
  passing: true,
  unsent: true,
};
const broken: NetworkFailure = {
  advice: 'had no whole answer: the connection broke off',
  passing: true,
  unsent: false,
};
const slow: NetworkFailure = {
  advice: 'had no whole answer in time; see "timeoutSeconds" in its limits',
  passing: true,
  unsent: false,
};

const failures: Readonly<Record<string, NetworkFailure>> = {
  ECONNREFUSED: nowhere,
  ENOTFOUND: nowhere,
  EAI_AGAIN: nowhere,
  EHOSTUNREACH: nowhere,
  ENETUNREACH: nowhere,
  UND_ERR_CONNECT_TIMEOUT: nowhere,
  ECONNRESET: broken,
  EPIPE: broken,
  UND_ERR_SOCKET: broken,
  ETIMEDOUT: slow,
  TIMEOUT: slow,
  UND_ERR_HEADERS_TIMEOUT: slow,
  UND_ERR_BODY_TIMEOUT: slow,
};
