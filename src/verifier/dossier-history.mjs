// @ts-check
/**
 * What a dossier says of promises and cases, held against the entries of the ledger that lies in it: who makes a dossier could sign another
 * story than the one that was signed entry by entry.
 *
 * @typedef {{ state: string, at: string, entry: number }} ToldState
 * @typedef {{ opened: string, kind: string, state: string, legalDate: string, answered: string, closed: string, entry: number }} ToldCase
 * @typedef {{ kind: import('./words.mjs').ProblemKind, file: string, about: string }} Otherwise
 * @typedef {Readonly<Record<string, string>>} Row a line of a table, by its columns
 */

const caseEnds = new Set(['closed', 'withdrawn', 'joined', 'removed']);
const aboutPromiseOrCase = /"kind":"(promise-checked|case-opened|case-state|case-classified)"/;

export class DossierHistory {
  /** @param {{ from: string, until: string }} period moments, the second not in it */
  constructor({ from, until }) {
    this.from = Date.parse(from);
    this.until = Date.parse(until);
    /** @type {Map<string, ToldState[]>} */
    this.promises = new Map();
    /** @type {Map<string, ToldCase>} */
    this.cases = new Map();
  }

  /** The period that the file of a dossier names; null when it names none. @param {string | null} text */
  static of(text) {
    try {
      const { format, from, until } = JSON.parse(text ?? '');
      const history = new DossierHistory({ from, until });
      return format === 'gestand.dossier/1' && history.from < history.until ? history : null;
    } catch {
      return null;
    }
  }

  /** @param {Buffer} bundle entries, each behind its length in two bytes @param {number} start the index of the first */
  addBundle(bundle, start) {
    if (!bundle.includes('"kind":"promise-checked"') && !bundle.includes('"kind":"case-')) return;
    for (let at = 0, index = start; at + 2 <= bundle.length; index++) {
      const end = at + 2 + bundle.readUInt16BE(at);
      this.add(index, bundle.toString('utf8', at + 2, end));
      at = end;
    }
  }

  /** @param {number} entry @param {string} text */
  add(entry, text) {
    if (!aboutPromiseOrCase.test(text)) return;
    const said = parsed(text);
    if (said === null) return;
    const { kind, at, subjects, detail } = said;
    if (kind === 'promise-checked') {
      const told = this.promises.get(subjects.promiseId) ?? [];
      told.push({ state: detail.state, at, entry });
      this.promises.set(subjects.promiseId, told);
    } else this.addCase(subjects.caseId, { kind, at, detail, entry });
  }

  /** @param {string} id @param {{ kind: string, at: string, detail: Record<string, string>, entry: number }} said */
  addCase(id, { kind, at, detail, entry }) {
    const { state = '', legalDate = '' } = detail;
    const before = this.cases.get(id);
    if (kind === 'case-opened') {
      const empty = { state: 'received', answered: '', closed: '' };
      this.cases.set(id, { ...empty, opened: at, kind: detail['kind'] ?? '', legalDate, entry });
    }
    if (before === undefined) return;
    const now = { ...before, legalDate: legalDate || before.legalDate, entry };
    if (kind === 'case-classified') this.cases.set(id, { ...now, kind: detail['to'] ?? '' });
    if (kind !== 'case-state') return;
    const ended = caseEnds.has(state);
    if (ended && state !== 'joined' && Date.parse(at) < this.from) this.cases.delete(id);
    else
      this.cases.set(id, {
        ...now,
        state,
        closed: ended ? at : '',
        answered: state === 'answered' || state === 'refused' ? at : before.answered,
      });
  }

  /** The promises of which the table tells another history. @param {string} table @returns {Otherwise[]} */
  promisesOtherwise(table) {
    const rows = rowsBy('promise', table);
    const ids = [...new Set([...rows.keys(), ...this.promises.keys()])];
    return ids
      .filter((id) => !this.promiseHolds(this.promises.get(id) ?? [], rows.get(id) ?? []))
      .map((about) => ({ kind: 'promise-otherwise', file: 'promises.csv', about }));
  }

  /** @param {readonly ToldState[]} told @param {readonly Row[]} rows */
  promiseHolds(told, rows) {
    const expected = told.flatMap(({ state, at, entry }, i) => {
      const until = told[i + 1]?.at ?? '';
      const inside = Date.parse(at) < this.until && (until === '' || Date.parse(until) > this.from);
      return inside ? [`${state} ${at} ${until} ${entry}`] : [];
    });
    const said = rows
      .filter(({ entry }) => entry !== '')
      .map(({ state, since, until, entry }) => `${state} ${since} ${until} ${entry}`);
    // What no entry says can only be that there is no evidence.
    const unsaid = rows.filter(({ entry }) => entry === '').every(({ state }) => state === 'unproven');
    return unsaid && said.join('\n') === expected.join('\n');
  }

  /** The cases of which the table tells otherwise. @param {string} table @returns {Otherwise[]} */
  casesOtherwise(table) {
    const rows = rowsBy('case', table);
    const due = [...this.cases].filter(([, { opened }]) => Date.parse(opened) < this.until);
    const ids = [...new Set([...rows.keys(), ...due.map(([id]) => id)])];
    return ids
      .filter((id) => !caseHolds(this.cases.get(id), rows.get(id) ?? []))
      .map((about) => ({ kind: 'case-otherwise', file: 'cases.csv', about }));
  }
}

/** @param {ToldCase | undefined} told @param {readonly Row[]} rows */
function caseHolds(told, [row, ...more]) {
  if (told === undefined || row === undefined || more.length > 0) return false;
  const { kind, state, legalDate, answered, closed, entry } = told;
  const said = [row['kind'], row['state'], row['legal date'], row['answered'], row['closed'], row['entry']];
  return said.join('\n') === [kind, state, legalDate, answered, closed, entry].join('\n');
}

/** @param {'promise' | 'case'} column @param {string} table */
function rowsBy(column, table) {
  /** @type {Map<string, Row[]>} */
  const rows = new Map();
  for (const row of rowsOf(table)) {
    const id = row[column] ?? '';
    const before = rows.get(id);
    if (before === undefined) rows.set(id, [row]);
    else before.push(row);
  }
  return rows;
}

/** @param {string} text @returns {{ kind: string, at: string, subjects: any, detail: any } | null} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * The lines of a table (RFC 4180), by the names in its first line. Where it breaks off, or two columns have one name, a person might read
 * another table than we do: then what follows is not there.
 *
 * @param {string} table @returns {Row[]}
 */
function rowsOf(table) {
  const [names = [], ...lines] = csvLines(table.replace(/^\ufeff/, ''));
  if (new Set(names).size < names.length) return [];
  return lines.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])));
}

/** @param {string} text */
function csvLines(text) {
  /** @type {string[][]} */
  const lines = [];
  /** @type {string[]} */
  let cells = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy)) {
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (cells.length > 1) lines.push(cells);
    cells = [];
    if (end === '') break;
  }
  return lines;
}
