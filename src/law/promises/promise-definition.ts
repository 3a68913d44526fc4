import type { Localised } from '../../domain/language.ts';

/**
 * `promise`: said in so many words. `fact`: stated, and so it must be true. `implied`: what a reader may
 * understand from it. `silent-duty`: not in any statement, binding by law all the same.
 */
export type PromiseKind = 'promise' | 'fact' | 'implied' | 'silent-duty';

export interface PromiseDefinition<Id extends string = string> {
  readonly id: Id;
  readonly kind: PromiseKind;
  /** Articles of the GDPR (AVG) unless another law is named. */
  readonly law: string;
  /** A few Dutch words by which people recognise it. */
  readonly key: string;
  /** The duty in one sentence, as the organisation takes it on itself. */
  readonly text: Localised;
  /** What would make it broken, short. */
  readonly brokenWhen: Localised;
}
