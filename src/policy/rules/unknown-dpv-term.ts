import { categoryTerms, dpvRelease, renamedTerms } from '../dpv/terms.ts';
import { nearestName } from '../nearest-name.ts';
import type { Rule } from '../rule.ts';

/** Others read the register by these terms; one that does not exist tells them nothing. */
export const unknownDpvTerm: Rule = {
  code: 'unknown-dpv-term',
  severity: 'warning',
  *check(draft) {
    for (const { id, dpv } of draft.categories.values()) {
      if (categoryTerms.has(dpv)) continue;
      const today = renamedTerms.get(dpv);
      yield {
        place: draft.place('categories', id, 'dpv'),
        message: `the Data Privacy Vocabulary ${dpvRelease} has no kind of personal data "${dpv}"`,
        hint: today === undefined ? suggestion(dpv) : `it is called "${today}" since release 2.2`,
      };
    }
  },
};

// The list is too long to print; the vocabulary's own page has it as a tree.
function suggestion(written: string): string {
  const nearest = nearestName(written, categoryTerms);
  return nearest === null
    ? 'choose one of https://w3id.org/dpv/pd, or write "dpv:PersonalData"'
    : `did you mean "${nearest}"?`;
}
