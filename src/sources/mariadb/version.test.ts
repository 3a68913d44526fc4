import { expect, test } from 'vitest';
import { checkVersion } from './version.ts';

test.each([
  '10.6.0-MariaDB',
  '10.11.19-MariaDB-0+deb12u1',
  '5.5.5-10.11.6-MariaDB-log',
  '11.4.2-MariaDB',
  '12.0.1-MariaDB',
])('takes %s', (version) => {
  expect(() => checkVersion('crm', version)).not.toThrow();
});

test.each(['8.4.0', '5.7.44-log', '10.5.29-MariaDB', '5.5.68-MariaDB'])(
  'refuses %s, and says why',
  (version) => {
    expect(() => checkVersion('crm', version)).toThrow(/crm .*MariaDB 10\.6 or later/);
  },
);
