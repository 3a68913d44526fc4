import { InvalidArgumentError, Option } from 'commander';
import { GestandError } from '../../../base/error.ts';
import { type IdentityKind, normaliseIdentity } from '../../../domain/identity.ts';
import { type MandateKind, mandateKinds, type OnBehalfOf } from '../../../domain/mandate.ts';
import { emailAddress } from '../../common-options.ts';

/** What the options of a command say of whom somebody else asks for. */
export interface RepresentativeOptions {
  readonly mandate?: MandateKind;
  readonly forEmail?: string;
  readonly forPhone?: string;
  readonly forCustomerNumber?: string;
  readonly born?: string;
}

export function representativeOptions(): readonly Option[] {
  return [
    new Option('--mandate <right>', 'they ask for somebody else: by what right').choices(mandateKinds),
    new Option('--for-email <address>', 'an address of that other person').argParser(emailAddress),
    new Option('--for-phone <number>', 'a telephone number of that other person'),
    new Option('--for-customer-number <number>', 'the customer number of that other person'),
    new Option('--born <date>', 'of a child, when a parent asks: 2015-06-30').argParser(birthDate),
  ];
}

/**
 * Whom it is about; undefined when somebody asks for themselves.
 *
 * @throws GestandError `bad-input` when the person is named and the right is not.
 */
export function readRepresentative(options: RepresentativeOptions): OnBehalfOf | undefined {
  const { mandate, forEmail, forPhone, forCustomerNumber, born } = options;
  const given: readonly (readonly [IdentityKind, string | undefined])[] = [
    ['email', forEmail],
    ['phone', forPhone],
    ['customer-number', forCustomerNumber],
  ];
  const identities = given.flatMap(([kind, value]) =>
    value === undefined ? [] : [normaliseIdentity(kind, value)],
  );
  if (mandate !== undefined) return { mandate, identities, birthDate: born ?? null };
  if (identities.length === 0 && born === undefined) return undefined;
  throw new GestandError('bad-input', `--mandate is missing: one of ${mandateKinds.join(', ')}.`);
}

function birthDate(text: string): string {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    throw new InvalidArgumentError('Write a date such as 2015-06-30.');
  }
}
