import { GestandError } from '../base/error.ts';
import { forbiddenIn, withoutForbiddenContent } from '../domain/forbidden-content.ts';
import type { Language, Localised } from '../domain/language.ts';
import type { OnBehalfOf } from '../domain/mandate.ts';
import type { Scope, Wish } from '../domain/wish.ts';
import { changeTexts, textsOfWish } from '../domain/wish-texts.ts';
import type { Policy } from '../policy/policy.ts';

/** What in a request cannot be taken as it is, and where. */
export interface WishMistake {
  /** From the request: `['wish', 'corrections', 0, 'category']`. */
  readonly path: readonly (string | number)[];
  readonly mistake: keyof typeof mistakeTexts;
}

const mistakeTexts = {
  'citizen-number': {
    nl: 'Hier lijkt een burgerservicenummer (BSN) te staan. Dat vragen wij nooit en bewaren wij niet: laat het weg. Wie u bent laat u zien met de code die wij mailen.',
    en: 'This looks like a citizen service number (BSN). We never ask for it and do not keep it: leave it out. You show who you are with the code that we mail.',
  },
  'identity-document': {
    nl: 'Dit lijkt uit een identiteitsbewijs te komen. Daar vragen wij nooit om en wij bewaren het niet: laat het weg. Wie u bent laat u zien met de code die wij mailen.',
    en: 'This looks like part of an identity document. We never ask for it and do not keep it: leave it out. You show who you are with the code that we mail.',
  },
  'unknown-category': {
    nl: 'Zo’n soort gegevens kent deze organisatie niet.',
    en: 'This organisation knows no such kind of data.',
  },
  'unknown-purpose': {
    nl: 'Zo’n doel kent deze organisatie niet.',
    en: 'This organisation knows no such purpose.',
  },
  'unknown-recipient': {
    nl: 'Zo’n ontvanger kent deze organisatie niet.',
    en: 'This organisation knows no such recipient.',
  },
  'no-consent': {
    nl: 'Dit doel rust niet op toestemming, dus is er niets in te trekken. Maak bezwaar als u dit niet wilt.',
    en: 'This purpose does not rest on consent, so there is nothing to withdraw. Object if you do not want it.',
  },
} satisfies Record<string, Localised>;

/** In words for whoever wrote it. */
export function mistakeText({ mistake }: WishMistake, language: Language): string {
  return mistakeTexts[mistake][language];
}

export interface WrittenRequest {
  readonly wish: Wish;
  readonly customerNumber: string | null;
  readonly onBehalfOf?: OnBehalfOf;
}

/**
 * The mistakes in what somebody asks, but for its form: ids that the policy does not have, and what no request may hold.
 */
export function mistakesIn(policy: Policy, request: WrittenRequest): readonly WishMistake[] {
  return [...forbiddenTexts(request), ...unknownIds(policy, request.wish)];
}

/** The places where a request holds what may not be kept. */
export function forbiddenTexts({ wish, customerNumber, onBehalfOf }: WrittenRequest): readonly WishMistake[] {
  const texts = textsOfWish(wish).map(({ path, text }) => ({ path: ['wish', ...path], text }));
  if (customerNumber !== null) texts.push({ path: ['customerNumber'], text: customerNumber });
  for (const [i, { value }] of (onBehalfOf?.identities ?? []).entries())
    texts.push({ path: ['onBehalfOf', 'identities', i, 'value'], text: value });
  return texts.flatMap(({ path, text }) => {
    const mistake = forbiddenIn(text);
    return mistake === null ? [] : [{ path, mistake }];
  });
}

/**
 * Refuses what may not be kept; what came by mail, and cannot be sent back unread, loses it instead.
 *
 * @throws GestandError `bad-input` that says why and how else, and not what was written.
 */
export function withoutForbidden<Request extends WrittenRequest>(
  request: Request,
  { redact }: { readonly redact: boolean },
): Request {
  if (redact) {
    const { wish, customerNumber } = request;
    return {
      ...request,
      wish: changeTexts(wish, withoutForbiddenContent),
      customerNumber: customerNumber === null ? null : withoutForbiddenContent(customerNumber),
    };
  }
  const [first] = forbiddenTexts(request);
  if (first === undefined) return request;
  throw new GestandError('bad-input', `${first.path.join('.')}: ${mistakeText(first, 'en')}`);
}

function unknownIds(policy: Policy, wish: Wish): readonly WishMistake[] {
  const { categories, purposes, recipients } = policy;
  const known = {
    categories: { ids: categories, mistake: 'unknown-category' },
    purposes: { ids: purposes, mistake: 'unknown-purpose' },
    recipients: { ids: recipients, mistake: 'unknown-recipient' },
  } as const;
  const outside = (field: keyof typeof known, scope: Scope): readonly WishMistake[] =>
    (scope === 'all' ? [] : scope).flatMap((id, i) =>
      known[field].ids.has(id) ? [] : [{ path: ['wish', field, i], mistake: known[field].mistake }],
    );
  switch (wish.kind) {
    case 'rectification':
      return wish.corrections.flatMap(({ category }, i) =>
        categories.has(category)
          ? []
          : [{ path: ['wish', 'corrections', i, 'category'], mistake: 'unknown-category' }],
      );
    case 'restriction':
      return outside('purposes', wish.purposes);
    case 'withdrawal':
      return [...outside('purposes', wish.purposes), ...withoutConsent(policy, wish.purposes)];
    case 'objection':
      return [
        ...outside('purposes', wish.purposes),
        ...outside('categories', wish.categories),
        ...outside('recipients', wish.recipients),
      ];
    default:
      return [];
  }
}

function withoutConsent({ purposes }: Policy, scope: Scope): readonly WishMistake[] {
  return (scope === 'all' ? [] : scope).flatMap((id, i) => {
    const purpose = purposes.get(id);
    return purpose === undefined || purpose.basis === 'consent'
      ? []
      : [{ path: ['wish', 'purposes', i], mistake: 'no-consent' }];
  });
}
