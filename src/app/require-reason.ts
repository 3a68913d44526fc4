import { GestandError } from '../base/error.ts';

const longest = 2000;

/** Why an officer decided something, as a letter can say it. @throws GestandError `bad-input` */
export function requireReason(text: string): string {
  const reason = text.trim();
  if (reason !== '' && reason.length <= longest) return reason;
  throw new GestandError(
    'bad-input',
    `Give the reason, in at most ${longest} characters: the person reads it.`,
  );
}
