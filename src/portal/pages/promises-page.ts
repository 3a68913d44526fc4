import { html } from 'hono/html';
import type { PromiseStanding } from '../../app/portal-services.ts';
import { legalTimeZone } from '../../base/clock.ts';
import type { Language } from '../../domain/language.ts';
import { countStates, type PromiseState, promiseStates } from '../../domain/promise-state.ts';
import { momentText } from '../../statement/date-text.ts';
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
  const { id, text, law, reason } = standing;
  const say = messages[language].board;
  return html`<li class="board-item" id="${id}">
<p class="board-text"><span class="promise-id">${id}</span> ${text[language]}</p>
<p class="board-reason">${reason[language]}</p>
<p class="board-meta">${say.law(law)} · ${checkedText(language, standing)}</p>
</li>`;
}

/** When it was looked at, or that nothing ever did and whether it could. */
function checkedText(language: Language, { checkedAt, reads }: PromiseStanding): string {
  const say = messages[language].board;
  if (checkedAt !== null) return say.checked(momentText(checkedAt, language, legalTimeZone));
  return reads === null ? say.noCheck : say.neverChecked;
}
