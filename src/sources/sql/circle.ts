import { sql } from 'kysely';
import type { Fragment, KeyPart } from './dialect.ts';
import { lastRound } from './growth-loop.ts';
import { allOf, define, type Growth, keyParts, type Scope, type ScopedTable, unionOf } from './scope.ts';

/**
 * A least fixed point over rows of several tables that refer to each other in a circle, or of one that refers
 * to itself: one recursive relation `(p, tab, k1 … kn)` of tagged keys as text.
 */
export interface Circle {
  readonly name: string;
  readonly members: readonly ScopedTable[];
  readonly arity: number;
}

/** How a row of one member leads to a row of another. */
export interface CircleStep {
  readonly from: ScopedTable;
  readonly to: ScopedTable;
  /** What stands after `from`: the row arrived from is `o`, the row arrived at is `t`. */
  readonly source: Fragment;
  /** A part of the key of the row arrived from, and of the row arrived at. */
  readonly fromPart: (part: KeyPart) => Fragment;
  readonly toPart: (part: KeyPart) => Fragment;
}

/** A row of a member, tagged: the form in which rows of different tables stand in one relation. */
export function taggedKey(
  scope: Scope,
  circle: Circle,
  row: { table: ScopedTable; part: (p: KeyPart) => Fragment },
) {
  const parts = keyParts(scope.dialect, row.table.table.key);
  const columns: Fragment[] = [sql`${sql.lit(row.table.index)}`];
  for (let i = 0; i < circle.arity; i++) {
    const part = parts[i];
    columns.push(
      part === undefined
        ? scope.dialect.toText(sql`null`, 'text')
        : scope.dialect.toText(row.part(part), part.type),
    );
  }
  return sql.join(columns);
}

export function circleOf(scope: Scope, name: string, members: readonly ScopedTable[]): Circle {
  const arity = Math.max(...members.map(({ table }) => keyParts(scope.dialect, table.key).length));
  return { name, members, arity };
}

/** A member's row stands in the relation under this alias. */
export function inCircle(scope: Scope, member: ScopedTable, row: CircleRow): Fragment {
  const tag = sql.id(row.alias, 'tab');
  return allOf([
    sql`${tag} = ${sql.lit(member.index)}`,
    ...keyParts(scope.dialect, member.table.key).map((part, i) => {
      // Guarded by the tag: another table's key need not be of this type.
      const known = sql.id(row.alias, `k${i + 1}`);
      const text = sql`case when ${tag} = ${sql.lit(member.index)} then ${known} end`;
      const value = sql`${row.part(part)} = ${scope.dialect.fromText(sql`(${text})`, part.type)}`;
      // Said both ways round, so that either side can be looked up in its index.
      return scope.dialect.recursiveTerms === 'apart'
        ? sql`${value} and ${known} = ${scope.dialect.toText(row.part(part), part.type)}`
        : value;
    }),
  ]);
}

export interface CircleRow {
  readonly alias: string;
  readonly part: (part: KeyPart) => Fragment;
}

export interface CircleTerms {
  readonly base: readonly Fragment[];
  readonly steps: readonly CircleStep[];
}

export function defineCircle(scope: Scope, circle: Circle, terms: () => CircleTerms): void {
  const person = scope.persons ? ['p'] : [];
  const columns = [...person, 'tab', ...Array.from({ length: circle.arity }, (_, i) => `k${i + 1}`)];
  define(scope, circle.name, () => fixedPoint(scope, { circle, columns }, terms()), columns);
}

function fixedPoint(
  scope: Scope,
  { circle, columns }: { readonly circle: Circle; readonly columns: readonly string[] },
  terms: CircleTerms,
): Fragment | Growth {
  const term = (step: CircleStep) => ({
    select: sql`select ${scope.persons ? sql`g.p, ` : sql``}${taggedKey(scope, circle, { table: step.to, part: step.toPart })}`,
    arrivedFrom: inCircle(scope, step.from, { alias: 'g', part: step.fromPart }),
  });
  const name = sql.id(circle.name);
  if (scope.dialect.recursiveTerms === 'apart') {
    const rounds = terms.steps.map((step) => {
      const { select, arrivedFrom } = term(step);
      return sql`${select} from ${name} as g, ${step.source} where ${lastRound('g')} and ${arrivedFrom}`;
    });
    return { base: unionOf(terms.base, 'union'), round: unionOf(rounds, 'union') };
  }
  // PostgreSQL lets a recursive term refer to itself once, and knows LATERAL; SQLite the other way round.
  const recursive =
    scope.dialect.recursiveTerms === 'many'
      ? terms.steps.map((step) => {
          const { select, arrivedFrom } = term(step);
          return sql`${select} from ${name} as g, ${step.source} where ${arrivedFrom}`;
        })
      : [
          sql`select ${sql.join(columns.map((column) => sql.id('n', column)))} from ${name} as g cross join lateral (${unionOf(
            terms.steps.map((step) => {
              const { select, arrivedFrom } = term(step);
              return sql`${select} from ${step.source} where ${arrivedFrom}`;
            }),
            'union all',
          )}) as n (${sql.join(columns.map((column) => sql.id(column)))})`,
        ];
  return unionOf([...terms.base, ...recursive], 'union');
}
