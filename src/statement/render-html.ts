import { countStates, type PromiseState, promiseStates } from '../domain/promise-state.ts';
import { promiseById } from '../law/promises.ts';
import type { Statement, StatementSection } from './statement.ts';
import { escapeHtml } from './to-html.ts';
import { statementWords } from './words.ts';

export interface RenderOptions {
  /** How each promise stands today. Left out, the text stands alone: an older version, a letter. */
  readonly promiseStates?: ReadonlyMap<string, PromiseState>;
}

type Renderable = Pick<Statement, 'language' | 'sections' | 'bindings'>;

/**
 * The statement as an HTML fragment below the page's `h1`: a `section` with an `h2` for each title and, with
 * states given, beside it whether what it promises is kept today, in words. A promise of which nothing is
 * known counts as not proven. No style, no script.
 */
export function renderHtml(statement: Renderable, options: RenderOptions = {}): string {
  return statement.sections.map((section) => sectionHtml(section, statement, options)).join('\n');
}

/** `<span class="state state-kept">gehouden</span>` */
export function stateHtml(state: PromiseState, text: string): string {
  return `<span class="state state-${state}">${escapeHtml(text)}</span>`;
}

function sectionHtml(section: StatementSection, statement: Renderable, options: RenderOptions): string {
  const states = options.promiseStates;
  const beside =
    states === undefined || section.promiseIds.length === 0 ? '' : promisesHtml(section, statement, states);
  const body = `<div class="statement-text">${section.html}</div>${beside}`;
  if (section.title === null) return `<div class="statement-section">${body}</div>`;
  const id = escapeHtml(section.id);
  const heading = `<h2 id="${id}">${escapeHtml(section.title)}</h2>`;
  return `<section class="statement-section" aria-labelledby="${id}">${heading}${body}</section>`;
}

function promisesHtml(
  section: StatementSection,
  { language, bindings }: Renderable,
  states: ReadonlyMap<string, PromiseState>,
): string {
  const words = statementWords[language];
  const stateOf = (id: string): PromiseState => states.get(id) ?? 'unproven';
  const counts = countStates(section.promiseIds.map(stateOf));
  const chips = promiseStates
    .filter((state) => counts[state] > 0)
    .map((state) => `<li>${stateHtml(state, `${counts[state]} ${words.state[state]}`)}</li>`);
  const rows = section.promiseIds.map((id) => {
    const text =
      promiseById(id)?.text[language] ?? bindings.find((binding) => binding.promiseId === id)?.text ?? id;
    return `<li>${stateHtml(stateOf(id), words.state[stateOf(id)])} <span class="promise-id">${escapeHtml(id)}</span> ${escapeHtml(text)}</li>`;
  });
  const { shown, spoken } = words.promisesOf(section.promiseIds.length, section.title ?? '');
  const hidden = section.title === null ? '' : `<span class="visually-hidden">${escapeHtml(spoken)}</span>`;
  return [
    '<div class="section-promises">',
    `<p class="section-promises-title">${escapeHtml(words.today)}</p>`,
    `<ul class="section-states">${chips.join('')}</ul>`,
    `<details><summary>${escapeHtml(shown)}${hidden}</summary><ul class="section-promise-list">${rows.join('')}</ul></details>`,
    '</div>',
  ].join('');
}
