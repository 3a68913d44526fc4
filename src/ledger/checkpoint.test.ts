import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkpointText, openCheckpoint, parseCheckpointText, signCheckpoint } from './checkpoint.ts';
import { leafHash } from './merkle-tree.ts';
import { formatVerifier, noteSigner, openNote, parseVerifier, signNote } from './signed-note.ts';

/** The key, text and signature that the Go team publishes with its note tools. */
const published = {
  verifier: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  signer: 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  signature:
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};
const publishedNote = `${published.text}\n${published.signature}`;

const seed = createHash('sha256').update('a seed for tests').digest();
const signer = noteSigner('carconnect.nu/ledger', seed);
const checkpoint = { origin: 'carconnect.nu/ledger', size: 42, root: leafHash('root') };

describe('signed notes', () => {
  it('signs as the published tools do, byte for byte', () => {
    const peter = noteSigner('PeterNeumann', Buffer.from(published.signer, 'base64').subarray(1));
    expect(peter.keyId).toBe('c74f20a3');
    expect(formatVerifier(peter.verifier)).toBe(published.verifier);
    expect(signNote(published.text, peter)).toBe(publishedNote);
  });

  it('opens what the published tools signed', () => {
    const verifier = parseVerifier(published.verifier);
    expect(openNote(publishedNote, [verifier])).toEqual({
      kind: 'signed',
      text: published.text,
      by: verifier,
    });
    expect(openNote(publishedNote.replace('cryptography', 'cryptographY'), [verifier])).toEqual({
      kind: 'wrong-signature',
    });
  });

  it('passes over signatures of others, and rejects a note that nobody we trust signed', () => {
    const other = noteSigner('witness.example', createHash('sha256').update('other').digest());
    const [, theirs] = signNote(published.text, other).split('\n\n');
    const both = `${published.text}\n${theirs}${published.signature}`;
    const peter = parseVerifier(published.verifier);
    expect(openNote(both, [peter])).toMatchObject({ kind: 'signed', by: { name: 'PeterNeumann' } });
    expect(openNote(both, [peter, other.verifier])).toMatchObject({ kind: 'signed' });
    expect(openNote(both, [signer.verifier])).toEqual({ kind: 'unknown-key' });
  });

  it.each([
    '',
    '\n',
    published.text,
    published.signature,
    `${published.text}${published.signature}`,
    publishedNote.slice(0, -1),
    `${publishedNote}x\n`,
    publishedNote.replace('— ', '- '),
    publishedNote.replace('wJnAM=', 'wJnAM'),
    publishedNote.replace('your', 'your\t'),
  ])('finds malformed: %j', (note) => {
    expect(openNote(note, [parseVerifier(published.verifier)]).kind).toBe('malformed');
  });

  it('rejects a public key of which any character was changed', () => {
    for (let at = 0; at < published.verifier.length; at++) {
      const changed = `${published.verifier.slice(0, at)}!${published.verifier.slice(at + 1)}`;
      expect(() => parseVerifier(changed), changed).toThrow(/public key of/);
      expect(() => parseVerifier(published.verifier.slice(0, at))).toThrow(/public key of/);
    }
  });

  it('refuses a name or a key that cannot be used', () => {
    for (const name of ['', 'two words', 'a+b', 'line\n'])
      expect(() => noteSigner(name, seed)).toThrow(/name/);
    expect(() => noteSigner('ledger', seed.subarray(1))).toThrow(/32 bytes/);
  });
});

describe('checkpoints', () => {
  it('are three lines and a signature', () => {
    const note = signCheckpoint(checkpoint, signer);
    expect(note.split('\n').slice(0, 4)).toEqual([
      'carconnect.nu/ledger',
      '42',
      Buffer.from(checkpoint.root).toString('base64'),
      '',
    ]);
    const opened = openCheckpoint(note, [signer.verifier]);
    expect(opened).toMatchObject({ kind: 'signed', checkpoint: { origin: checkpoint.origin, size: 42 } });
    if (opened.kind === 'signed') expect([...opened.checkpoint.root]).toEqual([...checkpoint.root]);
  });

  it('read the published example', () => {
    const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
    const read = parseCheckpointText(text);
    expect(read).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(read === null ? null : checkpointText(read)).toBe(text);
  });

  it.each(['042', '-1', '1.0', '1e3', ' 1', '', '9007199254740992'])('refuse the size %j', (size) => {
    expect(parseCheckpointText(`a\n${size}\n${Buffer.alloc(32).toString('base64')}\n`)).toBeNull();
  });

  it('refuse a root of another length, an empty origin, and an empty extension', () => {
    const root = Buffer.alloc(32).toString('base64');
    expect(parseCheckpointText(`a\n1\n${Buffer.alloc(31).toString('base64')}\n`)).toBeNull();
    expect(parseCheckpointText(`\n1\n${root}\n`)).toBeNull();
    expect(parseCheckpointText(`a\n1\n${root}\n\n`)).toBeNull();
    expect(parseCheckpointText(`a\n1\n${root}`)).toBeNull();
    expect(parseCheckpointText(`a\n1\n${root}\nextension\n`)).toMatchObject({ size: 1 });
  });

  it('do not open with any byte changed', () => {
    const note = Buffer.from(signCheckpoint(checkpoint, signer));
    for (let at = 0; at < note.length; at++) {
      const changed = Buffer.from(note);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openCheckpoint(changed.toString(), [signer.verifier]).kind, `byte ${at}`).not.toBe('signed');
    }
  });
});
