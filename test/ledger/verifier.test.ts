import { execFile } from 'node:child_process';
import {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signCheckpoint } from '../../src/ledger/checkpoint.ts';
import { noteSigner } from '../../src/ledger/signed-note.ts';
import { zipOf } from '../../src/report/package/zip-writer.ts';
import { folderWriter } from '../../src/report/sealed-export/folder-writer.ts';
import { exportedLedger, type Files } from './exported-ledger.ts';
import { key } from './ledger-key.ts';

/** The Node of the packages, and whatever else answers to its name: the file must run on an older one too. */
const nodes = [
  ...new Set(
    [process.execPath, ...(process.env['PATH'] ?? '').split(delimiter).map((path) => join(path, 'node'))]
      .filter((path) => existsSync(path))
      .map((path) => realpathSync(path)),
  ),
];

const home = mkdtempSync(join(tmpdir(), 'gestand-verifier-'));
const folder = join(home, 'ledger');
const zip = join(home, 'ledger.zip');
const alone = join(home, 'alone');
let files: Files;

beforeAll(async () => {
  files = await exportedLedger({ size: 600, batch: 100 });
  const target = folderWriter(folder);
  for (const [name, bytes] of files) await target.add(name, [bytes]);
  await pipeline(
    zipOf('2026-11-27', async (writer) => {
      for (const [name, bytes] of files) await writer.add(name, [bytes]);
    }),
    createWriteStream(zip),
  );
  // As a stranger has it: the program, the file, and nothing else.
  await folderWriter(alone).add('verify-ledger.mjs', [files.get('verify-ledger.mjs') ?? '']);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Verdict {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the one file in a folder of its own, with no setting but what is needed to start a process. */
function verify(node: string, ...words: readonly string[]): Promise<Verdict> {
  return new Promise((resolve) => {
    execFile(node, ['verify-ledger.mjs', ...words], { cwd: alone, env: {} }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

/** The same export with one file otherwise. */
async function changed(name: string, bytes: Buffer): Promise<string> {
  const place = mkdtempSync(join(home, 'changed-'));
  const target = folderWriter(place);
  for (const [path, was] of files) await target.add(path, [path === name ? bytes : was]);
  return place;
}

describe.each(nodes)('the verifier, with %s', (node) => {
  it('finds a folder and a ZIP whole', async () => {
    for (const place of [folder, zip]) {
      const verdict = await verify(node, place, '--key', key);
      expect(verdict).toMatchObject({ code: 0, err: '' });
      expect(verdict.out).toContain('Whole: 600 entries under 6 signed checkpoints, 12 files');
    }
  });

  it('names the first entry that is wrong, in both languages', async () => {
    const name = 'tile/entries/001';
    const bytes = Buffer.from(files.get(name) ?? '');
    bytes[bytes.indexOf('"step":300}') + 7] = '4'.charCodeAt(0);
    const place = await changed(name, bytes);
    expect(await verify(node, place, '--key', key)).toMatchObject({
      code: 1,
      out: expect.stringContaining(
        'First entry that is wrong: Entry 300, tile/entries/001: its text is not what was signed.',
      ),
    });
    expect(await verify(node, place, '--key', key, '--language', 'nl')).toMatchObject({
      code: 1,
      out: expect.stringContaining(
        'Eerste regel die niet klopt: Regel 300, tile/entries/001: de tekst is niet wat ondertekend is.',
      ),
    });
  });
});

const [node = process.execPath] = nodes;

describe('what it is given', () => {
  it('takes the key from the export where none is given, and says so', async () => {
    expect((await verify(node, zip)).out).toContain('This key is in the export itself.');
  });

  it('believes no other key', async () => {
    const other = 'gestand/org_test+33b5d2ff+AQwOsJzGgKaTIqwuVWQXWyFiHTHnDGxJvTwnZk+Aq5LU';
    const { code, err } = await verify(node, zip, '--key', other);
    expect(code).toBe(2);
    expect(err).toMatch(/id in the public key/);
  });

  it('refuses in one sentence what is nothing to verify', async () => {
    writeFileSync(join(home, 'text.zip'), 'no zip at all');
    for (const words of [[], [join(home, 'nowhere')], [join(home, 'text.zip')], [alone], [zip, '--loud']]) {
      const { code, out, err } = await verify(node, ...words);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(err).not.toMatch(/^ +at /m);
    }
  });

  it('holds it against what a witness kept, in a letter too', async () => {
    const kept = join(home, 'kept.txt');
    const letter = `Dear witness,\r\n\r\n${(files.get('checkpoint') ?? '').toString().replaceAll('\n', '\r\n')}\r\nRegards\r\n`;
    writeFileSync(kept, letter);
    const { code, out } = await verify(node, zip, '--key', key, '--witness', kept);
    expect(code).toBe(0);
    expect(out).toContain('Held against 1 checkpoint of the witness.');
  });
});

describe('what a witness kept', () => {
  const checkpoint = () => (files.get('checkpoint') ?? '').toString();
  const kept = (text: string) => {
    const file = join(mkdtempSync(join(home, 'kept-')), 'kept.txt');
    writeFileSync(file, text);
    return file;
  };
  const altered = () =>
    checkpoint().replace(/\n(\d+)\n(.)/, (_, size, first) => `\n${size}\n${first === 'A' ? 'B' : 'A'}`);
  /** Of another installation, which has another key. */
  const foreign = () => {
    const other = noteSigner('gestand/other', new Uint8Array(32).fill(3));
    return signCheckpoint({ origin: other.name, size: 43, root: new Uint8Array(32) }, other);
  };

  it('is found in a letter that was quoted', async () => {
    const quoted = `On Friday you wrote:\n${checkpoint().replaceAll(/^/gm, '> ')}\nRegards`;
    // As programs do that break what is longer than a line.
    const broken = quoted.replaceAll(/^(> — \S+) (.{50})(.*)$/gm, '$1\n> $2\n> $3');
    expect(broken).not.toBe(quoted);
    for (const text of [quoted, broken, quoted.replaceAll(/^/gm, '>').replaceAll('> ', '>')]) {
      const { code, out } = await verify(node, zip, '--key', key, '--witness', kept(text));
      expect({ code, out }).toMatchObject({
        code: 0,
        out: expect.stringContaining('Held against 1 checkpoint of the witness.'),
      });
    }
  });

  it('is not held against the ledger where it was altered, and says nothing about it', async () => {
    const file = kept(`${checkpoint()}\n${altered()}`);
    const { code, out } = await verify(node, zip, '--key', key, '--witness', file);
    expect(code).toBe(2);
    expect(out).toMatch(/^Whole: 600 entries/);
    expect(out).not.toContain('Changed');
    expect(out).toContain('The mistake is in the file of the witness; it says nothing about the ledger.');
    expect(out).toContain(
      'Checkpoint 2 in it, of 600 entries: the signature under this checkpoint is wrong.',
    );
    const dutch = await verify(node, zip, '--key', key, '--witness', file, '--language', 'nl');
    expect(dutch.out).toContain('Controlepunt 2 daarin, van 600 regels: de handtekening');
  });

  it('is told of where it cannot be read at all', async () => {
    const unread = checkpoint().replace(/\n\d+\n/, '\nsix hundred\n');
    for (const text of [unread, `${checkpoint()}\n${unread}`]) {
      const { code, out } = await verify(node, zip, '--key', key, '--witness', kept(text));
      expect(code).toBe(2);
      expect(out).toContain('A signature in it stands under nothing that can be read as a checkpoint.');
    }
  });

  it('may be of other ledgers too, but not of those alone', async () => {
    const both = await verify(node, zip, '--key', key, '--witness', kept(`${foreign()}\n${checkpoint()}`));
    expect(both.code).toBe(0);
    expect(both.out).toContain('Left out: 1 in that file that another key signed, for another ledger.');
    const alone = await verify(node, zip, '--key', key, '--witness', kept(foreign()));
    expect(alone.code).toBe(2);
    expect(alone.out).toContain('Checkpoint 1 in it, of 43 entries: another key signed this checkpoint.');
  });
});

describe('what it says to whoever mistypes', () => {
  it('is one sentence, in the language that was asked for', async () => {
    const nowhere = join(home, 'nowhere.txt');
    const empty = mkdtempSync(join(home, 'empty-'));
    for (const [words, english, dutch] of [
      [
        [zip, '--witness', nowhere],
        `There is no file ${nowhere} that can be read.`,
        `Er is geen bestand ${nowhere} dat te lezen is.`,
      ],
      [
        [zip, '--loud'],
        'There is no option --loud; --help tells which there are.',
        'De optie --loud is er niet; --help zegt welke er zijn.',
      ],
      [
        [zip, '--key'],
        'The option --key is not complete; see --help.',
        'De optie --key is niet compleet; zie --help.',
      ],
      [
        [empty, '--key', key],
        'This is not an exported ledger: nothing of one is in it.',
        'Dit is geen geëxporteerd logboek: er zit niets van een logboek in.',
      ],
      [[nowhere], `There is no ${nowhere}.`, `${nowhere} is er niet.`],
    ] as const) {
      const out = '';
      expect(await verify(node, '--language', 'en', ...words)).toEqual({ code: 2, out, err: `${english}\n` });
      expect(await verify(node, '--language', 'nl', ...words)).toEqual({ code: 2, out, err: `${dutch}\n` });
    }
    expect((await verify(node, zip, '--language', 'fr')).err).toBe('--language is nl or en.\n');
  });

  it('is how to use it, to whoever asks', async () => {
    for (const word of ['--help', '-h']) {
      const { code, out, err } = await verify(node, word);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('--witness FILE');
    }
    expect((await verify(node, '--help', '--language', 'nl')).out).toContain('--witness BESTAND');
  });

  it('is to go one folder up, of the ledger in a dossier', async () => {
    const place = mkdtempSync(join(home, 'dossier-'));
    const target = folderWriter(place);
    for (const [name, bytes] of files)
      await target.add(/^(SHA256SUMS|verify)/.test(name) ? name : `ledger/${name}`, [bytes]);
    writeFileSync(
      join(place, 'SHA256SUMS'),
      readFileSync(join(place, 'SHA256SUMS'), 'utf8').replaceAll('  ', '  ledger/'),
    );
    const { code, err } = await verify(node, join(place, 'ledger'), '--key', key);
    expect(code).toBe(2);
    expect(err).toContain('Verify the folder above.');
  });
});

describe('a ZIP', () => {
  it('with any bit changed is found changed, or holds the very same files', async () => {
    const { verifyExport } = await import('../../src/verifier/verification.mjs');
    const bytes = readFileSync(zip);
    const path = join(home, 'flipped.zip');
    const before = await verifyExport(zip, { key });
    let harmless = 0;
    for (let i = 0; i < 150; i++) {
      const at = Math.floor((bytes.length * i) / 150);
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (i % 8));
      writeFileSync(path, flipped);
      const report = await verifyExport(path, { key }).catch((error: Error) => error);
      if (report instanceof Error) expect(report.message).toMatch(/ZIP/);
      else if (report.ok) {
        // Such as the time of a file, which the archive keeps and nobody signs.
        harmless++;
        expect(report).toEqual(before);
      }
    }
    expect(harmless).toBeLessThan(15);
  });
});
