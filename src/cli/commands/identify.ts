import type { Command } from 'commander';
import {
  identifyPerson,
  listCandidates,
  type RequestCandidates,
  type ShownCandidate,
} from '../../app/identify-person.ts';
import type { RequestPlanning } from '../../app/plan-request.ts';
import { GestandError } from '../../base/error.ts';
import type { Language } from '../../domain/language.ts';
import { candidateLines } from '../candidate-lines.ts';
import { language, projectCommand } from '../common-options.ts';
import { appContext, officerOf, openSources } from '../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../shell.ts';

interface IdentifyOptions extends ProjectOptions, OutputOptions {
  readonly choose?: string;
  readonly language: Language;
}

interface Words {
  readonly title: (reference: string, kind: string) => string;
  readonly nobody: string;
  readonly proven: string;
  readonly stated: string;
  readonly chosenBefore: string;
  readonly question: string;
}

const words: Readonly<Record<Language, Words>> = {
  nl: {
    title: (reference, kind) => `${reference}: ${kind}`,
    nobody: 'Het bewezen e-mailadres staat nergens.',
    proven: 'het bewezen e-mailadres staat erbij',
    stated: 'het klantnummer dat deze persoon opgaf staat erbij',
    chosenBefore: 'eerder gekozen',
    question: 'Wie vraagt dit? Typ een nummer, meer nummers met een komma ertussen, of geen: ',
  },
  en: {
    title: (reference, kind) => `${reference}: ${kind}`,
    nobody: 'The proven e-mail address is nowhere.',
    proven: 'carries the proven e-mail address',
    stated: 'carries the customer number that this person stated',
    chosenBefore: 'chosen before',
    question: 'Who asks? Type a number, several with commas between them, or none: ',
  },
};

export function identifyCommand(shell: Shell): Command {
  return projectCommand('identify', {
    description:
      'Shows the people that the proven address of a request may be of, asks who it is, and makes the plan for them.',
    examples: [
      ['identify GS-2026-7K3M9', 'look, then say who asks'],
      ['identify GS-2026-7K3M9 --choose 3f09ab12', 'the one with this code; several with commas, or none'],
    ],
  })
    .argument('<case>', 'the reference of the request')
    .option('--choose <codes>', 'who it is, by code; "none" when it is none of them')
    .option('--language <nl|en>', 'in which it is asked', language, 'nl')
    .option('--json', 'print it as JSON, without what people are known by')
    .action((reference: string, options: IdentifyOptions) => run(shell, reference, options));
}

async function run(shell: Shell, reference: string, options: IdentifyOptions): Promise<void> {
  const { terminal } = shell;
  await withInstallation(shell, options, async (installation) => {
    await using opened = openSources(installation);
    const context = appContext(installation, opened, officerOf(installation));
    shell.progress.step('Looking who this can be');
    const found = await listCandidates(context, { reference });
    const { candidates, file } = found;
    const asking = options.choose === undefined && options.json !== true && terminal.interactive;
    if (options.choose === undefined || asking)
      show(shell, options, { json: asJson(found), lines: linesOf(found, options.language, terminal.screen) });
    if (candidates.length === 0 || (options.choose === undefined && !asking)) return;
    const chosen = asking
      ? numbered(candidates, await terminal.ask(words[options.language].question))
      : coded(options.choose ?? '');
    const shown = candidates.map(({ code }) => code);
    const planning = await identifyPerson(context, { reference, shown, chosen });
    show(shell, options, {
      json: { reference: file.reference, chosen, candidates: candidates.length, ...planned(planning) },
      lines: [`Chosen: ${chosen.length} of ${candidates.length}.`, nextLine(planning, file.reference)],
    });
  });
}

function nextLine({ kind }: RequestPlanning, reference: string): string {
  if (kind === 'planned') return `The plan is made: gestand approve ${reference}`;
  if (kind === 'joined')
    return `An earlier request of the same person answers it: gestand requests show ${reference}`;
  return `What was found changed meanwhile. Look at it again: gestand identify ${reference}`;
}

function linesOf(
  { file, candidates }: RequestCandidates,
  spoken: Language,
  screen: boolean,
): readonly string[] {
  const say = words[spoken];
  const title = say.title(file.reference, file.kind);
  if (candidates.length === 0) return [title, '', say.nobody];
  const entries = candidates.map((candidate, i) => ({
    title: [`${i + 1}. ${candidate.code}`, ...remarks(candidate, say)].join('; '),
    rows: candidate.rows,
  }));
  return [title, '', ...candidateLines(entries, { language: spoken, shown: screen })];
}

function remarks(
  { carriesProven, carriesStated, chosenBefore }: ShownCandidate,
  say: Words,
): readonly string[] {
  return [
    ...(carriesProven ? [say.proven] : []),
    ...(carriesStated === true ? [say.stated] : []),
    ...(chosenBefore ? [say.chosenBefore] : []),
  ];
}

const none = /^(none|geen|0)$/i;

/** @throws GestandError `bad-input` when the answer names nobody who was shown. */
function numbered(candidates: readonly ShownCandidate[], answer: string): readonly string[] {
  if (none.test(answer.trim())) return [];
  return partsOf(answer).map((part) => {
    const candidate = /^\d+$/.test(part) ? candidates[Number(part) - 1] : undefined;
    if (candidate !== undefined) return candidate.code;
    throw new GestandError(
      'bad-input',
      `Type numbers from 1 to ${candidates.length}, or none. Nothing was chosen.`,
    );
  });
}

/** @throws GestandError `bad-input` when there is no code in it. */
function coded(text: string): readonly string[] {
  return none.test(text.trim()) ? [] : partsOf(text).map((part) => part.toLowerCase());
}

function partsOf(text: string): readonly string[] {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '');
  if (parts.length > 0) return parts;
  throw new GestandError('bad-input', 'Nothing was chosen. Say who it is, or "none".');
}

function planned(planning: RequestPlanning): object {
  return planning.kind === 'planned' ? { sealedHash: planning.plan.sealedHash } : { sealedHash: null };
}

// What they are known by stays out: this may end in a file.
function asJson({ file, candidates }: RequestCandidates): object {
  return {
    reference: file.reference,
    candidates: candidates.map(({ code, rows, carriesProven, carriesStated, chosenBefore }) => ({
      code,
      carriesProven,
      carriesStated,
      chosenBefore,
      rows: rows.map(({ source, table }) => ({ source, table })),
    })),
  };
}
