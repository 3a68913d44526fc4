// @ts-check
import * as crypto from 'node:crypto';
import { openArchive } from './archive.mjs';
import { DossierHistory } from './dossier-history.mjs';
import { hashText, sha256 } from './hash.mjs';
import { LedgerPass } from './ledger-pass.mjs';
import { NotVerifiable } from './not-verifiable.mjs';
import {
  manifestFaults,
  notesIn,
  openHead,
  openNote,
  parseKey,
  sizeSaidIn,
  straySignatures,
} from './notes.mjs';

/**
 * What is wrong. `index` is the first entry of the ledger that it is about, counted from 0; `last` the last that it can be,
 * where one out of several is wrong; null when it is about no entry.
 *
 * @typedef {import('./words.mjs').ProblemKind} ProblemKind
 * @typedef {import('./archive.mjs').Archive} Archive
 * @typedef {import('./notes.mjs').Head} Head
 * @typedef {import('./notes.mjs').Key} Key
 * @typedef {Head & { own: boolean, witness: boolean }} KnownHead from the export, from what a witness kept, or both
 * @typedef {{ kind: ProblemKind, index: number | null, last: number | null, file: string | null, about: string | null }} Problem `about`: which
 *   promise or case
 * @typedef {{ kind: ProblemKind, place: number | null, size: number | null }} Unusable a checkpoint in the file of a witness: the how manieth,
 *   and of how many entries it says it is; null where it cannot be read as one
 * @typedef {{ key?: string | undefined, witness?: readonly string[] | undefined }} Options
 * @typedef {{
 *   ok: boolean, size: number, root: string, checkpoints: number, witnessed: number, unusable: Unusable[], files: number, key: string, keyFrom: 'given' | 'export',
 *   history: 'held' | 'not-held' | 'none', problems: Problem[], firstWrong: Problem | null
 * }} Report `firstWrong` is the problem with the first entry that is wrong; `history`: whether what a dossier says of promises and cases was
 *   held against its ledger. Dossiers of before there was a period in them cannot be.
 */

const maximumProblems = 1000;

/**
 * Verifies an exported folder or ZIP.
 *
 * @param {string} path
 * @param {Options} [options]
 * @returns {Promise<Report>}
 */
export async function verifyExport(path, options = {}) {
  const archive = await openArchive(path);
  try {
    return await verifyArchive(archive, options);
  } finally {
    await archive.close();
  }
}

/** @param {Archive} archive @param {Options} [options] @returns {Promise<Report>} */
export async function verifyArchive(archive, options = {}) {
  const verification = new Verification(archive);
  await verification.run(options);
  return verification.report();
}

/** @param {number} count of signatures under nothing that can be read as a checkpoint @returns {Unusable[]} */
export function strayUnusable(count) {
  return Array.from({ length: count }, () => ({ kind: 'checkpoint-malformed', place: null, size: null }));
}

export class Verification {
  /** @param {Archive} archive */
  constructor(archive) {
    this.archive = archive;
    /** @type {Problem[]} */
    this.problems = [];
    /** @type {Map<string, string>} what the manifest says each file hashes to */
    this.listed = new Map();
    /** @type {Set<string>} */
    this.hashed = new Set();
    this.prefix = archive.has('ledger/checkpoint') && !archive.has('checkpoint') ? 'ledger/' : '';
    this.root = sha256('');
    this.size = 0;
    this.checkpoints = 0;
    this.witnessed = 0;
    /** @type {Unusable[]} */
    this.unusable = [];
    /** @type {DossierHistory | null} */
    this.history = null;
    this.historyHeld = false;
    /** @type {Key | null} */
    this.key = null;
    /** @type {'given' | 'export'} */
    this.keyFrom = 'export';
  }

