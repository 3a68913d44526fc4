import { yamlText } from '../policy/yaml-text.ts';

export interface EntryDetails {
  /** It stays on erasure. */
  readonly kept?: boolean | undefined;
  /** The categories of places inside its JSON. */
  readonly paths?: readonly (readonly [path: string, category: string])[];
}

/** The entry of a column under `columns:` of a policy; a category of null is none. */
export function columnEntry(
  name: string,
  category: string | null,
  { kept = false, paths = [] }: EntryDetails = {},
): string {
  if (category === null) return `${yamlText(name)}: not-personal`;
  const inside = paths.map(([path, held]) => `${JSON.stringify(path)}: ${yamlText(held)}`);
  const details = [
    ...(kept ? ['onErasure: keep'] : []),
    ...(inside.length === 0 ? [] : [`paths: { ${inside.join(', ')} }`]),
  ];
  const value = yamlText(category);
  const whole = details.length === 0 ? value : `{ ${[`category: ${value}`, ...details].join(', ')} }`;
  return `${yamlText(name)}: ${whole}`;
}
