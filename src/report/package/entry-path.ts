/** Names Windows keeps for itself, with whatever extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

const longestName = 80;

/**
 * Gives tables their places in the package: names that every file system takes, that cannot climb out of the
 * folder they are unpacked in, and of which no two are the same, also where capitals do not count.
 */
export class EntryPaths {
  readonly #taken = new Set<string>();

  /** `data/crm/customers`, to which the extension is added. */
  pathOf(source: string, table: string): string {
    return this.#free(`data/${safeName(source)}/${safeName(table)}`, '');
  }

  /** `data/archive/letters.pdf`: of a file that has an extension of its own. */
  fileOf(source: string, name: string): string {
    const [, stem = name, extension = ''] = /^(.+)(\.[A-Za-z0-9]{1,8})$/.exec(name) ?? [];
    return this.#free(`data/${safeName(source)}/${safeName(stem)}`, extension.toLowerCase());
  }

  #free(base: string, extension: string): string {
    let path = base + extension;
    for (let n = 2; this.#taken.has(path.toLowerCase()); n++) path = `${base}-${n}${extension}`;
    this.#taken.add(path.toLowerCase());
    return path;
  }
}

function safeName(name: string): string {
  const kept = name.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '_');
  // By character, not by half of one.
  const safe = [...kept]
    .slice(0, longestName)
    .join('')
    .replace(/^\.+|\.+$/g, '_');
  return safe === '' || reserved.test(safe.split('.')[0] ?? '') ? `_${safe}` : safe;
}
