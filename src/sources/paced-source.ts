import type { Pace } from './pace.ts';
import type { Source } from './source.ts';

/**
 * The same source, in which what takes long and can wait, to erase and to search every row, is done in turns: whoever asks for
 * it, the application whose data these are hardly notices.
 */
export function pacedSource(source: Source, { turn }: Pace): Source {
  const erase: Source['erase'] = (plan, bindings, options) =>
    source.erase(plan, bindings, { ...options, turn });
  const search: Source['search'] = (map, values) => turn(() => source.search(map, values));
  return Object.create(source, { erase: { value: erase }, search: { value: search } }) as Source;
}
