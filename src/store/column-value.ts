import pg from 'pg';

const { builtins } = pg.types;

/** An instant of the database (`2026-03-28 23:30:00.5+00`) in ISO 8601: `2026-03-28T23:30:00.5Z`. */
function instantText(text: string): string {
  return Temporal.Instant.from(text.replace(' ', 'T')).toString();
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is more than JavaScript counts exactly`);
  return value;
}

/**
 * How values of our own tables arrive. The driver's `Date` would lose microseconds and turn a calendar date
 * into a moment; its text for `bigint` would turn a sum into a join of texts.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary' = 'text') => {
    if (format === 'text') {
      if (oid === builtins.TIMESTAMPTZ) return instantText;
      if (oid === builtins.DATE) return (text: string) => text;
      if (oid === builtins.INT8) return wholeNumber;
    }
    return pg.types.getTypeParser(oid, format as 'text');
  }) as typeof pg.types.getTypeParser,
};
