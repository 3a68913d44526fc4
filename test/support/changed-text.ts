/** Texts to replace in a policy or a statement. */
export type Change = readonly [from: string, to: string];

/** @throws Error when there is nothing to replace: a test would then change nothing without noticing. */
export function changed(text: string, changes: readonly Change[]): string {
  return changes.reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`"${from}" is not in the text`);
    return result.replaceAll(from, to);
  }, text);
}
