import { signCheckpoint } from '../../src/ledger/checkpoint.ts';
import { leafHash, treeRoot } from '../../src/ledger/merkle-tree.ts';
import { noteSigner } from '../../src/ledger/signed-note.ts';
import { ledgerFiles } from '../../src/ledger/tiles.ts';
import { notesIn } from '../../src/verifier/notes.mjs';
import type { Files } from './exported-ledger.ts';

/** A whole number from 0 up to, not including, `below`. */
export type Random = (below: number) => number;

/** One change to an export. */
export interface Tampering {
  readonly kind: string;
  readonly files: Files;
  /**
   * The first entry that is wrong by it: exactly, or as a range where only a checkpoint can tell. null where no entry is wrong, but a
   * checkpoint or another file is.
   */
  readonly wrong: { readonly first: number; readonly last: number } | null;
  /** Nothing but the list of files can tell: an earlier checkpoint that is left out takes nothing from those that are there. */
  readonly byListAlone?: boolean;
}

type Tamper = (files: Files, random: Random) => Promise<Tampering | null> | Tampering | null;

/** Makes one of the changes, each kind as often; another where that one would change nothing. */
export async function tamper(files: Files, random: Random): Promise<Tampering> {
  const kinds = Object.entries(tamperings);
  for (;;) {
    const [kind, change] = kinds[random(kinds.length)] ?? [];
    const changed = await change?.(files, random);
    if (changed !== null && changed !== undefined && !same(files, changed.files))
      return { ...changed, kind: kind ?? '' };
  }
}

const tamperings: Readonly<Record<string, Tamper>> = {
  'one bit of any file': (files, random) => {
    const name = anyName(files, random);
    return withFile(files, name, flip(bytesOf(files, name), random));
  },
  'one bit of an entry or a hash': (files, random) => {
    const name = tileName(files, random);
    return withFile(files, name, flip(bytesOf(files, name), random));
  },
  'bytes taken out': (files, random) => {
    const name = anyName(files, random);
    const bytes = bytesOf(files, name);
    const start = random(bytes.length);
    const end = Math.min(bytes.length, start + 1 + random(64));
    return withFile(files, name, Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]));
  },
  'bytes put in': (files, random) => {
    const name = anyName(files, random);
    const bytes = bytesOf(files, name);
    const at = random(bytes.length + 1);
    const extra = Buffer.from(Array.from({ length: 1 + random(40) }, () => random(256)));
    return withFile(files, name, Buffer.concat([bytes.subarray(0, at), extra, bytes.subarray(at)]));
  },
  'the tail of a file cut off': (files, random) => {
    const name = tileName(files, random);
    return withFile(files, name, bytesOf(files, name).subarray(0, random(bytesOf(files, name).length)));
  },
  'a file deleted': (files, random) => withFile(files, anyName(files, random), null),
  'a file added': (files, random) => {
    const name = ['tile/0/007', 'tile/entries/000.p/12', 'notes.txt', 'tile/2/000.p/1'][random(4)] ?? '';
    return { kind: '', files: new Map([...files, [name, Buffer.from('added')]]), wrong: null };
  },
  'two files swapped': (files, random) => {
    const [one, other] = [tileName(files, random), tileName(files, random)];
    const swapped = new Map(files).set(one, bytesOf(files, other)).set(other, bytesOf(files, one));
    return { kind: '', files: swapped, wrong: firstWrong(files, swapped, [one, other]) };
  },
  'an entry rewritten': (files, random) =>
    withEntries(files, random, (entries, at) =>
      entries.with(at, Buffer.from(bytesOfEntry(entries, at).toString().replace('"rows":', '"rows":1'))),
    ),
  'an entry taken out': (files, random) =>
    withEntries(files, random, (entries, at) => entries.toSpliced(at, 1)),
  'an entry repeated': (files, random) =>
    withEntries(files, random, (entries, at) => entries.toSpliced(at, 0, bytesOfEntry(entries, at))),
  'two entries swapped': (files, random) =>
    withEntries(files, random, (entries, at) => {
      const other = random(entries.length);
      return entries.with(at, bytesOfEntry(entries, other)).with(other, bytesOfEntry(entries, at));
    }),
  'an entry rewritten, and every hash made to fit': (files, random) => {
    const at = random(sizeOf(files));
    return remade(files, at, (entries) => entries.with(at, `${entries[at]} `));
  },
  'an entry taken out, the last one repeated, and every hash made to fit': (files, random) => {
    const at = random(sizeOf(files));
    return remade(files, at, (entries) => [...entries.toSpliced(at, 1), entries.at(-1) ?? '']);
  },
  'the tail cut off, and every hash made to fit': async (files, random) => {
    const size = 1 + random(sizeOf(files) - 1);
    const cut = await remade(files, size, (entries) => entries.slice(0, size));
    return { ...cut, wrong: { first: size, last: size } };
  },
  'the newest checkpoint put back to an older one': (files, random) => {
    const notes = notesOf(files);
    return withFile(files, 'checkpoint', Buffer.from(notes[random(notes.length)] ?? ''));
  },
  'a checkpoint signed by somebody else': (files, random) => {
    const forger = noteSigner('gestand/org_test', new Uint8Array(32).fill(random(200)));
    const size = sizeOf(files);
    const root = treeRoot([leafHash('forged')]);
    const note = signCheckpoint({ origin: 'gestand/org_test', size, root }, forger);
    return withFile(files, 'checkpoint', Buffer.from(note));
  },
  'the signature of another checkpoint': (files, random) => {
    const notes = notesOf(files);
    const [head = ''] = (notes[random(notes.length)] ?? '').split('\n\n');
    const [, signature = ''] = (notes[random(notes.length)] ?? '').split('\n\n');
    return withFile(files, 'checkpoint', Buffer.from(`${head}\n\n${signature}`));
  },
  'an older checkpoint left out': (files, random) => {
    const notes = notesOf(files);
    const left = notes.toSpliced(random(notes.length), 1);
    return { ...withFile(files, 'checkpoints', Buffer.from(left.join('\n'))), byListAlone: true };
  },
  'a checkpoint repeated': (files, random) => {
    const notes = notesOf(files);
    const more = [...notes, notes[random(notes.length)] ?? ''];
    return { ...withFile(files, 'checkpoints', Buffer.from(more.join('\n'))), byListAlone: true };
  },
};

