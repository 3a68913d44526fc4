import { GestandError } from '../base/error.ts';
import { personalDataIn } from '../ledger/personal-data-guard.ts';

const longestNote = 1000;

/** What somebody of ours writes beside what they did stays: it must name nobody. @throws GestandError `bad-input` */
export function refuseUnfitNote(note: string | undefined): void {
  if (note === undefined) return;
  if (note.length > longestNote)
    throw new GestandError('bad-input', `The note is longer than ${longestNote} characters.`);
  const found = personalDataIn(note);
  if (found !== null)
    throw new GestandError(
      'bad-input',
      `The note holds what looks like ${found}. Say what was done, not to whom.`,
    );
}
