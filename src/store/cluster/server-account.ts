import { accessSync, constants, existsSync, readFileSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { GestandError } from '../../base/error.ts';

/** A user of this machine, by number. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** How to start a program of PostgreSQL on this machine. */
export interface Launcher {
  /** Who owns the data folder; undefined when that is simply whoever runs Gestand. */
  readonly account: Account | undefined;
  command(program: string, args: readonly string[]): Command;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly account: Account | undefined;
}

/**
 * Decides as whom PostgreSQL runs. It refuses to run as root, and root is what a container gives. Then the
 * server runs as the owner of its data folder, else of the nearest folder around it that is not root's (`sudo npm
 * start` in somebody's own checkout), else as `postgres`, else as `nobody`. No user is made.
 *
 * When that user cannot reach the checkout (`/root` has mode 700), the server is started with the one Linux
 * capability that lets it pass folders it may not enter. With that neither modes nor owners of folders above
 * ours have to change, and the programs need not be copied elsewhere.
 *
 * @throws GestandError bad-configuration when root has no way to start it.
 */
export function chooseLauncher(dataFolder: string, binariesHome: string): Launcher {
  const setpriv = findSetpriv();
  if (process.getuid?.() !== 0) {
    return {
      account: undefined,
      command: (program, args) => withSetpriv(setpriv, ['--pdeathsig', 'INT'], { program, args }),
    };
  }
  const account = accountFor(dataFolder);
  const unreachable = [dirname(resolve(dataFolder)), binariesHome].find((path) => !canReach(path, account));
  const capability = unreachable === undefined ? undefined : passingCapability();
  if (unreachable !== undefined && (setpriv === undefined || capability === undefined)) {
    throw new GestandError(
      'bad-configuration',
      `PostgreSQL does not run as root, and user ${account.uid} cannot reach ${unreachable}. Run Gestand as an ordinary user, move it to a folder that everybody may enter (such as /opt), or set DATABASE_URL.`,
    );
  }
  if (setpriv === undefined)
    return { account, command: (program, args) => ({ file: program, args, account }) };
  const options = [
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    '--clear-groups',
    '--pdeathsig',
    'INT',
  ];
  if (capability !== undefined) {
    options.push(`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`);
    // Without it access(2), by which initdb looks for postgres, leaves the capability out of account.
    options.push('--securebits=+no_setuid_fixup');
  }
  return { account, command: (program, args) => withSetpriv(setpriv, options, { program, args }) };
}

// The signal on the parent's death ends the server when Gestand is killed with SIGKILL. Where there is no
// setpriv the server stays behind, and the next start stops it first.
function withSetpriv(
  setpriv: string | undefined,
  options: readonly string[],
  { program, args }: { readonly program: string; readonly args: readonly string[] },
): Command {
  if (setpriv === undefined) return { file: program, args, account: undefined };
  return { file: setpriv, args: [...options, '--', program, ...args], account: undefined };
}

// The one of util-linux. BusyBox has a program of that name without the options used here.
function findSetpriv(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  return ['/usr/bin/setpriv', '/bin/setpriv'].find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return !readFileSync(file).includes('BusyBox');
    } catch {
      return false;
    }
  });
}

function accountFor(dataFolder: string): Account {
  for (let path = resolve(dataFolder); path !== dirname(path); path = dirname(path)) {
    if (!existsSync(path)) continue;
    const { uid, gid } = statSync(path);
    if (uid !== 0) return { uid, gid };
  }
  return userNamed('postgres') ?? userNamed('nobody') ?? { uid: 65_534, gid: 65_534 };
}

function userNamed(name: string): Account | undefined {
  const line = readText('/etc/passwd')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) return undefined;
  // macOS writes nobody as -2.
  return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
}

function canReach(path: string, account: Account): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && !mayEnter(statSync(folder), account)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function mayEnter({ mode, uid, gid }: Stats, account: Account): boolean {
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

// The first lets it read everything, the second also write; Docker hands out only the second.
const passingCapabilities = [
  { name: 'dac_read_search', bit: 2n },
  { name: 'dac_override', bit: 1n },
];

function passingCapability(): string | undefined {
  const effective = /^CapPrm:\s*([0-9a-f]+)/m.exec(readText('/proc/self/status'))?.[1] ?? '0';
  return passingCapabilities.find(({ bit }) => (BigInt(`0x${effective}`) >> bit) & 1n)?.name;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
