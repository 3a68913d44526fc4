import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import { GestandError } from '../base/error.ts';
import { type Identity, normaliseIdentity } from '../domain/identity.ts';

/** Who is signed in, as the organisation's own app says; to be used once. */
export interface Session {
  readonly kind: 'session';
  /** Of the key that signed: which app says so. */
  readonly keyId: string;
  /** Names the token: it works once. */
  readonly tokenId: string;
  readonly expiresAt: Temporal.Instant;
  /** Where letters go. */
  readonly email: string;
  /** What the app vouches for; the address comes first. */
  readonly identities: readonly Identity[];
}

export type SessionRefusal =
  | 'malformed'
  | 'wrong-algorithm'
  | 'wrong-key'
  | 'expired'
  | 'not-yet'
  | 'lives-too-long'
  | 'wrong-audience'
  | 'missing-claim'
  | 'used-before';

export interface UnreadSession {
  readonly kind: 'refused';
  readonly because: SessionRefusal;
  readonly detail: string;
}

export type ReadSession = Session | UnreadSession;

export type SessionReader = (token: string, now: Temporal.Instant) => Promise<ReadSession>;

/** Long enough for one call, too short to be worth stealing. */
const longestLifeSeconds = 5 * 60;
/** Clocks of two servers differ. */
const toleranceSeconds = 5;
const algorithms = ['EdDSA', 'ES256'];
const longestToken = 4096;

/** What a developer reads who built it wrongly. */
const details: Readonly<Record<SessionRefusal, string>> = {
  malformed: 'The session token is no signed JWT (RFC 7519) in compact form.',
  'wrong-algorithm':
    'The session token must be signed with EdDSA (Ed25519) or ES256; "none" is no signature.',
  'wrong-key':
    'No key of this installation fits the session token. Give its public JWK, with the same "kid", to whoever runs Gestand.',
  expired: 'The session token has expired. Make a new one for every call.',
  'not-yet': 'The session token is of a later moment than now. Set the clock of the server that makes it.',
  'lives-too-long': `The session token lives longer than ${longestLifeSeconds} seconds from "iat" to "exp".`,
  'wrong-audience':
    'The session token is for another audience. Its "aud" must be the public address of this Gestand.',
  'missing-claim':
    'The session token lacks a claim: it must have "iat", "exp", "jti" and "email", and "email_verified" may not be false.',
  'used-before': 'The session token was used before. Make a new one, with its own "jti", for every call.',
};

export function refusedSession(because: SessionRefusal): UnreadSession {
  return { kind: 'refused', because, detail: details[because] };
}

/**
 * Reads what the organisation's own app says of who is signed in: a JWS (RFC 7515) of at most five minutes, for this installation
 * alone. Whether it was used before only the store knows.
 *
 * @param keys a JWK Set (RFC 7517) of public keys, as text.
 * @throws GestandError `bad-configuration` when the keys are not such a set.
 */
export function sessionReader(keys: string, audience: string): SessionReader {
  const set = createLocalJWKSet(keySet(keys));
  return async (token, now) => {
    if (token.length > longestToken) return refusedSession('malformed');
    try {
      const { payload, protectedHeader } = await jwtVerify(token, set, {
        algorithms,
        audience,
        requiredClaims: ['iat', 'exp', 'jti', 'email'],
        clockTolerance: toleranceSeconds,
        currentDate: new Date(now.epochMilliseconds),
      });
      // A moment to come in "iat" would make any life look short.
      if ((payload.iat ?? 0) > now.epochMilliseconds / 1000 + toleranceSeconds)
        return refusedSession('not-yet');
      return sessionOf(payload, protectedHeader.kid ?? '');
    } catch (error) {
      return refusedSession(refusalOf(error));
    }
  };
}

function sessionOf(payload: JWTPayload, keyId: string): ReadSession {
  const { iat = 0, exp = 0, jti = '' } = payload;
  if (exp - iat > longestLifeSeconds) return refusedSession('lives-too-long');
  const email = textClaim(payload, 'email')?.normalize('NFC');
  if (email === undefined || !email.includes('@') || payload['email_verified'] === false || jti === '')
    return refusedSession('missing-claim');
  const customerNumber = textClaim(payload, 'customer_number');
  const accountId = textClaim(payload, 'account_id');
  return {
    kind: 'session',
    keyId,
    tokenId: `${keyId}\n${jti}`,
    // For as long as it might be taken: the tolerance goes with it.
    expiresAt: Temporal.Instant.fromEpochMilliseconds((exp + toleranceSeconds) * 1000),
    email,
    identities: [
      normaliseIdentity('email', email),
      ...(customerNumber === undefined ? [] : [normaliseIdentity('customer-number', customerNumber)]),
      ...(accountId === undefined ? [] : [normaliseIdentity('account-id', accountId)]),
    ],
  };
}

function textClaim(payload: JWTPayload, name: string): string | undefined {
  const value = payload[name];
  return typeof value === 'string' && value.trim() !== '' && value.length <= 320 ? value.trim() : undefined;
}

function refusalOf(error: unknown): SessionRefusal {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.reason === 'missing') return error.claim === 'aud' ? 'wrong-audience' : 'missing-claim';
    if (error.claim === 'aud') return 'wrong-audience';
    return error.claim === 'nbf' || error.claim === 'iat' ? 'not-yet' : 'missing-claim';
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return 'wrong-algorithm';
  if (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JWSSignatureVerificationFailed
  )
    return 'wrong-key';
  return error instanceof errors.JOSEError ? 'malformed' : 'wrong-key';
}

function keySet(text: string): JSONWebKeySet {
  const wrong = (what: string, cause?: unknown) =>
    new GestandError(
      'bad-configuration',
      `The keys of your apps (GESTAND_APP_KEYS_FILE) are not right: ${what}. Write a JWK Set: {"keys":[{"kty":"OKP","crv":"Ed25519","kid":"app-1","x":"…"}]}`,
      { cause },
    );
  let set: unknown;
  try {
    set = JSON.parse(text);
  } catch (cause) {
    throw wrong('that is not JSON', cause);
  }
  const keys = typeof set === 'object' && set !== null && 'keys' in set ? set.keys : undefined;
  if (!Array.isArray(keys) || keys.length === 0) throw wrong('there is no key in "keys"');
  for (const key of keys as readonly Readonly<Record<string, unknown>>[]) {
    if (typeof key['kid'] !== 'string' || key['kid'] === '') throw wrong('a key has no "kid"');
    if ('d' in key || key['kty'] === 'oct')
      throw wrong(`the key ${key['kid']} is secret, and only the public half belongs here`);
    const curve = `${key['kty']} ${key['crv']}`;
    if (curve !== 'OKP Ed25519' && curve !== 'EC P-256')
      throw wrong(`the key ${key['kid']} is neither Ed25519 nor P-256`);
  }
  const ids = new Set(keys.map(({ kid }: { readonly kid: string }) => kid));
  if (ids.size < keys.length) throw wrong('two keys have the same "kid"');
  return { keys };
}
