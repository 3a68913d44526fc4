/** Where in a file the user wrote something. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type Severity = 'error' | 'warning' | 'info';

/** Something wrong in what a user wrote: where, what, and what to write instead. */
export interface Diagnostic {
  readonly severity: Severity;
  /** Stable, kebab-case, for searching and for suppressing: `unknown-category`. */
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly place: Place;
  /** Lines that mend it, for whoever has not read how such a file is written. */
  readonly paste?: readonly Paste[];
}

export interface Paste {
  /** `after "email" (line 12), in the columns of customers` */
  readonly where: string;
  /** Without indentation: that is the file's own. */
  readonly lines: readonly string[];
}

/** By file, line, column, code; what was said twice is said once. */
export function sortDiagnostics<T extends Diagnostic>(diagnostics: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return [...diagnostics]
    .sort(
      (a, b) =>
        compare(a.place.file, b.place.file) ||
        a.place.line - b.place.line ||
        a.place.column - b.place.column ||
        compare(a.code, b.code) ||
        compare(a.message, b.message),
    )
    .filter((diagnostic) => {
      const line = formatDiagnostic(diagnostic);
      if (seen.has(line)) return false;
      seen.add(line);
      return true;
    });
}

/** `policy.yaml:12:5 error unknown-category: … → …`, and below it what to paste. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { severity, code, message, place } = diagnostic;
  return `${place.file}:${place.line}:${place.column} ${severity} ${code}: ${message}${adviceText(diagnostic)}`;
}

/** What to do, as it follows the message. */
export function adviceText({ hint, paste = [] }: Pick<Diagnostic, 'hint' | 'paste'>): string {
  const lines = paste.flatMap(({ where, lines: each }) => [
    `    ${where}:`,
    ...each.map((line) => (line === '' ? '' : `        ${line}`)),
  ]);
  return [hint === '' ? '' : ` → ${hint}`, ...lines].join('\n');
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
