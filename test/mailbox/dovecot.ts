import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { asMailProgram, mailsOf } from './imap-client.ts';
import type { MailServerKind } from './mail-server.ts';

const binary = dovecotBinary();

/** The server that most of the mailboxes of the world are on, where it is installed. */
export const dovecot: MailServerKind = {
  name: 'Dovecot',
  missing: binary === null ? 'dovecot is not installed (apt-get install dovecot-imapd)' : null,
  flood: 10_000,
  start: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gestand-dovecot-'));
    const port = await freePort();
    const account = { port, user: 'privacy', pass: 'secret' };
    const maildir = join(folder, 'mail', account.user);
    writeSettings(folder, port);
    const child = spawn(binary ?? 'dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
    await listening(port, child);
    // Makes the folders.
    await mailsOf(account);
    let delivered = 0;
    return {
      url: `imap://${account.user}:${account.pass}@127.0.0.1:${port}/INBOX`,
      deliver: async (raw, { at, flags = [] } = {}) => {
        await asMailProgram(account, (client) =>
          client.append('INBOX', raw, [...flags], at === undefined ? undefined : new Date(at)),
        );
      },
      // As a delivery agent does it: a file in `new`, whose time is the INTERNALDATE.
      deliverAll: async (mails, { at } = {}) => {
        const when = at === undefined ? new Date() : new Date(at);
        for (const raw of mails) {
          const file = join(maildir, 'new', `${Math.trunc(when.getTime() / 1000)}.M${delivered++}.test`);
          writeFileSync(file, raw);
          own(file);
          utimesSync(file, when, when);
        }
      },
      mails: () => mailsOf(account),
      renumber: async () => {
        for (const name of readdirSync(maildir).filter((each) => /^dovecot[.-](?:uid|index)/.test(each)))
          rmSync(join(maildir, name));
        // Else the new numbers would carry the same second.
        await sleep(1100);
      },
      [Symbol.asyncDispose]: async () => {
        await ended(child);
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

function dovecotBinary(): string | null {
  for (const candidate of ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'])
    try {
      execFileSync(candidate, ['--version'], { stdio: 'ignore' });
      return candidate;
    } catch {
      // Not there.
    }
  return null;
}

const isRoot = userInfo().uid === 0;

/** As root Dovecot wants users of its own, which its package makes; else everything runs as whoever runs the test. */
const mailUser = isRoot ? idsOf('dovecot') : { uid: userInfo().uid, gid: userInfo().gid };

function writeSettings(folder: string, port: number): void {
  const me = userInfo().username;
  const users = isRoot
    ? 'default_internal_user = dovecot\ndefault_internal_group = dovecot\ndefault_login_user = dovenull'
    : `default_internal_user = ${me}\ndefault_internal_group = ${execFileSync('id', ['-gn']).toString().trim()}\ndefault_login_user = ${me}`;
  for (const name of ['run', 'state', 'mail']) mkdirSync(join(folder, name));
  chmodSync(folder, 0o755);
  own(join(folder, 'mail'));
  writeFileSync(
    join(folder, 'dovecot.conf'),
    `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
ssl = no
disable_plaintext_auth = no
listen = 127.0.0.1
${users}
first_valid_uid = 1
mail_location = maildir:${folder}/mail/%u
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${mailUser.uid} gid=${mailUser.gid} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`,
  );
}

function idsOf(user: string): { readonly uid: number; readonly gid: number } {
  if (binary === null) return { uid: 0, gid: 0 };
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, user]).toString());
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function own(path: string): void {
  if (isRoot) chownSync(path, mailUser.uid, mailUser.gid);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return port;
}

async function listening(port: number, child: ChildProcess): Promise<void> {
  for (let tried = 0; tried < 200; tried++) {
    if (child.exitCode !== null) throw new Error(`dovecot ended with ${child.exitCode}`);
    const answered = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('data', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (answered) return;
    await sleep(50);
  }
  throw new Error('dovecot does not answer');
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
