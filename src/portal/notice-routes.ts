import { type Context, Hono } from 'hono';
import type { RecipientNotice } from '../app/recipient-notice.ts';
import { deedWords } from '../report/recipients/recipient-words.ts';
import { address } from './address.ts';
import { messages } from './messages/catalogue.ts';
import { noticePage } from './pages/notice-page.ts';
import type { PortalContext } from './portal-context.ts';
import { sameOriginForms } from './same-origin.ts';
import { formField } from './submitted.ts';

/** Where a recipient confirms what they were asked. Opening it changes nothing: programs that check mail open links. */
export function noticeRoutes(portal: PortalContext): Hono {
  const { services, language, show, problem } = portal;
  const unknown = (context: Context) =>
    problem(context, { status: 404, words: messages[language].problem.linkUnknown });
  const page = (context: Context, notice: RecipientNotice, token: string) =>
    show(context, {
      title: deedWords[language][notice.deed].title,
      path: '/notice',
      query: `?t=${encodeURIComponent(token)}`,
      body: noticePage(language, { notice, token }),
      personal: true,
    });
  const app = new Hono();
  app.use('/notice', sameOriginForms(portal.publicOrigin));

  app.get('/notice', async (context) => {
    const token = context.req.query('t') ?? '';
    const notice = token === '' ? null : await services.openNotice(token);
    return notice === null ? unknown(context) : page(context, notice, token);
  });

  app.post('/notice', async (context) => {
    const token = await formField(context, 't');
    const notice = token === '' ? null : await services.confirmNotice(token);
    if (notice === null) return unknown(context);
    return context.redirect(address(language, `/notice?t=${encodeURIComponent(token)}`), 303);
  });
  return app;
}
