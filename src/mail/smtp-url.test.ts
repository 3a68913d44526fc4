import { expect, test } from 'vitest';
import { parseSmtpUrl } from './smtp-url.ts';

test.each([
  ['smtps://mail.example', { host: 'mail.example', port: 465, tls: 'implicit', auth: null }],
  ['smtp://mail.example', { host: 'mail.example', port: 587, tls: 'required', auth: null }],
  ['smtp://mail.example?tls=none', { host: 'mail.example', port: 587, tls: 'none', auth: null }],
  ['smtp://localhost:2525', { host: 'localhost', port: 2525, tls: 'none', auth: null }],
  ['smtp://[::1]:2525', { host: '::1', port: 2525, tls: 'none', auth: null }],
  [
    'smtps://user%40company:p%2Fw@mail.example:4650',
    { host: 'mail.example', port: 4650, tls: 'implicit', auth: { user: 'user@company', pass: 'p/w' } },
  ],
])('%s', (url, server) => {
  expect(parseSmtpUrl(url)).toEqual(server);
});

test.each([
  'mail.example',
  'http://user:secret@mail.example',
  'smtp://user:secret@mail.example?tls=maybe',
  '',
])('refuses %j without repeating a password', (url) => {
  expect(() => parseSmtpUrl(url)).toThrow(expect.objectContaining({ code: 'bad-configuration' }));
  expect(() => parseSmtpUrl(url)).not.toThrow(/secret/);
});
