import { personalTables, type Rule } from '../rule.ts';

/** Somebody who asks is found by an identity; people without one cannot be found here (art. 11). */
export const subjectWithoutIdentity: Rule = {
  code: 'subject-without-identity',
  severity: 'error',
  *check(draft) {
    for (const { table, path } of personalTables(draft)) {
      if (table.subject === null || table.subject.identities.length > 0) continue;
      yield {
        place: draft.keyPlace(...path, 'subject', 'identities'),
        message: `nobody can be found in ${table.id}: it has no identities`,
        hint: 'add "email: <column>", or another identity the people are known by',
      };
    }
  },
};
