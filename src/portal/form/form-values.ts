/** What somebody filled in, by the name of the field, kept as it was so that nobody has to type it twice. */
export type FormValues = ReadonlyMap<string, readonly string[]>;

/** The values of a submitted form; a file or a missing field counts as empty. */
export function formValues(form: Readonly<Record<string, unknown>>): FormValues {
  return new Map(
    Object.entries(form).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value])
        .filter((each): each is string => typeof each === 'string')
        .map((text) => text.replaceAll('\r\n', '\n').trim()),
    ]),
  );
}

export function fieldValue(values: FormValues, name: string): string {
  return values.get(name)?.[0] ?? '';
}

/** Of a field that can be there more than once: those that are not empty. */
export function fieldValues(values: FormValues, name: string): readonly string[] {
  return (values.get(name) ?? []).filter((value) => value !== '');
}
