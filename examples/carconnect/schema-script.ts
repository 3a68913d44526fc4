import { readFile } from 'node:fs/promises';

const afterLoading = /^-- After loading.*$/m;

/** The statements of a schema before the rows and those after them. @param file its name in this folder. */
export async function schemaScript(file: string): Promise<readonly [before: string, after: string]> {
  const text = await readFile(new URL(file, import.meta.url), 'utf8');
  const [before, after] = text.split(afterLoading);
  if (before === undefined || after === undefined) throw new Error(`${file} has no line "-- After loading"`);
  return [before, after];
}
