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

/** The report in sentences. @param {Report} report @param {'en' | 'nl'} language */
export function reportLines(report, language) {
  const { ok, size, root, checkpoints, witnessed, files, key, keyFrom, problems, firstWrong } = report;
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
  const witness =
    witnessed === 0
      ? []
      : [
          say(
            `Held against ${witnessed} checkpoints of the witness.`,
            `Vergeleken met ${witnessed} controlepunten van de getuige.`,
          ),
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
    ...witness,
    `${say('Key', 'Sleutel')}: ${key}`,
    ...(keyFrom === 'export' ? [own] : []),
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
