import type { RequestEventKind, RequestState, TransferSummary } from '../../app/portal-services.ts';
import type { CaseKind } from '../../domain/case-file.ts';

/** What is said to every kind of request, but for those that need words of their own. */
export type PerKind<Text> = { readonly otherwise: Text } & { readonly [Kind in CaseKind]?: Text };

export function wordsOf<Text>(words: PerKind<Text>, kind: CaseKind): Text {
  return words[kind] ?? words.otherwise;
}

/** What the page says on which a person follows a request. */
export interface StatusMessages {
  readonly title: Readonly<Record<CaseKind, string>>;
  readonly reference: string;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly dueOnText: (date: string) => string;
  readonly state: Readonly<Record<RequestState, string>>;
  readonly next: Readonly<Record<RequestState, PerKind<string>>>;
  readonly stateLabel: string;
  /** Instead of what comes next, when nothing of this person was found. */
  readonly nothingFound: { readonly ahead: string; readonly done: string };
  /** Instead of what comes next, when nothing of an erasure may be erased. */
  readonly everythingKept: { readonly ahead: string; readonly done: string };
  readonly plan: PerKind<{ readonly ahead: string; readonly done: string }>;
  readonly kept: string;
  /** Of several rows each goes after a term of its own. */
  readonly keptUntil: (date: string, one: boolean) => string;
  readonly keptWithoutDate: string;
  readonly package: string;
  readonly packageText: (size: string, expires: string) => string;
  readonly download: string;
  readonly downloads: (count: number) => string;
  readonly transfer: Readonly<Record<'title' | 'address' | 'digest', string>> &
    Readonly<Record<TransferSummary['state'], (name: string, moment: string) => string>>;
  readonly timeline: string;
  readonly events: Readonly<Record<RequestEventKind, string>>;
  readonly withdrawTitle: string;
  readonly withdrawText: string;
  readonly withdraw: string;
  readonly withdrawTooLate: string;
  readonly keepLink: string;
}
