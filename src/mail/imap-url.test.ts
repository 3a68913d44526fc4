import { expect, test } from 'vitest';
import { parseImapUrl } from './imap-url.ts';

const auth = { user: 'privacy@company.example', pass: 'p/w' };

test.each([
  ['imaps://privacy%40company.example:p%2Fw@mail.example', { port: 993, tls: 'implicit', folder: 'INBOX' }],
  ['imap://privacy%40company.example:p%2Fw@mail.example', { port: 143, tls: 'required', folder: 'INBOX' }],
  [
    'imaps://privacy%40company.example:p%2Fw@mail.example:9993/Privacy/Vragen%202026',
    { port: 9993, tls: 'implicit', folder: 'Privacy/Vragen 2026' },
  ],
])('%s', (url, wanted) => {
  expect(parseImapUrl(url)).toEqual({ host: 'mail.example', auth, ...wanted });
});

test.each([
  'mail.example',
  'smtp://user:secret@mail.example',
  'imaps://mail.example',
  'imap://:secret@mail.example',
])('refuses %j without repeating a password', (url) => {
  expect(() => parseImapUrl(url)).toThrow(expect.objectContaining({ code: 'bad-configuration' }));
  expect(() => parseImapUrl(url)).not.toThrow(/secret/);
});
