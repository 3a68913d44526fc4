import type { Language } from '../domain/language.ts';
import type { Policy } from '../policy/policy.ts';

/** The web address at which a recipient confirms a notice; the token is the secret of the link. */
export function noticeLink(publicUrl: string, token: string, language: Language): string {
  return `${publicUrl}${language === 'nl' ? '' : `/${language}`}/notice?t=${encodeURIComponent(token)}`;
}

/** Of the two languages the one that the organisation itself writes first. */
export function languageOfNotices({ languages }: Policy): Language {
  return languages[0] ?? 'nl';
}
