import { parseExactly } from '../exact-json.ts';
import type { HttpAnswer } from './client.ts';
import { type Endpoint, httpFailure } from './failure.ts';

/**
 * The JSON of an answer. Numbers that JavaScript would change stay as they were written, as text.
 *
 * @throws GestandError `source-failed`, and tells nothing of what stands in the answer.
 */
export function jsonOf(endpoint: Endpoint, { bytes, contentType }: HttpAnswer): unknown {
  const [type = ''] = contentType.split(';', 1);
  if (!/^application\/([\w.-]+\+)?json$/i.test(type.trim())) {
    const what = type.trim() === '' ? 'without saying what it is' : `with ${type.trim()}`;
    throw httpFailure(
      endpoint,
      'source-failed',
      `is answered ${what}, not with JSON; check the address and the path`,
    );
  }
  try {
    return parseExactly(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The parser's message quotes the text.
    throw httpFailure(endpoint, 'source-failed', 'is answered with something that is no whole JSON');
  }
}

/** @throws GestandError `source-failed` unless the answer says that it was done. */
export function requireSuccess(endpoint: Endpoint, { status }: HttpAnswer): void {
  if (status >= 200 && status < 300) return;
  throw httpFailure(endpoint, 'source-failed', refusals[status] ?? `is answered with ${status}`);
}

const refusals: Readonly<Record<number, string>> = {
  400: 'is not understood there (400); correct the request in the policy',
  401: 'is refused (401): the secret of its authentication is wrong or has expired',
  403: 'is refused (403): give the account of its authentication the right to it',
  404: 'leads to nothing (404); correct the path, or write "absent: [404]" when that means that there are no rows',
  405: 'is no method there (405); correct the request in the policy',
  409: 'is refused (409): something there still refers to the row',
  500: 'fails there (500)',
};

/** The target of `rel=next` in a `Link` header (RFC 8288, 3); null when there is none. */
export function nextLink(header: string): string | null {
  const links = header.matchAll(
    /<([^>]*)>((?:\s*;\s*[^\s=;,"]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]+))?)*)/g,
  );
  for (const [, target = '', parameters = ''] of links) {
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters) ?? [];
    if ((quoted ?? bare ?? '').toLowerCase().split(/\s+/).includes('next')) return target;
  }
  return null;
}
