import { type Command, InvalidArgumentError } from 'commander';
import { GestandError } from '../base/error.ts';
import { type Identity, type IdentityKind, normaliseIdentity } from '../domain/identity.ts';
import { emailAddress } from './common-options.ts';

/** By what a person is known, one option a kind. Several name one person more closely. */
export interface IdentityOptions {
  readonly email?: string;
  readonly phone?: string;
  readonly customerNumber?: string;
  readonly accountId?: string;
  readonly plate?: string;
}

const optionOf: Readonly<Record<IdentityKind, keyof IdentityOptions>> = {
  email: 'email',
  phone: 'phone',
  'customer-number': 'customerNumber',
  'account-id': 'accountId',
  'licence-plate': 'plate',
};

export function withIdentityOptions(command: Command): Command {
  return command
    .option('--email <address>', 'an e-mail address the person is known by', emailAddress)
    .option('--phone <number>', 'a telephone number, in any notation', identity('phone', 'telephone number'))
    .option('--customer-number <number>', 'a customer number', identity('customer-number', 'customer number'))
    .option('--account-id <id>', 'an account id or user name', identity('account-id', 'account id'))
    .option('--plate <plate>', 'a licence plate', identity('licence-plate', 'licence plate'));
}

/** What was given, in normal form. */
export function givenIdentities(options: IdentityOptions): readonly Identity[] {
  return Object.entries(optionOf).flatMap(([kind, option]) => {
    const value = options[option];
    return value === undefined ? [] : [normaliseIdentity(kind as IdentityKind, value)];
  });
}

/** @throws GestandError `bad-input` when nothing was given. */
export function requireIdentities(options: IdentityOptions): readonly Identity[] {
  const given = givenIdentities(options);
  if (given.length > 0) return given;
  throw new GestandError(
    'bad-input',
    'Say by what the person is known: --email, --phone, --customer-number, --account-id or --plate.',
  );
}

function identity(kind: IdentityKind, what: string): (text: string) => string {
  return (text) => {
    if (normaliseIdentity(kind, text).value !== '') return text;
    throw new InvalidArgumentError(`Write ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what}.`);
  };
}
