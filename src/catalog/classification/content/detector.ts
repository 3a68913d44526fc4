import type { ClassifiedCategory } from '../category.ts';

export type DetectorName =
  | 'email'
  | 'phone'
  | 'iban'
  | 'bsn'
  | 'kvk'
  | 'dutch-postcode'
  | 'dutch-plate'
  | 'vin'
  | 'payment-card'
  | 'ip-address'
  | 'mac-address'
  | 'user-agent'
  | 'uuid'
  | 'coordinates'
  | 'first-name'
  | 'full-name'
  | 'birth-date'
  | 'text-about-people'
  | 'password-hash'
  | 'url';

/** Recognises one kind of value. */
export interface Detector {
  readonly name: DetectorName;
  readonly category: ClassifiedCategory;
  /** The share of values, empty ones left out, from which a column is taken to hold this. */
  readonly share: number;
  /**
   * How sure content alone makes us: a checksum of two digits says more than one of one, and a UUID says nothing about
   * whose it is. Below 0.5 it can only support a name.
   */
  readonly alone: number;
  /** Values needed before the share means anything: one number in eleven passes the eleven-test by chance. */
  readonly atLeast: number;
  readonly recognises: (value: string) => boolean;
}
