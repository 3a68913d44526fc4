import type pg from 'pg';
import type { SourceBindings } from '../src/plan/plan.ts';
import type { Sizes } from './bench.ts';
import type { TablePolicies } from './company/policy.ts';

/** Visitors of a website, and one large table of what they looked at. */

/** The one with very many rows, and the one with a tenth of them. */
export const largeVisitors = { many: 1, few: 2 } as const;

const ordinaryRows = 200;
const firstOrdinary = 3;

export async function loadLarge(client: pg.Client, { rows, many, few }: Sizes['large']): Promise<void> {
  const ordinary = Math.floor((rows - many - few) / ordinaryRows);
  await client.query(`
    create table visitors (id bigint primary key, email text not null unique, name text);
    insert into visitors select g, 'visitor' || g || '@mail.example', 'Visitor ' || g
      from generate_series(1, ${ordinary + firstOrdinary - 1}) g;
    create table page_views (id bigint not null, visitor_id bigint not null, at timestamptz, path text, ip inet);
    insert into page_views
      select g, case when g <= ${many} then ${largeVisitors.many} when g <= ${many + few} then ${largeVisitors.few}
          else ${firstOrdinary} + g % ${ordinary} end,
        timestamptz '2025-01-01' + g * interval '1 second', '/page/' || g % 1000, '192.0.2.0'::inet + g % 250
      from generate_series(1::bigint, ${rows}) g`);
  await client.query(`alter table page_views add primary key (id);
    create index on page_views (visitor_id);
    alter table page_views add foreign key (visitor_id) references visitors`);
  await client.query('vacuum analyze');
}

export function largePolicy(): TablePolicies {
  const name = { nl: 'Bezoek', en: 'Visits' };
  return {
    visitors: {
      name,
      purposes: ['service'],
      subject: { group: 'customer', identities: { email: 'email' } },
      columns: { id: 'not-personal', email: 'any', name: 'any' },
    },
    page_views: {
      name,
      purposes: ['service'],
      columns: { id: 'not-personal', visitor_id: 'not-personal', at: 'any', path: 'any', ip: 'any' },
      links: [{ kind: 'owned-by', column: 'visitor_id', to: 'visitors' }],
    },
  };
}

export const visitorsByHand = `select 'visitors' as tab, to_jsonb(t) as data from visitors t where id = $1
  union all select 'page_views', to_jsonb(t) from page_views t where visitor_id = $1`;

export function largeBindings(id: number): SourceBindings {
  return { visitors: [{ person: 0, key: [String(id)] }] };
}

/** One after another the visitors that have as many rows as anybody. */
export function ordinaryVisitor({ rows, many, few }: Sizes['large']): () => number {
  const ordinary = Math.floor((rows - many - few) / ordinaryRows);
  let step = 0;
  return () => {
    step = (step + 7_919) % ordinary;
    return firstOrdinary + step;
  };
}
