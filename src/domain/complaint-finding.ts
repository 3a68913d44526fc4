/** What came of looking into a complaint. */
export const complaintFindings = ['upheld', 'upheld-in-part', 'not-upheld'] as const;
export type ComplaintFinding = (typeof complaintFindings)[number];
