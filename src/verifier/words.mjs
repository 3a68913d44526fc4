// @ts-check

/**
 * @typedef {import('./verification.mjs').Problem} Problem
 * @typedef {import('./verification.mjs').Report} Report
 * @typedef {ReturnType<typeof import('./proofs.mjs').verifyProof>} ProofReport
 */

/** @typedef {keyof typeof problemTexts} ProblemKind */

const problemTexts = {
  'entry-changed': ['its text is not what was signed', 'de tekst is niet wat ondertekend is'],
  'entry-missing': ['it is not there', 'deze ontbreekt'],
  'entry-unreadable': ['the file breaks off here', 'het bestand breekt hier af'],
  'bundle-too-long': [
    'something stands behind it that does not belong there',
    'er staat iets achter dat er niet hoort',
  ],
  'tile-changed': [
    'its hash in the tile is not what was signed',
    'de hash in de tegel is niet wat ondertekend is',
  ],
  'tile-missing': ['its tile is not there', 'de tegel ontbreekt'],
  'root-differs': [
    'the entries are not those that were signed',
    'de regels zijn niet die er ondertekend zijn',
  ],
  fork: [
    'the witness saw other entries: there are two ledgers',
    'de getuige zag andere regels: er zijn twee logboeken',
  ],
  'cut-tail': ['the witness saw more entries than there are', 'de getuige zag meer regels dan er zijn'],
  'checkpoint-malformed': ['this is no checkpoint', 'dit is geen controlepunt'],
  'checkpoint-unknown-key': [
    'another key signed this checkpoint',
    'dit controlepunt is met een andere sleutel ondertekend',
  ],
  'checkpoint-signature': [
    'the signature under this checkpoint is wrong',
    'de handtekening onder dit controlepunt klopt niet',
  ],
  'checkpoint-other-ledger': [
    'this checkpoint is of another ledger',
    'dit controlepunt is van een ander logboek',
  ],
  'checkpoint-older': [
    'a newer checkpoint was signed than this one',
    'er is een nieuwer controlepunt ondertekend dan dit',
  ],
  'key-differs': [
    'the key in the export is not the one you gave',
    'de sleutel in de export is niet die u opgaf',
  ],
  'manifest-missing': ['the list of files is not there', 'de lijst van bestanden ontbreekt'],
  'manifest-malformed': [
    'the signature under the list of files cannot be read',
    'de handtekening onder de lijst van bestanden is onleesbaar',
  ],
  'manifest-unknown-key': [
    'another key signed the list of files',
    'de lijst van bestanden is met een andere sleutel ondertekend',
  ],
  'manifest-signature': [
    'the signature under the list of files is wrong',
    'de handtekening onder de lijst van bestanden klopt niet',
  ],
  'manifest-changed': [
    'the list of files is not the one that was signed',
    'de lijst van bestanden is niet die er ondertekend is',
  ],
  'file-changed': ['this file was changed', 'dit bestand is veranderd'],
  'file-missing': ['this file is not there', 'dit bestand ontbreekt'],
  'file-not-listed': [
    'this file is not on the signed list',
    'dit bestand staat niet op de ondertekende lijst',
  ],
  'file-unexpected': [
    'this file does not belong in a ledger of this size',
    'dit bestand hoort niet in een logboek van deze lengte',
  ],
  'promise-otherwise': [
    'this promise stood otherwise by the ledger that lies beside it',
    'deze belofte stond er volgens het logboek dat erbij ligt anders voor',
  ],
  'case-otherwise': [
    'this case stood otherwise by the ledger that lies beside it',
    'deze zaak stond er volgens het logboek dat erbij ligt anders voor',
  ],
  'file-unreadable': ['this file cannot be read', 'dit bestand is niet te lezen'],
};

/** What a problem is in words. @param {Problem} problem @param {'en' | 'nl'} language */
export function problemText({ kind, index, last, file, about }, language) {
  const dutch = language === 'nl';
  const what = problemTexts[kind][dutch ? 1 : 0] ?? kind;
  const [entry, entries, to] = dutch ? ['Regel', 'Regels', 'tot en met'] : ['Entry', 'Entries', 'to'];
  const where =
    index === null
      ? ''
      : last === null || last === index
        ? `${entry} ${index}`
        : `${entries} ${index} ${to} ${last}`;
  return `${[where, file, about].filter((part) => part !== '' && part !== null).join(', ')}: ${what}.`;
}

/** @param {{ ok: boolean } & Partial<WitnessReport>} report */
export function exitCodeOf({ ok, witnessed = 0, unusable = [] }) {
  if (!ok) return 1;
  return wasHeld({ witnessed, unusable }) ? 0 : 2;
}

