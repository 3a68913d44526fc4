import { mkdtempDisposableSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { programOn } from '../../src/cli/program.ts';
import { runProgram } from '../../src/cli/run-program.ts';
import { shellOn } from '../../src/cli/shell.ts';
import { heardTerminal } from '../support/heard-terminal.ts';

const commands = [
  ['serve'],
  ['worker'],
  ['init'],
  ['check'],
  ['plan'],
  ['explain'],
  ['map'],
  ['import'],
  ['import', 'fides'],
  ['requests'],
  ['requests', 'open'],
  ['requests', 'show'],
  ['requests', 'answer'],
  ['requests', 'prove'],
  ['requests', 'doubt'],
  ['requests', 'mandate'],
  ['requests', 'extend'],
  ['requests', 'refuse'],
  ['requests', 'classify'],
  ['requests', 'reply'],
  ['requests', 'approve'],
  ['requests', 'merge'],
  ['requests', 'split'],
  ['requests', 'weigh'],
  ['requests', 'lift'],
  ['identify'],
  ['rectify'],
  ['approve'],
  ['may-use'],
  ['messages'],
  ['messages', 'show'],
  ['messages', 'save'],
  ['messages', 'join'],
  ['messages', 'open'],
  ['messages', 'dismiss'],
  ['tasks'],
  ['tasks', 'show'],
  ['attest'],
  ['notices'],
  ['notices', 'show'],
  ['notices', 'mark'],
  ['disclosures'],
  ['disclosures', 'list'],
  ['disclosures', 'record'],
  ['disclosures', 'import'],
  ['disclosures', 'export'],
  ['promises'],
  ['promises', 'show'],
  ['promises', 'history'],
  ['promises', 'take-up'],
  ['transfers'],
  ['transfers', 'show'],
  ['transfers', 'accept'],
  ['transfers', 'refuse'],
  ['transfers', 'fetch'],
  ['sources'],
  ['sources', 're-erase'],
  ['register'],
  ['law'],
  ['law', 'show'],
  ['law', 'diff'],
  ['law', 'deadline'],
  ['law', 'retain'],
  ['ledger'],
  ['ledger', 'verify'],
  ['ledger', 'export'],
  ['ledger', 'prove'],
  ['ledger', 'entries'],
  ['dossier'],
  ['statement'],
  ['statement', 'lint'],
  ['statement', 'read'],
  ['statement', 'publish'],
];

describe('help', () => {
  it.each(commands)('%s %s says what it does, with an example', async (...words) => {
    const terminal = heardTerminal();
    const asked = words.filter((word) => typeof word === 'string');
    expect(await runProgram([...asked, '--help'], terminal)).toBe(0);
    const text = terminal.heard.out;
    expect(text).toContain(`Usage: gestand ${asked.join(' ')}`);
    expect(text).toContain('Examples:\n  $ gestand ');
  });

  it('names every command', async () => {
    const terminal = heardTerminal();
    await runProgram(['--help'], terminal);
    const named = (await programOn(shellOn(terminal), [])).commands.map((command) => command.name());
    expect(new Set(named)).toEqual(new Set(commands.map(([name]) => name)));
  });

  it('a defect ends with a reference and not with its stack', async () => {
    using folder = mkdtempDisposableSync(join(tmpdir(), 'gestand-defect-'));
    vi.stubEnv('GESTAND_HOME', folder.path);
    const terminal = heardTerminal();
    const out = () => {
      throw new TypeError('jan@example.org was not expected');
    };
    expect(await runProgram(['--help'], { ...terminal, out })).toBe(70);
    expect(terminal.heard.err).toMatch(/^internal error, reference [A-Z2-9]{4}-[A-Z2-9]{4}\n$/);
    const log = readFileSync(join(folder.path, 'gestand.log'), 'utf8');
    expect(log).toContain('"code":"TypeError"');
    expect(log).not.toContain('jan@example.org');
    vi.unstubAllEnvs();
  });

  it('says what a mistyped command may have been', async () => {
    const terminal = heardTerminal();
    expect(await runProgram(['chek'], terminal)).toBe(2);
    expect(terminal.heard.err).toContain('Did you mean check?');
  });
});
