import { Hono } from 'hono';
import type { PublishedStatement } from '../app/portal-services.ts';
import { countStates, type PromiseState } from '../domain/promise-state.ts';
import { diffStatements } from '../statement/diff.ts';
import { messages } from './messages/catalogue.ts';
import type { Html } from './page.ts';
import { promisePage, promisesPage } from './pages/promises-page.ts';
import { statementPage, versionPage } from './pages/statement-page.ts';
import { changesSince, versionsPage } from './pages/versions-page.ts';
import type { PortalContext } from './portal-context.ts';

/** The statement, its versions and the board of promises. */
export function statementRoutes(portal: PortalContext): Hono {
  const { services, language, show, problem } = portal;
  const say = messages[language];
  const app = new Hono();

  app.get('/privacy', async (context) => {
    const published = await services.getStatement(language);
    if (published === null) {
      return problem(context, {
        status: 404,
        words: { title: say.site.statement, text: say.statement.none },
      });
    }
    const board = await services.promiseBoard();
    const states = new Map<string, PromiseState>(board.map(({ id, state }) => [id, state]));
    const counts = countStates(states.values());
    const { statement } = published;
    const body = statementPage(language, { statement, states, counts });
    return show(context, { title: statement.title, path: '/privacy', body });
  });

  app.get('/privacy.txt', async (context) => {
    const published = await services.getStatement(language);
    return published === null ? problem(context, { status: 404 }) : context.text(published.statement.text);
  });

  app.get('/privacy/versions', async (context) => {
    const body = versionsPage(language, await services.listVersions(language));
    return show(context, { title: say.statement.versions, path: '/privacy/versions', body });
  });

  app.get('/privacy/versions/:number{[1-9][0-9]{0,8}}', async (context) => {
    const number = Number(context.req.param('number'));
    const published = await services.getVersion(language, number);
    if (published === null) return problem(context, { status: 404 });
    const body = versionPage(language, published, await changesOf(portal, published));
    const title = `${published.statement.title} (${number})`;
    return show(context, { title, path: `/privacy/versions/${number}`, body });
  });

  app.get('/promises', async (context) => {
    const body = promisesPage(language, await services.promiseBoard());
    return show(context, { title: say.board.title, path: '/promises', body });
  });

  app.get('/promises/:id{[PDpd][0-9]{2}}', async (context) => {
    const id = context.req.param('id').toUpperCase();
    const standing = (await services.promiseBoard()).find((each) => each.id === id);
    const history = await services.promiseHistory(id);
    if (standing === undefined || history === null) return problem(context, { status: 404 });
    const body = promisePage(language, standing, history);
    return show(context, { title: `${id}: ${standing.text[language]}`, path: `/promises/${id}`, body });
  });

  return app;
}

async function changesOf(
  { services, language }: PortalContext,
  { statement }: PublishedStatement,
): Promise<Html | ''> {
  const number = statement.version.number - 1;
  const before = number < 1 ? null : await services.getVersion(language, number);
  if (before === null) return '';
  return changesSince(language, number, diffStatements(before.statement, statement));
}
