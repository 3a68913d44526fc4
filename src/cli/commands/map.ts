import { type Command, Option } from 'commander';
import { exportMap, type MapFormat, mapFormats } from '../../app/export-map.ts';
import type { Language } from '../../domain/language.ts';
import { language, projectCommand } from '../common-options.ts';
import { officerOf, openSources } from '../installation.ts';
import { type ProjectOptions, type Shell, withInstallation } from '../shell.ts';

interface MapOptions extends ProjectOptions {
  readonly format: MapFormat;
  readonly language: Language;
}

export function mapCommand(shell: Shell): Command {
  return projectCommand('map', {
    description:
      'The data map of every connected database as it is now: what each column holds and whose each row is.\nReads the shape of the databases, and not a row of them.',
    examples: [
      ['map', 'to read'],
      ['map --format csv > map.csv', 'for a spreadsheet, a line for each column'],
      ['map --format jsonld > map.jsonld', 'in terms of the Data Privacy Vocabulary of W3C'],
    ],
  })
    .addOption(new Option('--format <format>', 'how it is written').choices(mapFormats).default('text'))
    .option('--language <nl|en>', 'in which names are written; JSON-LD holds both', language, 'nl')
    .action((options: MapOptions) => run(shell, options));
}

async function run(shell: Shell, options: MapOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    await using opened = openSources(installation);
    const { policy } = installation;
    shell.progress.step('Looking at the databases');
    const context = { policy, sources: opened.sources, actor: officerOf(installation) };
    const text = await exportMap(context, options);
    shell.progress.done();
    shell.terminal.out(text);
  });
}
