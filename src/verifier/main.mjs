#!/usr/bin/env node
// @ts-check
/*
 * Verifies a ledger that Gestand exported, or a dossier, without Gestand, its database or a network: this one file and
 * Node 20 or later are enough. What it follows: RFC 6962 and RFC 9162 (the tree), C2SP signed-note, tlog-checkpoint,
 * tlog-tiles and tlog-proof (https://c2sp.org). It is written to be read before it is trusted; nothing in it comes
 * from another file of Gestand.
 *
 *   node verify-ledger.mjs FOLDER|FILE.zip|FILE.tlog-proof [--key KEY] [--witness FILE] [--language nl] [--json]
 *
 * Ends with 0 when everything holds, 1 when something was changed, 2 when there is nothing to verify.
 */
import { promises as fs } from 'node:fs';
import { parseArgs } from 'node:util';
import { NotVerifiable } from './not-verifiable.mjs';
import { readProof, verifyProof } from './proofs.mjs';
import { verifyExport } from './verification.mjs';
import { proofLines, reportLines } from './words.mjs';

/** @param {string[]} words */
async function main(words) {
  const { values, positionals } = read(words);
  const [path] = positionals;
  if (path === undefined || positionals.length > 1)
    throw new NotVerifiable(
      'What is to be verified? node verify-ledger.mjs FOLDER|FILE.zip|FILE.tlog-proof [--key KEY] [--witness FILE] [--language nl] [--json]',
    );
  const { key, witness, language, json } = values;
  const spoken = language === 'nl' ? 'nl' : 'en';
  const options = { key, witness: witness === undefined ? [] : [await fs.readFile(witness, 'utf8')] };
  const proof = await readProof(path);
  const found = proof === null ? await verifyExport(path, options) : verifyProof(proof, options);
  const lines = 'said' in found ? proofLines(found, spoken) : reportLines(found, spoken);
  process.stdout.write(json === true ? `${JSON.stringify(found, null, 2)}\n` : `${lines.join('\n')}\n`);
  return found.ok ? 0 : 1;
}

/** @param {string[]} words */
function read(words) {
  const text = /** @type {const} */ ({ type: 'string' });
  const flag = /** @type {const} */ ({ type: 'boolean' });
  const options = { key: text, witness: text, language: text, json: flag };
  try {
    return parseArgs({ args: words, allowPositionals: true, options });
  } catch (error) {
    throw new NotVerifiable(error instanceof Error ? error.message : String(error));
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.stderr.write(`${error instanceof NotVerifiable ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
