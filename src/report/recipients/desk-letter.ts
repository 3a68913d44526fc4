import type { Language } from '../../domain/language.ts';
import { isoDateText } from '../date-text.ts';
import { layOut } from '../letters/layout.ts';
import { type LetterContext, paragraphs, type WrittenLetter } from '../letters/letter.ts';

/** That a recipient must still be told, and nobody but a person can see to it. Nothing of whom it is about. */
export interface DeskLetter {
  readonly recipient: string;
  /** ISO date. */
  readonly dueOn: string;
  readonly noticeId: string;
}

interface Texts {
  readonly subject: (recipient: string) => string;
  readonly due: (recipient: string, date: string) => string;
  readonly how: (noticeId: string) => string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subject: (recipient) => `Laat ${recipient} weten wat er met gegevens is gedaan`,
    due: (recipient, date) =>
      `${recipient} moet uiterlijk op ${date} weten wat wij met gegevens van iemand hebben gedaan (artikel 19 AVG). Dat is nog niet bevestigd.`,
    how: (noticeId) =>
      `Om wie het gaat ziet u met: gestand notices show ${noticeId}. Is het gebeurd? Leg het vast met: gestand notices mark ${noticeId}`,
  },
  en: {
    subject: (recipient) => `Tell ${recipient} what was done to data`,
    due: (recipient, date) =>
      `${recipient} must know by ${date} what we did to somebody's data (article 19 GDPR). It is not confirmed yet.`,
    how: (noticeId) =>
      `See whom it is about with: gestand notices show ${noticeId}. Is it done? Record it with: gestand notices mark ${noticeId}`,
  },
};

export function writeDeskLetter(
  { recipient, dueOn, noticeId }: DeskLetter,
  context: LetterContext,
): WrittenLetter {
  const text = texts[context.language];
  const blocks = paragraphs(text.due(recipient, isoDateText(dueOn, context.language)), text.how(noticeId));
  return layOut({ subject: text.subject(recipient), blocks, outcome: false }, context);
}
