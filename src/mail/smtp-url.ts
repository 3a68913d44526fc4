import { GestandError } from '../base/error.ts';

/** Where mail is handed in, and how the way there is protected. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** `implicit`: TLS from the first byte. `required`: STARTTLS or nothing. `none`: in the clear. */
  readonly tls: 'implicit' | 'required' | 'none';
  readonly auth: { readonly user: string; readonly pass: string } | null;
}

/**
 * Reads `smtps://user:password@host:465` or `smtp://host:587`. With `smtp:` STARTTLS is demanded, because a
 * letter to a person may not cross a network in the clear; only the machine itself, or an explicit `?tls=none`,
 * is let off.
 *
 * @throws GestandError `bad-configuration`; the message never repeats the address, which holds a password.
 */
export function parseSmtpUrl(text: string): SmtpServer {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') || url.hostname === '') {
    throw new GestandError(
      'bad-configuration',
      'The address of the mail server cannot be read. Write smtps://user:password@host:465 or smtp://host:587.',
    );
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const secure = url.protocol === 'smtps:';
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    tls: secure ? 'implicit' : mayBeClear(url, host) ? 'none' : 'required',
    auth:
      url.username === ''
        ? null
        : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
  };
}

function mayBeClear(url: URL, host: string): boolean {
  const wish = url.searchParams.get('tls');
  if (wish !== null && wish !== 'none' && wish !== 'required') {
    throw new GestandError(
      'bad-configuration',
      'In the address of the mail server, tls is either none or required.',
    );
  }
  if (wish !== null) return wish === 'none';
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
