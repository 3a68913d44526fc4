import type { Rule } from './rule.ts';
import { aboutContext } from './rules/about-context.ts';
import { agreementEndsBeforeItStarts } from './rules/agreement-ends-before-it-starts.ts';
import { contextLinkToPeople } from './rules/context-link-to-people.ts';
import { contextTableAboutPeople } from './rules/context-table-about-people.ts';
import { duplicateLink } from './rules/duplicate-link.ts';
import { holdLink } from './rules/hold-link.ts';
import { holdRuleKind } from './rules/hold-rule-kind.ts';
import { httpEndpoint } from './rules/http-endpoint.ts';
import { httpOwner } from './rules/http-owner.ts';
import { httpResource } from './rules/http-resource.ts';
import { httpTemplate } from './rules/http-template.ts';
import { identityNotPersonal } from './rules/identity-not-personal.ts';
import { jointControllerWithoutArrangement } from './rules/joint-controller-without-arrangement.ts';
import { legalObligationWithoutStatute } from './rules/legal-obligation-without-statute.ts';
import { linkKeyColumns } from './rules/link-key-columns.ts';
import { marketingWithoutChoice } from './rules/marketing-without-choice.ts';
import { maximumRuleWithGround } from './rules/maximum-rule-with-ground.ts';
import { noRetention } from './rules/no-retention.ts';
import { noticeAddress } from './rules/notice-address.ts';
import { ownerNotPersonal } from './rules/owner-not-personal.ts';
import { personalTableWithoutOwner } from './rules/personal-table-without-owner.ts';
import { processorWithoutAgreement } from './rules/processor-without-agreement.ts';
import { purposeOutsideTable } from './rules/purpose-outside-table.ts';
import { recipientWithoutNotice } from './rules/recipient-without-notice.ts';
import { reservedCategory } from './rules/reserved-category.ts';
import { retentionRuleKind } from './rules/retention-rule-kind.ts';
import { secretInPolicy } from './rules/secret-in-policy.ts';
import { specialCategoryBasis } from './rules/special-category-basis.ts';
import { statutoryRuleWithoutGround } from './rules/statutory-rule-without-ground.ts';
import { subjectWithOwner } from './rules/subject-with-owner.ts';
import { subjectWithoutIdentity } from './rules/subject-without-identity.ts';
import { transferInsideEea } from './rules/transfer-inside-eea.ts';
import { transferMechanismDoesNotFit } from './rules/transfer-mechanism-does-not-fit.ts';
import { transferOutsideEea } from './rules/transfer-outside-eea.ts';
import { unknownDpvTerm } from './rules/unknown-dpv-term.ts';
import { unusedDeclaration } from './rules/unused-declaration.ts';

/** Every rule a policy is held to, one a file. */
export const policyRules: readonly Rule[] = [
  aboutContext,
  agreementEndsBeforeItStarts,
  contextLinkToPeople,
  contextTableAboutPeople,
  duplicateLink,
  holdLink,
  holdRuleKind,
  httpEndpoint,
  httpOwner,
  httpResource,
  httpTemplate,
  identityNotPersonal,
  jointControllerWithoutArrangement,
  legalObligationWithoutStatute,
  linkKeyColumns,
  marketingWithoutChoice,
  maximumRuleWithGround,
  noRetention,
  noticeAddress,
  ownerNotPersonal,
  personalTableWithoutOwner,
  processorWithoutAgreement,
  purposeOutsideTable,
  recipientWithoutNotice,
  reservedCategory,
  retentionRuleKind,
  secretInPolicy,
  specialCategoryBasis,
  statutoryRuleWithoutGround,
  subjectWithOwner,
  subjectWithoutIdentity,
  transferInsideEea,
  transferMechanismDoesNotFit,
  transferOutsideEea,
  unknownDpvTerm,
  unusedDeclaration,
];
