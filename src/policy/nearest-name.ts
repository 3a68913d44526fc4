/** The name that was probably meant, or null when none is close: at most a third of its letters differ. */
export function nearestName(written: string, names: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const limit = Math.max(1, Math.floor(Math.max(name.length, written.length) / 3));
    const distance = editDistance(written.toLowerCase(), name.toLowerCase());
    if (distance <= limit && distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** What to write instead: the nearest name, or the whole list while it is short. */
export function suggestName(written: string, names: Iterable<string>, what: string): string {
  const all = [...names];
  const nearest = nearestName(written, all);
  if (nearest !== null) return `did you mean "${nearest}"?`;
  if (all.length === 0) return `there is no ${what} yet; declare it first`;
  const shown = all.slice(0, 12).join(', ');
  return `choose a ${what}: ${shown}${all.length > 12 ? ', …' : ''}`;
}

/** Damerau-Levenshtein (optimal string alignment): a swap of two neighbours is one mistake, as it is for a typist. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
