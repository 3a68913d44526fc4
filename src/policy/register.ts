import type { Localised } from '../domain/language.ts';
import { categoriesOf } from './column-categories.ts';
import type {
  Category,
  Controller,
  Policy,
  Purpose,
  Recipient,
  RetentionRule,
  SubjectGroup,
} from './policy.ts';
import { ownersOf, personalColumns, purposesOf } from './table-graph.ts';

/** The register of processing activities of GDPR art. 30(1), as the policy has it: nothing is written twice. */
export interface Register {
  /** (a) The controller and the contact point. */
  readonly controller: Controller;
  readonly activities: readonly RegisterActivity[];
  /** (g) In general terms; null when the policy does not describe the measures. */
  readonly security: Localised | null;
}

/** One purpose: (b) to (f). Everything in the order of the policy. */
export interface RegisterActivity {
  readonly purpose: Purpose;
  readonly subjects: readonly SubjectGroup[];
  readonly categories: readonly Category[];
  readonly recipients: readonly Recipient[];
  /** (e) The recipients outside the EEA, with the mechanism that allows it. */
  readonly transfers: readonly Recipient[];
  /** (f) What erases, and what a law holds. */
  readonly retention: readonly RetentionRule[];
  /** The tables it works in; null: a whole system that a person keeps. */
  readonly tables: readonly {
    readonly source: string;
    readonly table: string | null;
    readonly name: Localised;
  }[];
}

export function registerOf(policy: Policy): Register {
  return {
    controller: policy.controller,
    activities: [...policy.purposes.values()].map((purpose) => activityOf(policy, purpose)),
    security: policy.security,
  };
}

function activityOf(policy: Policy, purpose: Purpose): RegisterActivity {
  const [categories, subjects, rules] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const tables: { source: string; table: string | null; name: Localised }[] = [];
  for (const source of policy.sources) {
    if (source.kind === 'manual') {
      if (!source.purposes.includes(purpose.id)) continue;
      tables.push({ source: source.id, table: null, name: source.name });
      for (const category of source.categories) categories.add(category);
      for (const group of source.subjects) subjects.add(group);
      for (const rule of source.retention) rules.add(rule);
      continue;
    }
    for (const table of source.tables) {
      const columns = personalColumns(table).filter((column) =>
        purposesOf(table, column).includes(purpose.id),
      );
      if (table.use !== 'personal' || columns.length === 0) continue;
      tables.push({ source: source.id, table: table.id, name: table.name });
      for (const category of columns.flatMap(categoriesOf)) categories.add(category);
      const owners = ownersOf(source, table);
      for (const owner of owners) if (owner.subject !== null) subjects.add(owner.subject.group);
      // A row without a rule of its own goes with its owner.
      const ruled = owners.find((owner) => owner.retention !== null || owner.hold !== null);
      for (const rule of [ruled?.retention?.rule, ruled?.hold?.rule]) if (rule !== undefined) rules.add(rule);
    }
  }
  const recipients = [...policy.recipients.values()].filter(({ purposes }) => purposes.includes(purpose.id));
  return {
    purpose,
    subjects: [...policy.subjects.values()].filter(({ id }) => subjects.has(id)),
    categories: [...policy.categories.values()].filter(({ id }) => categories.has(id)),
    recipients,
    transfers: recipients.filter(({ transfer }) => transfer !== null),
    retention: [...policy.retention.values()].filter(({ id }) => rules.has(id)),
    tables,
  };
}

/** What art. 30(1) asks and the policy does not tell. */
export interface RegisterGap {
  readonly letter: 'c' | 'd' | 'f' | 'g';
  /** Null: of the register as a whole. */
  readonly purpose: string | null;
  readonly message: Localised;
}

/** Everything that is missing from the register; empty when it is whole (D08). */
export function registerGaps(policy: Policy): readonly RegisterGap[] {
  const { activities, security } = registerOf(policy);
  const gaps: RegisterGap[] = activities.flatMap((activity) => gapsOf(activity));
  const used = new Set(activities.flatMap(({ categories }) => categories.map(({ id }) => id)));
  for (const category of policy.categories.values()) {
    if (used.has(category.id)) continue;
    const message = {
      nl: `De categorie "${category.name.nl}" hoort bij geen enkel doel.`,
      en: `The category "${category.name.en}" belongs to no purpose.`,
    };
    gaps.push({ letter: 'c', purpose: null, message });
  }
  if (security === null) {
    const message = {
      nl: 'De beveiligingsmaatregelen zijn niet beschreven.',
      en: 'The security measures are not described.',
    };
    gaps.push({ letter: 'g', purpose: null, message });
  }
  return gaps;
}

function gapsOf({
  purpose,
  subjects,
  categories,
  retention,
  tables,
}: RegisterActivity): readonly RegisterGap[] {
  const gap = (letter: RegisterGap['letter'], nl: string, en: string): RegisterGap => ({
    letter,
    purpose: purpose.id,
    message: { nl: `${purpose.name.nl}: ${nl}`, en: `${purpose.name.en}: ${en}` },
  });
  // Without data there is no activity; saying thrice what is missing would say less.
  if (tables.length === 0) {
    return [gap('c', 'er zijn geen gegevens voor dit doel.', 'there are no data for this purpose.')];
  }
  return [
    ...(categories.length === 0
      ? [gap('c', 'er zijn geen categorieën.', 'there are no categories of data.')]
      : []),
    ...(subjects.length === 0 ? [gap('c', 'onbekend over wie het gaat.', 'unknown whom it is about.')] : []),
    ...(retention.length === 0
      ? [gap('f', 'er is geen bewaartermijn.', 'there is no retention period.')]
      : []),
  ];
}
