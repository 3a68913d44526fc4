/** Where the checkpoints of the ledger go, to somebody outside who keeps them. */
export type WitnessAddress =
  | { readonly kind: 'email'; readonly email: string }
  | { readonly kind: 'api'; readonly url: string };

/** An address of a setting: `mailto:…` or `https://…`; null when it is neither. */
export function parseWitnessAddress(text: string): WitnessAddress | null {
  const [, email] = /^mailto:([^\s@?]+@[^\s@?]+)$/.exec(text) ?? [];
  if (email !== undefined) return { kind: 'email', email };
  const url = URL.parse(text);
  return url?.protocol === 'https:' && url.hostname !== '' ? { kind: 'api', url: url.href } : null;
}
