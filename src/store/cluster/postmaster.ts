import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from './server-account.ts';

const pollMilliseconds = 15;
const logBytesKept = 5_000_000;

/** What a running server writes about itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** The server whose `postmaster.pid` lies in the data folder; undefined when there is none or it is stale. */
export function readPostmaster(data: string): Postmaster | undefined {
  const lines = readPidFile(data)?.split('\n');
  const pid = Number(lines?.[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isServerOf(pid, data)) return undefined;
  return { pid, port: Number(lines?.[3]), ready: lines?.[7]?.trim() === 'ready' };
}

/**
 * Removes a `postmaster.pid` that no server stands behind. PostgreSQL removes its own stale file, except when
 * another program happens to have that process id now, which in a container is the rule.
 */
export function removeStalePidFile(data: string): void {
  if (readPidFile(data) !== undefined && readPostmaster(data) === undefined)
    rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** Starts the program with its messages in a log file. It gets its own process group: Ctrl-C is ours to handle. */
export function launch({ file, args, account }: Command, logFile: string): ChildProcess {
  if (existsSync(logFile) && statSync(logFile).size > logBytesKept) truncateSync(logFile);
  const log = openSync(logFile, 'a', 0o600);
  try {
    return spawn(file, args, {
      stdio: ['ignore', log, log],
      detached: true,
      windowsHide: true,
      // A small environment: ours may hold passwords, and PGPORT and the like would change the server.
      ...(process.platform === 'win32' ? {} : { env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' } }),
      ...account,
    });
  } finally {
    closeSync(log);
  }
}

/** Waits for the end of a program. */
export function ended(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode ?? 1);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Waits until the server takes connections; false when it ended instead, or did not get there in time. */
export async function becomesReady(
  child: ChildProcess,
  data: string,
  deadlineSeconds: number,
): Promise<boolean> {
  let gone = false;
  child.once('exit', () => {
    gone = true;
  });
  child.once('error', () => {
    gone = true;
  });
  for (let polls = (deadlineSeconds * 1000) / pollMilliseconds; polls > 0; polls--) {
    if (gone) return false;
    const [pid, , , , , , , status] = readPidFile(data)?.split('\n') ?? [];
    if (Number(pid) === child.pid && status?.trim() === 'ready') return true;
    await sleep(pollMilliseconds);
  }
  return false;
}

/**
 * Fast shutdown: sessions are ended, everything committed is on disk. After `patienceSeconds` an immediate
 * one, from which PostgreSQL recovers at its next start.
 */
export async function stopServer(pid: number, data: string, patienceSeconds: number): Promise<void> {
  signal(pid, 'SIGINT');
  for (let polls = (patienceSeconds * 1000) / pollMilliseconds; polls > 0; polls--) {
    if (!isServerOf(pid, data)) return;
    await sleep(pollMilliseconds);
  }
  signal(pid, 'SIGQUIT');
  for (let polls = 5000 / pollMilliseconds; polls > 0 && isServerOf(pid, data); polls--)
    await sleep(pollMilliseconds);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself.
  }
}

function readPidFile(data: string): string | undefined {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8');
  } catch {
    return undefined;
  }
}

// A process id alone proves nothing; the command line says whether it is the server of this folder.
function isServerOf(pid: number, data: string): boolean {
  try {
    const args =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
        : execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).split(/\s+(?=-)/);
    return args.some((arg) => arg === data || arg === `-D${data}` || arg === `-D ${data}`);
  } catch {
    return false;
  }
}
