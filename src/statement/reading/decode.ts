/** What the bytes of a file say, or why they say nothing. */
export type Decoded = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'binary' };

/**
 * The text of a file: UTF-8, UTF-16 with or without a mark, or Windows-1252, which old files are. Line ends become `\n`.
 * A file that holds no text says so.
 */
export function decode(bytes: Uint8Array): Decoded {
  const text = textOf(bytes);
  if (text === null || looksBinary(text)) return { kind: 'binary' };
  return { kind: 'text', text: text.replace(/\r\n?/g, '\n') };
}

function textOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const zeros = zerosIn(bytes.subarray(0, 4000));
  // Latin letters in UTF-16: every other byte is nought.
  if (zeros.odd > 0.3 && zeros.even < 0.05) return new TextDecoder('utf-16le').decode(bytes);
  if (zeros.even > 0.3 && zeros.odd < 0.05) return new TextDecoder('utf-16be').decode(bytes);
  if (zeros.odd + zeros.even > 0) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function zerosIn(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  const counts = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0) counts[at % 2] = (counts[at % 2] ?? 0) + 1;
  const half = Math.max(1, bytes.length / 2);
  return { even: (counts[0] ?? 0) / half, odd: (counts[1] ?? 0) / half };
}

function looksBinary(text: string): boolean {
  if (text.startsWith('%PDF-') || text.startsWith('PK\u0003\u0004')) return true;
  const sample = text.slice(0, 8000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells.
  const strange = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return strange > sample.length / 50;
}
