import type { CaseKind } from '../../domain/case-file.ts';
import type { MandateKind } from '../../domain/mandate.ts';
import type { RestrictionGround } from '../../domain/wish.ts';
import type { FormError } from '../form/form-error.ts';

interface Field {
  readonly label: string;
  readonly hint: string;
}

/** What the pages say on which somebody asks something. */
export interface FormMessages {
  readonly title: string;
  readonly intro: string;
  readonly groups: Readonly<Record<'data' | 'use' | 'contact', string>>;
  readonly kinds: Readonly<Record<CaseKind, KindMessages>>;
  readonly back: string;
  readonly email: string;
  readonly emailHint: string;
  /** Where nobody is asked who they are. */
  readonly replyHint: string;
  readonly customerNumber: string;
  readonly customerNumberHint: string;
  readonly noDocuments: string;
  readonly submit: string;
  readonly free: string;
  readonly errorSummary: string;
  readonly errors: Readonly<Record<FormError, string>>;
  readonly rectification: {
    readonly line: (number: number) => string;
    readonly category: string;
    readonly chooseCategory: string;
    readonly now: Field;
    readonly wanted: Field;
    readonly more: string;
  };
  readonly restriction: {
    readonly ground: string;
    readonly grounds: Readonly<Record<RestrictionGround, string>>;
    readonly purposes: string;
    readonly reason: Field;
  };
  readonly objection: {
    readonly purposes: string;
    readonly advertising: string;
    readonly advertisingHint: string;
    readonly categories: Field;
    readonly recipients: Field;
    readonly reason: Field;
  };
  readonly portability: {
    readonly to: string;
    readonly self: string;
    readonly other: string;
    readonly receiver: Field;
  };
  readonly withdrawal: { readonly purposes: string; readonly all: string };
  /** The box that stands for a whole list. */
  readonly everything: string;
  readonly representative: {
    readonly summary: string;
    readonly how: string;
    readonly mandate: string;
    readonly forMyself: string;
    readonly mandates: Readonly<Record<MandateKind, string>>;
    readonly email: Field;
    readonly phone: string;
    readonly customerNumber: string;
    readonly birthDate: Field;
  };
  readonly received: {
    readonly title: Readonly<Record<CaseKind, string>>;
    readonly text: string;
    readonly reference: (reference: string) => string;
    readonly notReceived: string;
  };
}

interface KindMessages {
  /** On the page where one chooses, and above the form. */
  readonly name: string;
  readonly text: string;
  /** The field in which the question or the complaint is written; empty where there is none. */
  readonly field?: Field;
}
