import { afterAll, describe } from 'vitest';
import { mariadbServer } from '../support/mariadb.ts';
import { describeRights } from './rights.suite.ts';
import { serveExample } from './served-company.ts';

const server = await mariadbServer();
const reason = server.kind === 'missing' ? ` (${server.reason})` : '';

describe.skipIf(server.kind === 'missing')(`in a browser, with the billing on MariaDB${reason}`, () => {
  if (server.kind === 'missing') return;
  afterAll(server.stop);
  describeRights(() => serveExample(60, { mariadbPort: server.port }));
});
