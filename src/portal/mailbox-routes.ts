import { Hono, type MiddlewareHandler } from 'hono';
import type { Mailbox } from '../app/portal-services.ts';
import { messages } from './messages/catalogue.ts';
import { mailboxPage, mailPage } from './pages/mailbox-page.ts';
import type { PortalContext } from './portal-context.ts';

/** How many mails one page lists. */
const listed = 100;

/** The mail of the example, which is kept instead of sent. Not mounted anywhere else. */
export function mailboxRoutes({ language, show, problem }: PortalContext, mailbox: Mailbox): Hono {
  const app = new Hono();
  const notKept: MiddlewareHandler = (context, next) => {
    context.header('Cache-Control', 'no-store');
    return next();
  };
  app.use('/mailbox', notKept);
  app.use('/mailbox/*', notKept);

  app.get('/mailbox', async (context) => {
    const body = mailboxPage(language, await mailbox.list(listed));
    return show(context, { title: messages[language].mailbox.title, path: '/mailbox', body, personal: true });
  });

  app.get('/mailbox/:id', async (context) => {
    const id = context.req.param('id');
    const mail = await mailbox.get(id);
    if (mail === null) return problem(context, { status: 404 });
    const path = `/mailbox/${encodeURIComponent(id)}`;
    return show(context, { title: mail.subject, path, body: mailPage(language, mail), personal: true });
  });

  return app;
}
