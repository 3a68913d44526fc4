import { html } from 'hono/html';
import type { RecipientNotice } from '../../app/recipient-notice.ts';
import { legalTimeZone } from '../../base/clock.ts';
import type { Language } from '../../domain/language.ts';
import { deedWords } from '../../report/recipients/recipient-words.ts';
import { dateText, momentText } from '../../statement/date-text.ts';
import { address } from '../address.ts';
import { recipientMessages } from '../messages/recipient-messages.ts';
import type { Html } from '../page.ts';

export interface NoticeView {
  readonly notice: RecipientNotice;
  /** The secret of the link; in the form of this page and nowhere else. */
  readonly token: string;
}

/** What a recipient is asked, and the button that says it is done. Whom it is about is in the letter, and not here. */
export function noticePage(language: Language, { notice, token }: NoticeView): Html {
  const say = recipientMessages[language];
  const { title, ask, law } = deedWords[language][notice.deed];
  return html`
<div class="narrow">
<header class="page-head"><h1>${title}</h1><p class="lede">${say.to(notice.name)}</p></header>
<p>${ask}</p>
<p>${say.who}</p>
<dl class="facts">
<div><dt>${say.law}</dt><dd>${law}</dd></div>
<div><dt>${say.dueOn}</dt><dd>${dateText(notice.dueOn, language)}</dd></div>
<div><dt>${say.reference}</dt><dd>${notice.id}</dd></div>
</dl>
${outcome(language, { notice, token })}
</div>`;
}

function outcome(language: Language, { notice, token }: NoticeView): Html {
  const say = recipientMessages[language];
  if (notice.confirmedAt !== null) {
    const moment = momentText(notice.confirmedAt, language, legalTimeZone);
    return html`<p class="notice" role="status">${say.confirmed(moment)}</p>`;
  }
  if (notice.excused) return html`<p class="notice" role="status">${say.ended}</p>`;
  return html`<form class="form" method="post" action="${address(language, '/notice')}">
<input type="hidden" name="t" value="${token}">
<p><button class="button" type="submit">${say.confirm}</button></p>
</form>`;
}
