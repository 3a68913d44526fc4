import { type Command, Option } from 'commander';
import { listNotices } from '../../app/list-notices.ts';
import { type MarkNoticeInput, markNotice } from '../../app/mark-notice.ts';
import type { ViewedNotice } from '../../app/notice-view.ts';
import { type ShownNotice, showNotice } from '../../app/show-notice.ts';
import type { NoticeId } from '../../base/ids.ts';
import type { Language } from '../../domain/language.ts';
import { explanationWords } from '../../plan/explanation-words.ts';
import { deedWords } from '../../report/recipients/recipient-words.ts';
import { command, language, noticeId, projectCommand, wholeNumber } from '../common-options.ts';
import { type Installation, officerOf, storeContext } from '../installation.ts';
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

interface MarkOptions extends ProjectOptions, OutputOptions {
  readonly outcome: MarkNoticeInput['outcome'];
  readonly note?: string;
}

export function noticesCommand(shell: Shell): Command {
  const notices = projectCommand('notices', {
    description:
      'Lists what recipients of data were told and have not confirmed, the earliest due first (GDPR art. 19).',
    examples: [
      ['notices', 'what waits, and until when'],
      ['notices --all --json', 'also what was confirmed, for a program'],
      ['notices show notice_01kb…', 'one of them, with whom it is about: on a screen alone'],
      [
        'notices mark notice_01kb… --outcome told --note "confirmed by telephone by their privacy desk"',
        'you told them yourself',
      ],
    ],
  })
    .option('--all', 'also those that were confirmed, or need not be told')
    .option('--limit <number>', 'at most so many', wholeNumber(1, 1000), 100)
    .option('--json', 'print them as JSON')
    .action((options: ListOptions) => list(shell, options));
  notices.addCommand(
    command('show', {
      description: 'Shows a notice, and on a screen whom it is about.',
      examples: [['notices show notice_01kb…', 'what they are asked, and for whom']],
    })
      .argument('<notice>', 'the id of the notice', noticeId)
      .option('--language <nl|en>', 'of what they are asked', language, 'nl')
      .option('--json', 'print it as JSON, without whom it is about')
      .action((id: NoticeId, _: ShowOptions, itself: Command) =>
        showOne(shell, id, itself.optsWithGlobals<ShowOptions>()),
      ),
  );
  notices.addCommand(markCommand(shell));
  return notices;
}

function markCommand(shell: Shell): Command {
  return command('mark', {
    description:
      'Says in your name that a recipient was told, or why not. A note must name nobody: it stays.\nArt. 19 lets a recipient go untold when that is impossible, or takes a disproportionate effort.',
    examples: [
      [
        'notices mark notice_01kb… --outcome told --note "confirmed in their portal"',
        'they know, and confirmed it',
      ],
      [
        'notices mark notice_01kb… --outcome impossible --note "the company no longer exists"',
        'they cannot be told',
      ],
      ['notices mark notice_01kb… --outcome again', 'what failed goes out once more'],
    ],
  })
    .argument('<notice>', 'the id of the notice', noticeId)
    .addOption(
      new Option('--outcome <outcome>', 'what came of it')
        .choices(['told', 'impossible', 'disproportionate', 'again'])
        .makeOptionMandatory(),
    )
    .option('--note <text>', 'how they confirmed it, or why it cannot be done')
    .option('--json', 'print it as JSON')
    .action((id: NoticeId, _: MarkOptions, itself: Command) =>
      mark(shell, id, itself.optsWithGlobals<MarkOptions>()),
    );
}

async function list(shell: Shell, options: ListOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const { all = false, limit } = options;
    const listed = await listNotices(contextOf(installation), { all, limit });
    const rows = [
      ['NOTICE', 'REQUEST', 'RECIPIENT', 'ABOUT', 'BY', 'STATE', 'DUE', 'DAYS LEFT', ''],
      ...listed.map(rowOf),
    ];
    show(shell, options, {
      json: listed.map(jsonOf),
      lines: listed.length === 0 ? ['No notices.'] : table(rows),
    });
  });
}

function contextOf(installation: Installation) {
  return { ...storeContext(installation, officerOf(installation)), policy: installation.policy };
}

