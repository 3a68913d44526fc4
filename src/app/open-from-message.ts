import type { Language } from '../domain/language.ts';
import type { Wish } from '../domain/wish.ts';
import { languageOf } from '../statement/reading/detect-language.ts';
import { type CaseFile, openCase } from '../store/case-file.ts';
import type { MessageContent } from '../store/message.ts';
import type { StoreScope } from '../store/store.ts';
import type { PolicyContext } from './context.ts';
import { requestKinds } from './request-kind.ts';
import { takeUpCase } from './take-up.ts';

const longestWish = 10_000;

/** What somebody asks in a mail, in their words, until a member of staff says what kind of wish it is. */
export function wishOfMessage({ subject, text }: Pick<MessageContent, 'subject' | 'text'>): {
  readonly kind: 'question';
  readonly text: string;
} {
  const words = [subject, text.trim()].filter((part) => part !== '').join('\n\n');
  return { kind: 'question', text: words.slice(0, longestWish) };
}

/** Small words by which English must be ahead: the organisation is Dutch, and a short mail says little. */
const englishLead = 3;

/** In which language whoever wrote a mail is answered. */
export function languageOfMessage({ subject, text }: Pick<MessageContent, 'subject' | 'text'>): Language {
  const { counts } = languageOf(`${subject}\n${text}`);
  return counts.en >= counts.nl + englishLead ? 'en' : 'nl';
}

/** A case that was opened for a mail, with the key of its page. */
export interface OpenedForMessage {
  readonly file: CaseFile;
  readonly token: string;
}

/**
 * Opens a case for a mail, in the transaction that keeps it. Its clock runs from when the mail server took the mail in
 * (art. 12(3)): how late we read it is our own affair. It is one of the kinds for which nobody needs to be
 * known: that somebody wrote from an address proves nothing.
 */
export async function openCaseForMessage(
  context: Pick<PolicyContext, 'policy' | 'publicUrl'> & { readonly store: StoreScope },
  asked: {
    readonly wish: Extract<Wish, { readonly kind: 'question' | 'security-information' | 'complaint' }>;
    readonly language: Language;
    readonly sender: string;
    readonly receivedAt: Temporal.Instant;
    readonly actor: string;
  },
): Promise<OpenedForMessage> {
  const { store } = context;
  const { wish, language, sender, receivedAt, actor } = asked;
  const deadline = requestKinds[wish.kind].deadline(receivedAt);
  const { file } = await openCase(store, {
    wish,
    language,
    channel: 'mail',
    receivedAt: receivedAt.toString(),
    safeDate: deadline.planningDate.toString(),
    legalDate: deadline.legalDate.toString(),
    contact: { email: sender },
    actor,
  });
  const token = await takeUpCase(context, file, {
    proof: 'not-needed',
    actor: 'system',
    receipt: 'by-caller',
  });
  return { file, token };
}
