/** A public key that somebody publishes: OKP (RFC 8037), named by its thumbprint (RFC 7638). */
export interface PublicKey {
  readonly curve: 'X25519' | 'Ed25519';
  /** 32 bytes, base64url. */
  readonly x: string;
  readonly thumbprint: string;
}

/** Who receives what a person takes along (GDPR art. 20(2)), as they say it themselves at their own address. */
export interface Receiver {
  /** Scheme and host: `https://privacy.example.nl`. */
  readonly address: string;
  readonly name: string;
  /** Below which packages are delivered. */
  readonly endpoint: string;
  readonly encryptionKey: PublicKey;
  readonly signingKey: PublicKey;
}

const longestAddress = 2000;

/**
 * Whether somebody can name it as a receiver: a whole web address, encrypted, without a name and password. Without encryption only this
 * machine, where two installations are tried out; whether anything goes there is decided when it is sent.
 */
export function isReceiverAddress(text: string): boolean {
  const address = text.length <= longestAddress ? URL.parse(text) : null;
  if (address === null || address.username !== '' || address.password !== '') return false;
  return address.protocol === 'https:' || (address.protocol === 'http:' && address.hostname === 'localhost');
}

/** Why nothing can be sent straight to a party that a person named: it is not technically feasible (art. 20(2)). */
export const obstacles = [
  /** It is no web address to which we go: `https:`, without a name and password. */
  'no-address',
  /** Nobody answers there. */
  'unreachable',
  /** Somebody does, and says nothing of receiving packages. */
  'no-receiver',
  /** What they say of it cannot be used. */
  'not-understood',
  /** The address leads to a private network, into which nothing is sent. */
  'private-network',
] as const;
export type Obstacle = (typeof obstacles)[number];

/** Where an export goes. */
export type Destination =
  | { readonly kind: 'self' }
  | { readonly kind: 'receiver'; readonly receiver: Receiver }
  /** Another party was named, and nothing can be sent straight to it: the person receives the link. */
  | { readonly kind: 'link'; readonly address: string | null; readonly obstacle: Obstacle };
