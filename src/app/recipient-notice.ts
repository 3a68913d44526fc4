import type { NoticeDeed } from '../domain/notice.ts';

/** What the page says to a recipient who opens the link of a letter. Whom it is about stands in the letter alone. */
export interface RecipientNotice {
  readonly id: string;
  readonly name: string;
  readonly deed: NoticeDeed;
  readonly dueOn: Temporal.PlainDate;
  /** Null until it is confirmed. */
  readonly confirmedAt: Temporal.Instant | null;
  /** It was ended in another way: there is nothing to confirm any more. */
  readonly excused: boolean;
}
