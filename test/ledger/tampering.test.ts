import { beforeAll, expect, it } from 'vitest';
import { type Report, verifyArchive } from '../../src/verifier/verification.mjs';
import { generator } from '../ownership/random.ts';
import { archiveOf, exportedLedger, type Files } from './exported-ledger.ts';
import { key } from './ledger-key.ts';
import { type Tampering, tamper } from './tampering.ts';

/** How many changes are tried. All ten thousand take minutes: `TAMPER_CASES=10000`. */
const cases = Number(process.env['TAMPER_CASES'] ?? 600);
const seed = Number(process.env['TAMPER_SEED'] ?? 20_261_127);

let files: Files;
beforeAll(async () => {
  files = await exportedLedger({ size: 300, batch: 32 });
});

it('finds the export whole before anything is changed', async () => {
  expect(await verifyArchive(archiveOf(files), { key })).toMatchObject({ ok: true, size: 300 });
});

it(`detects each of ${cases} changes, and names the first entry that is wrong`, {
  timeout: 3_600_000,
}, async () => {
  const random = generator(seed).below;
  const missed: string[] = [];
  const kinds = new Map<string, number>();
  for (let i = 0; i < cases; i++) {
    const change = await tamper(files, random);
    kinds.set(change.kind, (kinds.get(change.kind) ?? 0) + 1);
    const complaint = complaintAbout(change, await verifyArchive(archiveOf(change.files), { key }));
    if (complaint !== null) missed.push(`case ${i} of seed ${seed}, ${change.kind}: ${complaint}`);
  }
  expect(missed).toEqual([]);
  if (cases >= 500) expect(kinds.size).toBe(20);
});

/** null when the change was found, and as what it is. */
function complaintAbout({ wrong, byListAlone }: Tampering, report: Report): string | null {
  if (report.ok) return 'not detected';
  const byTree = report.problems.filter(
    ({ kind }) => !/^(manifest|file-(changed|missing|not-listed))/.test(kind),
  );
  if (wrong === null || byListAlone === true) {
    return report.firstWrong === null || report.firstWrong.file?.startsWith('tile/') !== true
      ? null
      : `names entry ${report.firstWrong.index}, though no entry is wrong`;
  }
  // The list of files alone would have told that something was changed; which entry, only the tree can.
  if (byTree.length === 0) return 'detected by the list of files alone';
  const first = report.firstWrong;
  const said = `${first?.kind} ${first?.index} to ${first?.last}`;
  return first?.index === wrong.first && (wrong.first === wrong.last || first.last === wrong.last)
    ? null
    : `says ${said}, not ${wrong.first} to ${wrong.last}`;
}
