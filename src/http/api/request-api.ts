import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppOpened, AppServices, AppSubmitted, RefusedSession } from '../../app/app-services.ts';
import type { OpenPackageResult, RequestStatus, TooMany } from '../../app/portal-services.ts';
import type { Choices, NewRequest, RequestStatusAnswer } from '../../contract/request-api.ts';
import { caseKinds } from '../../domain/case-file.ts';
import { normaliseIdentity } from '../../domain/identity.ts';
import type { Language } from '../../domain/language.ts';
import type { OnBehalfOf } from '../../domain/mandate.ts';
import { clientKey } from '../../portal/client-key.ts';
import { notFound, type Problem } from '../problem.ts';
import { problemJson } from '../problem-json.ts';
import { clientModule } from './client-module.ts';
import { docsPage } from './docs-page.ts';
import { mistaken, wrongForm } from './field-problems.ts';
import {
  choicesRoute,
  codeRoute,
  listRoute,
  openRoute,
  packageRoute,
  resendRoute,
  statusRoute,
  withdrawRoute,
} from './routes.ts';

export interface RequestApiOptions {
  readonly services: AppServices;
  /** The address people see, without a slash at the end. */
  readonly publicUrl: string;
  /** Whether `X-Forwarded-For` is written by a proxy of ours and may be believed. */
  readonly trustProxy: boolean;
  /** Web origins whose pages may call; none unless they are named. */
  readonly origins: readonly string[];
}

/** Where {@link requestApi} is mounted. */
export const apiPath = '/api/v1';

/** The channel of the organisation's own app: the same requests as on the public pages, for programs. */
export function requestApi(options: RequestApiOptions): Hono {
  const app = new OpenAPIHono({
    defaultHook: (result) => (result.success ? undefined : problemJson(wrongForm(result.error.issues))),
  });
  app.onError((error) => {
    if (error instanceof HTTPException && error.res !== undefined) return error.getResponse();
    if (error instanceof HTTPException && error.status === 400)
      return problemJson(refuse(400, 'bad-input', 'The body is not JSON.'));
    if (error instanceof HTTPException && error.status === 415)
      return problemJson(refuse(415, 'bad-input', 'Send the body as application/json.'));
    // The server has one way to fail.
    throw error;
  });
  if (options.origins.length > 0) app.use(allowOrigins(options.origins));
  app.use(async (context, next) => {
    context.header('Cache-Control', 'no-store');
    await next();
  });
  openingRoutes(app, options);
  requestRoutes(app, options);
  descriptionRoutes(app, options);
  return app as unknown as Hono;
}

function openingRoutes(app: OpenAPIHono, options: RequestApiOptions): void {
  const { services, publicUrl } = options;
  app.openapi(choicesRoute, (context) =>
    context.json(choicesOf(services, context.req.valid('query').language), 200),
  );
  app.openapi(openRoute, async (context) => {
    const body = context.req.valid('json');
    const opened = await services.openRequest({
      wish: body.wish,
      email: body.email ?? null,
      customerNumber: body.customerNumber ?? null,
      onBehalfOf: onBehalfOf(body.onBehalfOf),
      language: body.language,
      sessionToken: bearer(context),
      clientKey: clientKey(context, options),
      idempotencyKey: context.req.valid('header')['idempotency-key'] ?? null,
    });
    if (opened.kind !== 'opened') return stop(notOpened(opened, body.language));
    const { reference, state, token, repeated } = opened;
    context.header('Location', `${publicUrl}${apiPath}/requests/${encodeURIComponent(reference)}`);
    if (repeated) context.header('Idempotency-Replayed', 'true');
    return context.json({ reference, state, token }, 201);
  });
  app.openapi(listRoute, async (context) => {
    const token = bearer(context);
    if (token === null)
      return stop(refuse(401, 'unauthorised', 'Send a session token of your app as Bearer.'));
    const listed = await services.listOwnRequests(token);
    if (listed.kind === 'refused') return stop(refusedSession(listed));
    const requests = listed.requests.map((each) => ({
      ...each,
      receivedOn: each.receivedOn.toString(),
      dueOn: each.dueOn.toString(),
    }));
    return context.json({ requests }, 200);
  });
}

function onBehalfOf(given: NewRequest['onBehalfOf']): OnBehalfOf | null {
  if (given === undefined) return null;
  const { mandate, identities, birthDate = null } = given;
  return {
    mandate,
    identities: identities.map(({ kind, value }) => normaliseIdentity(kind, value)),
    birthDate,
  };
}

function requestRoutes(app: OpenAPIHono, options: RequestApiOptions): void {
  const { services } = options;
  app.openapi(codeRoute, async (context) => {
    const { reference } = context.req.valid('param');
    const { code } = context.req.valid('json');
    const result = await services.submitCode({ reference, code, clientKey: clientKey(context, options) });
    if (result.kind === 'ok') return context.json({ state: 'taken-up', token: result.token } as const, 200);
    if (result.kind === 'waits') return context.json({ state: 'identity', token: null } as const, 200);
    return stop(notConfirmed(result));
  });
  app.openapi(resendRoute, async (context) => {
    const { reference } = context.req.valid('param');
    const result = await services.resendCode({ reference, clientKey: clientKey(context, options) });
    if (result.kind === 'too-many') return stop(tooMany(result));
    return context.body(null, 202);
  });
  app.openapi(statusRoute, async (context) => {
    const { language } = context.req.valid('query');
    const status = await services.requestStatus({ ...keyOf(context, context.req.valid('param')), language });
    return status === null ? stop(notFound) : context.json(statusAnswer(status), 200);
  });
  app.openapi(withdrawRoute, async (context) => {
    const result = await services.withdraw(keyOf(context, context.req.valid('param')));
    if (result === 'withdrawn') return context.json({ state: result }, 200);
    const late = refuse(409, 'conflict', 'It was decided already, so it can no longer be withdrawn.');
    return stop(result === 'unknown' ? notFound : late);
  });
  app.openapi(packageRoute, async (context) => {
    const opened = await services.openPackage(keyOf(context, context.req.valid('param')));
    if (opened.kind !== 'ok') return stop(notFetched(opened));
    return context.body(opened.stream, 200, {
      'Content-Type': 'application/zip',
      'Content-Length': String(opened.sizeBytes),
      'Content-Disposition': `attachment; filename="${opened.fileName.replace(/[^\w.-]/g, '_')}"`,
    });
  });
}

