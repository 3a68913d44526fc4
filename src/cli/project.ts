import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { WrittenFile } from '../app/load-policy.ts';
import type { WrittenStatement } from '../app/publish-statement.ts';
import { GestandError } from '../base/error.ts';
import type { Config, ExampleBilling } from '../config.ts';
import { languages } from '../domain/language.ts';

/** A folder with a policy and a statement: what an organisation writes and keeps in git. */
export interface Project {
  readonly folder: string;
  readonly policyFile: string;
  /** Set where its databases are the invented ones that Gestand makes itself. */
  readonly example: Example | null;
}

/** The example company, with what its billing system is a database of. */
export interface Example {
  readonly billing: ExampleBilling;
}

export const exampleFolder = join(import.meta.dirname, '../../examples/carconnect');

const policyName = 'policy.yaml';
const recordName = 'project.json';

/**
 * The project of a command: the policy that was named, else the one in this folder, else the one that was served last
 * from this home.
 *
 * @throws GestandError `bad-configuration` when there is none.
 */
export function findProject(
  wish: { readonly policy?: string | undefined; readonly example?: boolean | undefined },
  { home, exampleBilling }: Pick<Config, 'home' | 'exampleBilling'>,
): Project {
  if (wish.example === true) {
    return projectAt(join(exampleFolder, policyName), { billing: exampleBilling ?? 'postgresql' });
  }
  const served = readServed(home);
  const asked = wish.policy === undefined ? undefined : resolve(wish.policy);
  const file = asked ?? (existsSync(policyName) ? resolve(policyName) : served?.policyFile);
  if (file === undefined) {
    throw new GestandError(
      'bad-configuration',
      `There is no ${policyName} here. Go to the folder that has it, name it with --policy FILE, or try "gestand serve --example".`,
    );
  }
  if (!existsSync(file))
    throw new GestandError(
      'bad-configuration',
      `There is no file ${file}. Name the policy with --policy FILE.`,
    );
  if (served?.example == null || served.policyFile !== file) return projectAt(file, null);
  return projectAt(file, { billing: exampleBilling ?? served.example.billing });
}

/** Remembers what is served from a home, so that a command beside the running server finds the same. */
export function rememberProject(home: string, project: Project): void {
  mkdirSync(home, { recursive: true });
  const draft = join(home, `${recordName}.${process.pid}.new`);
  const { policyFile, example } = project;
  const record = { policyFile, example: example !== null, billing: example?.billing };
  writeFileSync(draft, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  renameSync(draft, join(home, recordName));
}

/** @throws GestandError `bad-configuration` when the file cannot be read. */
export function readPolicyFile({ policyFile, example }: Project): WrittenFile {
  const text = readText(policyFile);
  return {
    file: shortName(policyFile),
    text: example === null ? text : withBilling(text, example.billing),
  };
}

// One line of the example's policy says what its billing is a database of. The rest holds for either.
const billingLine = /^( {4}kind: )\w+( # mariadb, where GESTAND_EXAMPLE_BILLING says so)$/m;

function withBilling(text: string, billing: ExampleBilling): string {
  if (!billingLine.test(text)) throw new Error('the policy of the example has no line for its billing');
  return text.replace(billingLine, `$1${billing}$2`);
}

/**
 * The statements beside the policy, Dutch first: `statement.nl.md`, `statement.en.md`.
 *
 * @throws GestandError `bad-configuration` when there is none.
 */
export function readStatementFiles({ folder }: Project): readonly WrittenStatement[] {
  const written = languages.flatMap((language) => {
    const path = join(folder, `statement.${language}.md`);
    return existsSync(path) ? [{ file: shortName(path), text: readText(path), language }] : [];
  });
  if (written.length > 0) return written;
  throw new GestandError(
    'bad-configuration',
    `There is no statement in ${folder}. Write statement.nl.md beside the policy.`,
  );
}

function projectAt(policyFile: string, example: Example | null): Project {
  return { folder: dirname(policyFile), policyFile, example };
}

// Whoever serves the example shows all mail to everybody, so what the record says is believed of its own file alone.
function isExample(policyFile: string): boolean {
  return policyFile === join(exampleFolder, policyName);
}

function readServed(home: string): Pick<Project, 'policyFile' | 'example'> | undefined {
  try {
    const value = JSON.parse(readFileSync(join(home, recordName), 'utf8')) as Partial<
      Record<string, unknown>
    >;
    const { policyFile } = value;
    if (typeof policyFile !== 'string' || !existsSync(policyFile)) return undefined;
    const billing = value['billing'] === 'mariadb' ? 'mariadb' : 'postgresql';
    return { policyFile, example: value['example'] === true && isExample(policyFile) ? { billing } : null };
  } catch {
    return undefined;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new GestandError('bad-configuration', `${path} cannot be read. Check that it is there and yours.`, {
      cause,
    });
  }
}

// As somebody in this folder would write it.
function shortName(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? basename(path) : short;
}
