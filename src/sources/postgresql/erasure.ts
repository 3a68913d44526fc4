import type { SourceBindings, SourceErasure } from '../../plan/plan.ts';
import type { EraseOptions } from '../source.ts';

/** An erasure as it is carried out here. */
export interface Erasure {
  readonly plan: SourceErasure;
  readonly bindings: SourceBindings;
  readonly options: EraseOptions;
  /** The role may keep our journal: see contact.ts. */
  readonly markers: boolean;
  /** Makes sure that our journal is there, before the first marker of a connection. */
  /** `again`: also when this process made it before. */
  readonly prepareJournal: (when?: { readonly again?: boolean }) => Promise<void>;
}
