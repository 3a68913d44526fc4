import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { GestandError } from './base/error.ts';
import { parseWitnessAddress, type WitnessAddress } from './domain/witness-address.ts';

/** What the environment says. No other file reads it. */
export interface Config {
  /** The folder for everything Gestand keeps itself: its secret and the embedded database. */
  readonly home: string;
  /** A PostgreSQL server of your own; undefined means the one from npm, in `home`. */
  readonly databaseUrl: string | undefined;
  readonly port: number;
  /** The address people see, without a slash at the end. */
  readonly publicUrl: string;
  /** Where mail leaves; undefined means that it stays in the outbox. */
  readonly smtpUrl: string | undefined;
  /** The mailbox that is read for requests; undefined means that none is. It holds a password. Never print it. */
  readonly imapUrl: string | undefined;
  /** The sender of mail: an address, or `Name <address>`; undefined means the controller's of the policy. */
  readonly mailFrom: string | undefined;
  /** 32 bytes from which the keys for encryption and keyed hashes are made. Never print it. */
  readonly secret: Uint8Array;
  /** What other systems show to ask whether data may be used; undefined: they are not answered. Never print it. */
  readonly accessToken: string | undefined;
  /** The public keys of the organisation's own apps, a JWK Set as text; undefined: no app vouches for anybody. */
  readonly appKeys: string | undefined;
  /** Web origins whose pages may call the API of requests from a browser. */
  readonly appOrigins: readonly string[];
  /** What the example company's billing system is a database of; undefined means what it was, else PostgreSQL. */
  readonly exampleBilling: ExampleBilling | undefined;
  /** The MariaDB server on which it is made then: an address without a database. It may hold a password. */
  readonly exampleMariadbUrl: string;
  /** Who outside keeps the checkpoints of the ledger. */
  readonly witnesses: readonly WitnessAddress[];
  /** With which calls to them are signed (Standard Webhooks). Never print it. */
  readonly witnessKey: string | undefined;
  /** How far Gestand reaches when data go straight to another controller, or come from one. */
  readonly transferNetworks: TransferNetworks;
  /** The most megabytes of a package that is taken from another controller. */
  readonly transferMegabytes: number;
  /** How much of the time of a database erasures, and searches through all of it, may take: above 0, up to 1. */
  readonly erasureShare: number;
  /** For tests: the fault point at which this process kills itself, as `step.effected#3`; undefined means none. */
  readonly fault: string | undefined;
  /** With which an officer writes a text on this machine. */
  readonly editor: string;
  /**
   * The connection string or key that a policy refers to by name. Read when asked for, from the variable of that
   * name, or from the file that NAME_FILE points to.
   *
   * @throws GestandError bad-configuration when neither is set.
   */
  secretValue(name: string): string;
}

export const exampleBillings = ['postgresql', 'mariadb'] as const;
export type ExampleBilling = (typeof exampleBillings)[number];

/** `private`: also into private networks. `loopback`: those, and without encryption on this machine. */
export const transferNetworks = ['public', 'private', 'loopback'] as const;
export type TransferNetworks = (typeof transferNetworks)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

const defaultPort = 8080;
const defaultTransferMegabytes = 100;
const mostTransferMegabytes = 10_000;
/** What this costs an application beside it: docs/performance.md. */
export const defaultErasureShare = 0.2;
const leastErasureShare = 0.01;
const defaultMariadbUrl = 'mariadb://root@127.0.0.1:3306';
const secretBytes = 32;
const shortestToken = 24;
const secretNamePattern = /^[A-Z][A-Z0-9_]{0,63}$/;

/**
 * Reads the environment. The secret is generated at the first start when the environment gives none.
 *
 * @throws GestandError bad-configuration with every mistake in it, one a line.
 */
