import { type PlaceholderName, parseTemplate } from './uri-template.ts';

/** A JSON value whose texts may hold placeholders. */
export type JsonTemplate =
  | string
  | number
  | boolean
  | null
  | readonly JsonTemplate[]
  | { readonly [key: string]: JsonTemplate };

/** Every text of a template; keys are taken as they stand. */
export function textsIn(template: JsonTemplate): readonly string[] {
  if (typeof template === 'string') return [template];
  if (template === null || typeof template !== 'object') return [];
  return Object.values(template).flatMap(textsIn);
}

/** @throws TemplateError */
export function placeholdersIn(text: string): readonly PlaceholderName[] {
  return parseTemplate(text).flatMap((part) => (part.kind === 'value' ? [part.name] : []));
}
