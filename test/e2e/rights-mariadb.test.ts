import { afterAll, describe } from 'vitest';
import { mariadbServer } from '../support/mariadb.ts';
import { openDesk } from './desk.ts';
import { describeRights } from './rights.suite.ts';
import { walks } from './walks.ts';

const server = await mariadbServer();
const reason = server.kind === 'missing' ? ` (${server.reason})` : '';

describe.skipIf(server.kind === 'missing')(
  `rights that change rows, with the billing on MariaDB${reason}`,
  () => {
    if (server.kind === 'missing') return;
    afterAll(server.stop);
    describeRights(
      () => openDesk(60, { mariadbPort: server.port }),
      walks.filter(({ right }) => ['access', 'rectification', 'erasure'].includes(right)),
    );
  },
);
