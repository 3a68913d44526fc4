import { type Context, Hono } from 'hono';
import { address } from './address.ts';
import { clientKey } from './client-key.ts';
import { factsRoutes } from './facts-routes.ts';
import { messages } from './messages/catalogue.ts';
import { openingRoutes } from './opening-routes.ts';
import { type CodeForm, codePage } from './pages/code-page.ts';
import { statusPage } from './pages/status-page.ts';
import type { PortalContext } from './portal-context.ts';
import { sameOriginForms } from './same-origin.ts';
import { statusAddress } from './status-address.ts';
import { formField } from './submitted.ts';

/** Asking, proving who you are, following what happens, and fetching what was made. */
export function requestRoutes(portal: PortalContext): Hono {
  const app = new Hono();
  app.use('/request', sameOriginForms(portal.publicOrigin));
  app.use('/request/*', sameOriginForms(portal.publicOrigin));
  app.route('/', openingRoutes(portal));
  app.route('/', factsRoutes(portal));
  codeRoutes(app, portal);
  statusRoutes(app, portal);
  return app;
}

function codeRoutes(app: Hono, portal: PortalContext): void {
  const { services, language, show, problem } = portal;
  const showForm = (context: Context, form: CodeForm) => {
    const hasErrors = form.error !== null;
    const path = `/request/${encodeURIComponent(form.reference)}/code`;
    const title = messages[language].code.title;
    const page = { title, path, body: codePage(language, form), hasErrors, personal: true };
    return show(context, page, hasErrors ? 422 : 200);
  };

  app.get('/request/:reference/code', (context) => {
    const resent = context.req.query('sent') === '1';
    return showForm(context, { reference: context.req.param('reference'), code: '', error: null, resent });
  });

  app.post('/request/:reference/code', async (context) => {
    const reference = context.req.param('reference');
    const typed = await formField(context, 'code');
    const code = typed.replace(/[\s-]/g, '');
    // The typed code is not shown again: it was wrong, and a wrong digit is easier found by typing anew.
    const again = (error: CodeForm['error']) =>
      showForm(context, { reference, code: '', error, resent: false });
    if (!/^\d{6}$/.test(code)) return again(code === '' ? 'missing' : 'wrong');
    const result = await services.submitCode({ reference, code, clientKey: clientKey(context, portal) });
    switch (result.kind) {
      case 'ok':
        return context.redirect(statusAddress(portal, { reference, token: result.token }), 303);
      case 'waits':
        return problem(context, { status: 202, words: messages[language].problem.identityWaits });
      case 'wrong':
      case 'expired':
        return again(result.kind);
      case 'too-many':
        return problem(context, { status: 429, ...result });
    }
  });

  app.post('/request/:reference/resend', async (context) => {
    const reference = context.req.param('reference');
    const result = await services.resendCode({ reference, clientKey: clientKey(context, portal) });
    if (result.kind === 'too-many') return problem(context, { status: 429, ...result });
    return context.redirect(address(language, `/request/${encodeURIComponent(reference)}/code?sent=1`), 303);
  });
}

function statusRoutes(app: Hono, portal: PortalContext): void {
  const { services, language, show, problem } = portal;
  const say = messages[language];
  const unknown = (context: Context) => problem(context, { status: 404, words: say.problem.linkUnknown });

  app.get('/request/:reference', async (context) => {
    const key = { reference: context.req.param('reference'), token: context.req.query('t') ?? '' };
    const status = key.token === '' ? null : await services.requestStatus({ ...key, language });
    if (status === null) return unknown(context);
    const withdrawTooLate = context.req.query('late') === '1';
    const body = statusPage(language, { status, token: key.token, withdrawTooLate });
    const path = `/request/${encodeURIComponent(key.reference)}`;
    const query = `?t=${encodeURIComponent(key.token)}`;
    return show(context, { title: say.status.title[status.kind], path, query, body, personal: true });
  });

  app.post('/request/:reference/withdraw', async (context) => {
    const key = { reference: context.req.param('reference'), token: await formField(context, 't') };
    const result = await services.withdraw(key);
    if (result === 'unknown') return unknown(context);
    const late = result === 'too-late' ? '&late=1' : '';
    return context.redirect(`${statusAddress(portal, key)}${late}`, 303);
  });

  app.get('/request/:reference/download', async (context) => {
    // Asking only for the headers must not count as fetching the package.
    if (context.req.method === 'HEAD') return context.body(null, 405, { Allow: 'GET' });
    const key = { reference: context.req.param('reference'), token: context.req.query('t') ?? '' };
    const opened = await services.openPackage(key);
    switch (opened.kind) {
      case 'ok':
        return context.body(opened.stream, 200, {
          'Content-Type': 'application/zip',
          'Content-Length': String(opened.sizeBytes),
          'Content-Disposition': `attachment; filename="${opened.fileName.replace(/[^\w.-]/g, '_')}"`,
        });
      case 'not-ready':
        return problem(context, { status: 409, words: say.problem.notReady });
      case 'expired':
        return problem(context, { status: 410, words: say.problem.gone });
      case 'unknown':
        return unknown(context);
    }
  });
}
