import type { IdentityKind } from '../../domain/identity.ts';
import type { PromiseState } from '../../domain/promise-state.ts';
import type { FormMessages } from './form-messages.ts';
import type { StatusMessages } from './status-messages.ts';

/** Everything the public pages say, in one language. A text that a language lacks does not compile. */
export interface Messages {
  readonly site: {
    readonly skip: string;
    readonly navigation: string;
    readonly statement: string;
    readonly promises: string;
    readonly request: string;
    readonly mailbox: string;
    /** In the other language: it is for who does not read this one. */
    readonly otherLanguage: string;
    readonly contact: string;
    readonly tradeRegister: (number: string) => string;
    readonly noCookies: string;
    /** Before the title of a page on which a form has errors. */
    readonly errorPrefix: string;
  };
  readonly state: Readonly<Record<PromiseState, string>>;
  readonly statement: {
    readonly none: string;
    readonly version: (number: number, date: string) => string;
    readonly contents: string;
    readonly standing: string;
    readonly standingText: string;
    readonly board: string;
    readonly olderVersions: string;
    readonly plainText: string;
    readonly makeRequest: string;
    readonly notNewest: (date: string) => string;
    readonly toNewest: string;
    readonly versions: string;
    readonly versionsText: string;
    readonly newest: string;
    readonly date: string;
    readonly number: string;
    readonly hash: string;
    readonly changes: (number: number) => string;
    readonly noChanges: string;
    readonly added: string;
    readonly removed: string;
  };
  readonly board: {
    readonly title: string;
    readonly intro: string;
    readonly group: Readonly<Record<PromiseState, { readonly title: string; readonly text: string }>>;
    readonly law: (articles: string) => string;
    readonly checked: (moment: string) => string;
    readonly neverChecked: string;
    readonly noCheck: string;
    readonly brokenWhen: string;
    readonly reads: string;
    readonly history: string;
    readonly noHistory: string;
    readonly from: (moment: string) => string;
    readonly fromUntil: (from: string, until: string) => string;
  };
  readonly request: FormMessages;
  readonly code: {
    readonly title: string;
    readonly intro: string;
    readonly reference: (reference: string) => string;
    readonly code: string;
    readonly codeHint: string;
    readonly submit: string;
    readonly resendTitle: string;
    readonly resendText: string;
    readonly resend: string;
    readonly resent: string;
    readonly errors: Readonly<Record<'missing' | 'wrong' | 'expired', string>>;
  };
  readonly facts: {
    readonly title: string;
    readonly intro: string;
    readonly kinds: Readonly<Record<IdentityKind, string>>;
    readonly wrong: string;
    readonly submit: string;
  };
  readonly status: StatusMessages;
  readonly mailbox: {
    readonly title: string;
    readonly example: string;
    readonly none: string;
    readonly from: string;
    readonly to: string;
    readonly sentAt: string;
    readonly subject: string;
    readonly attachments: string;
    readonly back: string;
  };
  readonly problem: {
    readonly notFound: { readonly title: string; readonly text: string };
    readonly linkUnknown: { readonly title: string; readonly text: string };
    readonly identityWaits: { readonly title: string; readonly text: string };
    readonly gone: { readonly title: string; readonly text: string };
    readonly notReady: { readonly title: string; readonly text: string };
    readonly tooMany: { readonly title: string; readonly text: (minutes: number) => string };
    readonly forbidden: { readonly title: string; readonly text: string };
    readonly bad: { readonly title: string; readonly text: string };
    readonly unavailable: { readonly title: string; readonly text: string };
    readonly internal: { readonly title: string; readonly text: string };
    readonly reference: (reference: string) => string;
    readonly home: string;
  };
}