function descriptionRoutes(app: OpenAPIHono, { publicUrl, services, origins }: RequestApiOptions): void {
  const { name, email } = services.policy.controller;
  const scheme = (description: string) => ({ type: 'http', scheme: 'bearer', description }) as const;
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    ...scheme('A JWT that your app signs for who is signed in, for one call: see the manual.'),
    bearerFormat: 'JWT',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'request', {
    ...scheme('The token of one request, from its opening or its code.'),
  });
  const description = () =>
    app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: `Privacy requests of ${name}`,
        version: '1.0.0',
        description:
          'Ask for your data, have them corrected or erased, object, withdraw consent, ask or complain: from an app.',
        contact: { name, email },
      },
      servers: [{ url: `${publicUrl}${apiPath}` }],
    });
  app.get('/openapi.json', (context) => context.json(description()));
  app.get('/client.js', (context) =>
    context.body(clientModule(), 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/', (context) => context.html(docsPage(description(), { origins })));
}

function choicesOf({ policy }: AppServices, language: Language): Choices {
  const { controller, categories, purposes, recipients } = policy;
  return {
    controller: { name: controller.name, email: controller.email },
    kinds: [...caseKinds],
    categories: [...categories.values()].map(({ id, name }) => ({ id, name: name[language] })),
    purposes: [...purposes.values()].map(({ id, name, marketing, basis }) => ({
      id,
      name: name[language],
      marketing,
      consent: basis === 'consent',
    })),
    recipients: [...recipients.values()].map(({ id, name }) => ({ id, name })),
  };
}

function notOpened(opened: Exclude<AppOpened, { readonly kind: 'opened' }>, language: Language): Problem {
  switch (opened.kind) {
    case 'mistakes':
      return mistaken(opened.mistakes, language);
    case 'key-reused':
      return {
        ...refuse(422, 'bad-input', 'This Idempotency-Key was used for another request. Take a new one.'),
        reason: 'key-reused',
      };
    case 'refused':
      return refusedSession(opened);
    case 'too-many':
      return tooMany(opened);
  }
}

function notConfirmed(result: Exclude<AppSubmitted, { readonly kind: 'ok' | 'waits' }>): Problem {
  switch (result.kind) {
    case 'wrong':
      return wrongCode('The code is not right.', 'wrong-code');
    case 'expired':
      return wrongCode('The code no longer works. Ask for another one.', 'expired-code');
    case 'too-many':
      return tooMany(result);
  }
}

function wrongCode(detail: string, reason: string): Problem {
  return {
    ...refuse(422, 'bad-input', detail),
    reason,
    errors: [{ pointer: '/code', detail, reason }],
  };
}

function notFetched({ kind }: Exclude<OpenPackageResult, { readonly kind: 'ok' }>): Problem {
  switch (kind) {
    case 'not-ready':
      return refuse(409, 'conflict', 'There is nothing to fetch yet.');
    case 'expired':
      return refuse(410, 'gone', 'What was made was destroyed after its term. Ask again.');
    case 'unknown':
      return notFound;
  }
}

function statusAnswer(status: RequestStatus): RequestStatusAnswer {
  const { package: made, planSentences, kept, timeline, everythingKept: _, ...rest } = status;
  return {
    ...rest,
    receivedOn: status.receivedOn.toString(),
    dueOn: status.dueOn.toString(),
    timeline: timeline.map(({ kind, at }) => ({ kind, at: at.toString() })),
    plan: [...planSentences],
    kept: kept.map((each) => ({ ...each, until: each.until?.toString() ?? null })),
    package: made === null ? null : { ...made, expiresAt: made.expiresAt.toString() },
  };
}

function keyOf(context: Context, { reference }: { readonly reference: string }) {
  return { reference, token: bearer(context) ?? '' };
}

function bearer(context: Context): string | null {
  return /^Bearer ([^\s]{1,4096})$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? null;
}

/** Ends a call with a problem: an answer that is not the one a route describes as its own. */
function stop(problem: Problem): never {
  throw new HTTPException(problem.status as ContentfulStatusCode, { res: problemJson(problem) });
}

function refuse(status: number, code: Problem['code'], message: string): Problem {
  return { status, code, message, reference: null };
}

function refusedSession({ because, detail }: RefusedSession): Problem {
  return { ...refuse(401, 'unauthorised', detail), reason: because };
}

function tooMany({ retryAfterSeconds }: TooMany): Problem {
  const message = `Too many attempts. Try again in ${retryAfterSeconds} seconds.`;
  return { ...refuse(429, 'too-many', message), retryAfterSeconds };
}

function allowOrigins(origins: readonly string[]) {
  return cors({
    origin: [...origins],
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key'],
    exposeHeaders: ['Location', 'Retry-After', 'Idempotency-Replayed'],
    maxAge: 600,
  });
}