export function loadConfig(environment: Environment = process.env): Config {
  const mistakes: string[] = [];
  const home = resolve(textOf(environment, 'GESTAND_HOME') ?? '.gestand');
  const databaseUrl = urlOf(environment, mistakes, {
    name: 'DATABASE_URL',
    protocols: ['postgres:', 'postgresql:'],
    example: 'postgres://user:password@host:5432/gestand',
  });
  const smtpUrl = urlOf(environment, mistakes, {
    name: 'SMTP_URL',
    protocols: ['smtp:', 'smtps:'],
    example: 'smtps://user:password@mail.example:465',
  });
  const imapName = 'GESTAND_IMAP_URL';
  const imapUrl = urlOf({ [imapName]: settingOf(environment, mistakes, imapName) }, mistakes, {
    name: imapName,
    protocols: ['imap:', 'imaps:'],
    example: 'imaps://user:password@mail.example:993/INBOX',
  });
  const publicUrl = urlOf(environment, mistakes, {
    name: 'PUBLIC_URL',
    protocols: ['http:', 'https:'],
    example: 'https://privacy.example.nl',
  });
  const exampleMariadbUrl = urlOf(environment, mistakes, {
    name: 'GESTAND_EXAMPLE_MARIADB_URL',
    protocols: ['mariadb:', 'mysql:'],
    example: defaultMariadbUrl,
  });
  if (!['', '/', undefined].includes(URL.parse(exampleMariadbUrl ?? '')?.pathname))
    mistakes.push(
      `GESTAND_EXAMPLE_MARIADB_URL names a database. Name the server alone: a database is made on it for the example.`,
    );
  const exampleBilling = exampleBillingOf(environment, mistakes);
  const networks = transferNetworksOf(environment, mistakes);
  const transferMegabytes = transferMegabytesOf(environment, mistakes);
  const erasureShare = erasureShareOf(environment, mistakes);
  const port = portOf(environment, mistakes);
  const mailFrom = textOf(environment, 'MAIL_FROM');
  if (mailFrom !== undefined && !mailFrom.includes('@'))
    mistakes.push('MAIL_FROM has no e-mail address in it. Write for example: Privacy <privacy@example.nl>');
  const accessToken = accessTokenOf(environment, mistakes);
  const appKeys = appKeysOf(environment, mistakes);
  const appOrigins = appOriginsOf(environment, mistakes);
  const witnesses = witnessesOf(environment, mistakes);
  const witnessKey = settingOf(environment, mistakes, 'GESTAND_WITNESS_KEY');
  if (witnessKey === undefined && witnesses.some(({ kind }) => kind === 'api'))
    mistakes.push('GESTAND_WITNESSES names an address to call, and GESTAND_WITNESS_KEY is not set.');
  const secret = secretOf(environment, mistakes, home);
  if (mistakes.length > 0 || secret === undefined)
    throw new GestandError('bad-configuration', `The settings are not right:\n- ${mistakes.join('\n- ')}`);
  return {
    home,
    databaseUrl,
    port,
    publicUrl: (publicUrl ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    smtpUrl,
    imapUrl,
    mailFrom,
    secret,
    accessToken,
    appKeys,
    appOrigins,
    witnesses,
    witnessKey,
    exampleBilling,
    exampleMariadbUrl: exampleMariadbUrl ?? defaultMariadbUrl,
    transferNetworks: networks,
    transferMegabytes,
    erasureShare,
    fault: textOf(environment, 'GESTAND_FAULT'),
    editor: textOf(environment, 'VISUAL') ?? textOf(environment, 'EDITOR') ?? 'vi',
    secretValue: (name) => secretValueOf(environment, name),
  };
}

// An empty variable is one that is not set: that is how a compose file leaves a line open.
function textOf(environment: Environment, name: string): string | undefined {
  const text = environment[name]?.trim();
  return text === '' ? undefined : text;
}

function urlOf(
  environment: Environment,
  mistakes: string[],
  wanted: { readonly name: string; readonly protocols: readonly string[]; readonly example: string },
): string | undefined {
  const text = textOf(environment, wanted.name);
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (url !== null && wanted.protocols.includes(url.protocol) && url.hostname !== '') return text;
  // The value is not repeated: it may hold a password.
  mistakes.push(`${wanted.name} is not an address Gestand can use. Write for example: ${wanted.example}`);
  return undefined;
}

function exampleBillingOf(environment: Environment, mistakes: string[]): ExampleBilling | undefined {
  const text = textOf(environment, 'GESTAND_EXAMPLE_BILLING');
  const known = exampleBillings.find((candidate) => candidate === text);
  if (text !== undefined && known === undefined)
    mistakes.push(`GESTAND_EXAMPLE_BILLING is none Gestand has. Write ${exampleBillings.join(' or ')}.`);
  return known;
}

function transferNetworksOf(environment: Environment, mistakes: string[]): TransferNetworks {
  const text = textOf(environment, 'TRANSFER_NETWORKS') ?? 'public';
  const known = transferNetworks.find((candidate) => candidate === text);
  if (known === undefined)
    mistakes.push(`TRANSFER_NETWORKS is none Gestand knows. Write ${transferNetworks.join(', ')}.`);
  return known ?? 'public';
}

function transferMegabytesOf(environment: Environment, mistakes: string[]): number {
  const text = textOf(environment, 'TRANSFER_MEGABYTES');
  if (text === undefined) return defaultTransferMegabytes;
  const megabytes = Number(text);
  if (/^\d+$/.test(text) && megabytes >= 1 && megabytes <= mostTransferMegabytes) return megabytes;
  mistakes.push(`TRANSFER_MEGABYTES is not a whole number from 1 to ${mostTransferMegabytes}.`);
  return defaultTransferMegabytes;
}

function erasureShareOf(environment: Environment, mistakes: string[]): number {
  const text = textOf(environment, 'GESTAND_ERASURE_SHARE');
  if (text === undefined) return defaultErasureShare;
  const share = Number(text);
  if (share >= leastErasureShare && share <= 1) return share;
  mistakes.push(`GESTAND_ERASURE_SHARE is not a number from ${leastErasureShare} to 1.`);
  return defaultErasureShare;
}

function portOf(environment: Environment, mistakes: string[]): number {
  const name = textOf(environment, 'GESTAND_PORT') === undefined ? 'PORT' : 'GESTAND_PORT';
  const text = textOf(environment, name);
  if (text === undefined) return defaultPort;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 0 && port <= 65_535) return port;
  mistakes.push(
    `${name} is not a port number. Write a whole number from 1 to 65535, or 0 for any free port.`,
  );
  return defaultPort;
}

