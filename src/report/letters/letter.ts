import type { CaseKind, JoinableKind } from '../../domain/case-file.ts';
import type { ComplaintFinding } from '../../domain/complaint-finding.ts';
import type { Language, Localised } from '../../domain/language.ts';
import type { MandateKind } from '../../domain/mandate.ts';
import type { ExtensionReason } from '../../law/deadlines.ts';
import type { Ground } from '../../law/grounds.ts';
import type { Controller } from '../../policy/policy.ts';
import type { StoppingLetter } from './stopping-letter.ts';

/** Everything Gestand writes to a person. Dates are ISO dates; moments are shown in Dutch time. */
export type Letter =
  | StoppingLetter
  /** To the address a request was made for, to see whether its owner made it. */
  | {
      readonly kind: 'identity-code';
      readonly code: string;
      readonly validMinutes: number;
      /** Where the code is filled in: for who closed that page. */
      readonly codeLink: string;
    }
  | {
      readonly kind: 'request-received';
      readonly request: CaseKind;
      readonly receivedOn: string;
      /** Art. 12(3): the day by which there must be an answer. */
      readonly legalDate: string;
      readonly statusLink: string;
    }
  | {
      readonly kind: 'access-ready';
      readonly link: string;
      readonly expiresAt: Temporal.Instant;
      /** The plan's own sentences about what was read. */
      readonly explanation: readonly string[];
    }
  | {
      /** Art. 20(1). */
      readonly kind: 'portability-ready';
      readonly link: string;
      readonly expiresAt: Temporal.Instant;
      /** The party to which nothing could be sent directly; null: the person asked for the file themselves. */
      readonly insteadOf: string | null;
      /** The plan's own sentences about what is taken along and what stays out. */
      readonly explanation: readonly string[];
    }
  | {
      /** Art. 20(2), with the receipt of who received it. */
      readonly kind: 'transfer-done';
      readonly receiver: { readonly name: string; readonly address: string };
      readonly receivedAt: Temporal.Instant;
      /** SHA-256 of what was sent. */
      readonly digest: string;
    }
  | {
      /** Art. 14: data about somebody came from another controller, at their own request. */
      readonly kind: 'transfer-received';
      readonly sender: { readonly name: string; readonly address: string; readonly reference: string };
      readonly receivedOn: string;
      readonly categories: readonly string[];
      readonly rows: number;
      /** Until when the package itself is kept. */
      readonly keptUntil: string;
      readonly statementLink: string;
    }
  | { readonly kind: 'portability-found-nothing'; readonly leftOut: readonly string[] }
  | {
      readonly kind: 'erasure-done';
      readonly erasedOn: string;
      readonly explanation: readonly string[];
      readonly erased: readonly ErasedTable[];
      readonly kept: readonly KeptTable[];
      /** Who was told of the erasure (art. 19), by name. */
      readonly informedRecipients: readonly string[];
      /** Who has data without knowing whose (art. 11), by name: they are not told whom it is about. */
      readonly unknowingRecipients: readonly string[];
      /** The last day on which the file of this request itself is kept; null: nothing was fixed. */
      readonly caseFileUntil: string | null;
    }
  | {
      readonly kind: 'rectification-done';
      readonly correctedOn: string;
      readonly changed: readonly CorrectedTable[];
      readonly kept: readonly KeptTable[];
      readonly unchanged: readonly UnchangedTable[];
      /** Where what was wrong may stand inside something larger. */
      readonly notSearched: readonly { readonly source: Localised; readonly table: Localised }[];
    }
  /** To an address that somebody wants to be known by from now on. */
  | { readonly kind: 'address-noted' }
  | {
      readonly kind: 'erasure-found-nothing' | 'access-found-nothing';
      readonly searched: readonly Localised[];
      /** ISO date of an earlier erasure under this address; null when there was none. */
      readonly erasedBefore: string | null;
    }
  /** To whom an e-mail names as its sender, whoever that is. */
  | {
      readonly kind: 'message-received';
      readonly receivedOn: string;
      /** The case it became, with the day by which there must be an answer; null: it became none of its own. */
      readonly opened: { readonly legalDate: string; readonly statusLink: string } | null;
      readonly notTakenIn: readonly NotTakenIn[];
      /** How large an e-mail may be. */
      readonly limitMegabytes: number;
      readonly formLink: string;
    }
  /** Somebody of the organisation wrote it. */
  | { readonly kind: 'written-reply'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'request-withdrawn'; readonly request: CaseKind; readonly withdrawnOn: string }
  /** Asked before by the same person, who gets one answer to both. */
  | {
      readonly kind: 'request-joined';
      readonly request: JoinableKind;
      readonly receivedOn: string;
      readonly first: { readonly reference: string; readonly receivedOn: string; readonly legalDate: string };
      readonly answerTo: 'this-address' | 'other-address';
    }
  /** Art. 12(3): the answer takes longer; told within the first month, with the reason. */
  | {
      readonly kind: 'answer-extended';
      readonly reason: ExtensionReason;
      /** What an officer wrote about it. */
      readonly explanation: string;
      readonly receivedOn: string;
      readonly legalDate: string;
    }
  | {
      readonly kind: 'request-answered';
      readonly request: CaseKind;
      readonly receivedOn: string;
      /** Of a complaint. */
      readonly finding: ComplaintFinding | null;
      /** What an officer wrote. */
      readonly answer: string;
    }
  /** Art. 12(4). */
  | {
      readonly kind: 'request-refused';
      readonly request: CaseKind;
      readonly receivedOn: string;
      readonly ground: Ground;
      readonly explanation: string;
    }
  /** Before a request is taken up, or when somebody doubts afterwards who asks. `ask`: in an officer's words; null: two facts. */
  | {
      readonly kind: 'identity-question';
      readonly ask: string | null;
      /** Where the two facts can be filled in. */
      readonly link?: string;
    }
  | { readonly kind: 'mandate-question'; readonly mandate: MandateKind }
  /** `reason` in an officer's words. */
  | { readonly kind: 'mandate-refused'; readonly reason: string }
  /** To whom it is about. */
  | { readonly kind: 'represented'; readonly mandate: MandateKind };

