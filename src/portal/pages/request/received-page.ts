import { html } from 'hono/html';
import type { CaseKind } from '../../../domain/case-file.ts';
import type { Language } from '../../../domain/language.ts';
import { messages } from '../../messages/catalogue.ts';
import type { Html } from '../../page.ts';

/** After what needs no proof of who asks: what comes by mail. It says nothing of the case, so that it needs no secret. */
export function receivedPage(language: Language, kind: CaseKind, reference: string): Html {
  const say = messages[language].request.received;
  return html`
<div class="narrow">
<header class="page-head"><h1>${say.title[kind]}</h1><p class="lede">${say.text}</p></header>
<p>${say.reference(reference)}</p>
<p class="form-note">${say.notReceived}</p>
</div>`;
}
