import { describe } from 'vitest';
import { describeRights } from './rights.suite.ts';
import { serveExample } from './served-company.ts';

describe('in a browser', () => {
  describeRights(() => serveExample(60));
});
