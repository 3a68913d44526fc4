/** A piece of a template: text as it stands, or the name of a value. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: PlaceholderName };

/** `{id}` names a column of the row itself, `{customers.id}` one of another table's. */
export interface PlaceholderName {
  readonly table: string | null;
  readonly column: string;
}

/** Why a template cannot be read, in words for its author. */
export class TemplateError extends Error {}

/**
 * The parts of a text with placeholders: RFC 6570, level 1. What is no letter, digit or underscore in a name is
 * percent-encoded there, so that a table or column of any name has a placeholder: `{e%2Dmail}`.
 *
 * @throws TemplateError
 */
export function parseTemplate(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let rest = text;
  while (rest !== '') {
    const open = rest.search(/[{}]/);
    if (open === -1) {
      parts.push({ kind: 'text', text: rest });
      break;
    }
    if (rest[open] === '}') throw new TemplateError('a "}" closes nothing');
    if (open > 0) parts.push({ kind: 'text', text: rest.slice(0, open) });
    const close = rest.indexOf('}', open);
    if (close === -1) throw new TemplateError('a "{" is never closed');
    parts.push({ kind: 'value', name: parseName(rest.slice(open + 1, close)) });
    rest = rest.slice(close + 1);
  }
  return parts;
}

/** The placeholder of a column, as a template writes it. */
export function placeholderOf({ table, column }: PlaceholderName): string {
  return table === null ? `{${encodeName(column)}}` : `{${encodeName(table)}.${encodeName(column)}}`;
}

function parseName(text: string): PlaceholderName {
  const pieces = text.split('.');
  if (!pieces.every((piece) => /^(?:[\p{L}\d_-]|%[\dA-Fa-f]{2})+$/u.test(piece)) || pieces.length > 2)
    throw new TemplateError(
      `"{${text}}" is no placeholder: write {column} or {table.column}, and other signs than letters and digits as %XX`,
    );
  try {
    const [first = '', second] = pieces.map(decodeURIComponent);
    return second === undefined ? { table: null, column: first } : { table: first, column: second };
  } catch {
    throw new TemplateError(`"{${text}}" is not percent-encoded as UTF-8`);
  }
}

function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /[!'()*.~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
