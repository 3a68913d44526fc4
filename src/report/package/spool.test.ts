import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Spool } from './spool.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gestand-spool-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function textOf(spool: Spool): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of spool.read()) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

test('gives back what was written, also what is larger than a block and cut in an accent', async () => {
  await using spool = new Spool(folder);
  let written = '';
  for (let i = 0; i < 40_000; i++) {
    const line = `${i} zoë@example.org €\n`.repeat(3);
    written += line;
    await spool.write(line);
  }
  expect(spool.spilled).toBe(true);
  expect((await textOf(spool)) === written).toBe(true);
});

test('stays in memory while it is small', async () => {
  await using spool = new Spool(folder);
  await spool.write('zoë');
  expect(spool.spilled).toBe(false);
  expect(await textOf(spool)).toBe('zoë');
});

test('leaves no name on the disk, and no text in the file without a name', async () => {
  await using spool = new Spool(folder);
  for (let i = 0; i < 200_000; i++) await spool.write('zoe@example.org ');
  expect(await readdir(folder)).toEqual([]);
  if (process.platform !== 'linux') return;
  const open = await Promise.all(
    (await readdir('/proc/self/fd')).map(async (fd) => ({
      fd,
      target: await readlink(`/proc/self/fd/${fd}`).catch(() => ''),
    })),
  );
  const file = open.find(({ target }) => target.startsWith(folder));
  const bytes = readFileSync(`/proc/self/fd/${file?.fd}`);
  expect(bytes.length).toBeGreaterThan(1_000_000);
  expect(bytes.includes('zoe@example.org')).toBe(false);
});