function rowOf({ notice, name, references, dueOn, daysLeft }: ViewedNotice): readonly string[] {
  const open = notice.settledAt === null;
  return [
    notice.id,
    shortList(references),
    name,
    notice.deed,
    notice.way,
    open && daysLeft < 0 ? `${notice.state}, overdue` : notice.state,
    dueOn.toString(),
    open ? String(daysLeft) : '',
    next(notice),
  ];
}

/** Of many that were answered together the first two: `show` names them all. */
function shortList(references: readonly string[]): string {
  const [first, second, ...more] = references;
  return [first, second, ...(more.length === 0 ? [] : [`${more.length} more`])]
    .filter((each) => each !== undefined)
    .join(', ');
}

/** What whoever reads the list must do, or know. */
function next({ state, way, lastCode }: ViewedNotice['notice']): string {
  if (state === 'failed')
    return `${lastCode ?? 'no answer'}: tell them yourself, or mend it and mark it again`;
  if (state !== 'waiting') return '';
  if (way === 'hand') return 'tell them yourself: gestand notices show';
  return lastCode === null ? '' : `tried: ${lastCode}`;
}

async function showOne(shell: Shell, id: NoticeId, options: ShowOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const shown = await showNotice(contextOf(installation), id);
    show(shell, options, {
      json: { ...jsonOf(shown), note: shown.note },
      lines: linesOf(shown, { spoken: options.language, screen: shell.terminal.screen }),
    });
  });
}

function linesOf(
  { notice, name, recipient, references, purposes, dueOn, daysLeft, people, note }: ShownNotice,
  { spoken, screen }: { readonly spoken: Language; readonly screen: boolean },
): readonly string[] {
  const { title, ask, law } = deedWords[spoken][notice.deed];
  const overdue = notice.settledAt === null && daysLeft < 0 ? ', overdue' : '';
  return [
    `${notice.id}: ${title} (${law})`,
    `To: ${name}${recipient?.notify?.kind === 'email' ? ` <${recipient.notify.email}>` : ''}, for ${references.length === 0 ? 'no request' : references.join(', ')}`,
    `State: ${notice.state}${overdue}, due on ${dueOn}`,
    ...(notice.excuse === null ? [] : [`Not told because it is ${notice.excuse}.`]),
    ...(notice.lastCode === null
      ? []
      : [`Tried ${notice.attempts} times; the last time: ${notice.lastCode}`]),
    ...(notice.receipt === null ? [] : [`Their receipt: ${notice.receipt}`]),
    ...(note === null ? [] : [`Note: ${note}`]),
    '',
    ask,
    `Purposes: ${scopeText(purposes)}. Categories: ${scopeText(notice.scope.categories)}.`,
    ...(people === null ? [] : ['', ...(screen ? peopleLines(people, spoken) : [hidden])]),
    ...(notice.settledAt === null
      ? ['', `When they know: gestand notices mark ${notice.id} --outcome told --note "…"`]
      : []),
  ];
}

const hidden = 'Whom it is about is shown on a screen only, not in a file.';

function scopeText(scope: 'all' | readonly string[]): string {
  return scope === 'all' ? 'all' : scope.length === 0 ? 'none' : scope.join(', ');
}

function peopleLines(
  { identities, corrections }: NonNullable<ShownNotice['people']>,
  spoken: Language,
): readonly string[] {
  return [
    'About:',
    ...table(identities.map(({ kind, value }) => [`  ${explanationWords[spoken].identity[kind]}`, value])),
    ...corrections.map(
      ({ category, now, wanted }) => `  ${category}: ${now ?? '(nothing)'} → ${wanted ?? '(nothing)'}`,
    ),
  ];
}

async function mark(shell: Shell, id: NoticeId, options: MarkOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const { outcome, note } = options;
    const marked = await markNotice(contextOf(installation), { noticeId: id, outcome, note });
    show(shell, options, { json: marked, lines: [`${marked.id}: ${marked.state}.`] });
  });
}

// Whom it is about stays out: this may end in a file.
function jsonOf({ notice, name, references, dueOn, daysLeft }: ViewedNotice): object {
  // Of one request `reference` says it; of several together `references`.
  const reference = references.length === 1 ? (references[0] ?? null) : null;
  return { ...notice, name, reference, references, dueOn: dueOn.toString(), daysLeft };
}
