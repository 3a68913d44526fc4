import type { Hono } from 'hono';
import { fixedClock } from '../../src/base/clock.ts';
import { silentLog } from '../../src/base/log.ts';
import { createServerApp } from '../../src/http/app.ts';
import { createPortal, createProblemPage } from '../../src/portal/portal.ts';
import type { InMemoryServices } from './in-memory-services.ts';

/** The portal as it is served: with the headers, limits and errors of the real server around it. */
export function portalApp(services: InMemoryServices): Hono {
  return createServerApp({
    log: silentLog,
    clock: fixedClock('2026-11-23T13:00:00Z'),
    https: false,
    healthy: async () => true,
    routes: [{ path: '/', app: createPortal({ services, publicOrigin: null, trustProxy: true }) }],
    problemPage: createProblemPage(services),
  });
}