  /** @param {Options} options */
  async run({ key, witness = [] }) {
    const inside = this.archive.has(`${this.prefix}key`);
    if (![...this.archive.names()].some((name) => this.isOfLedger(name)))
      throw new NotVerifiable(
        'This is not an exported ledger: nothing of one is in it.',
        'Dit is geen geëxporteerd logboek: er zit niets van een logboek in.',
      );
    if (key === undefined && !inside)
      throw new NotVerifiable(
        'There is no file named "key" in it. Give the key that you were given: --key',
        'Er zit geen bestand "key" in. Geef de sleutel op die u kreeg: --key',
      );
    this.keyFrom = key === undefined ? 'export' : 'given';
    const own = inside ? (await this.text('key', 1000))?.trim() : undefined;
    const trusted = parseKey(key?.trim() ?? own ?? '');
    if (own !== trusted.text) this.found('key-differs', { file: `${this.prefix}key` });
    this.key = trusted;
    await this.readManifest(trusted);
    const heads = await this.readHeads(trusted, witness);
    await this.readPeriod();
    await new LedgerPass(this, heads).run();
    await this.checkHistory();
    await this.hashTheRest();
  }

  /** @param {string} name */
  isOfLedger(name) {
    const inner = name.startsWith(this.prefix) ? name.slice(this.prefix.length) : '';
    return /^(key|checkpoints?|tile\/.+)$/.test(inner) || name === 'SHA256SUMS';
  }

  /** @returns {Report} */
  report() {
    const { problems, size, root, checkpoints, witnessed, unusable, keyFrom } = this;
    const unheld = this.archive.has('promises.csv') && this.history === null ? 'not-held' : 'none';
    const first = problems.reduce(
      (/** @type {Problem | null} */ least, problem) =>
        problem.index !== null && (least?.index ?? Number.POSITIVE_INFINITY) > problem.index
          ? problem
          : least,
      null,
    );
    return {
      ok: problems.length === 0,
      ...{ size, root: hashText(root, 'hex'), checkpoints, witnessed, unusable, files: this.hashed.size },
      ...{
        key: this.key?.text ?? '',
        keyFrom,
        history: this.historyHeld ? 'held' : unheld,
        problems,
        firstWrong: first,
      },
    };
  }

  /**
   * @param {ProblemKind} kind
   * @param {{ index?: number, last?: number, file?: string, about?: string }} [where]
   */
  found(kind, { index, last, file, about } = {}) {
    if (this.problems.length >= maximumProblems) return;
    const place = { index: index ?? null, last: last ?? index ?? null };
    this.problems.push({ kind, ...place, file: file ?? null, about: about ?? null });
  }

  async readPeriod() {
    const file = 'dossier.json';
    if (!this.archive.has(file)) return;
    this.history = DossierHistory.of(await this.text(file, 65_536, { whole: true }));
    if (this.history === null) this.found('file-unreadable', { file });
  }

  /** A ledger that is wrong itself is no measure for anything. */
  async checkHistory() {
    const { history } = this;
    if (history === null || this.problems.some(({ index }) => index !== null)) return;
    this.historyHeld = true;
    for (const file of ['promises.csv', 'cases.csv']) {
      const table = await this.text(file, 2 ** 28, { whole: true });
      if (table === null) this.found('file-missing', { file });
      else {
        const otherwise =
          file === 'cases.csv' ? history.casesOtherwise(table) : history.promisesOtherwise(table);
        for (const { kind, about } of otherwise) this.found(kind, { file, about });
      }
    }
  }