/** What of an e-mail we do not take in, and why. */
export type NotTakenIn = 'identity-document' | 'citizen-number' | 'too-many' | 'too-large';

export type LetterKind = Letter['kind'];

/** What somebody sent us. Rights have a term in law, the others the term we keep to. */
export type Sent = 'request' | 'question' | 'complaint';

export function sentAs(kind: CaseKind): Sent {
  if (kind === 'complaint') return 'complaint';
  return kind === 'question' || kind === 'security-information' ? 'question' : 'request';
}

export type LetterOf<Kind extends LetterKind> = Extract<Letter, { readonly kind: Kind }>;

/** What was done to the rows of a table. */
export interface ErasedTable {
  readonly source: Localised;
  /** Null: in a system that has none, because a person keeps it. */
  readonly table: Localised | null;
  /**
   * `redacted`: the row stayed, the person left it. `shared`: it is still somebody else's; the person left it. `by-hand`:
   * somebody attested that it is gone.
   */
  readonly effect: 'deleted' | 'redacted' | 'shared' | 'by-hand';
  readonly rows: number;
}

/** What was corrected in a table, or by hand where that is null. */
export interface CorrectedTable {
  readonly source: Localised;
  readonly table: Localised | null;
  readonly category: Localised;
  readonly rows: number;
}

/** What was not corrected, though no law asks for it. */
export interface UnchangedTable {
  readonly category: Localised;
  /** Null: nowhere. */
  readonly place: { readonly source: Localised; readonly table: Localised; readonly rows: number } | null;
  readonly why: 'shared' | 'not-chosen' | 'not-found';
}

/** What stayed, and why: art. 12(4) and 17(3). */
export interface KeptTable {
  readonly source: Localised;
  readonly table: Localised | null;
  readonly rows: number;
  readonly ground: Ground;
  /** Last day, ISO date; null when the start of the term is not known. */
  readonly until: string | null;
}

export interface LetterContext {
  readonly controller: Controller;
  readonly language: Language;
  /** Of the case, and empty where there is none; says nothing about the person. */
  readonly reference: string;
  /** ISO date of the letter. */
  readonly on: string;
}

/** A letter before it has a form. Plain text and HTML are made from the same blocks, so that neither says less. */
export interface LetterBody {
  readonly subject: string;
  readonly blocks: readonly Block[];
  /** Outcomes say where else the person can go (art. 12(4), 77, 79). */
  readonly outcome: boolean;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly label: string; readonly href: string };

export interface ListItem {
  readonly text: string;
  readonly more: string | null;
}

/** The finished letter. */
export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export function paragraphs(...texts: readonly string[]): readonly Block[] {
  return texts.map((text) => ({ kind: 'paragraph', text }));
}

/** What somebody of the organisation wrote: an empty line begins a new paragraph. */
export function writtenParagraphs(text: string): readonly Block[] {
  return paragraphs(
    ...text
      .split(/\n\s*\n/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
}

export function list(items: readonly string[]): Block {
  return { kind: 'list', items: items.map((text) => ({ text, more: null })) };
}
