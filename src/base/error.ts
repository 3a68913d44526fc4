/**
 * Every way in which Gestand refuses, with what the caller gets for it: an HTTP status and an exit code.
 * What is not in this table leaves as `internal`, with a reference and without its text.
 */
export const errorTable = {
  'bad-input': { http: 400, exit: 2 },
  'bad-configuration': { http: 500, exit: 2 },
  unauthorised: { http: 401, exit: 4 },
  forbidden: { http: 403, exit: 4 },
  'not-found': { http: 404, exit: 3 },
  conflict: { http: 409, exit: 5 },
  gone: { http: 410, exit: 3 },
  'too-many': { http: 429, exit: 5 },
  'not-approved': { http: 409, exit: 5 },
  drifted: { http: 409, exit: 5 },
  'limit-exceeded': { http: 413, exit: 5 },
  'source-unreachable': { http: 503, exit: 6 },
  'receiver-unreachable': { http: 503, exit: 6 },
  'source-failed': { http: 502, exit: 6 },
  'store-unreachable': { http: 503, exit: 6 },
  'port-in-use': { http: 500, exit: 6 },
  'lost-lease': { http: 409, exit: 5 },
  /** What we keep as evidence is not what was signed: as with every check, 1 says that something was found. */
  'evidence-changed': { http: 409, exit: 1 },
  internal: { http: 500, exit: 70 },
} as const satisfies Record<string, { readonly http: number; readonly exit: number }>;

export type ErrorCode = keyof typeof errorTable;

/**
 * The one error class. The message is for the person who must act: what went wrong and what to do. It holds
 * no personal data.
 */
export class GestandError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'GestandError';
    this.code = code;
  }
}
