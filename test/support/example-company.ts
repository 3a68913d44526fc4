import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createExample } from '../../examples/carconnect/generate.ts';
import { present } from '../../src/base/assert.ts';
import { buildDataMap } from '../../src/catalog/build-data-map.ts';
import type { DataMap } from '../../src/catalog/data-map.ts';
import { compilePolicy } from '../../src/policy/compile-policy.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { postgresqlSource } from '../../src/sources/postgresql/postgresql-source.ts';
import type { Source } from '../../src/sources/source.ts';
import { sqliteSource } from '../../src/sources/sqlite/sqlite-source.ts';
import { emptyDatabase } from './test-database.ts';

/** The example company with databases of its own, connected and mapped. */
export interface ExampleCompany extends AsyncDisposable {
  readonly policy: Policy;
  readonly sources: ReadonlyMap<string, Source>;
  readonly maps: readonly DataMap[];
  readonly urls: { readonly crm: string; readonly billing: string; readonly newsletter: string };
}

const folder = join(import.meta.dirname, '../../examples/carconnect');

/** `await using company = await exampleCompany({ people: 60, today })` */
export async function exampleCompany(size: {
  readonly people: number;
  readonly today: Temporal.PlainDate;
}): Promise<ExampleCompany> {
  const crm = await emptyDatabase();
  const billing = await emptyDatabase();
  const files = mkdtempSync(join(tmpdir(), 'gestand-example-'));
  const newsletter = join(files, 'newsletter.sqlite');
  await createExample({ ...size, crmUrl: crm.url, billingUrl: billing.url, newsletterFile: newsletter });
  const policy = present(
    compilePolicy('policy.yaml', readFileSync(join(folder, 'policy.yaml'), 'utf8')).policy,
    'the policy of the example',
  );
  const sources = new Map<string, Source>([
    ['crm', postgresqlSource('crm', crm.url)],
    ['billing', postgresqlSource('billing', billing.url)],
    ['newsletter', sqliteSource('newsletter', newsletter)],
  ]);
  const maps: DataMap[] = [];
  for (const declared of policy.sources) {
    const catalog = await present(sources.get(declared.id), declared.id).introspect();
    maps.push(present(buildDataMap(declared, catalog).map, `the map of ${declared.id}`));
  }
  return {
    policy,
    sources,
    maps,
    urls: { crm: crm.url, billing: billing.url, newsletter },
    [Symbol.asyncDispose]: async () => {
      for (const source of sources.values()) await source.close();
      await crm[Symbol.asyncDispose]();
      await billing[Symbol.asyncDispose]();
      rmSync(files, { recursive: true, force: true });
    },
  };
}