  /** @param {Key} key */
  async readManifest(key) {
    const sums = await this.bytes('SHA256SUMS', { whole: true, limit: 2 ** 28 });
    const note = await this.text('SHA256SUMS.sig', 65_536, { whole: true });
    if (sums === null || note === null) return this.found('manifest-missing', { file: 'SHA256SUMS' });
    const opened = openNote(note, key);
    if (opened.kind !== 'signed') return this.found(manifestFaults[opened.kind], { file: 'SHA256SUMS.sig' });
    const expected = `gestand.manifest/1\n${key.name}\n${hashText(sha256(sums), 'base64')}\n`;
    if (opened.text !== expected) this.found('manifest-changed', { file: 'SHA256SUMS' });
    for (const line of sums.toString('utf8').split('\n').slice(0, -1)) {
      const [, hash, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      if (hash === undefined || name === undefined) this.found('manifest-changed', { file: 'SHA256SUMS' });
      else this.listed.set(name, hash);
    }
    for (const name of this.listed.keys())
      if (!this.archive.has(name)) this.found('file-missing', { file: name });
  }

  /**
   * Every signed head, smallest tree first, each once.
   *
   * @param {Key} key
   * @param {readonly string[]} witness
   */
  async readHeads(key, witness) {
    /** @type {Map<string, KnownHead>} */
    const heads = new Map();
    const take = (
      /** @type {string} */ note,
      /** @type {string} */ file,
      /** @type {boolean} */ byWitness,
    ) => {
      const head = openHead(note, key);
      if ('fault' in head) return this.found(head.fault, { file: this.prefix + file });
      const id = `${head.size} ${hashText(head.root, 'hex')}`;
      const before = heads.get(id) ?? { ...head, own: false, witness: false };
      heads.set(id, { ...before, ...(byWitness ? { witness: true } : { own: true }) });
      return head;
    };
    const newest = await this.text('checkpoint', 65_536);
    const head = newest === null ? undefined : take(newest, 'checkpoint', false);
    if (newest === null) this.found('file-missing', { file: `${this.prefix}checkpoint` });
    const others = (await this.text('checkpoints', 2 ** 28)) ?? '';
    const notes = notesIn(others);
    if (notes.join('\n') !== others)
      this.found('checkpoint-malformed', { file: `${this.prefix}checkpoints` });
    for (const note of notes) take(note, 'checkpoints', false);
    this.checkpoints = heads.size;
    for (const text of witness) {
      const kept = notesIn(text);
      const strays = straySignatures(text);
      if (kept.length === 0 && strays === 0)
        throw new NotVerifiable(
          'There is no checkpoint in the file of the witness.',
          'In het bestand van de getuige staat geen controlepunt.',
        );
      for (const [i, note] of kept.entries()) {
        // What is wrong with a note that somebody kept says nothing about the ledger.
        const head = openHead(note, key);
        if ('fault' in head) this.unusable.push({ kind: head.fault, place: i + 1, size: sizeSaidIn(note) });
        else if (take(note, '', true) !== undefined) this.witnessed++;
      }
      this.unusable.push(...strayUnusable(strays));
    }
    const all = [...heads.values()].sort((a, b) => a.size - b.size);
    const largest = all.filter(({ own }) => own).at(-1);
    if (head !== undefined && largest !== undefined && head.size < largest.size)
      this.found('checkpoint-older', { file: `${this.prefix}checkpoint` });
    this.size = largest?.size ?? 0;
    this.root = largest?.root ?? sha256('');
    return all;
  }

  async hashTheRest() {
    for (const name of this.archive.names()) {
      if (name === 'SHA256SUMS' || name === 'SHA256SUMS.sig') continue;
      if (this.listed.size > 0 && !this.listed.has(name)) this.found('file-not-listed', { file: name });
      if (this.hashed.has(name) || !this.listed.has(name)) continue;
      const hash = crypto.createHash('sha256');
      try {
        for await (const chunk of this.archive.chunks(name)) hash.update(chunk);
      } catch (error) {
        this.unreadable(name, error);
        continue;
      }
      this.compare(name, hash.digest('hex'));
    }
  }

  /**
   * A file of the ledger, held against the manifest; null when it is not there.
   *
   * @param {string} name
   * @param {{ limit: number, whole?: boolean }} options `whole`: a name from the top of the export
   */
  async bytes(name, { limit, whole = false }) {
    const path = whole ? name : this.prefix + name;
    if (!this.archive.has(path)) return null;
    /** @type {Buffer[]} */
    const chunks = [];
    let length = 0;
    try {
      for await (const chunk of this.archive.chunks(path)) {
        length += chunk.length;
        if (length > limit) throw new Error('too long');
        chunks.push(chunk);
      }
    } catch (error) {
      this.unreadable(path, error);
      return null;
    }
    const all = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
    if (this.listed.has(path) && !this.hashed.has(path)) this.compare(path, hashText(sha256(all), 'hex'));
    return all;
  }

  /**
   * @param {string} name
   * @param {number} limit
   * @param {{ whole?: boolean }} [options]
   */
  async text(name, limit, options = {}) {
    const bytes = await this.bytes(name, { limit, ...options });
    return bytes === null ? null : bytes.toString('utf8');
  }

  /** @param {string} name @param {string} hash */
  compare(name, hash) {
    this.hashed.add(name);
    if (this.listed.get(name) !== hash) this.found('file-changed', { file: name });
  }

  /** @param {string} name @param {unknown} error */
  unreadable(name, error) {
    if (error instanceof NotVerifiable) throw error;
    this.hashed.add(name);
    this.found('file-unreadable', { file: name });
  }
}
