import type { CaseKind } from './case-file.ts';

/** All of them, or these: ids of the policy. */
export type Scope = 'all' | readonly string[];

/** Why somebody may have data restricted (GDPR art. 18(1)(a)–(d)). */
export const restrictionGrounds = [
  'accuracy-contested',
  'unlawful-not-erased',
  'needed-for-claims',
  'objection-pending',
] as const;
export type RestrictionGround = (typeof restrictionGrounds)[number];

/**
 * What is wrong and what it should be (art. 16). Every column of the category in which a row of the person holds
 * `now` becomes `wanted`.
 */
export interface Correction {
  /** The id of a category of the policy. */
  readonly category: string;
  /** As the person knows it; null when nothing stands there and something should. */
  readonly now: string | null;
  /** Null: it should stand there no longer. */
  readonly wanted: string | null;
  /** `source.table.column`, when an officer said that it is this one and no other. */
  readonly column?: string;
}

/** What a person asks, by the kind of case it is. Personal data: it is kept encrypted beside the case. */
export type Wish =
  | { readonly kind: 'access' }
  | { readonly kind: 'erasure' }
  | { readonly kind: 'rectification'; readonly corrections: readonly Correction[] }
  | {
      readonly kind: 'restriction';
      readonly ground: RestrictionGround;
      readonly purposes: Scope;
      readonly reason: string | null;
    }
  /** Art. 21: what none of the three names is not objected to. Purposes that are marketing stop at once and for good. */
  | {
      readonly kind: 'objection';
      readonly purposes: Scope;
      readonly categories: Scope;
      readonly recipients: Scope;
      readonly reason: string | null;
    }
  /** Art. 20: to the person, or straight to another party at this HTTPS address. */
  | { readonly kind: 'portability'; readonly to: 'self' | { readonly receiver: string } }
  /** Art. 7(3), of purposes that rest on consent. */
  | { readonly kind: 'withdrawal'; readonly purposes: Scope }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'security-information'; readonly text: string }
  | { readonly kind: 'complaint'; readonly text: string };

export type WishOf<Kind extends CaseKind> = Extract<Wish, { readonly kind: Kind }>;

/** How a case came in (GDPR art. 12(3); the statement names these four). */
export const channels = ['portal', 'mail', 'telephone', 'app'] as const;
export type Channel = (typeof channels)[number];
