import { z } from 'zod';
import type { PublicKey, Receiver } from '../domain/receiver.ts';
import { type OwnParty, thumbprintOf } from './own-party.ts';

/** Where a party says at its own address how it receives packages, and with which key it signs. */
export const documentPath = '/.well-known/gestand-receiver';

/** Packages that are understood, in order of preference. */
export const acceptedFormats = ['gestand-portability/1'] as const;

const keyShape = z.object({
  kty: z.literal('OKP'),
  crv: z.enum(['X25519', 'Ed25519']),
  use: z.enum(['enc', 'sig']),
  kid: z.string().max(100),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

const documentShape = z.object({
  version: z.literal(1),
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^\p{Cc}]*$/u),
  endpoint: z.url().max(500),
  formats: z.array(z.string().max(100)).max(20),
  maxBytes: z.int().positive(),
  keys: z.array(keyShape).max(10),
});

export interface PartyDocument extends Receiver {
  readonly maxBytes: number;
}

/** What we say of ourselves, as JSON. */
export function writeDocument(own: OwnParty): string {
  const document: z.input<typeof documentShape> = {
    version: 1,
    name: own.name,
    endpoint: own.endpoint,
    formats: [...acceptedFormats],
    maxBytes: own.maxBytes,
    keys: [jwkOf(own.encryptionKey, 'enc'), jwkOf(own.signingKey, 'sig')],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/**
 * What a party says of itself. Null when it cannot be used: another version, no common format, an endpoint at another
 * address, a key that is not the one its name says.
 */
export function readDocument(address: string, text: string): PartyDocument | null {
  const parsed = documentShape.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  const { name, endpoint, formats, maxBytes, keys } = parsed.data;
  if (!formats.some((format) => (acceptedFormats as readonly string[]).includes(format))) return null;
  // Whoever controls an address speaks for that address alone.
  if (new URL(endpoint).origin !== address) return null;
  const encryptionKey = keyOf(keys, { use: 'enc', curve: 'X25519' });
  const signingKey = keyOf(keys, { use: 'sig', curve: 'Ed25519' });
  if (encryptionKey === null || signingKey === null) return null;
  return { address, name, endpoint: endpoint.replace(/\/+$/, ''), maxBytes, encryptionKey, signingKey };
}

type PublishedKey = z.infer<typeof keyShape>;

/** The first key for a use: the one that is to be used now. */
function keyOf(
  keys: readonly PublishedKey[],
  { use, curve }: { readonly use: PublishedKey['use']; readonly curve: PublicKey['curve'] },
): PublicKey | null {
  const key = keys.find((each) => each.use === use && each.crv === curve);
  if (key === undefined) return null;
  const thumbprint = thumbprintOf({ curve, x: key.x });
  return key.kid === thumbprint ? { curve, x: key.x, thumbprint } : null;
}

function jwkOf({ curve, x, thumbprint }: PublicKey, use: PublishedKey['use']): PublishedKey {
  return { kty: 'OKP', crv: curve, use, kid: thumbprint, x };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
