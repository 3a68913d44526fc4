import { type Context, Hono } from 'hono';
import { normaliseIdentity } from '../domain/identity.ts';
import { clientKey } from './client-key.ts';
import { fieldValue, formValues } from './form/form-values.ts';
import { messages } from './messages/catalogue.ts';
import { factField, factsPage } from './pages/facts-page.ts';
import type { PortalContext } from './portal-context.ts';
import { statusAddress } from './status-address.ts';
import { submitted } from './submitted.ts';

/** Showing who you are by what only you know: for who got the link in a letter. */
export function factsRoutes(portal: PortalContext): Hono {
  const { services, language, show, problem } = portal;
  const say = messages[language];
  const app = new Hono();
  const unknown = (context: Context) => problem(context, { status: 404, words: say.problem.linkUnknown });
  const showForm = (context: Context, token: string, wrong: boolean) => {
    const reference = context.req.param('reference') ?? '';
    const body = factsPage(language, { reference, token, kinds: services.factKinds, wrong });
    const path = `/request/${encodeURIComponent(reference)}/facts`;
    const query = `?t=${encodeURIComponent(token)}`;
    const page = { title: say.facts.title, path, query, body, hasErrors: wrong, personal: true };
    return show(context, page, wrong ? 422 : 200);
  };

  app.get('/request/:reference/facts', async (context) => {
    const token = context.req.query('t') ?? '';
    const opens = await services.opensFacts({ reference: context.req.param('reference'), token });
    return opens ? showForm(context, token, false) : unknown(context);
  });

  app.post('/request/:reference/facts', async (context) => {
    const values = formValues(await submitted(context));
    const key = { reference: context.req.param('reference'), token: fieldValue(values, 't') };
    const facts = services.factKinds.flatMap((kind) => {
      const value = fieldValue(values, factField(kind));
      return value === '' ? [] : [normaliseIdentity(kind, value)];
    });
    const result = await services.answerFacts({ ...key, facts, clientKey: clientKey(context, portal) });
    switch (result.kind) {
      case 'ok':
        return context.redirect(statusAddress(portal, { ...key, token: result.token }), 303);
      case 'waits':
        return problem(context, { status: 202, words: say.problem.identityWaits });
      case 'wrong':
        return showForm(context, key.token, true);
      case 'unknown':
        return unknown(context);
      case 'too-many':
        return problem(context, { status: 429, ...result });
    }
  });
  return app;
}
