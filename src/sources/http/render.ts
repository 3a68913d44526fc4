import type { JsonTemplate } from '../../policy/json-template.ts';
import { type PlaceholderName, parseTemplate } from '../../policy/uri-template.ts';

/** The value of a placeholder; undefined when there is none. */
export type LookUp = (name: PlaceholderName) => unknown;

/**
 * A path with its values, each percent-encoded whole (RFC 3986, 2.3), so that none reaches beyond its place. Null when one is missing,
 * or would change which path it is: nothing at all, `.` or `..` as a whole segment.
 */
export function renderPath(template: string, lookUp: LookUp): string | null {
  let text = '';
  for (const part of parseTemplate(template)) {
    const value = part.kind === 'text' ? part.text : encodeValue(lookUp(part.name));
    if (value === null) return null;
    text += value;
  }
  const [path = ''] = text.split('?', 1);
  const leads = path.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment));
  return leads ? null : text;
}

/**
 * A body with its values. A text that is a placeholder and nothing else becomes the value itself, a number too; among
 * other text it becomes text. Null when a value is missing.
 */
export function renderJson(template: JsonTemplate, lookUp: LookUp): { readonly value: unknown } | null {
  let missing = false;
  const render = (part: JsonTemplate): unknown => {
    if (typeof part === 'string') return renderText(part);
    if (part === null || typeof part !== 'object') return part;
    if (Array.isArray(part)) return part.map(render);
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, render(value)]));
  };
  const renderText = (text: string): unknown => {
    const parts = parseTemplate(text);
    const values = parts.map((part) => (part.kind === 'text' ? part.text : lookUp(part.name)));
    if (values.some((value) => value === undefined)) missing = true;
    return parts.length === 1 ? values[0] : values.map(asText).join('');
  };
  const value = render(template);
  return missing ? null : { value };
}

/** A path with a parameter in its query, in place of one of that name. */
export function withParameter(path: string, name: string, value: string): string {
  const [start = '', query = ''] = splitOnce(path, '?');
  const encoded = encodeURIComponent(name);
  const others = query.split('&').filter((part) => part !== '' && splitOnce(part, '=')[0] !== encoded);
  return `${start}?${[...others, `${encoded}=${encodeText(value)}`].join('&')}`;
}

function encodeValue(value: unknown): string | null {
  if (value === undefined || value === null || value === '' || typeof value === 'object') return null;
  return encodeText(String(value));
}

function encodeText(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function asText(value: unknown): string {
  return value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
}

function splitOnce(text: string, sign: string): readonly string[] {
  const at = text.indexOf(sign);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
