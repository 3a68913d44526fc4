import { html } from 'hono/html';
import type { Language } from '../../domain/language.ts';
import { address } from '../address.ts';
import { messages } from '../messages/catalogue.ts';
import type { Messages } from '../messages/messages.ts';
import type { Html } from '../page.ts';

export interface CodeForm {
  readonly reference: string;
  /** As it was typed. */
  readonly code: string;
  readonly error: keyof Messages['code']['errors'] | null;
  /** Another code was just asked for. */
  readonly resent: boolean;
}

/** Where the code from the mail is filled in. The same for a known address, an unknown one and a made-up reference. */
export function codePage(language: Language, { reference, code, error, resent }: CodeForm): Html {
  const say = messages[language].code;
  const path = address(language, `/request/${encodeURIComponent(reference)}`);
  const message = error === null ? '' : html`<p class="error" id="code-error">${say.errors[error]}</p>`;
  return html`
<div class="narrow">
<header class="page-head"><h1>${say.title}</h1><p class="lede">${say.intro}</p></header>
${resent ? html`<p class="notice" role="status">${say.resent}</p>` : ''}
<p class="form-note">${say.reference(reference)}</p>
<form class="form" method="post" action="${path}/code" novalidate>
<div class="field${error === null ? '' : ' field-wrong'}">
<label for="code">${say.code}</label>
<p class="hint" id="code-hint">${say.codeHint}</p>
${message}
<input class="code-input" id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required value="${code}" aria-describedby="code-hint${error === null ? '' : ' code-error'}"${error === null ? '' : html` aria-invalid="true"`}>
</div>
<p><button class="button" type="submit">${say.submit}</button></p>
</form>
<section class="aside-box" aria-labelledby="resend">
<h2 id="resend">${say.resendTitle}</h2>
<p>${say.resendText}</p>
<form method="post" action="${path}/resend"><button class="button button-quiet" type="submit">${say.resend}</button></form>
</section>
</div>`;
}
