import type { Rule } from '../rule.ts';

/** `id: not-personal` has to mean one thing. */
export const reservedCategory: Rule = {
  code: 'reserved-category',
  severity: 'error',
  *check(draft) {
    if (draft.names('categories')?.has('not-personal') !== true) return;
    yield {
      place: draft.keyPlace('categories', 'not-personal'),
      message: 'a category cannot be called "not-personal"',
      hint: 'choose another id',
    };
  },
};
