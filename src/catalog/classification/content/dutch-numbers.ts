/** Four digits that do not start with a zero, and two letters of which the post uses all but SA, SD and SS. */
export function isDutchPostcode(value: string): boolean {
  return /^[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}$/i.test(value);
}

/**
 * The fourteen series ("sidecodes") in which the vehicle authority RDW has given out plates, with and without
 * hyphens. X is a letter, 9 a digit.
 */
const plateSeries = [
  'XX9999',
  '9999XX',
  '99XX99',
  'XX99XX',
  'XXXX99',
  '99XXXX',
  '99XXX9',
  '9XXX99',
  'XX999X',
  'X999XX',
  'XXX99X',
  'X99XXX',
  '9XX999',
  '999XX9',
];
const plates = new Set(plateSeries);

export function isDutchPlate(value: string): boolean {
  // Written so, the series of 1965 looks like a postcode.
  if (/^\d{4} ?[A-Z]{2}$/i.test(value)) return false;
  const plain = value.toUpperCase().replaceAll('-', '').replaceAll(' ', '');
  if (!/^[A-Z0-9]{6}$/.test(plain)) return false;
  return plates.has(plain.replace(/[A-Z]/g, 'X').replace(/\d/g, '9'));
}

/** A number of the Dutch trade register has eight digits and no checksum. */
export function isTradeRegisterNumber(value: string): boolean {
  return /^\d{8}$/.test(value);
}
