import { legalDateOf } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import { holdsCitizenNumber } from '../domain/citizen-number.ts';
import type { Letter } from '../report/letters/letter.ts';
import { type CaseFile, findCaseByReference, readContact } from '../store/case-file.ts';
import type { StoreScope } from '../store/store.ts';
import { queueLetter } from './case-letter.ts';
import type { PolicyContext } from './context.ts';

/**
 * The case that an officer names.
 *
 * @throws GestandError `not-found`
 */
export async function namedCase(store: StoreScope, reference: string): Promise<CaseFile> {
  const file = await findCaseByReference(store, reference);
  if (file === undefined)
    throw new GestandError('not-found', `There is no request ${reference.trim()}. See "gestand requests".`);
  return file;
}

const longestWords = 20_000;

/**
 * What an officer writes to a person, ready to be kept and sent.
 *
 * @throws GestandError `bad-input` when there is nothing, too much, or a citizen service number in it.
 */
export function wordsToPerson(text: string): string {
  const words = text.replaceAll('\r\n', '\n').trim();
  if (words === '')
    throw new GestandError('bad-input', 'There is no text. Write what the person is to read.');
  if (words.length > longestWords)
    throw new GestandError(
      'bad-input',
      `The text has more than ${longestWords} characters. Make it shorter.`,
    );
  // No law lets us use the number here (UAVG art. 46).
  if (holdsCitizenNumber(words))
    throw new GestandError('bad-input', 'The text holds a citizen service number (BSN). Take it out.');
  return words;
}

/** Puts a letter to whoever a case is of in the outbox, in the transaction of what it tells. */
export async function writeToPerson(
  { store, policy }: { readonly store: StoreScope; readonly policy: PolicyContext['policy'] },
  file: CaseFile,
  letter: Letter,
): Promise<void> {
  const contact = await readContact(store, file.id);
  if (contact === undefined)
    throw new GestandError(
      'gone',
      `Whose case ${file.reference} was is no longer kept, so nobody can be told.`,
    );
  await queueLetter({ store, policy }, { file, to: contact.email }, letter);
}

/** The day on which a case came in, as an ISO date. */
export function receivedOn({ receivedAt }: CaseFile): string {
  return legalDateOf(Temporal.Instant.from(receivedAt)).toString();
}
