import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

let made: string | undefined;

/** The client as one module of plain JavaScript, which any page or program can import: its types are taken out and nothing is added. */
export function clientModule(): string {
  made ??= stripTypeScriptTypes(
    readFileSync(new URL('../../client/request-client.ts', import.meta.url), 'utf8'),
  );
  return made;
}
