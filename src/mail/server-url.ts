import { GestandError } from '../base/error.ts';

/** Where a mail server is, and how the way there is protected. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `implicit`: TLS from the first byte. `required`: STARTTLS or nothing. `none`: in the clear. */
  readonly tls: 'implicit' | 'required' | 'none';
  readonly auth: { readonly user: string; readonly pass: string } | null;
}

/** One way of speaking with a mail server: its two schemes, and the ports they have when none is given. */
export interface MailScheme {
  readonly plain: string;
  readonly secure: string;
  readonly plainPort: number;
  readonly securePort: number;
  /** How an address is written, for whoever wrote another. */
  readonly example: string;
}

/**
 * Reads the address of a mail server. In the plain scheme STARTTLS is demanded, because a letter to or from a person may
 * not cross a network in the clear; only the machine itself, or an explicit `?tls=none`, is let off.
 *
 * @throws GestandError `bad-configuration`; the message never repeats the address, which holds a password.
 */
export function parseServerUrl(
  text: string,
  scheme: MailScheme,
): { readonly server: MailServer; readonly url: URL } {
  const url = URL.parse(text);
  const known = url?.protocol === scheme.plain || url?.protocol === scheme.secure;
  if (url === null || !known || url.hostname === '') {
    throw new GestandError(
      'bad-configuration',
      `The address of the mail server cannot be read. Write ${scheme.example}.`,
    );
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const secure = url.protocol === scheme.secure;
  const server: MailServer = {
    host,
    port: url.port === '' ? (secure ? scheme.securePort : scheme.plainPort) : Number(url.port),
    tls: secure ? 'implicit' : mayBeClear(url, host) ? 'none' : 'required',
    auth:
      url.username === ''
        ? null
        : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
  };
  return { server, url };
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
