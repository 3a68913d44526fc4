import { type Command, Option } from 'commander';
import { exportRegister, type RegisterFormat, registerFormats } from '../../app/export-register.ts';
import type { Language } from '../../domain/language.ts';
import { language, projectCommand } from '../common-options.ts';
import { readPolicyFile } from '../project.ts';
import { openProject, type ProjectOptions, type Shell } from '../shell.ts';

interface RegisterOptions extends ProjectOptions {
  readonly format: RegisterFormat;
  readonly language: Language;
}

export function registerCommand(shell: Shell): Command {
  return projectCommand('register', {
    description:
      'The register of processing activities that article 30 of the GDPR asks for, from the policy.\nWhat the authority may ask to see, and what nobody has to keep apart.',
    examples: [
      ['register', 'to read'],
      ['register --format csv --language en > register.csv', 'for a spreadsheet'],
      ['register --format jsonld > register.jsonld', 'in terms of the Data Privacy Vocabulary of W3C'],
    ],
  })
    .addOption(new Option('--format <format>', 'how it is written').choices(registerFormats).default('text'))
    .option('--language <nl|en>', 'in which it is written; JSON and JSON-LD hold both', language, 'nl')
    .action((options: RegisterOptions) => {
      const { project } = openProject(options);
      const policy = readPolicyFile(project);
      shell.terminal.out(exportRegister({ policy, format: options.format, language: options.language }));
    });
}
