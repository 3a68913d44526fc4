import { html, raw } from 'hono/html';
import type { PublishedStatement } from '../../app/portal-services.ts';
import type { Language } from '../../domain/language.ts';
import { type PromiseCounts, type PromiseState, promiseStates } from '../../domain/promise-state.ts';
import { dateText } from '../../statement/date-text.ts';
import { renderHtml } from '../../statement/render-html.ts';
import type { Statement } from '../../statement/statement.ts';
import { address } from '../address.ts';
import { messages } from '../messages/catalogue.ts';
import type { Html } from '../page.ts';

export interface CurrentStatement {
  readonly statement: Statement;
  readonly states: ReadonlyMap<string, PromiseState>;
  /** Of the whole board, not only of what this text names. */
  readonly counts: PromiseCounts;
}

/** The newest statement, with beside each section whether it is kept today. */
export function statementPage(language: Language, { statement, states, counts }: CurrentStatement): Html {
  const say = messages[language].statement;
  return html`
<div class="with-contents">
<header class="page-head">
<h1>${statement.title}</h1>
${versionLine(language, statement)}
<p class="page-links"><a href="${address(language, '/privacy/versions')}">${say.olderVersions}</a>
<a href="${address(language, '/privacy.txt')}">${say.plainText}</a></p>
</header>
<section class="standing" aria-labelledby="standing">
<h2 id="standing">${say.standing}</h2>
<p>${say.standingText}</p>
${stateChips(language, counts)}
<p><a href="${address(language, '/promises')}">${say.board}</a></p>
</section>
${contents(language, statement)}
<article class="statement">${raw(renderHtml(statement, { promiseStates: states }))}
<p class="statement-end"><a class="button" href="${address(language, '/request')}">${say.makeRequest}</a></p>
</article>
</div>`;
}

/** A version that was published, as it was. `changes` is what to show of its difference with the one before. */
export function versionPage(language: Language, published: PublishedStatement, changes: Html | ''): Html {
  const say = messages[language].statement;
  const { statement, newest } = published;
  const date = dateText(Temporal.PlainDate.from(statement.version.date), language);
  const notice = html`<p class="notice">${say.notNewest(date)} <a href="${address(language, '/privacy')}">${say.toNewest}</a></p>`;
  return html`
<div class="with-contents">
<header class="page-head">
<h1>${statement.title}</h1>
${newest ? '' : notice}
${versionLine(language, statement)}
<p class="hash">${say.hash}: <code>${statement.hash}</code></p>
<p class="page-links"><a href="${address(language, '/privacy/versions')}">${say.versions}</a></p>
</header>
${changes}
${contents(language, statement)}
<article class="statement">${raw(renderHtml(statement))}</article>
</div>`;
}

/** How many promises are in which state, in words. */
export function stateChips(language: Language, counts: PromiseCounts): Html {
  const chips = promiseStates
    .filter((state) => counts[state] > 0)
    .map(
      (state) =>
        html`<li><span class="state state-${state}">${counts[state]} ${messages[language].state[state]}</span></li>`,
    );
  return html`<ul class="chips">${chips}</ul>`;
}

function versionLine(language: Language, { version }: Statement): Html {
  const date = dateText(Temporal.PlainDate.from(version.date), language);
  return html`<p class="lede">${messages[language].statement.version(version.number, date)}</p>`;
}

function contents(language: Language, { sections }: Statement): Html {
  const say = messages[language].statement;
  const links = sections
    .filter((section) => section.title !== null)
    .map((section) => html`<li><a href="#${section.id}">${section.title}</a></li>`);
  return html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${say.contents}</h2><ol>${links}</ol></nav>`;
}
