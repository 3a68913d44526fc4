import { html } from 'hono/html';
import type { VersionSummary } from '../../app/portal-services.ts';
import type { Language } from '../../domain/language.ts';
import { dateText } from '../../statement/date-text.ts';
import type { StatementChange } from '../../statement/diff.ts';
import { address } from '../address.ts';
import { messages } from '../messages/catalogue.ts';
import type { Html } from '../page.ts';

/** Every version that was published, newest first. */
export function versionsPage(language: Language, versions: readonly VersionSummary[]): Html {
  const say = messages[language].statement;
  const rows = versions.map((version, index) => {
    const link = html`<a href="${address(language, `/privacy/versions/${version.number}`)}">${say.number} ${version.number}</a>`;
    return html`<tr role="row">
<td role="cell" data-label="${say.number}">${link}${index === 0 ? html` <span class="tag">${say.newest}</span>` : ''}</td>
<td role="cell" data-label="${say.date}">${dateText(Temporal.PlainDate.from(version.date), language)}</td>
<td role="cell" data-label="${say.hash}"><code class="hash-code">${version.hash}</code></td></tr>`;
  });
  return html`
<header class="page-head"><h1>${say.versions}</h1><p class="lede">${say.versionsText}</p></header>
<table role="table" aria-label="${say.versions}"><thead role="rowgroup"><tr role="row">
<th role="columnheader" scope="col">${say.number}</th>
<th role="columnheader" scope="col">${say.date}</th>
<th role="columnheader" scope="col">${say.hash}</th>
</tr></thead><tbody role="rowgroup">${rows}</tbody></table>`;
}

/** What came and went since the version before, sentence by sentence. */
export function changesSince(language: Language, number: number, changes: readonly StatementChange[]): Html {
  const say = messages[language].statement;
  const items = changes.map(({ kind, section, text }) => {
    const where = section === null ? '' : html`<span class="change-section">${section}</span>`;
    return html`<li class="change change-${kind}"><span class="change-kind">${say[kind]}</span> ${where} <span class="change-text">${text}</span></li>`;
  });
  const list = items.length === 0 ? html`<p>${say.noChanges}</p>` : html`<ul class="changes">${items}</ul>`;
  return html`<details class="changes-box"><summary>${say.changes(number)} (${changes.length})</summary>${list}</details>`;
}
