import type { Localised } from '../domain/language.ts';
import type { ReasonCode } from './may-use.ts';

/** Why a use is allowed or not, a sentence for whoever asked. It names nobody. */
export const useReasonText: Readonly<Record<ReasonCode, Localised>> = {
  'nothing-against': {
    nl: 'Het beleid kent dit doel, en deze persoon heeft er niets tegen ingebracht.',
    en: 'The policy knows this purpose, and this person has brought nothing against it.',
  },
  'despite-restriction': {
    nl: 'De gegevens staan stil; dit gebruik laat de wet toch toe.',
    en: 'The data are on hold; the law allows this use all the same.',
  },
  'unknown-purpose': {
    nl: 'Dit doel staat niet in het beleid.',
    en: 'This purpose is not in the policy.',
  },
  'unknown-category': {
    nl: 'Deze soort gegevens staat niet in het beleid.',
    en: 'This category of data is not in the policy.',
  },
  'unknown-recipient': {
    nl: 'Deze ontvanger staat niet in het beleid.',
    en: 'This recipient is not in the policy.',
  },
  'recipient-without-purpose': {
    nl: 'Volgens het beleid krijgt deze ontvanger voor dit doel niets.',
    en: 'By the policy this recipient receives nothing for this purpose.',
  },
  restricted: {
    nl: 'De persoon liet deze gegevens stilzetten. Bewaren mag, gebruiken niet.',
    en: 'The person had these data put on hold. They may be kept, not used.',
  },
  'objection-pending': {
    nl: 'De persoon maakte bezwaar, en dat is nog niet afgewogen. Tot dan staan de gegevens stil.',
    en: 'The person objected, and that has not been weighed yet. Until then the data are on hold.',
  },
  objected: {
    nl: 'Het bezwaar van de persoon tegen dit doel is toegekend.',
    en: 'The person’s objection to this purpose was upheld.',
  },
  'marketing-stopped': {
    nl: 'De persoon wil geen reclame.',
    en: 'The person wants no advertising.',
  },
  withdrawn: {
    nl: 'De persoon trok de toestemming voor dit doel in.',
    en: 'The person withdrew their consent to this purpose.',
  },
  'name-the-category': {
    nl: 'Tegen een deel van de gegevens is iets ingebracht. Vraag het per soort gegevens.',
    en: 'Something was brought against a part of the data. Ask for each category of data.',
  },
};
