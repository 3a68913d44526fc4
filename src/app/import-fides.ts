import { hasErrors } from '../base/diagnostic.ts';
import { GestandError } from '../base/error.ts';
import { readFidesFile } from '../catalog/fides/fides-file.ts';
import type { FidesImport } from '../catalog/fides/fides-import.ts';
import { importDataset } from '../catalog/fides/import-dataset.ts';
import { openMarks, writeImportedPolicy } from '../catalog/fides/write-imported-policy.ts';
import { mistakesText, type WrittenFile } from './load-policy.ts';

export interface ImportedFides {
  readonly imports: readonly FidesImport[];
  /** The text of a `policy.yaml`. */
  readonly policy: string;
  /** How many answers it still wants before it compiles. */
  readonly open: number;
}

/**
 * Makes a policy of a dataset file of Fides, and says what is different. Needs no database and changes nothing.
 *
 * @throws GestandError `bad-input` when it is no dataset of Fides, or one id was given for several datasets.
 */
export function importFides(written: WrittenFile, source?: string): ImportedFides {
  const { datasets, diagnostics } = readFidesFile(written.file, written.text);
  if (hasErrors(diagnostics)) throw new GestandError('bad-input', mistakesText('The dataset', diagnostics));
  if (source !== undefined && !/^[a-z][a-z0-9-]*$/.test(source)) {
    throw new GestandError(
      'bad-input',
      `"${source}" cannot be the id of a source. Write small letters, digits and hyphens, beginning with a letter.`,
    );
  }
  if (source !== undefined && datasets.length > 1) {
    const keys = datasets.map(({ key }) => key).join(', ');
    throw new GestandError(
      'bad-input',
      `The file has ${datasets.length} datasets (${keys}), so one id is not enough. Leave --source out; each gets an id of its key.`,
    );
  }
  const imports = datasets.map((dataset) => importDataset(dataset, source));
  const policy = writeImportedPolicy(imports);
  return { imports, policy, open: openMarks(policy) };
}
