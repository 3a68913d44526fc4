import { html } from 'hono/html';
import type { Language } from '../../domain/language.ts';
import { address } from '../address.ts';
import { messages } from '../messages/catalogue.ts';
import type { Html } from '../page.ts';

export interface ShownProblem {
  readonly title: string;
  readonly text: string;
  /** What to quote when asking for help. */
  readonly reference: string | null;
}

/** What went wrong, in words, and a way on. */
export function problemPage(language: Language, { title, text, reference }: ShownProblem): Html {
  const say = messages[language].problem;
  return html`
<div class="narrow">
<header class="page-head"><h1>${title}</h1><p class="lede">${text}</p></header>
${reference === null ? '' : html`<p class="notice">${say.reference(reference)}</p>`}
<p><a class="button" href="${address(language, '/privacy')}">${say.home}</a></p>
</div>`;
}

/** The words for an HTTP status. */
export function problemWords(
  language: Language,
  status: number,
  retryAfterSeconds = 60,
): Omit<ShownProblem, 'reference'> {
  const say = messages[language].problem;
  if (status === 429) {
    const minutes = Math.max(1, Math.ceil(retryAfterSeconds / 60));
    return { title: say.tooMany.title, text: say.tooMany.text(minutes) };
  }
  if (status === 403) return say.forbidden;
  if (status === 404) return say.notFound;
  if (status === 410) return say.gone;
  if (status === 502 || status === 503) return say.unavailable;
  return status >= 500 ? say.internal : say.bad;
}
