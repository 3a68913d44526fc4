import { Argument, type Command } from 'commander';
import { type PlanPreview, previewPlan } from '../../app/preview-plan.ts';
import type { Language } from '../../domain/language.ts';
import type { PlanKind } from '../../plan/plan.ts';
import { emailAddress, language, projectCommand } from '../common-options.ts';
import { officerOf, openSources } from '../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../shell.ts';

interface PlanOptions extends ProjectOptions, OutputOptions {
  readonly email: string;
  readonly language: Language;
}

interface Words {
  readonly title: Readonly<Record<PlanKind, string>>;
  readonly found: (rows: number, sources: number) => string;
  readonly seal: string;
  readonly nothingChanged: string;
}

const words: Readonly<Record<Language, Words>> = {
  nl: {
    title: { access: 'Plan voor inzage', erase: 'Plan voor verwijdering' },
    found: (rows, sources) => `Gevonden: ${rows} × deze persoon, in ${sources} bronnen.`,
    seal: 'Zegel',
    nothingChanged: 'Er is niets gewijzigd en niets bewaard.',
  },
  en: {
    title: { access: 'Plan for access', erase: 'Plan for erasure' },
    found: (rows, sources) => `Found: ${rows} × this person, in ${sources} sources.`,
    seal: 'Seal',
    nothingChanged: 'Nothing was changed and nothing was kept.',
  },
};

export function planCommand(shell: Shell): Command {
  return projectCommand('plan', {
    description: 'Says in sentences with counts what would be done for somebody. Changes nothing.',
    examples: [
      ['plan access --email lotte.vandermeer@example.nl', 'what she would receive'],
      ['plan erase --email lotte.vandermeer@example.nl --language en', 'what would go and what would stay'],
    ],
  })
    .addArgument(new Argument('<kind>', 'what is asked').choices(['access', 'erase']))
    .requiredOption('--email <address>', 'an address the person is known by', emailAddress)
    .option('--language <nl|en>', 'in which the sentences are', language, 'nl')
    .option('--json', 'print the plan as JSON')
    .action((kind: PlanKind, options: PlanOptions) => run(shell, kind, options));
}

async function run(shell: Shell, kind: PlanKind, options: PlanOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    await using opened = openSources(installation);
    const { policy, clock } = installation;
    shell.progress.step('Looking where this person is');
    const preview = await previewPlan(
      { policy, sources: opened.sources, clock, actor: officerOf(installation) },
      { kind, email: options.email, language: options.language },
    );
    show(shell, options, { json: asJson(preview), lines: linesOf(preview, kind, options.language) });
  });
}

function linesOf({ made, sentences }: PlanPreview, kind: PlanKind, spoken: Language): readonly string[] {
  const say = words[spoken];
  const sources = new Set(made.person.rows.map(({ source }) => source));
  return [
    `${say.title[kind]}, ${made.plan.on}`,
    say.found(made.person.rows.length, sources.size),
    '',
    ...sentences.map((sentence) => `- ${sentence}`),
    '',
    `${say.seal}: ${made.sealedHash}`,
    say.nothingChanged,
  ];
}

// Whom it is about stays out: this may end in a file.
function asJson({ made, sentences }: PlanPreview): object {
  const { plan, sealedHash, counts, person } = made;
  return { kind: plan.kind, sealedHash, found: person.rows.length, sentences, counts, plan };
}
