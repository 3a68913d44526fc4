import { forbiddenTexts, type WishMistake, type WrittenRequest } from '../../../app/check-wish.ts';
import { GestandError } from '../../../base/error.ts';

/**
 * Tells an officer who writes down what somebody says where they wrote what no request may hold, by the name of the option.
 *
 * @throws GestandError `bad-input`
 */
export function refuseForbidden(request: WrittenRequest): void {
  const [first] = forbiddenTexts(request);
  if (first === undefined) return;
  const what =
    first.mistake === 'citizen-number'
      ? 'a citizen service number (BSN)'
      : 'the lines for machines of an identity document';
  throw new GestandError(
    'bad-input',
    `${optionOf(first)}: this looks like ${what}. You may not ask for it or keep it: write it down without. Who asks is shown by the mailed code, or by what you write with --sure.`,
  );
}

function optionOf({ path }: WishMistake): string {
  const [place, member] = path;
  if (place === 'customerNumber') return '--customer-number';
  if (place === 'onBehalfOf') return 'The person it is asked for';
  return member === 'corrections' ? '--correct' : '--text';
}
