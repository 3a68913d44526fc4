import type { LawFigure } from '../../../law/law-overview.ts';

/** The value of a figure on one line. Everything is in `--json`. */
export function figureText({ value }: LawFigure): string {
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'string') ? value.join(' ') : `${value.length} rules`;
  if (typeof value !== 'object' || value === null) return String(value);
  if ('period' in value && 'from' in value) return `${value.period} ${value.from}`;
  if ('term' in value && 'kind' in value) return `${value.kind}, ${termText(value.term)}`;
  if ('scope' in value) return String(value.scope);
  return JSON.stringify(value);
}

/** How it stands, and whether anybody has held it against the official text. */
export function statusText({ status, verified }: LawFigure): string {
  return `${status.replace('_', ' ')}${verified ? '' : ', unverified'}`;
}

function termText(term: unknown): string {
  return typeof term === 'string' ? term : figureText({ value: term } as LawFigure);
}
