import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stronglyConnected } from './graph.ts';

/** Node → what it points to. */
type Graph = readonly (readonly number[])[];

const graphs = fc
  .integer({ min: 1, max: 12 })
  .chain((size) =>
    fc.array(fc.array(fc.nat({ max: size - 1 }), { maxLength: 4 }), { minLength: size, maxLength: size }),
  );

function components(graph: Graph) {
  return stronglyConnected(
    graph.map((_, node) => node),
    (node) => graph[node] ?? [],
  );
}

/** From the definition: there is a path. */
function reaches(graph: Graph, from: number, to: number): boolean {
  const seen = new Set<number>();
  const walk = (node: number): boolean =>
    (graph[node] ?? []).some((next) => {
      if (next === to) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return walk(next);
    });
  return walk(from);
}

describe('strongly connected components', () => {
  it('hold exactly the nodes that reach each other', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const found = components(graph);
        expect(found.flat().sort((a, b) => a - b)).toEqual(graph.map((_, node) => node));
        const indexOf = (node: number) => found.findIndex((component) => component.includes(node));
        for (let a = 0; a < graph.length; a++) {
          for (let b = a + 1; b < graph.length; b++) {
            expect(indexOf(a) === indexOf(b)).toBe(reaches(graph, a, b) && reaches(graph, b, a));
          }
        }
      }),
    );
  });

  it('come after what they point to', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const found = components(graph);
        const indexOf = (node: number) => found.findIndex((component) => component.includes(node));
        graph.forEach((targets, node) => {
          for (const target of targets) expect(indexOf(target)).toBeLessThanOrEqual(indexOf(node));
        });
      }),
    );
  });

  it('are found in a chain longer than the stack is deep', () => {
    const length = 200_000;
    const chain = stronglyConnected([0], (node) => (node < length ? [node + 1] : []));
    expect(chain).toHaveLength(length + 1);
    expect(chain[0]).toEqual([length]);
  });
});
