import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { present } from '../../src/base/assert.ts';
import { GestandError } from '../../src/base/error.ts';
import type { Session } from '../../src/sources/session.ts';
import type { Source } from '../../src/sources/source.ts';
import type { Feature, TestedDatabase, TestedKind } from './tested-kind.ts';

/** A database and a source on it, for all tests of a block. */
export interface Bench {
  readonly database: TestedDatabase;
  readonly source: Source;
}

/** Sets a database up before a block of tests and takes it away after it. */
export function benchOf(tested: TestedKind, script: string): () => Bench {
  let bench: Bench | undefined;
  beforeAll(async () => {
    const database = await tested.database();
    await database.script(script);
    bench = { database, source: tested.open('tested', database.connectionString) };
  });
  afterAll(async () => {
    await bench?.source.close();
    await bench?.database[Symbol.asyncDispose]();
  });
  return () => present(bench, 'the bench');
}

/** The same session, with every statement counted. */
export function counting(session: Session, count: () => void): Session {
  return {
    ...session,
    run: (statement) => {
      count();
      return session.run(statement);
    },
  };
}

/** A test that needs a feature: skipped, with the reason in its name, where the kind lacks it. */
export function testWith(
  { lacks }: TestedKind,
  {
    feature,
    name,
    timeoutMs,
  }: { readonly feature: Feature; readonly name: string; readonly timeoutMs?: number },
  work: () => Promise<void>,
): void {
  const reason = lacks[feature];
  if (reason === undefined) test(name, work, timeoutMs);
  else test.skip(`${name} (${reason})`, () => undefined);
}

/** The same for a block of tests. */
export function describeWith(
  { lacks }: TestedKind,
  { feature, name }: { readonly feature: Feature; readonly name: string },
  tests: () => void,
): void {
  const reason = lacks[feature];
  if (reason === undefined) describe(name, tests);
  else describe.skip(name, () => test(reason, () => undefined));
}

/** The error that work ends in. */
export async function failureOf(work: Promise<unknown>): Promise<GestandError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(GestandError);
  return error as GestandError;
}
