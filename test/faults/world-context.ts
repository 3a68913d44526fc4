import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { present } from '../../src/base/assert.ts';
import { systemClock } from '../../src/base/clock.ts';
import type { Log } from '../../src/base/log.ts';
import { buildDataMap } from '../../src/catalog/build-data-map.ts';
import type { DataMap } from '../../src/catalog/data-map.ts';
import type { ExecuteContext, ExecuteLimits } from '../../src/execute/execute-context.ts';
import { type FaultPoint, noFaults } from '../../src/execute/fault-points.ts';
import { signCheckpoint } from '../../src/ledger/checkpoint.ts';
import { noteSigner } from '../../src/ledger/signed-note.ts';
import { keptMailer } from '../../src/mail/mailer.ts';
import { compilePolicy } from '../../src/policy/compile-policy.ts';
import { postgresqlSource } from '../../src/sources/postgresql/postgresql-source.ts';
import type { Source } from '../../src/sources/source.ts';
import { sqliteSource } from '../../src/sources/sqlite/sqlite-source.ts';
import { openStore } from '../../src/store/store.ts';
import { testParty } from '../support/test-party.ts';

/** Where a world is; holds passwords of test servers, and is never printed. */
export interface WorldAddress {
  readonly storeUrl: string;
  readonly crmUrl: string;
  readonly billingUrl: string;
  readonly newsletterFile: string;
  readonly spoolFolder: string;
  /** Where others find it. */
  readonly publicUrl?: string;
}

export interface OpenedContext extends AsyncDisposable {
  readonly context: ExecuteContext;
}

export interface ContextOptions {
  readonly minutesLater?: number;
  readonly faultPoint?: FaultPoint;
  readonly limits?: Partial<ExecuteLimits>;
  readonly log?: Log;
}

export const policyFile = join(import.meta.dirname, '../../examples/carconnect/policy.yaml');

/** What a process of Gestand has when it carries out runs, on the real thing. */
export async function openContext(
  address: WorldAddress,
  { minutesLater = 0, faultPoint = noFaults, limits = {}, log = () => undefined }: ContextOptions = {},
): Promise<OpenedContext> {
  const { policy } = compilePolicy('policy.yaml', await readFile(policyFile, 'utf8'));
  const compiled = present(policy, 'the policy of the example');
  const store = await openStore({
    url: address.storeUrl,
    organisationId: 'org_test',
    clock: { now: () => systemClock.now().add({ minutes: minutesLater }) },
    secret: new Uint8Array(32).fill(7),
    connections: 4,
  });
  const sources: readonly Source[] = [
    postgresqlSource('crm', address.crmUrl),
    postgresqlSource('billing', address.billingUrl),
    sqliteSource('newsletter', address.newsletterFile),
  ];
  const maps = new Map<string, DataMap>();
  for (const source of sources) {
    const declared = present(
      compiled.sources.find(({ id }) => id === source.id),
      source.id,
    );
    const { map } = buildDataMap(declared, await source.introspect());
    maps.set(source.id, present(map, source.id));
  }
  const signer = noteSigner('test/ledger', new Uint8Array(32).fill(9));
  return {
    context: {
      store,
      policy: compiled,
      sources: new Map(sources.map((source) => [source.id, source])),
      maps,
      log,
      mailer: keptMailer,
      signHead: ({ size, root }) => signCheckpoint({ origin: 'test/ledger', size, root }, signer),
      spoolFolder: address.spoolFolder,
      party: testParty(address.publicUrl ?? 'https://privacy.example.nl'),
      packageLink: ({ reference, token }) => `https://privacy.example.nl/request/${reference}?t=${token}`,
      faultPoint,
      limits,
    },
    [Symbol.asyncDispose]: async () => {
      for (const source of sources) await source.close();
      await store.close();
    },
  };
}
