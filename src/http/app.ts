import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { routePath } from 'hono/route';
import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import { frameOf, notFound, type Problem, problemOf, tooLarge } from './problem.ts';
import { problemJson } from './problem-json.ts';
import { securityHeaders } from './security-headers.ts';

export interface ServerAppOptions {
  readonly log: Log;
  readonly clock: Clock;
  /** Whether people reach us over HTTPS, here or at a proxy before us. */
  readonly https: boolean;
  /** Whether the store answers; `/healthz` says so to whoever watches over the process. */
  readonly healthy: () => Promise<boolean>;
  readonly routes: readonly ServerRoutes[];
  /** How a person sees that something went wrong. Programs (`/api/…`, `/access/…`) get RFC 9457 problem details. */
  readonly problemPage: (context: Context, problem: Problem) => Response | Promise<Response>;
}

export interface ServerRoutes {
  readonly path: string;
  readonly app: Hono;
  /** Its bodies are streamed, and it keeps a limit of its own. */
  readonly streams?: boolean;
}

/** The largest body that is read, in bytes: a form with a long name fits a hundred times. */
const maxBodyBytes = 64 * 1024;
/** Of a list of people that a program asks about at once. */
const maxListBytes = 8 * 1024 * 1024;

/** Puts the parts together: security headers, a limit on what is read, one way to log and one way to fail. */
export function createServerApp({ log, clock, https, healthy, routes, problemPage }: ServerAppOptions): Hono {
  const app = new Hono();
  const show = (context: Context, problem: Problem) =>
    /^\/(api|access)\//.test(context.req.path) ? problemJson(problem) : problemPage(context, problem);
  const limitBody = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (context) => show(context, tooLarge) });
  const [limitForm, limitList] = [limitBody(maxBodyBytes), limitBody(maxListBytes)];

  app.use(async (context, next) => {
    const start = clock.now().epochMilliseconds;
    await next();
    log('info', 'request', {
      method: context.req.method,
      route: routePath(context, -1),
      status: context.res.status,
      durationMs: clock.now().epochMilliseconds - start,
    });
  });
  app.use(securityHeaders({ https }));
  const streamed = routes.filter(({ streams }) => streams === true).map(({ path }) => `${path}/`);
  app.use((context, next) => {
    const { path } = context.req;
    if (streamed.some((each) => path.startsWith(each))) return next();
    return path.startsWith('/access/') ? limitList(context, next) : limitForm(context, next);
  });
  app.get('/healthz', async (context) => {
    const well = await healthy().catch(() => false);
    return context.json({ status: well ? 'ok' : 'unavailable' }, well ? 200 : 503);
  });
  for (const { path, app: part } of routes) app.route(path, part);

  app.notFound((context) => show(context, notFound));
  app.onError((error, context) => {
    const problem = problemOf(error);
    if (problem.reference !== null) {
      const frame = frameOf(error);
      log('error', 'request-failed', {
        method: context.req.method,
        route: routePath(context, -1),
        status: problem.status,
        reference: problem.reference,
        ...('code' in error && typeof error.code === 'string' ? { code: error.code } : { code: error.name }),
        ...(frame === null ? {} : { frame }),
      });
    }
    return show(context, problem);
  });
  return app;
}
