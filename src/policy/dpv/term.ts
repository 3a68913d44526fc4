import { categoryTerms, type DpvPrefix, dpvNamespaces, dpvTerms, renamedTerms } from './terms.ts';

/** A name of the vocabulary with its prefix, as it stands in JSON-LD: `dpv:hasPurpose`. */
export type DpvTerm = `${DpvPrefix}:${string}`;

/** Whether the vocabulary has this name. */
export function isDpvTerm(text: string): text is DpvTerm {
  const [, prefix, name] = /^([a-z-]+):(.+)$/.exec(text) ?? [];
  return isPrefix(prefix) && name !== undefined && dpvTerms[prefix].has(name);
}

/**
 * The term that tells what a category holds: as it was written, under its name of today, or plainly personal data where the
 * vocabulary has no such name. What leaves Gestand names only what exists.
 */
export function categoryTerm(written: string): DpvTerm {
  const term = renamedTerms.get(written) ?? written;
  return categoryTerms.has(term) && isDpvTerm(term) ? term : 'dpv:PersonalData';
}

/** Of ISO 3166-1; null where the vocabulary has no such country. */
export function countryTerm(code: string): DpvTerm | null {
  const term = `loc:${code}`;
  return isDpvTerm(term) ? term : null;
}

function isPrefix(text: string | undefined): text is DpvPrefix {
  return text !== undefined && Object.hasOwn(dpvNamespaces, text);
}
