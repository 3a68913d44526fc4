import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Browser } from 'playwright-core';
import { present } from '../../src/base/assert.ts';
import { type RequestClient, requestClient } from '../../src/client/request-client.ts';
import type { Environment } from '../../src/config.ts';
import { parseEntry } from '../../src/ledger/entry.ts';
import { selfSigned } from '../http/self-signed.ts';
import type { MailServer } from '../mailbox/mail-server.ts';
import { mailServers } from '../mailbox/servers.ts';
import { launchBrowser } from '../support/browser.ts';
import { Postbox } from '../support/postbox.ts';
import { RecipientApi } from '../support/recipient-api.ts';
import { type ServedCompany, serveExample } from './served-company.ts';

/** The example as it is served, with real mail both ways, a browser, and an app that vouches for who is signed in. */
export interface Desk extends AsyncDisposable {
  readonly company: ServedCompany;
  readonly browser: Browser;
  /** The mailbox of the privacy desk: an IMAP server. */
  readonly inbox: MailServer;
  /** Everything that was mailed, the oldest first, as the SMTP server took it. */
  readonly postbox: Postbox;
  /** The API of its mailing service, over HTTPS. */
  readonly mailingService: MailingService;
  /** The client of the API; with claims, of somebody who is signed in at the app. */
  appClient(claims?: Readonly<Record<string, unknown>>): RequestClient;
  /** `gestand … --json`, read. */
  ask<Answer>(...args: readonly string[]): Promise<Answer>;
  /** The newest letter to an address that says something, once it is there. */
  letter(to: string, says: string | RegExp): Promise<string>;
  /** How promises stand when it is looked now. */
  promises<Id extends string>(ids: readonly Id[]): Promise<Readonly<Record<Id, string>>>;
  /** How a request came in and stands, and the kinds of its entries in the ledger: exported, and verified as an auditor would. */
  evidenceOf(reference: string): Promise<Evidence>;
}

/** A recipient with an API, and the key with which calls to it are signed. */
export interface MailingService {
  readonly id: string;
  readonly api: RecipientApi;
  readonly key: string;
}

export interface Evidence {
  readonly channel: string;
  readonly state: string;
  readonly ledger: readonly string[];
}

const tries = 600;

/** @param serving of the company: where its billing is. */
export async function openDesk(
  people: number,
  serving: { readonly mariadbPort?: number } = {},
): Promise<Desk> {
  await using stack = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), 'gestand-desk-'));
  stack.defer(() => rmSync(folder, { recursive: true, force: true }));
  const mailServer = present(
    mailServers.findLast(({ missing }) => missing === null),
    'a mail server',
  );
  const inbox = stack.use(await mailServer.start());
  const postbox = stack.use(await new Postbox().open());
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  const keysFile = join(folder, 'app-keys.json');
  writeFileSync(keysFile, JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'app-1' }] }));
  const mailingService: MailingService = {
    id: 'mailer',
    api: stack.use(await new RecipientApi([], selfSigned).open()),
    key: `whsec_${randomBytes(24).toString('base64')}`,
  };
  const certificateFile = join(folder, 'mailing-service.pem');
  writeFileSync(certificateFile, selfSigned.cert);
  const settings: Environment = {
    NODE_EXTRA_CA_CERTS: certificateFile,
    MAILER_NOTICE_KEY: mailingService.key,
    SMTP_URL: postbox.url,
    GESTAND_IMAP_URL: inbox.url,
    GESTAND_APP_KEYS_FILE: keysFile,
  };
  const amended = (policy: string) =>
    policy
      .replace(
        'notify: { email: privacy@voorbeeldmail.example }',
        `notify: { api: { url: "${mailingService.api.url}", secret: MAILER_NOTICE_KEY } }`,
      )
      // And one that somebody must tell in its own pages.
      .replace('    notify: { email: privacy@verzonnen-systeembeheer.example }\n', '');
  const company = stack.use(await serveExample(people, { ...serving, settings, amended }));
  const browser = stack.use(await launchBrowser());
  const ask: Desk['ask'] = async (...args) => JSON.parse(await company.gestand(...args, '--json'));
  const ended = stack.move();
  return {
    company,
    browser,
    inbox,
    postbox,
    mailingService,
    ask,
    appClient: (claims) =>
      requestClient({
        url: company.url,
        ...(claims === undefined
          ? {}
          : {
              sessionToken: () =>
                new SignJWT(claims)
                  .setProtectedHeader({ alg: 'EdDSA', kid: 'app-1' })
                  .setAudience(company.url)
                  .setJti(crypto.randomUUID())
                  .setIssuedAt()
                  .setExpirationTime('2m')
                  .sign(pair.privateKey),
            }),
      }),
    letter: async (to, says) => {
      for (let tried = 0; tried < tries; tried++) {
        const its = letters(postbox, to).findLast((text) =>
          typeof says === 'string' ? text.includes(says) : says.test(text),
        );
        if (its !== undefined) return its;
        await sleep(250);
      }
      throw new Error(`no letter to ${to} says ${says}:\n${letters(postbox, to).join('\n———\n')}`);
    },
    promises: async (ids) => {
      const standing = await company.promises();
      return Object.fromEntries(ids.map((id) => [id, standing.get(id)])) as never;
    },
    evidenceOf: async (reference) => {
      const out = join(folder, crypto.randomUUID());
      const { key } = await ask<{ readonly key: string }>('ledger', 'export', '--out', out);
      // As a stranger does it, with what lies in the export: it ends with 0 when all is whole.
      await promisify(execFile)(process.execPath, [join(out, 'verify-ledger.mjs'), out, '--key', key]);
      const shown = await ask<{ readonly id: string; readonly channel: string; readonly state: string }>(
        ...['requests', 'show', reference],
      );
      return { ...shown, ledger: kindsAbout(entriesIn(join(out, 'tile/entries')), shown.id) };
    },
    [Symbol.asyncDispose]: () => ended.disposeAsync(),
  };
}

/** Subject and text of what was mailed to an address, the oldest first. */
export function letters({ received }: Postbox, to: string): readonly string[] {
  return received
    .filter(({ recipients }) => recipients.some((each) => each.toLowerCase() === to.toLowerCase()))
    .map(({ parsed }) => `${parsed.subject ?? ''}\n\n${parsed.text ?? ''}`);
}

/** The entries of an exported ledger, each a text behind its length in two bytes. */
function entriesIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files.flatMap(({ parentPath, name }) => {
    const tile = readFileSync(join(parentPath, name));
    const entries: string[] = [];
    for (let at = 0; at < tile.length; at += 2 + tile.readUInt16BE(at))
      entries.push(tile.toString('utf8', at + 2, at + 2 + tile.readUInt16BE(at)));
    return entries;
  });
}

function kindsAbout(entries: readonly string[], caseId: string): readonly string[] {
  return entries
    .map(parseEntry)
    .flatMap(({ kind, subjects }) => (subjects['caseId'] === caseId ? [kind] : []));
}

/** Waits until a question to the systems has the answer that is expected, however busy the machine is. */
export async function until<Found>(
  question: () => Promise<Found>,
  isRight: (found: Found) => boolean,
): Promise<Found> {
  for (let tried = 0; ; tried++) {
    const found = await question();
    if (isRight(found) || tried === tries) return found;
    await sleep(250);
  }
}
