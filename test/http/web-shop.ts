import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { present } from '../../src/base/assert.ts';
import { type BuiltDataMap, buildDataMap } from '../../src/catalog/build-data-map.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import type { SourceAccess, SourceErasure } from '../../src/plan/plan.ts';
import { planAccess } from '../../src/plan/plan-access.ts';
import { planErase } from '../../src/plan/plan-erase.ts';
import { compilePolicy } from '../../src/policy/compile-policy.ts';
import type { HttpSource, Policy } from '../../src/policy/policy.ts';
import { httpSource } from '../../src/sources/http/http-source.ts';
import type { Source } from '../../src/sources/source.ts';

/** A source on an API, made from the text of a policy as a company would write it. */
export interface WebShop extends AsyncDisposable {
  readonly policy: Policy;
  readonly source: Source;
  /** What a check says of the API as it answers now. */
  look(): Promise<BuiltDataMap>;
  plans(): Promise<{ readonly access: SourceAccess; readonly erasure: SourceErasure }>;
}

export type Replacement = readonly [from: string, to: string];

/** The source `shop` of the golden policy, with pieces of its text replaced. */
export function webShop(url: string, ...replaced: readonly Replacement[]): WebShop {
  let text = readFileSync(join(import.meta.dirname, 'web-shop.yaml'), 'utf8');
  for (const [from, to] of replaced) {
    if (!text.includes(from)) throw new Error(`the policy does not hold ${from}`);
    text = text.replace(from, to);
  }
  const { policy, diagnostics } = compilePolicy('policy.yaml', text);
  if (policy === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const declared = policy.sources[0] as HttpSource;
  const settings: Readonly<Record<string, string>> = { SHOP_URL: url, SHOP_TOKEN: 'geheim-woord' };
  const source = httpSource(declared, (name) => present(settings[name], name));
  const on = Temporal.PlainDate.from('2026-06-01');
  const mapped = (catalog: Catalog) => buildDataMap(declared, catalog);
  return {
    policy,
    source,
    look: async () => mapped(await source.introspect()),
    plans: async () => {
      const { map } = mapped(await source.introspect());
      const maps = [present(map, 'a map')];
      return {
        access: present(planAccess(policy, maps, { people: 1, language: 'nl', on }).sources[0], 'access'),
        erasure: present(planErase(policy, maps, { people: 1, on }).sources[0], 'erasure'),
      };
    },
    [Symbol.asyncDispose]: () => source.close(),
  };
}

/** Customer 7, as a plan's bindings say it. */
export const customerSeven = { customers: [{ person: 0, key: ['7'] }] };
