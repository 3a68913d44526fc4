import { find, headSense, type NameSense } from './name-sense.ts';

/**
 * Whether the row belongs to what it leads to, was made by them, was only touched by them (`approved_by`), or is a part of
 * what it leads to.
 */
export type ReferenceRole = 'owner' | 'author' | 'agent' | 'parent';

/** Who made or touched a row. That alone does not make it theirs. */
export function hasTouched(role: ReferenceRole): boolean {
  return role === 'author' || role === 'agent';
}

/**
 * An agent only touched the row; an owner, or a word for people, says whose it is; the rest are parents. An employee who is
 * elsewhere whoever handled the row is whose it is in a table about employment.
 */
export function roleOf(sense: NameSense, table: NameSense): ReferenceRole {
  const touched = longest(sense, 'author', 'agent');
  const owner = find(sense, 'owner');
  const people = find(sense, 'people');
  const employed = find(table, 'employment-table') !== null;
  if (owner !== null && bareOwner.test(owner.phrase) && (isLookedAfter(table) || areAnswering(table)))
    return 'agent';
  // The last to write in a forum and the one who is asked first are not whose it is.
  if (sense.words.some((word) => passing.test(word)) && (owner ?? people ?? touched) !== null) return 'agent';
  if (owner === null && touched === null && acting.test(sense.words.at(-1) ?? '')) return 'agent';
  if (employed && touched?.concept === 'agent' && people?.start === touched.start && owner === null)
    return 'owner';
  if (touched !== null && (owner === null || length(touched) > length(owner) || anybody.test(owner.phrase)))
    return touched.concept === 'author' ? 'author' : 'agent';
  return owner !== null || people !== null ? 'owner' : 'parent';
}

/** The `owner` of a product is no more than who put it there; a key that the database declares is taken at its word. */
export function managing(role: ReferenceRole, sense: NameSense, table: NameSense): ReferenceRole {
  const owns = bareOwner.test(find(sense, 'owner')?.phrase ?? '');
  return role === 'owner' && owns && headSense(table, 'thing') !== null ? 'author' : role;
}

/** Nobody owns a customer or a company: their `owner` is whoever looks after them. */
function isLookedAfter(table: NameSense): boolean {
  const head = headSense(table, 'people', 'organisation');
  return head !== null && (head.concept === 'organisation' || lookedAfter.test(head.phrase));
}

/** `ticket_owners` are who answers one. */
function areAnswering(table: NameSense): boolean {
  const owns = headSense(table, 'owner');
  return owns !== null && bareOwner.test(owns.phrase) && find(table, 'message-table') !== null;
}

const lookedAfter =
  /^(contact|contact person|contactpersoon|kontakt|ansprechpartner|interlocuteur|lead|prospect|interessent|customer|client|klant|kunde|cliente)$/;

export const bareOwner = /^(owner|eigenaar|besitzer|eigentuemer|proprietaire)$/;
/** Words for whoever has an account: `creator_user_id` says which of them. */
export const anybody = /^(user|member|gebruiker|lid|benutzer|nutzer|mitglied|utilisateur|membre)$/;
const passing = /^(last|latest|default|initial|laatste|letzter|letzte|dernier)$/;
/** `locked_by`: whatever they did, they acted on the row. */
export const acting = /^(by|door|von|par)$/;

function longest(sense: NameSense, ...concepts: readonly ('author' | 'agent')[]) {
  return (
    sense.senses
      .filter(({ concept }) => concepts.some((known) => known === concept))
      .toSorted((a, b) => length(b) - length(a))[0] ?? null
  );
}

function length({ start, end }: { readonly start: number; readonly end: number }): number {
  return end - start;
}
