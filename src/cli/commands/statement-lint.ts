import { type Command, Option } from 'commander';
import { lintStatement } from '../../app/lint-statement.ts';
import type { Language } from '../../domain/language.ts';
import { command, language } from '../common-options.ts';
import { lintJson, lintLines, lintSarif } from '../lint-output.ts';
import { type OutputOptions, type Shell, show } from '../shell.ts';
import { openStatementFile } from '../statement-file.ts';
import { programVersion } from '../version.ts';

interface LintOptions extends OutputOptions {
  readonly policy?: string;
  readonly language?: Language;
  readonly sarif?: boolean;
}

export function lintCommand(shell: Shell): Command {
  return command('lint', {
    description:
      'Says what is missing, misleading or stale in any privacy statement, Dutch or English: the place, the article, and\nwhat to do. Ends with 1 when there is an error.',
    examples: [
      ['statement lint privacy.html', 'a page, a text or Markdown, of any organisation'],
      [
        'statement lint statement.nl.md --policy policy.yaml',
        'also against what the organisation really does',
      ],
      ['statement lint privacy.txt --language en', 'messages in English about a Dutch text'],
      ['statement lint privacy.txt --sarif', 'the findings for code scanning'],
    ],
  })
    .argument('<file>', 'the statement: .md, .txt or .html')
    .option('--policy <file>', 'a policy to hold the statement against')
    .option(
      '--language <language>',
      'the language of the messages, nl or en; else that of the statement',
      language,
    )
    .option('--json', 'print the findings as JSON')
    .addOption(new Option('--sarif', 'print the findings as SARIF 2.1.0').conflicts('json'))
    .action((file: string, options: LintOptions) => run(shell, file, options));
}

function run(shell: Shell, file: string, options: LintOptions): void {
  const linted = lintStatement(openStatementFile(file, options.policy), options.language);
  const said = options.language ?? linted.language;
  show(shell, options.sarif === true ? { json: true } : options, {
    json: options.sarif === true ? lintSarif(linted, programVersion(), said) : lintJson(linted),
    lines: lintLines(linted),
  });
  shell.exitCode = linted.errors > 0 ? 1 : 0;
}
