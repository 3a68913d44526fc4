import type { Choice, RequestChoices } from '../../app/portal-services.ts';
import type { CaseKind } from '../../domain/case-file.ts';
import { isReceiverAddress } from '../../domain/receiver.ts';
import { restrictionGrounds, type Scope, type Wish, type WishOf } from '../../domain/wish.ts';
import { type FieldError, type FormError, forbiddenError } from './form-error.ts';
import { type FormValues, fieldValue, fieldValues } from './form-values.ts';

/** What was read, and what is wrong with it; the wish is null when there is anything wrong. */
export interface ReadWish {
  readonly wish: Wish | null;
  readonly errors: readonly FieldError[];
}

export const longestText = 5000;
const longestReason = 2000;
const longestValue = 300;
/** Lines of corrections that one form takes. */
export const mostCorrections = 10;

/** Reads what is asked from the fields of its kind. Nothing that the policy does not name is taken for a choice. */
export function readWish(kind: CaseKind, values: FormValues, choices: RequestChoices): ReadWish {
  const form = new WishForm(values);
  const wish = readers[kind](form, choices);
  return { wish: form.errors.length === 0 ? wish : null, errors: form.errors };
}

type Readers = {
  readonly [Kind in CaseKind]: (form: WishForm, choices: RequestChoices) => WishOf<Kind>;
};

const readers: Readers = {
  access: () => ({ kind: 'access' }),
  erasure: () => ({ kind: 'erasure' }),
  rectification: readRectification,
  restriction: readRestriction,
  objection: readObjection,
  portability: readPortability,
  withdrawal: (form, { purposes }) => ({
    kind: 'withdrawal',
    purposes: form.scope(
      'purposes',
      purposes.filter(({ consent }) => consent),
      'consentMissing',
    ),
  }),
  question: (form) => ({ kind: 'question', text: form.text('text', longestText, 'textMissing') }),
  'security-information': (form) => ({
    kind: 'security-information',
    text: form.text('text', longestText, 'textMissing'),
  }),
  complaint: (form) => ({ kind: 'complaint', text: form.text('text', longestText, 'textMissing') }),
};

class WishForm {
  readonly values: FormValues;
  readonly errors: FieldError[] = [];

  constructor(values: FormValues) {
    this.values = values;
  }

  wrong(field: string, error: FormError): void {
    this.errors.push({ field, error });
  }

  /** A text that must be there when `missing` says what is wrong without it. */
  text(name: string, longest: number, missing: FormError | null = null): string {
    const text = fieldValue(this.values, name);
    if (text === '' && missing !== null) this.wrong(name, missing);
    if (text.length > longest) this.wrong(name, 'textLong');
    const forbidden = forbiddenError(text);
    if (forbidden !== null) this.wrong(name, forbidden);
    return text;
  }

  reason(): string | null {
    const text = this.text('reason', longestReason);
    return text === '' ? null : text;
  }

  /** Those of the choices that were ticked. */
  chosen(name: string, choices: readonly Choice[]): readonly string[] {
    const ticked = fieldValues(this.values, name);
    return choices.map(({ id }) => id).filter((id) => ticked.includes(id));
  }

  scope(name: string, choices: readonly Choice[], missing: FormError): Scope {
    if (fieldValues(this.values, name).includes(everything)) return 'all';
    const chosen = this.chosen(name, choices);
    if (chosen.length === 0) this.wrong(`${name}-${everything}`, missing);
    return chosen;
  }
}

/** The value of the box that stands for all of a list. */
export const everything = 'all';

function readRectification(form: WishForm, { categories }: RequestChoices): WishOf<'rectification'> {
  const corrections = Array.from({ length: mostCorrections }, (_, index) => index + 1).flatMap((line) => {
    const [category] = form.chosen(`category-${line}`, categories);
    const now = form.text(`now-${line}`, longestValue);
    const wanted = form.text(`wanted-${line}`, longestValue);
    if (category === undefined && now === '' && wanted === '') return [];
    if (category === undefined) form.wrong(`category-${line}`, 'categoryMissing');
    if (now === '' && wanted === '') form.wrong(`now-${line}`, 'correctionEmpty');
    return [
      { category: category ?? '', now: now === '' ? null : now, wanted: wanted === '' ? null : wanted },
    ];
  });
  if (corrections.length === 0) form.wrong('category-1', 'correctionMissing');
  return { kind: 'rectification', corrections };
}

function readRestriction(form: WishForm, { purposes }: RequestChoices): WishOf<'restriction'> {
  const given = fieldValue(form.values, 'ground');
  const ground = restrictionGrounds.find((each) => each === given);
  if (ground === undefined) form.wrong(`ground-${restrictionGrounds[0]}`, 'groundMissing');
  return {
    kind: 'restriction',
    ground: ground ?? restrictionGrounds[0],
    purposes: form.scope('purposes', purposes, 'purposesMissing'),
    reason: form.reason(),
  };
}

/** The value of the box that stands for every purpose that is advertising (art. 21(2)). */
export const advertising = 'advertising';

function readObjection(form: WishForm, choices: RequestChoices): WishOf<'objection'> {
  const ticked = fieldValues(form.values, 'purposes');
  const advertised = ticked.includes(advertising)
    ? choices.purposes.filter(({ marketing }) => marketing)
    : [];
  const named = new Set([...advertised.map(({ id }) => id), ...form.chosen('purposes', choices.purposes)]);
  const categories = form.chosen('categories', choices.categories);
  const recipients = form.chosen('recipients', choices.recipients);
  const all = ticked.includes(everything);
  if (!all && named.size + categories.length + recipients.length === 0)
    form.wrong(`purposes-${advertising}`, 'objectionMissing');
  return {
    kind: 'objection',
    purposes: all || named.size === 0 ? 'all' : [...named],
    categories: categories.length === 0 ? 'all' : categories,
    recipients: recipients.length === 0 ? 'all' : recipients,
    reason: form.reason(),
  };
}

function readPortability(form: WishForm): WishOf<'portability'> {
  if (fieldValue(form.values, 'to') !== 'receiver') return { kind: 'portability', to: 'self' };
  const receiver = fieldValue(form.values, 'receiver');
  if (receiver === '') form.wrong('receiver', 'receiverMissing');
  else if (!isReceiverAddress(receiver)) form.wrong('receiver', 'receiverInvalid');
  return { kind: 'portability', to: { receiver } };
}
