import type { MessageId } from '../base/ids.ts';
import { forbiddenIn } from '../domain/forbidden-content.ts';
import { looksLikeIdentityDocument } from '../domain/identity-document.ts';
import type { FaultPoint } from '../execute/fault-points.ts';
import { attachmentName } from '../mail/attachment-name.ts';
import { longestReportPart, reportParts } from '../mail/delivery-report.ts';
import type { IncomingAttachment } from '../mail/read-message.ts';
import type { SetAsideReason } from '../store/mailbox-tables.ts';
import { AttachmentWriter } from '../store/message-attachment.ts';
import type { StoreScope } from '../store/store.ts';

/** What is done with the attachments of a mail: a person's are kept, a report's are read, a program's passed over. */
export type IntakeManner = 'keep' | 'report' | 'pass-over';

/** Takes in the attachments of one mail as they come. */
export class AttachmentIntake {
  /** Why something was not kept. */
  readonly setAside = new Set<SetAsideReason>();
  /** The parts of a delivery report, as texts. */
  readonly reported: { readonly mediaType: string; readonly text: string }[] = [];
  kept = 0;
  readonly #into: { readonly store: StoreScope; readonly messageId: MessageId; readonly most: number };
  readonly #manner: IntakeManner;
  readonly #faultPoint: FaultPoint;
  #seen = 0;

  constructor(
    into: { readonly store: StoreScope; readonly messageId: MessageId; readonly most: number },
    { manner, faultPoint }: { readonly manner: IntakeManner; readonly faultPoint: FaultPoint },
  ) {
    this.#into = into;
    this.#manner = manner;
    this.#faultPoint = faultPoint;
  }

  async take(attachment: IncomingAttachment): Promise<void> {
    switch (this.#manner) {
      case 'keep':
        return this.#keep(attachment);
      case 'report':
        return this.#report(attachment);
      case 'pass-over':
        return;
    }
  }

  async #keep({ name, mediaType, content }: IncomingAttachment): Promise<void> {
    const { store, messageId, most } = this.#into;
    const ordinal = this.#seen++;
    // One line says that there were more; how many more is in the mailbox.
    if (ordinal > most) return;
    const writer = new AttachmentWriter(store, { messageId, ordinal });
    const description = { name: attachmentName(name), mediaType };
    const put = async (reason: SetAsideReason): Promise<void> => {
      await writer.setAside(reason, description);
      this.setAside.add(reason);
    };
    if (ordinal === most) return put('too-many');
    if (looksLikeIdentityDocument({ name: spelledOut(name) })) return put('identity-document');
    const scan = isText(description) ? new TextScan() : null;
    let found: SetAsideReason | null = null;
    for await (const piece of content as AsyncIterable<Buffer>) {
      if (found !== null) continue;
      found = scan?.look(piece) ?? null;
      await writer.write(piece);
      await this.#faultPoint('mail.fetching');
    }
    found ??= scan?.end() ?? null;
    if (found !== null) return put(found);
    await writer.keep(description);
    this.kept++;
  }

  async #report({ mediaType, content }: IncomingAttachment): Promise<void> {
    if (!reportParts.includes(mediaType.toLowerCase())) return;
    let text = '';
    for await (const piece of content as AsyncIterable<Buffer>)
      if (text.length < longestReportPart) text += piece.toString('latin1');
    this.reported.push({ mediaType: mediaType.toLowerCase(), text: text.slice(0, longestReportPart) });
  }
}

/** What can be read as text without knowing a format: in a PDF or a picture nobody looks. */
function isText({ name, mediaType }: { readonly name: string; readonly mediaType: string }): boolean {
  return (
    /^(?:text\/|message\/|application\/(?:json|xml|csv|rtf))/i.test(mediaType) ||
    /\.(?:txt|csv|tsv|json|xml|html?|md|rtf|eml|log)$/i.test(name)
  );
}

/** `PaspoortVoorkant2.jpg`: words that are stuck together count as words. */
function spelledOut(name: string): string {
  return name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/(\p{L})(\d)/gu, '$1 $2');
}

const heldBack = 256;

/** Looks for what must not be kept in a text that comes in pieces. */
class TextScan {
  #rest = '';

  look(piece: Buffer): SetAsideReason | null {
    const text = this.#rest + piece.toString('latin1');
    // A number, or a line for machines, may go on in the next piece.
    const [open = ''] = /[^\r\n]{0,128}$/.exec(text) ?? [];
    const found = forbiddenIn(text.slice(0, text.length - open.length));
    this.#rest = text.slice(-heldBack);
    return found;
  }

  end(): SetAsideReason | null {
    return forbiddenIn(this.#rest);
  }
}
