import type { CaseKind } from '../domain/case-file.ts';
import type { IdentityProof } from '../domain/identity-proof.ts';
import { applicable, type LawEntry } from './law-entry.ts';

/** What goes wrong when the wrong person is answered: the more, the surer one must be. */
export type Stake =
  /** The answer tells nothing about anybody. */
  | 'nothing-told'
  /** Data are used less: the worst is a mailing that does not come. */
  | 'used-less'
  /** Data are changed or gone. */
  | 'changed'
  /** Data are handed over. */
  | 'handed-over'
  /** Data of art. 9 or 10 GDPR are handed over. */
  | 'special-handed-over';

/** What a kind of request puts at stake, where the organisation holds no special data. */
const stakes: Readonly<Record<CaseKind, Exclude<Stake, 'special-handed-over'>>> = {
  question: 'nothing-told',
  'security-information': 'nothing-told',
  complaint: 'nothing-told',
  objection: 'used-less',
  withdrawal: 'used-less',
  restriction: 'used-less',
  rectification: 'changed',
  erasure: 'changed',
  access: 'handed-over',
  portability: 'handed-over',
};

/** Whether nobody is asked who they are, because the answer tells nothing about anybody (art. 12(6): in proportion). */
export function asksNoProof(kind: CaseKind): boolean {
  return stakes[kind] === 'nothing-told';
}

/** One of these is enough; `not-needed` says that nobody is asked who they are. */
type Sufficient = readonly IdentityProof[];

const anyProof: Sufficient = ['signed-session', 'known-facts', 'mailed-code', 'officer-judgement'];
const source =
  'GDPR art. 12(6), 5(1)(c) and 32: no more than reasonable doubt asks for, in proportion to the data';

function entry(key: Stake, value: Sufficient): LawEntry<Stake, Sufficient> {
  return { key, value, validFrom: '2018-05-25', source, status: 'in_force' };
}

/**
 * What is enough to know who asks. A copy of an identity document is in no line of it, and neither is a citizen service number: no
 * request is a case in which a law allows that number (UAVG art. 46).
 */
export const identityProofTable: readonly LawEntry<Stake, Sufficient>[] = [
  entry('nothing-told', ['not-needed', ...anyProof]),
  entry('used-less', anyProof),
  entry('changed', anyProof),
  entry('handed-over', anyProof),
  // Who reads a mailbox is not for sure its owner; what only the owner knows makes it so.
  entry('special-handed-over', ['signed-session', 'known-facts', 'officer-judgement']),
];

export interface ProofQuestion {
  readonly kind: CaseKind;
  /** The organisation holds data of art. 9 or 10; of whom is not looked at, for that would tell. */
  readonly special: boolean;
  readonly on: Temporal.PlainDate;
}

/** The ways of which one is enough for a request. The one place that decides it. */
export function sufficientProofs({ kind, special, on }: ProofQuestion): readonly IdentityProof[] {
  const stake = special && stakes[kind] === 'handed-over' ? 'special-handed-over' : stakes[kind];
  const [found] = applicable(
    identityProofTable.filter(({ key }) => key === stake),
    on,
  );
  // Before the table begins nothing is enough.
  return found?.value ?? [];
}

export function provesEnough(proof: IdentityProof, question: ProofQuestion): boolean {
  return sufficientProofs(question).includes(proof);
}
