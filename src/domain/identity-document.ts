/** A file that somebody sends along. */
export interface SentFile {
  readonly name: string;
  /** What can be read in it, when it is text. */
  readonly text?: string;
}

const names =
  /(?<!\p{L})(?:paspoort|passport|passeport|reisepass|identiteitskaart|identiteitsbewijs|identity ?card|id ?kaart|id ?card|id ?bewijs|id ?kopie|kopie ?id|copy ?of ?id|legitimatie(?:bewijs)?|rijbewijs|driv(?:er'?s?|ing) ?licen[cs]e|verblijfs(?:vergunning|document)|residence ?permit|personalausweis|f[uü]hrerschein)(?!\p{L})/iu;

// ICAO 9303: two lines of 44 or 36 characters, or three of 30, that begin with the kind of document and a country.
const machineReadable = /^[ACIPV][A-Z<][A-Z<]{3}[A-Z\d<]{25,39}$/m;

/**
 * Whether a file looks like a copy of an identity document: by its name, or by the lines for machines in its text. A picture is
 * not looked at. Such a copy is never asked for and not kept (GDPR art. 5(1)(c), 12(6)).
 */
export function looksLikeIdentityDocument({ name, text = '' }: SentFile): boolean {
  return names.test(name.replace(/[-_.\s]+/g, ' ')) || machineReadable.test(text.replace(/[ \t\r]/g, ''));
}

/** The same text without the lines for machines of such a document. */
export function withoutMachineReadableLines(text: string): string {
  let inside = false;
  return text
    .split('\n')
    .map((line) => {
      const bare = line.replace(/[ \t\r]/g, '');
      // The first line says that it is one; those that follow hold the numbers.
      inside = machineReadable.test(bare) || (inside && followingLine.test(bare));
      return inside ? '[…]' : line;
    })
    .join('\n');
}

const followingLine = /^[A-Z\d<]{30,44}$/;
