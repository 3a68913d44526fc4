/**
 * The object or list that a text is, or begins with when its end was cut off: what was complete by then is read.
 * Null for anything else.
 */
export function jsonValue(text: string): object | null {
  if (!/^\s*[[{]/.test(text)) return null;
  return parsed(text) ?? parsed(closed(text));
}

function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/** The text up to the last comma or bracket outside a string, with what is open there closed. */
function closed(text: string): string {
  const open: string[] = [];
  let end = 0;
  let closing = '';
  let inString = false;
  const keep = (upTo: number) => {
    end = upTo;
    closing = open.toReversed().join('');
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? '}' : ']');
      keep(at + 1);
    } else if (sign === '}' || sign === ']') {
      open.pop();
      keep(at + 1);
    } else if (sign === ',') keep(at);
  }
  return text.slice(0, end) + closing;
}