function withFile(files: Files, name: string, bytes: Buffer | null): Tampering {
  const changed = new Map(files);
  if (bytes === null) changed.delete(name);
  else changed.set(name, bytes);
  return { kind: '', files: changed, wrong: firstWrong(files, changed, [name]) };
}

function withEntries(
  files: Files,
  random: Random,
  change: (entries: readonly Buffer[], at: number) => readonly Buffer[],
): Tampering {
  const names = [...files.keys()].filter((each) => each.startsWith('tile/entries/'));
  const name = names[random(names.length)] ?? '';
  const entries = entriesOf(bytesOf(files, name));
  return withFile(files, name, bundleOf(change(entries, random(entries.length))));
}

/** What somebody does who knows how the tree is made and has no key: the checkpoints stay as they were. */
async function remade(
  files: Files,
  at: number,
  change: (entries: readonly string[]) => readonly string[],
): Promise<Tampering> {
  const bundles = [...files].filter(([name]) => name.startsWith('tile/entries/'));
  const entries = bundles.flatMap(([, bytes]) => entriesOf(bytes).map(String));
  const changed = new Map([...files].filter(([name]) => !name.startsWith('tile/')));
  async function* stored() {
    for (const [index, leaf] of change(entries).entries())
      yield { index, leaf, leafHash: Buffer.from(leafHash(leaf)).toString('hex') };
  }
  for await (const { path, bytes } of ledgerFiles(stored())) changed.set(path, bytes);
  const sizes = notesOf(files).map((note) => Number(note.split('\n')[1]));
  const first = Math.max(0, ...sizes.filter((size) => size <= at));
  const last = Math.min(...sizes.filter((size) => size > at)) - 1;
  return { kind: '', files: changed, wrong: { first, last } };
}

/**
 * The first entry that is not as it was in these files: of a bundle, the first that is read otherwise; of a tile of the first level, that of
 * the first hash that is otherwise. Written from the layout, not from the verifier.
 */
function firstWrong(before: Files, after: Files, names: readonly string[]): Tampering['wrong'] {
  const places = names.flatMap((name) => {
    const [, level = '', n = ''] = /^tile\/(0|entries)\/(\d{3})/.exec(name) ?? [];
    if (level === '') return [];
    const [was, is] = [bytesOf(before, name), after.get(name) ?? Buffer.alloc(0)];
    const split = level === 'entries' ? entriesOf : hashesOf;
    const [old, now] = [split(was), split(is)];
    const at = old.findIndex((part, i) => now[i]?.equals(part) !== true);
    if (at === -1 && was.equals(is)) return [];
    // Something stands behind what should be the last.
    const place = Number(n) * 256 + (at === -1 ? old.length - 1 : at);
    return [place];
  });
  return places.length === 0 ? null : { first: Math.min(...places), last: Math.min(...places) };
}

function entriesOf(bundle: Buffer): readonly Buffer[] {
  const entries: Buffer[] = [];
  for (let rest = bundle; rest.length >= 2; ) {
    const end = 2 + rest.readUInt16BE(0);
    if (end > rest.length) break;
    entries.push(rest.subarray(2, end));
    rest = rest.subarray(end);
  }
  return entries;
}

function bundleOf(entries: readonly Buffer[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => [Buffer.from([entry.length >> 8, entry.length & 255]), entry]),
  );
}

function hashesOf(tile: Buffer): readonly Buffer[] {
  return Array.from({ length: Math.floor(tile.length / 32) }, (_, i) => tile.subarray(i * 32, i * 32 + 32));
}

function flip(bytes: Buffer, random: Random): Buffer {
  const changed = Buffer.from(bytes);
  const at = random(bytes.length);
  changed[at] = (changed[at] ?? 0) ^ (1 << random(8));
  return changed;
}

function anyName(files: Files, random: Random): string {
  return [...files.keys()][random(files.size)] ?? '';
}

function tileName(files: Files, random: Random): string {
  const names = [...files.keys()].filter((name) => name.startsWith('tile/'));
  return names[random(names.length)] ?? '';
}

function bytesOf(files: Files, name: string): Buffer {
  return files.get(name) ?? Buffer.alloc(0);
}

function bytesOfEntry(entries: readonly Buffer[], at: number): Buffer {
  return entries[at] ?? Buffer.alloc(0);
}

function notesOf(files: Files): readonly string[] {
  return notesIn(bytesOf(files, 'checkpoints').toString());
}

function sizeOf(files: Files): number {
  return Number(bytesOf(files, 'checkpoint').toString().split('\n')[1]);
}

function same(before: Files, after: Files): boolean {
  return (
    before.size === after.size &&
    [...before].every(([name, bytes]) => after.get(name)?.equals(bytes) === true)
  );
}
