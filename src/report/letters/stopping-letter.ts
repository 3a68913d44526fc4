import type { Localised } from '../../domain/language.ts';
import type { MarkKind } from '../../domain/use-mark.ts';
import type { UnstoppedPurpose } from '../../policy/effect-of-wish.ts';

/** What we write about a use that stops, rests or goes on (art. 7(3), 18, 21). */
export type StoppingLetter =
  | { readonly kind: 'restriction-set'; readonly uses: StoppedUses }
  /** Before it is lifted, art. 18(3). */
  | {
      readonly kind: 'restriction-lifted';
      /** What is used again; null: nothing is, because of what stays. */
      readonly uses: StoppedUses | null;
      readonly staying: readonly StayingUse[];
      readonly reason: string;
    }
  | {
      readonly kind: 'objection-received';
      readonly resting: StoppedUses;
      readonly others: readonly UnstoppedUse[];
      /** ISO date by which it is decided. */
      readonly legalDate: string;
    }
  | { readonly kind: 'objection-upheld'; readonly uses: StoppedUses }
  /** Art. 21(1): with the compelling grounds. The use rests until this letter has left. */
  | {
      readonly kind: 'objection-rejected';
      readonly uses: StoppedUses;
      readonly staying: readonly StayingUse[];
      /** Whether nothing of it is used again, because of what stays. */
      readonly allStays: boolean;
      readonly ground: string;
    }
  | {
      readonly kind: 'marketing-stopped' | 'consent-withdrawn';
      readonly uses: StoppedUses;
      readonly others: readonly UnstoppedUse[];
    }
  /** Nothing that was named can be stopped by this right: which, and why. */
  | { readonly kind: 'nothing-to-stop'; readonly others: readonly UnstoppedUse[] };

export interface StoppedUses {
  /** Null: every purpose. */
  readonly purposes: readonly Localised[] | null;
  /** Null: all of them. */
  readonly categories: readonly Localised[] | null;
  readonly recipients: readonly string[] | null;
}

/** What stays stopped when another stop ends: what, why, and since which request. */
export interface StayingUse {
  readonly uses: StoppedUses;
  readonly why: MarkKind | 'pending';
  /** Null when that request is no longer kept. */
  readonly reference: string | null;
}

export interface UnstoppedUse {
  readonly purpose: Localised;
  readonly why: UnstoppedPurpose['why'];
  /** What the purpose rests on; null where the policy does not have it. */
  readonly ground: Localised | null;
}
