import { type Diagnostic, hasErrors, sortDiagnostics } from '../base/diagnostic.ts';
import { GestandError } from '../base/error.ts';
import { buildDataMap } from '../catalog/build-data-map.ts';
import { decisionsOf } from '../catalog/proposal/decisions.ts';
import { mergeDecisions } from '../catalog/proposal/merge-decisions.ts';
import { type LookedAt, type MergedPolicy, mergePolicy } from '../catalog/proposal/merge-policy.ts';
import { connectionName, writePolicy } from '../catalog/proposal/write-policy.ts';
import { writeStatement } from '../catalog/proposal/write-statement.ts';
import type { Language } from '../domain/language.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import type { Controller } from '../policy/policy.ts';
import { parseYamlTree } from '../policy/yaml-tree.ts';
import { mistakesText } from './load-policy.ts';

export interface FilesWish {
  readonly looks: readonly LookedAt[];
  /** The text of a file in the folder; null when there is none. */
  readonly existing: (name: string) => string | null;
  /** The languages of a statement that is new. */
  readonly languages: readonly Language[];
  /** The language of what is written for whoever decides. */
  readonly comments: Language;
  /** The settings with the connection strings, where they are not called after the source. */
  readonly connections: ReadonlyMap<string, string>;
  /** What is known of who is responsible. */
  readonly controller: Partial<Controller>;
}

export interface FileChange {
  readonly name: string;
  /** Null: the file is new. */
  readonly before: string | null;
  readonly after: string;
}

export interface ProposedFiles {
  /** Those that change, and no others. */
  readonly changes: readonly FileChange[];
  /** Null when there was no policy. */
  readonly merged: MergedPolicy | null;
  /** What a check would find in the policy as it will be. */
  readonly findings: readonly Diagnostic[];
}

export const policyName = 'policy.yaml';
const decisionsName = 'DECISIONS.md';

/**
 * What to write, or to change, so that a policy describes the databases that were looked at. A policy that is there is
 * added to and nothing of it goes; a statement that is there stays.
 *
 * @throws GestandError `bad-configuration` when a policy is there that is no YAML.
 */
export function proposeFiles(wish: FilesWish): ProposedFiles {
  const { looks, existing, comments, connections, controller } = wish;
  const before = existing(policyName);
  const proposals = looks.map(({ proposal }) => proposal);
  const merged = before === null ? null : mergeInto(before, wish);
  const policy =
    merged?.text ?? writePolicy({ proposals, languages: wish.languages, comments, connections, controller });
  const decisions = mergeDecisions({
    before: existing(decisionsName),
    decisions: decisionsOf(proposals),
    policy,
    isNew: newIn(merged),
    sources: proposals.map(({ source }) => source),
    language: comments,
  });
  const files = [
    { name: policyName, after: policy },
    ...statementsFor(wish),
    ...(decisions === null ? [] : [{ name: decisionsName, after: decisions }]),
  ];
  const changes = files
    .map(({ name, after }): FileChange => ({ name, before: existing(name), after }))
    .filter((change) => change.before !== change.after);
  return { changes, merged, findings: findingsIn(policy, looks) };
}

/** Whether something, as `source.table.column`, is in the policy for the first time. */
export function newIn(merged: MergedPolicy | null): (at: string) => boolean {
  return (at) => merged === null || merged.added.some((added) => at === added || at.startsWith(`${added}.`));
}

function mergeInto(text: string, { looks, comments, connections }: FilesWish): MergedPolicy {
  const { value, diagnostics } = parseYamlTree(policyName, text);
  if (value === undefined || hasErrors(diagnostics))
    throw new GestandError('bad-configuration', mistakesText('The policy that is there', diagnostics));
  const connection = (source: string) => connections.get(source) ?? connectionName(source);
  return mergePolicy({ file: policyName, text, looks, language: comments, connection });
}

/** A first statement, where there is none in any language. */
function statementsFor({ existing, languages }: FilesWish): readonly { name: string; after: string }[] {
  const names = languages.map((language) => ({ name: `statement.${language}.md`, language }));
  if (['statement.nl.md', 'statement.en.md'].some((name) => existing(name) !== null)) return [];
  return names.map(({ name, language }) => ({ name, after: writeStatement(language) }));
}

function findingsIn(text: string, looks: readonly LookedAt[]): readonly Diagnostic[] {
  const { policy, diagnostics } = compilePolicy(policyName, text);
  const found = looks.flatMap(({ catalog }) => {
    const declared = policy?.sources.find(({ id }) => id === catalog.source);
    return declared === undefined ? [] : buildDataMap(declared, catalog).findings;
  });
  return sortDiagnostics([...diagnostics, ...found]);
}
