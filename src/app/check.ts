import { legalDateOf } from '../base/clock.ts';
import { type Diagnostic, sortDiagnostics } from '../base/diagnostic.ts';
import { GestandError } from '../base/error.ts';
import { buildDataMap } from '../catalog/build-data-map.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { findDrift } from '../catalog/drift-findings.ts';
import { adviseMapping } from '../catalog/proposal/mapping-advice.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import { suggestName } from '../policy/nearest-name.ts';
import type { Policy, PolicySource } from '../policy/policy.ts';
import type { CatalogVersion } from '../store/catalog-version.ts';
import { connectSources, type SecretValue } from './connect-sources.ts';
import type { WrittenFile } from './load-policy.ts';
import { checkStatements, type WrittenStatement } from './publish-statement.ts';

export interface CheckInput {
  readonly policy: WrittenFile;
  readonly statements: readonly WrittenStatement[];
  /** Null: the texts alone, without looking at any database. */
  readonly secretValue: SecretValue | null;
  /** The shape of one source, from elsewhere than its database: then no database is looked at. */
  readonly dump?: SchemaDump;
  /** The shapes that were accepted, by source: what changed since is said. */
  readonly accepted?: ReadonlyMap<string, CatalogVersion>;
  readonly on: Temporal.PlainDate;
  readonly onProgress?: (what: string) => void;
}

export interface SchemaDump {
  /** Left out: the only source of the policy. */
  readonly source: string | undefined;
  readonly catalog: (declared: PolicySource) => Promise<Catalog>;
}

export interface CheckReport {
  /** Errors, warnings and remarks, by file and line. */
  readonly findings: readonly Diagnostic[];
  readonly errors: number;
  readonly warnings: number;
  /** Sources that were looked at. */
  readonly sources: readonly string[];
  /** What they look like; without those that did not answer. */
  readonly catalogs: readonly Catalog[];
  /** By source that answered. */
  readonly drift: readonly SourceDrift[];
}

export interface SourceDrift {
  readonly source: string;
  /** ISO date of the shape it was compared with; null when none was accepted yet. */
  readonly since: string | null;
  /** How many ways it differs from that; null when there is none. */
  readonly changes: number | null;
}

/**
 * Holds the policy, the statement and the databases against each other, and against what was accepted of them before;
 * changes nothing and needs no store. An unmapped column is an error: what is not in the policy does not exist.
 *
 * @throws GestandError `bad-configuration` when a connection string is not set; `bad-input` when a dump is of no source
 * of the policy, or cannot be loaded.
 */
export async function check(input: CheckInput): Promise<CheckReport> {
  const { policy, diagnostics } = compilePolicy(input.policy.file, input.policy.text);
  if (policy === null) return report(diagnostics, { sources: [], looks: [] });
  const statements = checkStatements(policy, input.statements, input.on);
  const { sources, looks } = await lookAtSources(policy, input);
  const found = looks.flatMap(({ findings }) => findings);
  return report([...diagnostics, ...statements, ...found], { sources, looks });
}

interface Look {
  readonly catalog: Catalog | null;
  readonly findings: readonly Diagnostic[];
  readonly drift: SourceDrift | null;
}

interface Looks {
  readonly sources: readonly string[];
  readonly looks: readonly Look[];
}

async function lookAtSources(policy: Policy, input: CheckInput): Promise<Looks> {
  const { dump, secretValue, onProgress } = input;
  if (dump !== undefined) {
    const declared = sourceOfDump(policy, dump);
    onProgress?.(declared.id);
    return {
      sources: [declared.id],
      looks: [lookAt({ policy, declared, catalog: await dump.catalog(declared) }, input)],
    };
  }
  if (secretValue === null) return { sources: [], looks: [] };
  await using opened = connectSources(policy, secretValue);
  const looks: Look[] = [];
  for (const declared of policy.sources) {
    onProgress?.(declared.id);
    try {
      const catalog = await opened.sources.get(declared.id)?.introspect();
      if (catalog !== undefined) looks.push(lookAt({ policy, declared, catalog }, input));
    } catch (error) {
      if (!(error instanceof GestandError) || !error.code.startsWith('source-')) throw error;
      // One source that is away does not hide what the others show.
      const place = { ...declared.place, file: input.policy.file };
      const { code, message } = error;
      const finding = { severity: 'error' as const, code, message, hint: '', source: declared.id, place };
      looks.push({ catalog: null, findings: [finding], drift: null });
    }
  }
  return { sources: policy.sources.map(({ id }) => id), looks };
}

interface Looked {
  readonly policy: Policy;
  readonly declared: PolicySource;
  readonly catalog: Catalog;
}

function lookAt(looked: Looked, { accepted }: CheckInput): Look {
  const { declared, catalog } = looked;
  const findings = adviseMapping(buildDataMap(declared, catalog).findings, looked);
  const source = declared.id;
  const version = accepted?.get(source);
  if (version === undefined) return { catalog, findings, drift: { source, since: null, changes: null } };
  const since = legalDateOf(Temporal.Instant.from(version.acceptedAt)).toString();
  const drift = findDrift(declared, { catalog: version.catalog, on: since }, catalog);
  return { catalog, findings: [...findings, ...drift], drift: { source, since, changes: drift.length } };
}

function sourceOfDump({ sources }: Policy, { source }: SchemaDump): PolicySource {
  const ids = sources.map(({ id }) => id);
  const [first, second] = sources;
  if (source === undefined && first !== undefined && second === undefined) return first;
  if (source === undefined)
    throw new GestandError(
      'bad-input',
      `Say which source the file is of: --source ${ids.join(' or --source ')}.`,
    );
  const declared = sources.find(({ id }) => id === source);
  if (declared !== undefined) return declared;
  throw new GestandError(
    'bad-input',
    `The policy has no source ${source}: ${suggestName(source, ids, 'source')}`,
  );
}

function report(diagnostics: readonly Diagnostic[], { sources, looks }: Looks): CheckReport {
  const findings = sortDiagnostics(diagnostics);
  const count = (severity: Diagnostic['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    findings,
    errors: count('error'),
    warnings: count('warning'),
    sources,
    catalogs: looks.flatMap(({ catalog }) => (catalog === null ? [] : [catalog])),
    drift: looks.flatMap(({ drift }) => (drift === null ? [] : [drift])),
  };
}
