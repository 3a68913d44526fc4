import { type Language, languages } from '../../domain/language.ts';
import { readTables } from '../../policy/table-draft.ts';
import { type Path, parseYamlTree, valueAt, type YamlTree } from '../../policy/yaml-tree.ts';
import { type Decision, decisionLine, decisionsText, isOurs } from './decisions.ts';
import { undecided } from './policy-entry.ts';

export interface DecisionsWish {
  /** The list as it is; null when there is none. */
  readonly before: string | null;
  /** All that could be decided about what was looked at. */
  readonly decisions: readonly Decision[];
  /** The policy as it will be. */
  readonly policy: string;
  /** Whether something is in the policy for the first time: `crm.customers.birth_date`. */
  readonly isNew: (at: string) => boolean;
  readonly sources: readonly string[];
  readonly language: Language;
}

/**
 * The list of decisions, brought up to date: what is new is added, what the policy settles is dropped, what was ticked
 * stays ticked, and what a person wrote between it stays. Null when there is nothing to decide and no list.
 */
export function mergeDecisions(wish: DecisionsWish): string | null {
  const { before, decisions, isNew, language, sources } = wish;
  const tree = parseYamlTree('policy.yaml', wish.policy);
  const open = decisions.filter((decision) => isOpen(decision, wish.policy, tree));
  const added = open.filter(({ at }) => isNew(at));
  if (before === null) return added.length === 0 ? null : decisionsText(added, language);
  const stays = new Set(
    open.flatMap((decision) => languages.map((each) => keyOf(decisionLine(decision, each)))),
  );
  const lines = before.split('\n').filter((line) => {
    const item = itemOf(line);
    return item === null || !isOurs(item, sources) || stays.has(keyOf(item));
  });
  const listed = new Set(lines.flatMap((line) => keyOf(itemOf(line) ?? '')));
  const missing = added
    .filter((decision) => !languages.some((each) => listed.has(keyOf(decisionLine(decision, each)))))
    .map((decision) => `- [ ] ${decisionLine(decision, language)}`);
  const last = lines.findLastIndex((line) => itemOf(line) !== null);
  const at = last === -1 ? lines.length - (lines.at(-1) === '' ? 1 : 0) : last + 1;
  return lines.toSpliced(at, 0, ...missing).join('\n');
}

/** What stands behind the box of a line that can be ticked. */
function itemOf(line: string): string | null {
  return /^[-*] \[[ xX]\] (.*?)\r?$/.exec(line)?.[1] ?? null;
}

/** What is asked: its reasons may be put otherwise the next time. */
function keyOf(item: string): string {
  return /^.*?\?/.exec(item)?.[0] ?? item;
}

function isOpen({ about, at }: Decision, policy: string, tree: YamlTree): boolean {
  const { source, table, column } = placeOf(at, tree);
  const path = ['sources', source, 'tables', table];
  switch (about) {
    case 'organisation':
      return ['controller', 'subjects', 'automatedDecisions'].some((key) =>
        isUndecided(valueAt(tree.value, [key])),
      );
    case 'purpose':
      return isUndecided(valueAt(tree.value, ['purposes']));
    case 'retention': {
      const declared = valueAt(tree.value, path);
      return valueAt(declared, ['retention']) === undefined && valueAt(declared, ['hold']) === undefined;
    }
    case 'special':
    case 'column':
    case 'kept':
      return isMarked([...path, 'columns', column], policy, tree);
    case 'link': {
      const link = readTables(source, tree, [])
        .find(({ id }) => id === table)
        ?.links.find(({ rowColumns, otherColumns }) =>
          [rowColumns, otherColumns].some((names) => names.join(',') === column),
        );
      return link !== undefined && hasMark(policy, link.place.line);
    }
    case 'subject':
    case 'identity':
    case 'warning':
      return true;
  }
}

/** Names of tables may hold dots: what the policy has under such a name is meant. */
function placeOf(at: string, tree: YamlTree) {
  const [source = ''] = at.split('.', 1);
  const rest = at.slice(source.length + 1);
  const tables = Object.keys(
    (valueAt(tree.value, ['sources', source, 'tables']) as object | undefined) ?? {},
  );
  const table = tables
    .filter((id) => rest === id || rest.startsWith(`${id}.`))
    .toSorted((a, b) => b.length - a.length)[0];
  return { source, table: table ?? rest, column: table === undefined ? '' : rest.slice(table.length + 1) };
}

function isUndecided(value: unknown): boolean {
  const text = JSON.stringify(value) ?? '';
  return (
    languages.some((language) => text.includes(undecided[language])) || text.includes('undecided.example')
  );
}

function isMarked(path: Path, policy: string, tree: YamlTree): boolean {
  return valueAt(tree.value, path) !== undefined && hasMark(policy, tree.keyPlace(path).line);
}

/** A mark stands behind an entry, or above it when that is between braces. */
function hasMark(policy: string, line: number): boolean {
  const lines = policy.split('\n');
  const [above = '', own = ''] = [lines[line - 2], lines[line - 1]];
  const mark = /# (.*: )?(beslis|decide): /;
  return mark.test(own) || (above.trim().startsWith('#') && mark.test(above));
}
