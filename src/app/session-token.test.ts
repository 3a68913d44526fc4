import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { present } from '../base/assert.ts';
import { type SessionReader, sessionReader } from './session-token.ts';

const audience = 'https://privacy.carconnect.example';
const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const seconds = now.epochMilliseconds / 1000;

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;
let [ours, theirs, curve]: readonly (Pair | undefined)[] = [];
let read: SessionReader;

beforeAll(async () => {
  ours = await generateKeyPair('EdDSA', { extractable: true });
  theirs = await generateKeyPair('EdDSA', { extractable: true });
  curve = await generateKeyPair('ES256', { extractable: true });
  const keys = [
    { ...(await exportJWK(ours.publicKey)), kid: 'app-1' },
    { ...(await exportJWK(curve.publicKey)), kid: 'app-2' },
  ];
  read = sessionReader(JSON.stringify({ keys }), audience);
});

interface Changes {
  readonly by?: Pair | undefined;
  readonly kid?: string;
  readonly alg?: string;
  readonly claims?: Readonly<Record<string, unknown>>;
}

function token({ by = ours, kid = 'app-1', alg = 'EdDSA', claims = {} }: Changes = {}): Promise<string> {
  return new SignJWT({ ...good, ...claims })
    .setProtectedHeader({ alg, kid })
    .sign(present(by, 'a key').privateKey);
}

const good = {
  iat: seconds,
  exp: seconds + 120,
  jti: 'one',
  aud: audience,
  email: 'lotte.vandermeer@example.nl',
  customer_number: 'K-1000011',
};

describe('what the app of the organisation says of who is signed in', () => {
  test('is taken from a key that was given, in both ways of signing', async () => {
    expect(await read(await token(), now)).toMatchObject({
      kind: 'session',
      keyId: 'app-1',
      email: 'lotte.vandermeer@example.nl',
      identities: [
        { kind: 'email', value: 'lotte.vandermeer@example.nl' },
        { kind: 'customer-number', value: 'K-1000011' },
      ],
    });
    const other = await token({ by: curve, kid: 'app-2', alg: 'ES256' });
    expect(await read(other, now)).toMatchObject({ keyId: 'app-2' });
  });

  test.each<readonly [string, () => Promise<string> | string]>([
    ['wrong-key', () => token({ by: theirs })],
    ['wrong-key', () => token({ kid: 'app-9' })],
    ['wrong-key', () => token({ by: theirs, kid: 'app-9' })],
    ['wrong-algorithm', () => new UnsecuredJWT(good).encode()],
    ['wrong-algorithm', async () => hmacToken()],
    ['expired', () => token({ claims: { iat: seconds - 200, exp: seconds - 6 } })],
    ['not-yet', () => token({ claims: { nbf: seconds + 60 } })],
    ['not-yet', () => token({ claims: { iat: seconds + 86_400, exp: seconds + 86_500 } })],
    ['lives-too-long', () => token({ claims: { exp: seconds + 301 } })],
    ['wrong-audience', () => token({ claims: { aud: 'https://privacy.other.example' } })],
    ['wrong-audience', () => token({ claims: { aud: undefined } })],
    ['missing-claim', () => token({ claims: { email: undefined } })],
    ['missing-claim', () => token({ claims: { email: 'nobody' } })],
    ['missing-claim', () => token({ claims: { email_verified: false } })],
    ['missing-claim', () => token({ claims: { jti: undefined } })],
    ['missing-claim', () => token({ claims: { exp: undefined } })],
    ['missing-claim', () => token({ claims: { iat: undefined } })],
    ['malformed', () => 'no.token'],
    ['malformed', () => ''],
    ['malformed', () => 'x'.repeat(5000)],
    ['wrong-key', async () => `${(await token()).slice(0, -6)}AAAAAA`],
  ])('is refused as %s: %s', async (because, make) => {
    expect(await read(await make(), now)).toMatchObject({ kind: 'refused', because });
  });

  test('a public key of ours is no secret by which somebody else can sign', async () => {
    expect(await read(await hmacToken(), now)).toMatchObject({ because: 'wrong-algorithm' });
  });
});

// The old trick: the public key, which everybody may know, taken as the secret of a symmetric signature.
async function hmacToken(): Promise<string> {
  const publicKey = await exportJWK(present(ours, 'a key').publicKey);
  return new SignJWT(good)
    .setProtectedHeader({ alg: 'HS256', kid: 'app-1' })
    .sign(Buffer.from(JSON.stringify(publicKey).padEnd(32)));
}

describe('the keys of the apps', () => {
  test.each<readonly [string, unknown]>([
    ['no key', { keys: [] }],
    ['no key', {}],
    ['no "kid"', { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'AA' }] }],
    ['secret', { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'AA', d: 'AA', kid: 'a' }] }],
    ['secret', { keys: [{ kty: 'oct', k: 'AA', kid: 'a' }] }],
    ['neither Ed25519', { keys: [{ kty: 'RSA', n: 'AA', e: 'AQAB', kid: 'a' }] }],
    [
      'same "kid"',
      {
        keys: [
          { kty: 'OKP', crv: 'Ed25519', x: 'AA', kid: 'a' },
          { kty: 'OKP', crv: 'Ed25519', x: 'AB', kid: 'a' },
        ],
      },
    ],
  ])('are refused: %s', (what, keys) => {
    expect(() => sessionReader(JSON.stringify(keys), audience)).toThrow(what);
  });
});
