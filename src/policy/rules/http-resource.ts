import type { HttpSource } from '../policy.ts';
import type { PolicyDraft } from '../policy-draft.ts';
import type { Problem, Rule } from '../rule.ts';

/** Every table of an API is declared twice: what its answers look like, and what they mean. */
export const httpResource: Rule = {
  code: 'http-resource',
  severity: 'error',
  *check(draft) {
    for (const source of draft.sources) if (source.kind === 'http') yield* problems(draft, source);
  },
};

function* problems(draft: PolicyDraft, source: HttpSource): Generator<Problem> {
  const path = ['sources', source.id] as const;
  // Also those that are too wrong to read: what is wrong with them is said of them.
  const resources = draft.names(...path, 'resources') ?? new Set();
  const tables = draft.names(...path, 'tables') ?? new Set();
  for (const { id, place } of source.tables) {
    if (resources.has(id)) continue;
    yield {
      place,
      message: `nothing says what the answers about ${id} look like`,
      hint: `add "${id}:" under "resources:" of this source, with its columns and how it is asked`,
    };
  }
  for (const id of resources) {
    if (tables.has(id)) continue;
    yield {
      place: draft.keyPlace(...path, 'resources', id),
      message: `resource ${id} is neither mapped nor declared not personal`,
      hint: `add "${id}:" under "tables:" of this source with its columns, or "${id}: not-personal"`,
    };
  }
}