function accessTokenOf(environment: Environment, mistakes: string[]): string | undefined {
  const name = 'GESTAND_ACCESS_TOKEN';
  const token = settingOf(environment, mistakes, name);
  if (token === undefined || (token.length >= shortestToken && !/\s/.test(token))) return token;
  mistakes.push(
    `${name} is shorter than ${shortestToken} characters, or has spaces in it. Make one with: openssl rand -hex 32`,
  );
  return undefined;
}

/** A setting that may stand in a file, because it is a key or holds one. */
function settingOf(environment: Environment, mistakes: string[], name: string): string | undefined {
  if (textOf(environment, name) === undefined && textOf(environment, `${name}_FILE`) === undefined)
    return undefined;
  try {
    return secretValueOf(environment, name);
  } catch {
    mistakes.push(`${name}_FILE cannot be read. Check that the file is there and yours.`);
    return undefined;
  }
}

function appKeysOf(environment: Environment, mistakes: string[]): string | undefined {
  const file = textOf(environment, 'GESTAND_APP_KEYS_FILE');
  if (file === undefined) return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    mistakes.push(`GESTAND_APP_KEYS_FILE points to ${file}, which cannot be read (${codeOf(error)}).`);
    return undefined;
  }
}

function appOriginsOf(environment: Environment, mistakes: string[]): readonly string[] {
  const origins = (textOf(environment, 'GESTAND_APP_ORIGINS') ?? '')
    .split(/[\s,]+/)
    .filter((each) => each !== '');
  const wrong = origins.filter((each) => URL.parse(each)?.origin !== each);
  if (wrong.length > 0)
    mistakes.push(
      `GESTAND_APP_ORIGINS names what is no web origin: ${wrong.join(', ')}. Write for example: https://app.example.nl`,
    );
  return origins;
}

function witnessesOf(environment: Environment, mistakes: string[]): readonly WitnessAddress[] {
  const texts = (textOf(environment, 'GESTAND_WITNESSES') ?? '')
    .split(/[\s,]+/)
    .filter((each) => each !== '');
  const addresses = texts.map(parseWitnessAddress).filter((each) => each !== null);
  if (addresses.length < texts.length)
    mistakes.push(
      'GESTAND_WITNESSES names what is neither mailto: nor https:. Write for example: mailto:accountant@example.nl https://witness.example/ledger',
    );
  return addresses;
}

function secretOf(environment: Environment, mistakes: string[], home: string): Uint8Array | undefined {
  const given = textOf(environment, 'GESTAND_SECRET');
  const file = textOf(environment, 'GESTAND_SECRET_FILE');
  if (given !== undefined && file !== undefined)
    mistakes.push('GESTAND_SECRET and GESTAND_SECRET_FILE are both set. Keep one of the two.');
  if (given !== undefined) return decodeSecret(given, 'GESTAND_SECRET', mistakes);
  const path = file ?? join(home, 'secret');
  if (file === undefined && !existsSync(path)) {
    try {
      generateSecret(path);
    } catch (error) {
      mistakes.push(
        `The folder ${home} cannot be written (${codeOf(error)}). Give this user the right to write there, or name another folder with GESTAND_HOME.`,
      );
      return undefined;
    }
  }
  try {
    return decodeSecret(readFileSync(path, 'utf8').trim(), path, mistakes);
  } catch (error) {
    mistakes.push(
      `The secret in ${path} cannot be read (${codeOf(error)}). Check that the file is there and yours.`,
    );
    return undefined;
  }
}

function decodeSecret(text: string, where: string, mistakes: string[]): Uint8Array | undefined {
  const bytes = /^[0-9a-fA-F]{64}$/.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  if (bytes.length === secretBytes) return bytes;
  mistakes.push(
    `${where} does not hold ${secretBytes} bytes. Make one with: openssl rand -hex ${secretBytes}`,
  );
  return undefined;
}

// Written whole beside its place and then linked: of two processes that start at once, one wins and both read
// the same secret.
function generateSecret(path: string): void {
  const folder = dirname(path);
  if (mkdirSync(folder, { recursive: true, mode: 0o711 }) !== undefined) chmodSync(folder, 0o711);
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, `${randomBytes(secretBytes).toString('hex')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function secretValueOf(environment: Environment, name: string): string {
  const file = secretNamePattern.test(name) ? textOf(environment, `${name}_FILE`) : undefined;
  const value = secretNamePattern.test(name) ? textOf(environment, name) : undefined;
  if (value !== undefined) return value;
  if (file === undefined) {
    throw new GestandError(
      'bad-configuration',
      `The policy refers to the secret ${name}, and it is not set. Set the environment variable ${name}, or ${name}_FILE to a file that holds it.`,
    );
  }
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new GestandError('bad-configuration', `${name}_FILE points to ${file}, which cannot be read.`, {
      cause,
    });
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown reason';
}