/** The report in sentences. @param {Report} report @param {'en' | 'nl'} language */
export function reportLines(report, language) {
  const { ok, size, root, checkpoints, files, key, keyFrom, problems, firstWrong } = report;
  const say = (/** @type {string} */ english, /** @type {string} */ dutch) =>
    language === 'nl' ? dutch : english;
  const shown = problems.slice(0, 20).map((problem) => `  ${problemText(problem, language)}`);
  const verdict = ok
    ? [
        say(
          `Whole: ${size} entries under ${checkpoints} signed checkpoints, ${files} files as they were listed and signed.`,
          `Gaaf: ${size} regels onder ${checkpoints} ondertekende controlepunten, ${files} bestanden zoals vermeld en ondertekend.`,
        ),
        `Root: ${root}`,
      ]
    : [
        say('Changed.', 'Veranderd.'),
        ...(firstWrong === null
          ? []
          : [
              say('First entry that is wrong: ', 'Eerste regel die niet klopt: ') +
                problemText(firstWrong, language),
            ]),
        ...shown,
        ...(problems.length > shown.length
          ? [
              say(
                `  and ${problems.length - shown.length} more`,
                `  en nog ${problems.length - shown.length}`,
              ),
            ]
          : []),
      ];
  const history = {
    none: [],
    held: [
      say(
        'promises.csv and cases.csv were held against the ledger.',
        'promises.csv en cases.csv zijn vergeleken met het logboek.',
      ),
    ],
    'not-held': [
      say(
        'promises.csv and cases.csv were not held against the ledger: this dossier was made by an older version of Gestand.',
        'promises.csv en cases.csv zijn niet vergeleken met het logboek: dit dossier is van een oudere versie van Gestand.',
      ),
    ],
  }[report.history];
  const own = say(
    'This key is in the export itself. Compare it with the one you were given, or give that one: --key',
    'Deze sleutel staat in de export zelf. Vergelijk hem met de sleutel die u kreeg, of geef die op: --key',
  );
  return [
    ...verdict,
    ...history,
    ...witnessLines(report, language),
    `${say('Key', 'Sleutel')}: ${key}`,
    ...(keyFrom === 'export' ? [own] : []),
  ];
}

const ofOthers = new Set(['checkpoint-unknown-key', 'checkpoint-other-ledger']);

/**
 * Whether all that a witness kept of this ledger was held against it. Who keeps checkpoints of several ledgers may have them in one file.
 *
 * @param {WitnessReport} report
 */
function wasHeld({ witnessed, unusable }) {
  return unusable.length === 0 || (witnessed > 0 && unusable.every(({ kind }) => ofOthers.has(kind)));
}

/**
 * @typedef {{ witnessed: number, unusable: readonly import('./verification.mjs').Unusable[] }} WitnessReport
 *
 * What became of the checkpoints that a witness kept.
 *
 * @param {WitnessReport} report @param {'en' | 'nl'} language
 */
export function witnessLines(report, language) {
  const { witnessed, unusable } = report;
  const say = (/** @type {string} */ english, /** @type {string} */ dutch) =>
    language === 'nl' ? dutch : english;
  const held = say(
    `Held against ${witnessed} ${witnessed === 1 ? 'checkpoint' : 'checkpoints'} of the witness.`,
    `Vergeleken met ${witnessed} ${witnessed === 1 ? 'controlepunt' : 'controlepunten'} van de getuige.`,
  );
  if (unusable.length === 0) return witnessed === 0 ? [] : [held];
  const shown = unusable.slice(0, 20).map(({ kind, place, size }) => {
    if (place === null)
      return say(
        '  A signature in it stands under nothing that can be read as a checkpoint.',
        '  Een handtekening daarin staat onder iets wat niet als controlepunt te lezen is.',
      );
    const of = size === null ? '' : say(`, of ${size} entries`, `, van ${size} regels`);
    const what = problemTexts[kind][language === 'nl' ? 1 : 0];
    return say(`  Checkpoint ${place} in it${of}: ${what}.`, `  Controlepunt ${place} daarin${of}: ${what}.`);
  });
  if (wasHeld(report))
    return [
      held,
      say(
        `Left out: ${unusable.length} in that file that another key signed, for another ledger.`,
        `Overgeslagen: ${unusable.length} in dat bestand die met een andere sleutel zijn ondertekend, voor een ander logboek.`,
      ),
    ];
  return [
    ...(witnessed === 0 ? [] : [held]),
    say(
      'Not held against all that the witness kept. The mistake is in the file of the witness; it says nothing about the ledger. Ask for that file, or the letter, once more.',
      'Niet vergeleken met alles wat de getuige bewaarde. De fout zit in het bestand van de getuige en zegt niets over het logboek. Vraag het bestand, of de brief, nog eens op.',
    ),
    ...shown,
  ];
}

/** @param {ProofReport} proof @param {'en' | 'nl'} language */
export function proofLines({ said, index, size, entry }, language) {
  const nl = language === 'nl';
  if (said === 'entry-proven')
    return [
      nl
        ? `Regel ${index} staat in het logboek van ${size} regels:`
        : `Entry ${index} is in the ledger of ${size} entries:`,
      entry ?? '',
    ];
  if (said === 'growth-proven')
    return [
      nl
        ? `Het logboek van ${index} regels is het begin van dat van ${size}.`
        : `The ledger of ${index} entries is the beginning of that of ${size}.`,
    ];
  return [nl ? 'Dit bewijs klopt niet.' : 'This proof is wrong.'];
}
