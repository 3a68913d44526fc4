/** The names a JSON pointer (RFC 6901) leads through. */
export function pointerNames(pointer: string): readonly string[] {
  return pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What a pointer leads to in a JSON value; undefined when nothing is there. */
export function valueAtPointer(value: unknown, pointer: string): unknown {
  let here = value;
  for (const name of pointerNames(pointer)) {
    if (here === null || typeof here !== 'object') return undefined;
    here = Object.getOwnPropertyDescriptor(here, name)?.value;
  }
  return here;
}
