/** Whether an address exists only a mail to it can tell; this catches what cannot be one (RFC 5321: 254 long). */
export function looksLikeEmail(text: string): boolean {
  if (text.length > 254 || unwritable.test(text)) return false;
  return /^[^\s@<>,;"]+@[^\s@<>,;".]+(?:\.[^\s@<>,;".]+)+$/.test(text);
}

// Control characters, a zero byte among them, and what stands where bytes were no UTF-8: nobody's address has them.
const unwritable = /[\p{Cc}\ufffd]/u;
