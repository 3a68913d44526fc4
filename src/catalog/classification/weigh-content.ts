import type { CatalogColumn } from '../catalog.ts';
import { categories } from './category.ts';
import type { Detector, DetectorName } from './content/detector.ts';
import type { ContentEvidence } from './content/evidence.ts';
import type { Judgement, Reason } from './proposal.ts';
import type { TableSubject } from './table-subject.ts';

export interface Weighing {
  readonly byName: Judgement;
  readonly evidence: ContentEvidence | null;
  readonly column: CatalogColumn;
  readonly subject: TableSubject;
}

interface Recognised {
  readonly detector: Detector;
  readonly matched: number;
  readonly reason: Reason;
}

/** What the name says and what the values say, brought together. Content that is there outweighs a name. */
export function weighContent({ byName, evidence, column, subject }: Weighing): Judgement {
  if (evidence === null || evidence.of === 0) return byName;
  const recognised = recognisedIn(evidence);
  const agreeing = recognised.find(({ detector }) => detector.category === byName.category);
  if (agreeing !== undefined)
    return { ...byName, confidence: 0.98, reasons: [...byName.reasons, agreeing.reason] };

  const [strongest] = recognised.filter(({ detector }) => detector.alone >= 0.5);
  if (strongest !== undefined && outweighs(strongest, byName, { column, subject }))
    return {
      category: strongest.detector.category,
      confidence: round(strongest.detector.alone),
      reasons: [strongest.reason, ...byName.reasons],
    };
  if (strongest !== undefined && byName.category === 'not-personal')
    return {
      ...byName,
      confidence: Math.min(byName.confidence, 0.55),
      reasons: [...byName.reasons, strongest.reason],
    };
  return withJson(contradicted(byName, evidence), evidence);
}

/** The detectors whose share was reached, the surest first. */
function recognisedIn({ matches, of }: ContentEvidence): readonly Recognised[] {
  return matches
    .filter(
      ({ detector: { atLeast, share }, matched, different }) =>
        of >= atLeast && matched / of >= share && different >= atLeast * share,
    )
    .map(({ detector, matched }) => ({
      detector,
      matched,
      reason: { kind: 'content' as const, detector: detector.name, matched, of },
    }))
    .sort((a, b) => b.detector.alone - a.detector.alone);
}

/** What an organisation or a thing may have of its own, a person's or not: a shop has a telephone. */
const sharedWithThings = new Set<DetectorName>([
  'phone',
  'email',
  'dutch-postcode',
  'coordinates',
  'text-about-people',
  'full-name',
  'first-name',
  'birth-date',
  'dutch-plate',
]);

function outweighs(
  { detector }: Recognised,
  byName: Judgement,
  { column, subject }: { readonly column: CatalogColumn; readonly subject: TableSubject },
): boolean {
  if (byName.category === 'not-personal') {
    const isKey = byName.reasons.some(({ kind }) => kind === 'key');
    // Keys that count up pass the eleven-test and Luhn as often as any number.
    if (isKey && (column.family !== 'text' || detector.alone < 0.9)) return false;
    const shared = subject.thing || subject.organisation;
    return !(shared && subject.holds === 'nobody' && sharedWithThings.has(detector.name));
  }
  const named = categories[byName.category].standing;
  // A name that says what is here gives way to a checksum or an address only; a name that says nothing to anything.
  const said = byName.category !== 'activity' && byName.reasons.some(({ kind }) => kind === 'name');
  if (named !== 'contextual' || said) return detector.alone >= 0.9;
  return detector.name !== 'text-about-people' || byName.category === 'activity';
}

/** Kinds of data of which every value looks like one: when none of twenty does, the name is about something else. */
const shaped: Readonly<Partial<Record<DetectorName, true>>> = {
  email: true,
  iban: true,
  'ip-address': true,
  'mac-address': true,
  bsn: true,
  'payment-card': true,
};
const enoughToContradict = 20;

function contradicted(byName: Judgement, { matches, of }: ContentEvidence): Judgement {
  if (of < enoughToContradict) return byName;
  const missing = matches.find(
    ({ detector, matched }) =>
      detector.category === byName.category && shaped[detector.name] === true && matched === 0,
  );
  if (missing === undefined) return byName;
  return {
    ...byName,
    confidence: round(byName.confidence / 2),
    reasons: [...byName.reasons, { kind: 'content-contradicts', detector: missing.detector.name, of }],
  };
}

function withJson(byName: Judgement, { json }: ContentEvidence): Judgement {
  if (json === null || json.personal.length === 0) return byName;
  const reason: Reason = { kind: 'json-keys', keys: json.personal, of: json.of };
  const keep = byName.category !== 'not-personal' && byName.category !== 'activity';
  return {
    category: keep ? byName.category : 'personal-json',
    confidence: 0.9,
    reasons: [reason, ...byName.reasons],
  };
}

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
