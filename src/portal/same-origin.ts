import type { MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';

/**
 * Takes a form only from a page of ours. The browser itself says where a form came from (`Sec-Fetch-Site`, or
 * `Origin` in older ones), so that no cookie and no script is needed.
 *
 * Under `no-referrer` an older browser hides the origin even from ourselves, so pages with a form send
 * `same-origin`: other sites still learn nothing. `publicOrigin` is what people have in their address bar when a
 * proxy stands before us.
 */
export function sameOriginForms(publicOrigin: string | null): MiddlewareHandler {
  const guard = csrf({
    origin: (origin, context) => origin === publicOrigin || origin === new URL(context.req.url).origin,
  });
  return async (context, next) => {
    context.header('Referrer-Policy', 'same-origin');
    context.header('Cache-Control', 'no-store');
    return guard(context, next);
  };
}
