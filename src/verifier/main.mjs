#!/usr/bin/env node
// @ts-check
/*
 * Verifies a ledger that Gestand exported, or a dossier, without Gestand, its database or a network: this one file and
 * Node 20 or later are enough. What it follows: RFC 6962 and RFC 9162 (the tree), C2SP signed-note, tlog-checkpoint,
 * tlog-tiles and tlog-proof (https://c2sp.org). It is written to be read before it is trusted; nothing in it comes
 * from another file of Gestand.
 *
 *   node verify-ledger.mjs FOLDER|FILE.zip|FILE.tlog-proof [--key KEY] [--witness FILE] [--language nl|en] [--json]
 *
 * Ends with 0 when everything holds, 1 when something was changed, 2 when there is nothing to verify or the file of the
 * witness cannot be used.
 */
import { promises as fs } from 'node:fs';
import { parseArgs } from 'node:util';
import { NotVerifiable } from './not-verifiable.mjs';
import { readProof, verifyProof } from './proofs.mjs';
import { verifyExport } from './verification.mjs';
import { exitCodeOf, proofLines, reportLines } from './words.mjs';

const usage =
  'node verify-ledger.mjs FOLDER|FILE.zip|FILE.tlog-proof [--key KEY] [--witness FILE] [--language nl|en] [--json]';

const help = {
  en: `${usage}

Verifies a ledger that Gestand exported, a dossier, or a proof. No network is needed.

  --key KEY       the public key that you were given, apart from what you verify
  --witness FILE  a text with checkpoints that you kept: letters, or the checkpoints themselves
  --language nl   Dutch
  --json          for programs

Ends with 0 when everything holds, 1 when something was changed, 2 when there is nothing to verify or
the file of the witness cannot be used.
`,
  nl: `${usage}

Controleert een logboek dat Gestand exporteerde, een dossier of een bewijs. Er is geen internet voor nodig.

  --key SLEUTEL      de publieke sleutel die u kreeg, los van wat u controleert
  --witness BESTAND  een tekst met controlepunten die u bewaarde: brieven, of de controlepunten zelf
  --language nl      Nederlands
  --json             voor programma's

Eindigt met 0 als alles klopt, 1 als er iets is veranderd, 2 als er niets te controleren is of het
bestand van de getuige niet te gebruiken is.
`,
};

/** @param {string[]} words @param {'en' | 'nl'} spoken */
async function main(words, spoken) {
  const { values, positionals } = read(words);
  const { key, witness, language, json } = values;
  if (values.help === true) {
    process.stdout.write(help[spoken]);
    return 0;
  }
  if (language !== undefined && language !== 'nl' && language !== 'en')
    throw new NotVerifiable('--language is nl or en.', '--language is nl of en.');
  const [path] = positionals;
  if (path === undefined || positionals.length > 1)
    throw new NotVerifiable(`What is to be verified? ${usage}`, `Wat moet er gecontroleerd worden? ${usage}`);
  const options = { key, witness: witness === undefined ? [] : [await readKept(witness)] };
  const proof = await readProof(path);
  const found = proof === null ? await verifyExport(path, options) : verifyProof(proof, options);
  const lines = 'said' in found ? proofLines(found, spoken) : reportLines(found, spoken);
  process.stdout.write(json === true ? `${JSON.stringify(found, null, 2)}\n` : `${lines.join('\n')}\n`);
  return exitCodeOf(found);
}

/** @param {string} file */
async function readKept(file) {
  return fs.readFile(file, 'utf8').catch(() => {
    throw new NotVerifiable(
      `There is no file ${file} that can be read.`,
      `Er is geen bestand ${file} dat te lezen is.`,
    );
  });
}

/** @param {string[]} words */
function read(words) {
  const text = /** @type {const} */ ({ type: 'string' });
  const flag = /** @type {const} */ ({ type: 'boolean' });
  const options = { key: text, witness: text, language: text, json: flag, help: { ...flag, short: 'h' } };
  try {
    return parseArgs({ args: words, allowPositionals: true, options });
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const option = /'(-[^' ]*)/.exec(said)?.[1] ?? '';
    throw said.startsWith('Unknown option')
      ? new NotVerifiable(
          `There is no option ${option}; --help tells which there are.`,
          `De optie ${option} is er niet; --help zegt welke er zijn.`,
        )
      : new NotVerifiable(
          `The option ${option} is not complete; see --help.`,
          `De optie ${option} is niet compleet; zie --help.`,
        );
  }
}

const words = process.argv.slice(2);
// Also where the options cannot be read.
const spoken = /(^| )--language[ =]nl( |$)/.test(words.join(' ')) ? 'nl' : 'en';

main(words, spoken).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    const said = spoken === 'nl' ? error.dutch : error.message;
    process.stderr.write(`${error instanceof NotVerifiable ? said : String(error)}\n`);
    process.exitCode = 2;
  },
);
