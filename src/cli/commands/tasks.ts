import type { Command } from 'commander';
import { listTasks } from '../../app/list-tasks.ts';
import { type ShownTask, showTask } from '../../app/show-task.ts';
import type { ViewedTask } from '../../app/task-view.ts';
import type { TaskId } from '../../base/ids.ts';
import type { Language } from '../../domain/language.ts';
import { explanationWords } from '../../plan/explanation-words.ts';
import { command, language, projectCommand, taskId, wholeNumber } from '../common-options.ts';
import { officerOf, storeContext } from '../installation.ts';
import {
  type OutputOptions,
  type ProjectOptions,
  type Shell,
  show,
  table,
  withInstallation,
} from '../shell.ts';

interface ListOptions extends ProjectOptions, OutputOptions {
  readonly all?: boolean;
  readonly limit: number;
}

interface ShowOptions extends ProjectOptions, OutputOptions {
  readonly language: Language;
}

export function tasksCommand(shell: Shell): Command {
  const tasks = projectCommand('tasks', {
    description: 'Lists what people are asked to do by hand, what is overdue first.',
    examples: [
      ['tasks', 'what waits, and until when'],
      ['tasks --all --json', 'also what was attested, for a program'],
      ['tasks show task_01kb…', 'one of them, with whom it is about: on a screen alone'],
    ],
  })
    .option('--all', 'also those that were attested or cancelled')
    .option('--limit <number>', 'at most so many', wholeNumber(1, 1000), 100)
    .option('--json', 'print them as JSON')
    .action((options: ListOptions) => list(shell, options));
  tasks.addCommand(
    command('show', {
      description: 'Shows a task with its instructions, and on a screen whom it is about.',
      examples: [['tasks show task_01kb…', 'what is asked, and whom to look up']],
    })
      .argument('<task>', 'the id of the task', taskId)
      .option('--language <nl|en>', 'of the instructions', language, 'nl')
      .option('--json', 'print it as JSON, without whom it is about')
      .action((id: TaskId, _: ShowOptions, itself: Command) =>
        showOne(shell, id, itself.optsWithGlobals<ShowOptions>()),
      ),
  );
  return tasks;
}

async function list(shell: Shell, options: ListOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const context = { ...storeContext(installation, officerOf(installation)), policy: installation.policy };
    const { all = false, limit } = options;
    const listed = await listTasks(context, { all, limit });
    const rows = [
      ['TASK', 'REQUEST', 'SYSTEM', 'ASKS FOR', 'STATE', 'DUE', 'DAYS LEFT'],
      ...listed.map(rowOf),
    ];
    show(shell, options, {
      json: listed.map(jsonOf),
      lines: listed.length === 0 ? ['No tasks.'] : table(rows),
    });
  });
}

function rowOf({ task, reference, dueOn, daysLeft }: ViewedTask): readonly string[] {
  return [
    task.id,
    reference ?? '',
    task.source,
    task.asks,
    stateOf(task, daysLeft),
    dueOn.toString(),
    task.state === 'open' ? String(daysLeft) : '',
  ];
}

function stateOf({ state, attested }: ViewedTask['task'], daysLeft: number): string {
  if (attested !== null) return attested.outcome;
  return state === 'open' && daysLeft < 0 ? 'overdue' : state;
}

async function showOne(shell: Shell, id: TaskId, options: ShowOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const context = { ...storeContext(installation, officerOf(installation)), policy: installation.policy };
    const shown = await showTask(context, id);
    show(shell, options, {
      json: jsonOf(shown),
      lines: linesOf(shown, { language: options.language, screen: shell.terminal.screen }),
    });
  });
}

function linesOf(
  { task, reference, system, owner, instructions, dueOn, daysLeft, subject, note }: ShownTask,
  { language: spoken, screen }: { readonly language: Language; readonly screen: boolean },
): readonly string[] {
  const mail = owner?.email == null ? '' : ` <${owner.email}>`;
  return [
    `${task.id}: ${task.asks} in ${system[spoken]}, for ${reference ?? 'no request'}`,
    `State: ${stateOf(task, daysLeft)}, due on ${dueOn}`,
    ...(owner === null ? [] : [`Owner: ${owner.role[spoken]}${mail}`]),
    ...(instructions === null ? [] : ['', instructions[spoken]]),
    ...(note === null ? [] : ['', `Note: ${note}`]),
    ...(subject === null ? [] : ['', ...(screen ? subjectLines(subject, spoken) : [hidden])]),
    ...(task.state === 'open' ? ['', `When it is done: gestand attest ${task.id}`] : []),
  ];
}

const hidden = 'Whom it is about is shown on a screen only, not in a file.';

function subjectLines(
  { identities, names, corrections = [] }: NonNullable<ShownTask['subject']>,
  spoken: Language,
): readonly string[] {
  return [
    'Look for:',
    ...table([
      ...identities.map(({ kind, value }) => [`  ${explanationWords[spoken].identity[kind]}`, value]),
      ...names.map(({ column, value }) => [`  ${column}`, value]),
    ]),
    ...(corrections.length === 0
      ? []
      : [
          'Correct:',
          ...table(
            corrections.map(({ category, now, wanted }) => [
              `  ${category}`,
              `${now ?? '(nothing)'} → ${wanted ?? '(nothing)'}`,
            ]),
          ),
        ]),
  ];
}

// Whom it is about stays out: this may end in a file.
function jsonOf({ task, reference, system, owner, instructions, dueOn, daysLeft }: ViewedTask): object {
  return { ...task, reference, system, owner, instructions, dueOn: dueOn.toString(), daysLeft };
}
