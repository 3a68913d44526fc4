import { yamlText } from '../policy/yaml-text.ts';

/** The entry of a column under `columns:` of a policy; a category of null is none. */
export function columnEntry(name: string, category: string | null, kept = false): string {
  const value = category === null ? 'not-personal' : yamlText(category);
  const whole = kept && category !== null ? `{ category: ${value}, onErasure: keep }` : value;
  return `${yamlText(name)}: ${whole}`;
}
