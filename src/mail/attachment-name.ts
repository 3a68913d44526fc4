const longestName = 100;

/** Names Windows keeps for itself, with whatever extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The name of an attachment as it may be shown, and written to a disk: no folder in it, no sign that is not seen or that
 * turns the direction of writing (`exe.gpj` shown as `jpg.exe` backwards), nothing a file system refuses.
 */
export function attachmentName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{C}\u2028\u2029]+/gu, '')
    .replace(/[<>:"|?*]+/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const safe = shortened(plain);
  if (safe === '') return 'attachment';
  return reserved.test(safe.split('.')[0] ?? '') ? `_${safe}` : safe;
}

// The end of a name says what it is: the middle goes.
function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= longestName) return name;
  const [extension = ''] = /\.[A-Za-z0-9]{1,8}$/.exec(name) ?? [];
  return characters.slice(0, longestName - extension.length).join('') + extension;
}
