export interface MailText {
  readonly from?: string;
  readonly subject?: string;
  readonly messageId?: string;
  readonly text?: string;
  /** More header lines, whole. */
  readonly headers?: readonly string[];
  readonly attachments?: readonly {
    readonly name: string;
    readonly type?: string;
    readonly content: string | Buffer;
  }[];
}

let made = 0;

/** A mail as it comes over the wire. */
export function mailText({
  from = 'Zoë Bakker <zoe.bakker@mail.example>',
  subject = 'Vraag over mijn gegevens',
  messageId = `<m${++made}@mail.example>`,
  text = 'Beste mensen,\r\n\r\nWelke gegevens hebben jullie van mij?\r\n\r\nGroet, Zoë\r\n',
  headers = [],
  attachments = [],
}: MailText = {}): string {
  const head = [
    `From: ${encoded(from)}`,
    'To: CarConnect <privacy@carconnect.example>',
    `Subject: ${encoded(subject)}`,
    `Message-ID: ${messageId}`,
    'Date: Mon, 02 Nov 2026 10:00:00 +0100',
    'MIME-Version: 1.0',
    ...headers,
  ];
  const body = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines(Buffer.from(text))}`;
  if (attachments.length === 0) return `${head.join('\r\n')}\r\n${body}`;
  const parts = attachments.map(
    ({ name, type = 'application/octet-stream', content }) =>
      `Content-Type: ${type}\r\nContent-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines(Buffer.from(content))}`,
  );
  return `${head.join('\r\n')}\r\nContent-Type: multipart/mixed; boundary=edge\r\n\r\n${[body, ...parts].map((part) => `--edge\r\n${part}`).join('')}--edge--\r\n`;
}

// A display name with an accent, or a subject: an encoded word for all but the address.
function encoded(text: string): string {
  return text.replace(
    /[^\x20-\x7e]\S*|\S*[^\x20-\x7e]\S*/g,
    (word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`,
  );
}

function lines(content: Buffer): string {
  return `${content.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`;
}
