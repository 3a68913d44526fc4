import { abroadConcepts } from './abroad.ts';
import { basisConcepts } from './bases.ts';
import { besidePromiseConcepts } from './beside-promises.ts';
import { breachExceptionConcepts } from './breach-exceptions.ts';
import { breachReportConcepts } from './breach-reports.ts';
import { collectionConcepts } from './collection.ts';
import { commercialUseConcepts } from './commercial-use.ts';
import { complaintConcepts } from './complaints.ts';
import type { Concept } from './concept.ts';
import { confidentialityConcepts } from './confidentiality.ts';
import { dataKindConcepts } from './data-kinds.ts';
import { dataListConcepts } from './data-lists.ts';
import { decisionConcepts } from './decisions.ts';
import { keepingConcepts } from './keeping.ts';
import { marketingConcepts } from './marketing.ts';
import { marketingChannelConcepts } from './marketing-channels.ts';
import { mishapConcepts } from './mishaps.ts';
import { noMarketingConcepts } from './no-marketing.ts';
import { objectionConcepts } from './objections.ts';
import { organisationConcepts } from './organisation.ts';
import { portabilityConcepts } from './portability.ts';
import { processorConcepts } from './processors.ts';
import { purposeConcepts } from './purposes.ts';
import { recipientConcepts } from './recipients.ts';
import { refusalConcepts } from './refusals.ts';
import { requestConcepts } from './requests.ts';
import { rightsConcepts } from './rights.ts';
import { rightsLimitConcepts } from './rights-limits.ts';
import { securityConcepts } from './security.ts';
import { socialMediaConcepts } from './social-media.ts';
import { sourceConcepts } from './sources.ts';
import { textChangeConcepts } from './text-changes.ts';
import { thisTextConcepts } from './this-text.ts';
import { trackerPayloadConcepts } from './tracker-payloads.ts';
import { trackerConcepts } from './trackers.ts';
import { withdrawalConcepts } from './withdrawal.ts';

const all = {
  ...collectionConcepts,
  ...sourceConcepts,
  ...dataKindConcepts,
  ...dataListConcepts,
  ...purposeConcepts,
  ...basisConcepts,
  ...commercialUseConcepts,
  ...noMarketingConcepts,
  ...marketingConcepts,
  ...marketingChannelConcepts,
  ...recipientConcepts,
  ...socialMediaConcepts,
  ...processorConcepts,
  ...keepingConcepts,
  ...securityConcepts,
  ...confidentialityConcepts,
  ...rightsConcepts,
  ...objectionConcepts,
  ...portabilityConcepts,
  ...requestConcepts,
  ...withdrawalConcepts,
  ...decisionConcepts,
  ...refusalConcepts,
  ...rightsLimitConcepts,
  ...mishapConcepts,
  ...breachExceptionConcepts,
  ...breachReportConcepts,
  ...complaintConcepts,
  ...abroadConcepts,
  ...trackerConcepts,
  ...trackerPayloadConcepts,
  ...organisationConcepts,
  ...textChangeConcepts,
  ...thisTextConcepts,
  ...besidePromiseConcepts,
};

export type ConceptName = keyof typeof all;

/** Everything that is looked for in a statement, by name. */
export const conceptTable: Readonly<Record<ConceptName, Concept>> = all;

export const conceptNames = Object.keys(all) as ConceptName[];
