import { type Identity, normaliseIdentity } from './identity.ts';

/** Enough to tell two people apart who are known already, and no more: `l…r@example.nl`, `…678`. */
export function maskIdentity({ kind, value }: Identity): string {
  if (kind !== 'email') return `…${value.slice(-Math.min(3, Math.floor(value.length / 2)))}`;
  const at = value.lastIndexOf('@');
  const name = value.slice(0, Math.max(at, 0));
  return `${name.slice(0, 1)}…${name.length > 2 ? name.slice(-1) : ''}${value.slice(Math.max(at, 0))}`;
}

/** What somebody may mean who names a person without saying by what: each is looked for. */
export function plausibleIdentities(text: string): readonly Identity[] {
  const number = [normaliseIdentity('customer-number', text), normaliseIdentity('account-id', text)];
  if (text.includes('@')) return [normaliseIdentity('email', text), ...number];
  const phone = normaliseIdentity('phone', text);
  const plate = normaliseIdentity('licence-plate', text);
  return [
    ...number,
    ...(phone.value.startsWith('+') ? [phone] : []),
    ...(/^(?=.*\d)(?=.*\p{L})[\p{L}\d]{2,10}$/u.test(plate.value) ? [plate] : []),
  ];
}
