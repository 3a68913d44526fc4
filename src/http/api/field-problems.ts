import type { z } from 'zod';
import type { RequestMistake } from '../../app/app-services.ts';
import { mandateMistakes } from '../../app/check-mandate.ts';
import { mistakeText } from '../../app/check-wish.ts';
import type { Language, Localised } from '../../domain/language.ts';
import type { FieldProblem, Problem } from '../problem.ts';

/** Mistakes that are told at once; more help nobody. */
const mostTold = 20;

/** What was sent has a form that it may not have. What stands there is not repeated. */
export function wrongForm(issues: readonly z.core.$ZodIssue[]): Problem {
  const errors = issues
    .flatMap(deepest)
    .slice(0, mostTold)
    .map(({ path, message, code }) => ({ pointer: pointerTo(path), detail: message, reason: code }));
  return invalid('What was sent does not have the form that is described at /api/v1.', errors);
}

/** What was sent cannot be taken as it is. */
export function mistaken(mistakes: readonly RequestMistake[], language: Language): Problem {
  const errors = mistakes.slice(0, mostTold).map((each) => ({
    pointer: pointerTo(each.path),
    detail: textOf(each, language),
    reason: each.mistake,
  }));
  return invalid('The request cannot be taken as it is.', errors);
}

function invalid(message: string, errors: readonly FieldProblem[]): Problem {
  return { status: 422, code: 'bad-input', message, reference: null, errors };
}

const texts = {
  ...mandateMistakes,
  'email-missing': {
    nl: 'Geef een e-mailadres, of een sessietoken dat er een noemt.',
    en: 'Give an e-mail address, or a session token that has one.',
  },
  'email-not-vouched': {
    nl: 'Dit adres is een ander dan dat van de sessie. Laat het weg.',
    en: 'This address is not the one of the session. Leave it out.',
  },
} satisfies Record<string, Localised>;

function textOf(mistake: RequestMistake, language: Language): string {
  const { mistake: kind } = mistake;
  return kind in texts
    ? texts[kind as keyof typeof texts][language]
    : mistakeText(mistake as Parameters<typeof mistakeText>[0], language);
}

// Of alternatives the one that came furthest says what is wrong: that it is none of them helps nobody.
function deepest(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const [best] = issue.errors.toSorted((a, b) => depthOf(b) - depthOf(a));
  return (best ?? []).flatMap((each) =>
    deepest({ ...each, path: [...issue.path, ...each.path] } as z.core.$ZodIssue),
  );
}

function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length));
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
