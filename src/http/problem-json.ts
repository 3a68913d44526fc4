import { STATUS_CODES } from 'node:http';
import type { Problem } from './problem.ts';

/** A problem as a program reads it (RFC 9457). */
export function problemJson(problem: Problem): Response {
  const { status, code, message, reference, reason, errors, retryAfterSeconds } = problem;
  const body = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Problem',
    status,
    ...(code === null ? {} : { code }),
    ...(reason === undefined ? {} : { reason }),
    ...(message === null ? {} : { detail: message }),
    ...(reference === null ? {} : { reference }),
    ...(errors === undefined ? {} : { errors }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
      ...(status === 401 ? { 'www-authenticate': 'Bearer realm="gestand"' } : {}),
    },
  });
}
