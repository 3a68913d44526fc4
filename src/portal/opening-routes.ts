import { type Context, Hono } from 'hono';
import { type CaseKind, caseKinds } from '../domain/case-file.ts';
import { address } from './address.ts';
import { clientKey } from './client-key.ts';
import { type FormValues, fieldValue, formValues } from './form/form-values.ts';
import { mandateError } from './form/read-representative.ts';
import { readRequest } from './form/read-request.ts';
import { messages } from './messages/catalogue.ts';
import { choosePage } from './pages/request/choose-page.ts';
import type { FormView } from './pages/request/fields.ts';
import { receivedPage } from './pages/request/received-page.ts';
import { requestPage } from './pages/request/request-page.ts';
import { moreLines } from './pages/request/wish-fields.ts';
import type { PortalContext } from './portal-context.ts';
import { submitted } from './submitted.ts';

/** Choosing what to ask, and asking it. */
export function openingRoutes(portal: PortalContext): Hono {
  const { services, language, show, problem } = portal;
  const say = messages[language].request;
  const app = new Hono();
  const showForm = (context: Context, kind: CaseKind, form: Omit<FormView, 'language'>) => {
    const hasErrors = form.errors.length > 0;
    const title = say.kinds[kind].name;
    const body = requestPage(kind, { language, ...form }, services.choices);
    const page = { title, path: `/request/ask/${kind}`, body, hasErrors };
    return show(context, page, hasErrors ? 422 : 200);
  };
  const empty: FormValues = new Map();

  app.get('/request', (context) =>
    show(context, { title: say.title, path: '/request', body: choosePage(language) }),
  );

  app.get('/request/ask/:kind', (context) => {
    const kind = kindIn(context);
    if (kind === undefined) return problem(context, { status: 404 });
    return showForm(context, kind, { values: empty, errors: [] });
  });

  app.post('/request/ask/:kind', async (context) => {
    const kind = kindIn(context);
    if (kind === undefined) return problem(context, { status: 404 });
    const values = formValues(await submitted(context));
    // Asking for one more line sends nothing: the form comes back as it was, with the line.
    if (fieldValue(values, moreLines) !== '') return showForm(context, kind, { values, errors: [] });
    const read = readRequest(kind, values, services.choices);
    if (read.kind === 'invalid') return showForm(context, kind, { values, errors: read.errors });
    const opened = await services.openRequest({
      ...read.request,
      language,
      clientKey: clientKey(context, portal),
    });
    if (opened.kind === 'mistaken')
      return showForm(context, kind, { values, errors: [mandateError(opened.mistake)] });
    if (opened.kind === 'too-many') return problem(context, { status: 429, ...opened });
    const place = `/request/${encodeURIComponent(opened.reference)}`;
    const next = opened.state === 'identity' ? 'code' : `received/${kind}`;
    return context.redirect(address(language, `${place}/${next}`), 303);
  });

  app.get('/request/:reference/received/:kind', (context) => {
    const kind = kindIn(context);
    if (kind === undefined) return problem(context, { status: 404 });
    const reference = context.req.param('reference');
    const path = `/request/${encodeURIComponent(reference)}/received/${kind}`;
    const body = receivedPage(language, kind, reference);
    return show(context, { title: say.received.title[kind], path, body, personal: true });
  });
  return app;
}

function kindIn(context: Context): CaseKind | undefined {
  const asked = context.req.param('kind');
  return caseKinds.find((kind) => kind === asked);
}
