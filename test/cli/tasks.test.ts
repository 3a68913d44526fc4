import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { runProgram } from '../../src/cli/run-program.ts';
import { jan, type ShopAndArchive, shopAndArchive } from '../http/shop-and-archive.ts';
import { approve, ask } from '../http/walk.ts';
import { heardTerminal } from '../support/heard-terminal.ts';

afterEach(() => vi.unstubAllEnvs());

/** Runs a command at the desk of the company. */
async function desk(
  { settings, policyFile }: ShopAndArchive,
  words: readonly string[],
  { screen = false, answer }: { readonly screen?: boolean; readonly answer?: string } = {},
) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const terminal = heardTerminal({ screen, answer });
  const code = await runProgram([...words, '--policy', policyFile], terminal);
  return { code, ...terminal.heard };
}

test('a task is listed, shown, and attested at the desk', { timeout: 60_000 }, async () => {
  await using company = await shopAndArchive('org_own');
  const key = await ask(company, 'access');
  await approve(company, key);
  expect((await desk(company, ['requests'])).out).toContain('somebody works by hand: gestand tasks');
  const listed = await desk(company, ['tasks']);
  expect(listed).toMatchObject({ code: 0, err: '' });
  expect(listed.out).toMatch(
    new RegExp(`^task_\\w+ +${key.reference} +archive +access +\\w+ +2026-12-03`, 'm'),
  );
  const [id = ''] = /task_\w+/.exec(listed.out) ?? [];

  const onScreen = await desk(company, ['tasks', 'show', id, '--language', 'nl'], { screen: true });
  expect(onScreen.out).toContain('Owner: De archivaris <archief@voorbeeld.example>');
  expect(onScreen.out).toContain('Zoek de map op achternaam en scan alles wat erin zit.');
  expect(onScreen.out).toContain(jan);
  expect(onScreen.out).toContain('Jan Jansen');
  for (const words of [
    ['tasks', 'show', id],
    ['tasks', 'show', id, '--json'],
    ['tasks', '--json'],
  ]) {
    const inFile = await desk(company, words);
    expect(inFile).toMatchObject({ code: 0 });
    expect(inFile.out, words.join(' ')).not.toMatch(/jan\.jansen|Jan Jansen/i);
  }

  expect(await desk(company, ['tasks', 'show', 'task_1'])).toMatchObject({ code: 2 });
  expect((await desk(company, ['attest', id, '--outcome', 'done', '--items', '1', '--yes'])).err).toContain(
    '--file FILE',
  );
  expect((await desk(company, ['attest', id, '--outcome', 'nothing-found'])).err).toContain('Add --yes');
  expect(await desk(company, ['attest', id, '--outcome', 'nothing-found'], { answer: 'nee' })).toMatchObject({
    code: 1,
    out: expect.stringContaining('Not attested. Nothing was changed.'),
  });
  const found = join(company.policyFile, '..', 'gevonden.txt');
  writeFileSync(found, 'een brief');
  const words = ['attest', id, '--outcome', 'done', '--items', '1', '--file', found];
  expect(await desk(company, words, { answer: 'ja' })).toMatchObject({
    code: 0,
    out: expect.stringContaining(`Attested: ${id}, done.`),
  });
  expect((await desk(company, ['tasks'])).out).toBe('No tasks.\n');
  expect((await desk(company, ['tasks', '--all'])).out).toMatch(/access +done/);
  expect((await desk(company, ['explain', 'archive', '--language', 'en'])).out).toContain(
    'Gestand does not look into it: what happened is what somebody attests.',
  );
  writeFileSync(join(company.policyFile, '..', 'statement.nl.md'), '# Privacyverklaring\n');
  expect((await desk(company, ['check'])).out).toContain('sources: shop, archive');
});
