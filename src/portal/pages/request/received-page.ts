import { html } from 'hono/html';
import type { Language } from '../../../domain/language.ts';
import { messages } from '../../messages/catalogue.ts';
import type { FormMessages } from '../../messages/form-messages.ts';
import type { Html } from '../../page.ts';

export type ReceivedKind = keyof FormMessages['received']['title'];

/** After a question or a complaint: what comes by mail. It says nothing of the case, so that it needs no secret. */
export function receivedPage(language: Language, kind: ReceivedKind, reference: string): Html {
  const say = messages[language].request.received;
  return html`
<div class="narrow">
<header class="page-head"><h1>${say.title[kind]}</h1><p class="lede">${say.text}</p></header>
<p>${say.reference(reference)}</p>
<p class="form-note">${say.notReceived}</p>
</div>`;
}
