/** What a mail server says of a letter of ours that it could not deliver (RFC 3464). */
export interface DeliveryReport {
  /** `failed` is the end of it; anything else may still arrive. */
  readonly failed: boolean;
  /** The enhanced status code (RFC 3463), such as `5.1.1`; null when it gives none. */
  readonly status: string | null;
  /** The Message-IDs in what it sends back of the letter. */
  readonly messageIds: readonly string[];
}

/** Parts of a report, by their media type; each at most this long is looked at. */
export const reportParts: readonly string[] = [
  'message/delivery-status',
  'message/rfc822',
  'text/rfc822-headers',
  'message/global-delivery-status',
];
export const longestReportPart = 64 * 1024;

/** Reads the parts of a report, as texts. Who did not receive it is not read: the letter knows. */
export function readDeliveryReport(
  parts: readonly { readonly mediaType: string; readonly text: string }[],
): DeliveryReport {
  const status = parts.find(({ mediaType }) => mediaType.endsWith('delivery-status'))?.text ?? '';
  const returned = parts.filter(({ mediaType }) => !mediaType.endsWith('delivery-status'));
  return {
    failed: /^action:\s*failed\b/im.test(status),
    status: /^status:\s*([245]\.\d{1,3}\.\d{1,3})\b/im.exec(status)?.[1] ?? null,
    messageIds: returned.flatMap(({ text }) =>
      [...text.matchAll(/^message-id:\s*(<[^<>\s]{3,250}>)/gim)].map(([, id = '']) => id),
    ),
  };
}
