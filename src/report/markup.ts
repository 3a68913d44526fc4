import { html, raw } from 'hono/html';
import { assert } from '../base/assert.ts';

/** HTML in which every value that was put in is escaped. */
export type Markup = ReturnType<typeof raw>;

export type MarkupValue = string | number | Markup | readonly (string | number | Markup)[];

/** Hono's `html`, narrowed to values that are there already: a letter waits for nothing. */
export function markup(strings: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  const made = html(strings, ...values);
  assert(!(made instanceof Promise), 'markup holds a promise');
  return made;
}

/** For text that is markup already, such as our own style sheet. Never for anything that came from outside. */
export function trustedMarkup(text: string): Markup {
  return raw(text);
}

export const noMarkup: Markup = raw('');
