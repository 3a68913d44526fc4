import { type MailServer, parseServerUrl } from './server-url.ts';

/**
 * Reads `smtps://user:password@host:465` or `smtp://host:587`: where mail is handed in.
 *
 * @throws GestandError `bad-configuration`; the message never repeats the address, which holds a password.
 */
export function parseSmtpUrl(text: string): MailServer {
  return parseServerUrl(text, {
    plain: 'smtp:',
    secure: 'smtps:',
    plainPort: 587,
    securePort: 465,
    example: 'smtps://user:password@host:465 or smtp://host:587',
  }).server;
}
