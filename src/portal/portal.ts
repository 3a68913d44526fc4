import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { PortalServices } from '../app/portal-services.ts';
import { type Language, languages } from '../domain/language.ts';
import { address, languageOf } from './address.ts';
import { assetRoutes } from './assets.ts';
import { mailboxRoutes } from './mailbox-routes.ts';
import { noticeRoutes } from './notice-routes.ts';
import { type Html, type Page, showPage } from './page.ts';
import { problemPage, problemWords } from './pages/problem-page.ts';
import type { PortalContext, PortalOptions, PortalProblem } from './portal-context.ts';
import { requestRoutes } from './request-routes.ts';
import { statementRoutes } from './statement-routes.ts';

/** The public pages: server-rendered, without JavaScript and without cookies, Dutch at `/` and English at `/en`. */
export function createPortal(options: PortalOptions): Hono {
  const app = new Hono();
  app.route('/', assetRoutes());
  for (const language of languages) {
    const portal = contextFor(language, options);
    const part = new Hono();
    part.get('/', (context) => context.redirect(address(language, '/privacy'), 302));
    part.route('/', statementRoutes(portal));
    part.route('/', requestRoutes(portal));
    part.route('/', noticeRoutes(portal));
    if (options.services.mailbox !== null) part.route('/', mailboxRoutes(portal, options.services.mailbox));
    app.route(language === 'nl' ? '/' : `/${language}`, part);
  }
  return app;
}

/** The page that says what went wrong, in the language of the address: what the server shows for any error. */
export function createProblemPage(
  services: PortalServices,
): (context: Context, problem: PortalProblem) => Promise<Response> {
  return (context, problem) => showProblem(context, services, problem);
}

function contextFor(language: Language, options: PortalOptions): PortalContext {
  const { controller, mailbox } = options.services;
  return {
    ...options,
    language,
    show: (context, page, status) =>
      showPage(context, { ...page, language, controller, mailbox: mailbox !== null }, status),
    problem: (context, problem) => showProblem(context, options.services, problem),
  };
}

function showProblem(context: Context, services: PortalServices, problem: PortalProblem): Promise<Response> {
  const language = languageOf(context.req.path);
  const { status, retryAfterSeconds } = problem;
  const words = problem.words ?? problemWords(language, status, retryAfterSeconds);
  if (retryAfterSeconds !== undefined) context.header('Retry-After', String(retryAfterSeconds));
  context.header('Cache-Control', 'no-store');
  const body: Html = problemPage(language, { ...words, reference: problem.reference ?? null });
  const page: Page = {
    language,
    controller: services.controller,
    mailbox: services.mailbox !== null,
    title: words.title,
    // The same page in the other language does not exist either; its front page does.
    path: '/privacy',
    personal: true,
    body,
  };
  return showPage(context, page, status as ContentfulStatusCode);
}
