import { html } from 'hono/html';
import type {
  KeptItem,
  PackageSummary,
  RequestEvent,
  RequestState,
  RequestStatus,
  ToldRecipient,
  TransferSummary,
} from '../../app/portal-services.ts';
import { legalDateOf, legalTimeZone } from '../../base/clock.ts';
import type { Language } from '../../domain/language.ts';
import { dateText, momentText } from '../../statement/date-text.ts';
import { address } from '../address.ts';
import { messages } from '../messages/catalogue.ts';
import { recipientMessages } from '../messages/recipient-messages.ts';
import { wordsOf } from '../messages/status-messages.ts';
import type { Html } from '../page.ts';
import { sizeText } from '../size-text.ts';

export interface StatusView {
  readonly status: RequestStatus;
  /** The secret of the link; in the forms and links of this page and nowhere else. */
  readonly token: string;
  /** A withdrawal came after the work had begun. */
  readonly withdrawTooLate: boolean;
}

const endStates: readonly RequestState[] = ['done', 'refused', 'withdrawn', 'joined'];

/** What a person may know of their request: where it stands, what comes next and by when. */
export function statusPage(language: Language, view: StatusView): Html {
  const { status } = view;
  const say = messages[language].status;
  const past = endStates.includes(status.state);
  return html`
<div class="narrow">
<header class="page-head"><h1>${say.title[status.kind]}</h1></header>
${view.withdrawTooLate ? html`<p class="notice" role="alert">${say.withdrawTooLate}</p>` : ''}
<section class="status-card status-${past ? 'past' : 'open'}" aria-labelledby="state">
<p class="status-label">${say.stateLabel}</p>
<h2 id="state">${say.state[status.state]}</h2>
<p>${nextText(language, status)}</p>
<dl class="facts">
${past ? '' : fact(say.dueOn, say.dueOnText(dateText(status.dueOn, language)))}
${fact(say.receivedOn, dateText(status.receivedOn, language))}
${fact(say.reference, status.reference)}
</dl>
</section>
${status.package === null ? '' : packageBox(language, view, status.package)}
${transfer(language, status.transfer)}
${plan(language, status)}
${kept(language, status.kept)}
${recipients(language, status.recipients)}
${timeline(language, status.timeline)}
${status.mayWithdraw ? withdrawal(language, view) : ''}
<p class="form-note">${say.keepLink}</p>
</div>`;
}

function nextText(language: Language, status: RequestStatus): string {
  const { kind, state } = status;
  const say = messages[language].status;
  const instead = status.foundNothing ? say.nothingFound : status.everythingKept ? say.everythingKept : null;
  if (instead === null) return wordsOf(say.next[state], kind);
  return state === 'done' ? instead.done : instead.ahead;
}

function fact(name: string, value: string): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function packageBox(language: Language, { status, token }: StatusView, found: PackageSummary): Html {
  const say = messages[language].status;
  const path = address(language, `/request/${encodeURIComponent(status.reference)}/download`);
  const expires = momentText(found.expiresAt, language, legalTimeZone);
  return html`<section class="package" aria-labelledby="package">
<h2 id="package">${say.package}</h2>
<p>${say.packageText(sizeText(found.sizeBytes, language), expires)}</p>
<p><a class="button" href="${path}?t=${encodeURIComponent(token)}">${say.download}</a></p>
<p class="form-note">${say.downloads(found.downloads)}</p>
</section>`;
}

function transfer(language: Language, sent: TransferSummary | null): Html | '' {
  if (sent === null) return '';
  const say = messages[language].status.transfer;
  const { name, state, endedAt, digest } = sent;
  const at = endedAt === null ? '' : momentText(endedAt, language, legalTimeZone);
  return html`<section aria-labelledby="transfer">
<h2 id="transfer">${say.title}</h2>
<p>${say[state](name, at)}</p>
<dl class="facts">
${fact(say.address, sent.address)}
${state !== 'delivered' || digest === null ? '' : fact(say.digest, digest)}
</dl>
</section>`;
}

function plan(language: Language, { kind, state, planSentences, foundNothing }: RequestStatus): Html | '' {
  if (planSentences.length === 0 || foundNothing) return '';
  const titles = wordsOf(messages[language].status.plan, kind);
  const title = state === 'done' ? titles.done : titles.ahead;
  const items = planSentences.map((sentence) => html`<li>${sentence}</li>`);
  return html`<section aria-labelledby="plan"><h2 id="plan">${title}</h2><ul class="plan">${items}</ul></section>`;
}

function kept(language: Language, items: readonly KeptItem[]): Html | '' {
  if (items.length === 0) return '';
  const say = messages[language].status;
  const rows = items.map(({ what, ground, until, rows: count }) => {
    const end = until === null ? say.keptWithoutDate : say.keptUntil(dateText(until, language), count === 1);
    return html`<li><p class="kept-what">${what}</p><p>${ground} ${end}</p></li>`;
  });
  return html`<section aria-labelledby="kept"><h2 id="kept">${say.kept}</h2><ul class="kept">${rows}</ul></section>`;
}

function recipients(language: Language, told: readonly ToldRecipient[]): Html | '' {
  if (told.length === 0) return '';
  const say = recipientMessages[language];
  const rows = told.map(({ name, deed, standing, settledAt }) => {
    const date = settledAt === null ? '' : dateText(legalDateOf(settledAt), language);
    const text = say.standing[standing](say.deeds[deed], date);
    return html`<li><p class="kept-what">${name}</p><p>${text}</p></li>`;
  });
  return html`<section aria-labelledby="recipients"><h2 id="recipients">${say.told}</h2><p>${say.toldText}</p><ul class="kept">${rows}</ul></section>`;
}

function timeline(language: Language, events: readonly RequestEvent[]): Html {
  const say = messages[language].status;
  const items = events.map(
    ({ kind, at }) =>
      html`<li><time datetime="${at.toString()}">${momentText(at, language, legalTimeZone)}</time><span>${say.events[kind]}</span></li>`,
  );
  return html`<section aria-labelledby="timeline"><h2 id="timeline">${say.timeline}</h2><ol class="timeline">${items}</ol></section>`;
}

function withdrawal(language: Language, { status, token }: StatusView): Html {
  const say = messages[language].status;
  const path = address(language, `/request/${encodeURIComponent(status.reference)}/withdraw`);
  return html`<section class="aside-box" aria-labelledby="withdraw">
<h2 id="withdraw">${say.withdrawTitle}</h2>
<p>${say.withdrawText}</p>
<form method="post" action="${path}"><input type="hidden" name="t" value="${token}"><button class="button button-quiet" type="submit">${say.withdraw}</button></form>
</section>`;
}
