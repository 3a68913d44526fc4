import { isValidIBAN } from 'ibantools';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { passesElevenTest } from '../../../domain/citizen-number.ts';
import { isPaymentCard, isVin } from './checksums.ts';
import type { Detector } from './detector.ts';
import { isDutchPlate, isDutchPostcode, isTradeRegisterNumber } from './dutch-numbers.ts';
import {
  isCoordinatePair,
  isEmailAddress,
  isIpAddress,
  isMacAddress,
  isPasswordHash,
  isUrl,
  isUserAgent,
  isUuid,
} from './network-values.ts';
import { isBirthDate, isFirstName, isFullName, mentionsPerson } from './people-values.ts';

/** Each with its threshold; the order is that in which they are asked, and does not matter. */
export const detectors: readonly Detector[] = [
  { name: 'email', category: 'email', share: 0.7, alone: 0.97, atLeast: 3, recognises: isEmailAddress },
  { name: 'phone', category: 'phone', share: 0.7, alone: 0.85, atLeast: 3, recognises: isPhoneNumber },
  { name: 'iban', category: 'iban', share: 0.7, alone: 0.98, atLeast: 3, recognises: isIban },
  // One number of nine digits in eleven passes by chance.
  { name: 'bsn', category: 'bsn', share: 0.9, alone: 0.9, atLeast: 8, recognises: isBsn },
  // Without a checksum, any number of eight digits looks like one.
  {
    name: 'kvk',
    category: 'trade-register-number',
    share: 0.9,
    alone: 0.3,
    atLeast: 5,
    recognises: isTradeRegisterNumber,
  },
  {
    name: 'dutch-postcode',
    category: 'postcode',
    share: 0.8,
    alone: 0.9,
    atLeast: 3,
    recognises: isDutchPostcode,
  },
  {
    name: 'dutch-plate',
    category: 'licence-plate',
    share: 0.8,
    alone: 0.8,
    atLeast: 5,
    recognises: isDutchPlate,
  },
  { name: 'vin', category: 'vin', share: 0.8, alone: 0.9, atLeast: 3, recognises: isVin },
  {
    name: 'payment-card',
    category: 'payment-card',
    share: 0.8,
    alone: 0.95,
    atLeast: 5,
    recognises: isPaymentCard,
  },
  { name: 'ip-address', category: 'ip-address', share: 0.8, alone: 0.9, atLeast: 3, recognises: isIpAddress },
  {
    name: 'mac-address',
    category: 'mac-address',
    share: 0.8,
    alone: 0.9,
    atLeast: 3,
    recognises: isMacAddress,
  },
  { name: 'user-agent', category: 'user-agent', share: 0.7, alone: 0.9, atLeast: 3, recognises: isUserAgent },
  // A random number says nothing of what it numbers.
  { name: 'uuid', category: 'cookie-id', share: 0.9, alone: 0.2, atLeast: 3, recognises: isUuid },
  {
    name: 'coordinates',
    category: 'coordinates',
    share: 0.8,
    alone: 0.7,
    atLeast: 3,
    recognises: isCoordinatePair,
  },
  {
    name: 'first-name',
    category: 'first-name',
    share: 0.35,
    alone: 0.75,
    atLeast: 10,
    recognises: isFirstName,
  },
  { name: 'full-name', category: 'full-name', share: 0.35, alone: 0.8, atLeast: 10, recognises: isFullName },
  {
    name: 'birth-date',
    category: 'birth-date',
    share: 0.8,
    alone: 0.6,
    atLeast: 10,
    recognises: isBirthDate,
  },
  {
    name: 'text-about-people',
    category: 'free-text',
    share: 0.1,
    alone: 0.65,
    atLeast: 5,
    recognises: mentionsPerson,
  },
  {
    name: 'password-hash',
    category: 'credential',
    share: 0.7,
    alone: 0.95,
    atLeast: 2,
    recognises: isPasswordHash,
  },
  { name: 'url', category: 'page-visit', share: 0.7, alone: 0.2, atLeast: 3, recognises: isUrl },
];

function isIban(value: string): boolean {
  return isValidIBAN(value.replaceAll(' ', '').toUpperCase());
}

/** Nine digits as they are written; an amount or a key of nine digits rarely comes with a leading zero or as text. */
function isBsn(value: string): boolean {
  return /^\d{8,9}$|^\d{4}[. ]\d{2}[. ]\d{3}$/.test(value) && passesElevenTest(value);
}

const longestPhoneNumber = 30;

/** Only what is written as a number to dial: an order number may be a valid one as well. */
function isPhoneNumber(value: string): boolean {
  if (value.length > longestPhoneNumber || !/^(\+|0|\(0)/.test(value) || !/^[\d +()./-]{9,}$/.test(value))
    return false;
  // `01-02-1980 12:30` has the length of a number to dial.
  if (/^\d{1,2}[-./]\d{1,2}[-./]\d{4}/.test(value)) return false;
  return parsePhoneNumberFromString(value, 'NL')?.isPossible() ?? false;
}
