import { html } from 'hono/html';
import type { KeptMail, MailSummary } from '../../app/portal-services.ts';
import { legalTimeZone } from '../../base/clock.ts';
import type { Language } from '../../domain/language.ts';
import { momentText } from '../../statement/date-text.ts';
import { address } from '../address.ts';
import { messages } from '../messages/catalogue.ts';
import type { Html } from '../page.ts';
import { sizeText } from '../size-text.ts';

/** The mail that was kept instead of sent, newest first. */
export function mailboxPage(language: Language, mails: readonly MailSummary[]): Html {
  const say = messages[language].mailbox;
  const items = mails.map(
    ({ id, to, subject, sentAt }) => html`<li class="mail-item">
<a href="${address(language, `/mailbox/${encodeURIComponent(id)}`)}">${subject}</a>
<p class="board-meta">${to} · ${momentText(sentAt, language, legalTimeZone)}</p></li>`,
  );
  return html`
<div class="narrow">
<header class="page-head"><h1>${say.title}</h1></header>
<p class="notice notice-example">${say.example}</p>
${items.length === 0 ? html`<p>${say.none}</p>` : html`<ul class="mails">${items}</ul>`}
</div>`;
}

/** One mail as its reader would see it: plain text, with links to follow. */
export function mailPage(language: Language, mail: KeptMail): Html {
  const say = messages[language].mailbox;
  const attachments = mail.attachments.map(
    ({ name, sizeBytes }) => html`<li>${name} (${sizeText(sizeBytes, language)})</li>`,
  );
  return html`
<div class="narrow">
<header class="page-head"><h1>${mail.subject}</h1></header>
<p class="notice notice-example">${say.example}</p>
<dl class="facts mail-facts">
<div><dt>${say.from}</dt><dd>${mail.from}</dd></div>
<div><dt>${say.to}</dt><dd>${mail.to}</dd></div>
<div><dt>${say.sentAt}</dt><dd>${momentText(mail.sentAt, language, legalTimeZone)}</dd></div>
</dl>
<div class="mail-text">${withLinks(mail.text)}</div>
${attachments.length === 0 ? '' : html`<h2>${say.attachments}</h2><ul>${attachments}</ul>`}
<p><a href="${address(language, '/mailbox')}">${say.back}</a></p>
</div>`;
}

/** Web addresses become links; the full stop after one belongs to the sentence. */
function withLinks(text: string): readonly (Html | string)[] {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:)])/)
    .map((part, index) => (index % 2 === 0 ? part : html`<a href="${part}">${part}</a>`));
}
