import { describe, expect, it } from 'vitest';
import { programOn } from '../../src/cli/program.ts';
import { runProgram } from '../../src/cli/run-program.ts';
import { shellOn } from '../../src/cli/shell.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

function deafTerminal(): Terminal & { readonly said: string[]; readonly wrong: string[] } {
  const [said, wrong]: [string[], string[]] = [[], []];
  return {
    said,
    wrong,
    out: (text) => said.push(text),
    err: (text) => wrong.push(text),
    interactive: false,
    ask: async () => '',
  };
}

const commands = [
  ['serve'],
  ['worker'],
  ['check'],
  ['plan'],
  ['requests'],
  ['approve'],
  ['promises'],
  ['ledger'],
  ['ledger', 'verify'],
  ['ledger', 'export'],
  ['statement'],
  ['statement', 'publish'],
];

describe('help', () => {
  it.each(commands)('%s %s says what it does, with an example', async (...words) => {
    const terminal = deafTerminal();
    const asked = words.filter((word) => typeof word === 'string');
    expect(await runProgram([...asked, '--help'], terminal)).toBe(0);
    const text = terminal.said.join('');
    expect(text).toContain(`Usage: gestand ${asked.join(' ')}`);
    expect(text).toContain('Examples:\n  $ gestand ');
  });

  it('names every command', async () => {
    const terminal = deafTerminal();
    await runProgram(['--help'], terminal);
    const named = programOn(shellOn(terminal)).commands.map((command) => command.name());
    expect(new Set(named)).toEqual(new Set(commands.map(([name]) => name)));
  });

  it('says what a mistyped command may have been', async () => {
    const terminal = deafTerminal();
    expect(await runProgram(['chek'], terminal)).toBe(2);
    expect(terminal.wrong.join('')).toContain('Did you mean check?');
  });
});
