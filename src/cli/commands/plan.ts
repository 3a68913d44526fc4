import { Argument, type Command } from 'commander';
import { type PlanPreview, type PreviewPlanInput, previewPlan } from '../../app/preview-plan.ts';
import type { Language } from '../../domain/language.ts';
import { type CandidateReader, candidateLines } from '../candidate-lines.ts';
import { language, projectCommand } from '../common-options.ts';
import { type IdentityOptions, requireIdentities, withIdentityOptions } from '../identity-options.ts';
import { officerOf, openSources } from '../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../shell.ts';

interface PlanOptions extends ProjectOptions, OutputOptions, IdentityOptions {
  readonly language: Language;
}

type PreviewedKind = PreviewPlanInput['kind'];

interface Words {
  readonly title: Readonly<Record<PreviewedKind, string>>;
  readonly nobody: string;
  readonly more: string;
  readonly seal: string;
  readonly nothingChanged: string;
}

const words: Readonly<Record<Language, Words>> = {
  nl: {
    title: { access: 'Plan voor inzage', erase: 'Plan voor verwijdering', export: 'Plan voor meenemen' },
    nobody: 'Deze persoon is nergens gevonden.',
    more: 'Geef nog iets waaraan deze persoon bekend is, bijvoorbeeld --customer-number; van een verzoek: gestand identify.',
    seal: 'Zegel',
    nothingChanged: 'Er is niets gewijzigd en niets bewaard.',
  },
  en: {
    title: { access: 'Plan for access', erase: 'Plan for erasure', export: 'Plan for taking along' },
    nobody: 'This person was found nowhere.',
    more: 'Give something more that this person is known by, such as --customer-number; of a request: gestand identify.',
    seal: 'Seal',
    nothingChanged: 'Nothing was changed and nothing was kept.',
  },
};

export function planCommand(shell: Shell): Command {
  const command = projectCommand('plan', {
    description: 'Says in sentences with counts what would be done for somebody. Changes nothing.',
    examples: [
      ['plan access --email lotte.vandermeer@example.nl', 'what she would receive'],
      ['plan erase --email lotte.vandermeer@example.nl --language en', 'what would go and what would stay'],
      ['plan export --email lotte.vandermeer@example.nl', 'what she would take along to somebody else'],
      ['plan access --phone 06-12345678 --customer-number K-1000011', 'who carries both'],
    ],
  }).addArgument(new Argument('<kind>', 'what is asked').choices(['access', 'erase', 'export']));
  return withIdentityOptions(command)
    .option('--language <nl|en>', 'in which the sentences are', language, 'nl')
    .option('--json', 'print the plan as JSON')
    .action((kind: PreviewedKind, options: PlanOptions) => run(shell, kind, options));
}

async function run(shell: Shell, kind: PreviewedKind, options: PlanOptions): Promise<void> {
  const given = requireIdentities(options);
  await withInstallation(shell, options, async (installation) => {
    await using opened = openSources(installation);
    const { policy, clock } = installation;
    shell.progress.step('Looking where this person is');
    const preview = await previewPlan(
      { policy, sources: opened.sources, clock, actor: officerOf(installation) },
      { kind, given, language: options.language },
    );
    if (preview.kind === 'ask') shell.exitCode = 1;
    const reader = { language: options.language, shown: shell.terminal.screen };
    show(shell, options, { json: asJson(preview, kind), lines: linesOf(preview, kind, reader) });
  });
}

function linesOf(preview: PlanPreview, kind: PreviewedKind, reader: CandidateReader): readonly string[] {
  const say = words[reader.language];
  if (preview.kind === 'ask') {
    const entries = preview.candidates.map((rows, i) => ({ title: `${i + 1}.`, rows }));
    return [...candidateLines(entries, reader), '', say.more];
  }
  const { made, found, sentences } = preview;
  return [
    `${say.title[kind]}, ${made.plan.on}`,
    ...(found.length === 0 ? [say.nobody] : found),
    '',
    ...sentences.map((sentence) => `- ${sentence}`),
    '',
    `${say.seal}: ${made.sealedHash}`,
    say.nothingChanged,
  ];
}

// Whom it is about stays out: this may end in a file.
function asJson(preview: PlanPreview, kind: PreviewedKind): object {
  if (preview.kind === 'ask') {
    const candidates = preview.candidates.map((rows) => rows.map(({ source, table }) => ({ source, table })));
    return { kind, sealedHash: null, candidates };
  }
  const { made, search, found, sentences } = preview;
  const { plan, sealedHash, counts } = made;
  const rows = search.tables.reduce((sum, table) => sum + table.rows, 0);
  return { kind, sealedHash, found: rows, search, foundBy: found, sentences, counts, plan };
}
