import { execFile } from 'node:child_process';
import { expect } from 'vitest';

/** Runs a script in a process of its own, that dies by SIGKILL and by nothing else. */
export async function runUntilKilled(script: string, task: object): Promise<void> {
  const ended = await new Promise<{ readonly signal: unknown; readonly said: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', script],
      { env: { PATH: process.env['PATH'], GESTAND_TEST_TASK: JSON.stringify(task) }, timeout: 60_000 },
      (error, stdout, stderr) =>
        resolve({ signal: error?.signal ?? child.signalCode, said: stdout + stderr }),
    );
  });
  expect(ended).toEqual({ signal: 'SIGKILL', said: '' });
}
