import type { Node } from 'unist';
import type { Diagnostic, Place } from '../base/diagnostic.ts';

/** What is found wrong in one file, and where its nodes stand in it. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  /** The text of a node as it was written. */
  sourceOf(node: Node): string;
  /** `offset`: characters into the node. */
  placeOf(node: Node, offset?: number): Place;
  error(place: Place, code: string, said: { readonly message: string; readonly hint: string }): void;
}

export function findingsIn(file: string, text: string): Findings {
  const diagnostics: Diagnostic[] = [];
  return {
    diagnostics,
    sourceOf: (node) => text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0),
    placeOf: (node, offset = 0) => {
      const before = text.slice(0, (node.position?.start.offset ?? 0) + offset).split('\n');
      return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    },
    error: (place, code, { message, hint }) =>
      diagnostics.push({ severity: 'error', code, message, hint, place }),
  };
}
