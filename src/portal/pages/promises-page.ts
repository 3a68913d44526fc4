import { html } from 'hono/html';
import type { PromiseStanding, PublicSpell } from '../../app/portal-services.ts';
import { legalTimeZone } from '../../base/clock.ts';
import type { Language } from '../../domain/language.ts';
import { countStates, type PromiseState, promiseStates } from '../../domain/promise-state.ts';
import { momentText } from '../../statement/date-text.ts';
import { address } from '../address.ts';
import { messages } from '../messages/catalogue.ts';
import type { Html } from '../page.ts';
import { stateChips } from './statement-page.ts';

/** The whole board, what is wrong first. */
export function promisesPage(language: Language, board: readonly PromiseStanding[]): Html {
  const say = messages[language].board;
  const groups = promiseStates
    .map((state) => ({ state, standings: board.filter((standing) => standing.state === state) }))
    .filter(({ standings }) => standings.length > 0);
  return html`
<header class="page-head"><h1>${say.title}</h1><p class="lede">${say.intro}</p>
${stateChips(language, countStates(board.map(({ state }) => state)))}</header>
${groups.map(({ state, standings }) => group(language, state, standings))}`;
}

function group(language: Language, state: PromiseState, standings: readonly PromiseStanding[]): Html {
  const { title, text } = messages[language].board.group[state];
  return html`<section class="board-group" aria-labelledby="group-${state}">
<h2 id="group-${state}"><span class="state state-${state}">${title}</span> <span class="board-count">${standings.length}</span></h2>
<p>${text}</p>
<ul class="board">${standings.map((standing) => item(language, standing))}</ul>
</section>`;
}

function item(language: Language, standing: PromiseStanding): Html {
  const { id, text, reason } = standing;
  return html`<li class="board-item" id="${id}">
<p class="board-text"><a class="promise-id" href="${address(language, `/promises/${id}`)}">${id}</a> ${text[language]}</p>
<p class="board-reason">${reason[language]}</p>
${small(language, standing)}
</li>`;
}

/** One promise: what breaks it, what was found, and how it stood before. */
export function promisePage(
  language: Language,
  standing: PromiseStanding,
  history: readonly PublicSpell[],
): Html {
  const { id, text, state, reason, reads } = standing;
  const say = messages[language].board;
  const spells =
    history.length === 0
      ? html`<p>${say.noHistory}</p>`
      : html`<ol class="board-history">${history.map((each) => spell(language, each))}</ol>`;
  return html`
<header class="page-head"><p class="promise-id">${id}</p><h1>${text[language]}</h1>
<p><span class="state state-${state}">${messages[language].state[state]}</span></p>
<p class="lede">${reason[language]}</p>
${reads === null ? '' : html`<p>${say.reads}: ${reads[language]}.</p>`}
${small(language, standing)}
<p class="page-links"><a href="${address(language, '/promises')}">${messages[language].statement.board}</a></p></header>
<section aria-labelledby="history"><h2 id="history">${say.history}</h2>
${spells}</section>`;
}

function spell(language: Language, { state, from, until, reason }: PublicSpell): Html {
  const say = messages[language];
  const moment = (at: Temporal.Instant) => momentText(at, language, legalTimeZone);
  const time =
    until === null ? say.board.from(moment(from)) : say.board.fromUntil(moment(from), moment(until));
  return html`<li><span class="state state-${state}">${say.state[state]}</span> ${time}
${reason === null ? '' : html`<p class="board-reason">${reason[language]}</p>`}</li>`;
}

function small(language: Language, standing: PromiseStanding): Html {
  const { law, brokenWhen } = standing;
  const say = messages[language].board;
  return html`<p class="board-meta">${say.brokenWhen}: ${brokenWhen[language]}</p>
<p class="board-meta">${say.law(law)} · ${checkedText(language, standing)}</p>`;
}

/** When it was looked at, or that nothing ever did and whether it could. */
function checkedText(language: Language, { checkedAt, reads }: PromiseStanding): string {
  const say = messages[language].board;
  if (checkedAt !== null) return say.checked(momentText(checkedAt, language, legalTimeZone));
  return reads === null ? say.noCheck : say.neverChecked;
}
