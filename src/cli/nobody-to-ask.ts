import { GestandError } from '../base/error.ts';
import type { OutputOptions, Shell } from './shell.ts';

/**
 * Ends a command that showed what would be done, where nobody sits who can say yes: what it showed can be saved and read.
 *
 * @throws GestandError `bad-input`
 */
export function refuseUnasked({ terminal }: Shell, { json }: OutputOptions): void {
  if (terminal.interactive && json !== true) return;
  throw new GestandError(
    'bad-input',
    'There is nobody to ask, so nothing was approved. Add --yes when the plan may run.',
  );
}
