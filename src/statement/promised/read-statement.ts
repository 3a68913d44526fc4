import { TextSearch } from '../concepts/text-search.ts';
import type { StatementFacts } from '../facts/facts.ts';
import { readFacts } from '../facts/read-facts.ts';
import type { StatementDocument } from '../reading/document.ts';
import { type OtherCommitment, otherCommitments } from './other-commitments.ts';
import { type MadePromise, readPromises } from './read-promises.ts';

/** What a statement promises and says, with the sentences that do. */
export interface ReadStatement {
  readonly document: StatementDocument;
  /** In the order of the list of promises. */
  readonly promises: readonly MadePromise[];
  readonly other: readonly OtherCommitment[];
  readonly facts: StatementFacts;
}

/** Reads a statement that anybody wrote. */
export function readStatement(document: StatementDocument): ReadStatement {
  const search = new TextSearch(document);
  const promises = readPromises(search);
  return { document, promises, other: otherCommitments(search, promises), facts: readFacts(search) };
}
