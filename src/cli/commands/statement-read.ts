import type { Command } from 'commander';
import {
  type DraftFromStatement,
  draftFiles,
  draftFromStatement,
  refuseWrongAnswers,
} from '../../app/draft-from-statement.ts';
import type { StatementFile } from '../../app/read-statement-file.ts';
import { type Answers, answerFault, wish } from '../../catalog/statement-draft/draft-question.ts';
import type { Language } from '../../domain/language.ts';
import { readAnswers } from '../answers-file.ts';
import { command, language } from '../common-options.ts';
import { Stopped } from '../dialogue.ts';
import { writeChanges } from '../init/folder-files.ts';
import { readJson, readLines } from '../read-output.ts';
import { type OutputOptions, type Shell, show } from '../shell.ts';
import { openStatementFile } from '../statement-file.ts';

interface ReadOptions extends OutputOptions {
  readonly out?: string;
  readonly answers?: string;
  readonly language?: Language;
}

export function readCommand(shell: Shell): Command {
  return command('read', {
    description:
      'Finds the promises of any privacy statement, Dutch or English, and what else it commits to, and drafts a first\npolicy and statement. What the text does not say is asked, in a terminal or with --answers, and never made up.',
    examples: [
      ['statement read privacy.html', 'its promises, each with its sentence and how sure that is'],
      [
        'statement read privacy.html --out privacy',
        'also writes policy.yaml, statement.nl.md and DECISIONS.md there',
      ],
      ['statement read privacy.html --out privacy --answers answers.yaml', 'with the answers, in a script'],
      ['statement read privacy.html --json', 'everything for a program'],
    ],
  })
    .argument('<file>', 'the statement: .md, .txt or .html')
    .option('--out <folder>', 'where the draft is written; what is there stays')
    .option('--answers <file>', 'answers to the questions of the draft, as YAML')
    .option(
      '--language <language>',
      'the language of promises and questions, nl or en; else that of the statement',
      language,
    )
    .option('--json', 'print the promises, facts, questions and drafts as JSON')
    .action((file: string, options: ReadOptions) => run(shell, file, options));
}

async function run(shell: Shell, file: string, options: ReadOptions): Promise<void> {
  const opened = openStatementFile(file, undefined);
  const answers: Answers = options.answers === undefined ? new Map() : readAnswers(options.answers);
  if (answers.size > 0) refuseWrongAnswers(opened, answers);
  const draft = await draftOf(shell, opened, { answers, options });
  const said = options.language ?? draft.read.document.language;
  const written = options.out === undefined ? [] : writeChanges(options.out, draftFiles(draft));
  show(shell, options, {
    json: readJson(draft, { language: said, written }),
    lines: readLines(draft, { language: said, written }),
  });
}

/** Somebody who sits there and wants files is asked; in a script the questions are listed. */
async function draftOf(
  shell: Shell,
  file: StatementFile,
  { answers, options }: { readonly answers: Answers; readonly options: ReadOptions },
): Promise<DraftFromStatement> {
  const draft = draftFromStatement(file, answers);
  const asks = shell.terminal.interactive && options.out !== undefined && options.answers === undefined;
  if (!asks || options.json === true || draft.questions.length === 0) return draft;
  return converse(shell, file, { first: draft, language: options.language ?? draft.read.document.language });
}

const hint: Readonly<Record<Language, string>> = {
  nl: 'Enter: later beslissen; q: stoppen met vragen.',
  en: 'Enter: decide later; q: no more questions.',
};

async function converse(
  { terminal }: Shell,
  file: StatementFile,
  { first, language: spoken }: { readonly first: DraftFromStatement; readonly language: Language },
): Promise<DraftFromStatement> {
  using dialogue = terminal.converse();
  const answers = new Map<string, string>();
  const skipped = new Set<string>();
  terminal.err(`${hint[spoken]}\n`);
  let draft = first;
  try {
    for (;;) {
      const question = draft.questions.find(({ id }) => !skipped.has(id));
      if (question === undefined) return draft;
      if (question.sentence !== null) terminal.err(`\n  “${question.sentence}”\n`);
      const options = wish(question.shape);
      const answer = await dialogue.ask(`${question.text[spoken]}${options === '' ? '' : ` (${options})`} `);
      if (answer === 'q') return draft;
      if (answer === '') skipped.add(question.id);
      else if (answerFault(question, answer) === null) {
        answers.set(question.id, answer);
        draft = draftFromStatement(file, answers);
      } else terminal.err(`${options}\n`);
    }
  } catch (error) {
    if (error instanceof Stopped) return draft;
    throw error;
  }
}
