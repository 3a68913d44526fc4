import type { TextRule } from './lint-rule.ts';
import { privacyShield } from './rules/l01-privacy-shield.ts';
import { controllerIdentity } from './rules/l02-controller-identity.ts';
import { contactDetails } from './rules/l03-contact-details.ts';
import { privacyContact } from './rules/l04-privacy-contact.ts';
import { basisForEachPurpose } from './rules/l05-basis-for-each-purpose.ts';
import { interestNamed } from './rules/l06-interest-named.ts';
import { readerInterest } from './rules/l07-reader-interest.ts';
import { restriction } from './rules/l08-restriction.ts';
import { withdrawal } from './rules/l09-withdrawal.ts';
import { retentionTerms } from './rules/l10-retention-terms.ts';
import { widerThanNecessary } from './rules/l11-wider-than-necessary.ts';
import { automatedDecisions } from './rules/l12-automated-decisions.ts';
import { otherSources } from './rules/l13-other-sources.ts';
import { mandatoryData } from './rules/l14-mandatory-data.ts';
import { recipientsNamed } from './rules/l15-recipients-named.ts';
import { hosterIsProcessor } from './rules/l16-hoster-is-processor.ts';
import { agreementContent } from './rules/l17-agreement-content.ts';
import { marketingApart } from './rules/l18-marketing-apart.ts';
import { electronicMarketing } from './rules/l19-electronic-marketing.ts';
import { marketingObjection } from './rules/l20-marketing-objection.ts';
import { trackerConsent } from './rules/l21-tracker-consent.ts';
import { ordinaryNotSensitive } from './rules/l22-ordinary-not-sensitive.ts';
import { trackersMadeSmall } from './rules/l23-trackers-made-small.ts';
import { eeaBorder } from './rules/l24-eea-border.ts';
import { transferMechanism } from './rules/l25-transfer-mechanism.ts';
import { transferByAgreement } from './rules/l26-transfer-by-agreement.ts';
import { jointControllers } from './rules/l27-joint-controllers.ts';
import { breachException } from './rules/l28-breach-exception.ts';
import { breachThreshold } from './rules/l29-breach-threshold.ts';
import { authorityWithin72Hours } from './rules/l30-authority-within-72-hours.ts';
import { securityCutDown } from './rules/l31-security-cut-down.ts';
import { legalDutyLimitsAccess } from './rules/l32-legal-duty-limits-access.ts';
import { requestTerm } from './rules/l33-request-term.ts';
import { requestsFree } from './rules/l34-requests-free.ts';
import { portabilityScope } from './rules/l35-portability-scope.ts';
import { authorityAddress } from './rules/l36-authority-address.ts';
import { spelling } from './rules/l37-spelling.ts';
import { outdatedWords } from './rules/l38-outdated-words.ts';
import { dateOrVersion } from './rules/l39-date-or-version.ts';
import { silentChange } from './rules/l40-silent-change.ts';
import { minors } from './rules/l41-minors.ts';
import { openList } from './rules/l42-open-list.ts';
import { appDescribed } from './rules/l43-app-described.ts';
import { marketingCalls } from './rules/l44-marketing-calls.ts';
import { marketingByPost } from './rules/l45-marketing-by-post.ts';
import { timelyBreachNotice } from './rules/l46-timely-breach-notice.ts';
import { readability } from './rules/l49-readability.ts';
import { accessNamed } from './rules/l53-access.ts';
import { rectificationNamed } from './rules/l54-rectification.ts';
import { erasureNamed } from './rules/l55-erasure.ts';
import { objectionNamed } from './rules/l56-objection.ts';
import { complaintNamed } from './rules/l57-complaint.ts';
import { answerTerm } from './rules/l58-answer-term.ts';

/** The rules a text alone is judged by, in their order. */
export const textRules: readonly TextRule[] = [
  privacyShield,
  controllerIdentity,
  contactDetails,
  privacyContact,
  basisForEachPurpose,
  interestNamed,
  readerInterest,
  restriction,
  withdrawal,
  retentionTerms,
  widerThanNecessary,
  automatedDecisions,
  otherSources,
  mandatoryData,
  recipientsNamed,
  hosterIsProcessor,
  agreementContent,
  marketingApart,
  electronicMarketing,
  marketingObjection,
  trackerConsent,
  ordinaryNotSensitive,
  trackersMadeSmall,
  eeaBorder,
  transferMechanism,
  transferByAgreement,
  jointControllers,
  breachException,
  breachThreshold,
  authorityWithin72Hours,
  securityCutDown,
  legalDutyLimitsAccess,
  requestTerm,
  requestsFree,
  portabilityScope,
  authorityAddress,
  spelling,
  outdatedWords,
  dateOrVersion,
  silentChange,
  minors,
  openList,
  appDescribed,
  marketingCalls,
  marketingByPost,
  timelyBreachNotice,
  readability,
  accessNamed,
  rectificationNamed,
  erasureNamed,
  objectionNamed,
  complaintNamed,
  answerTerm,
];
