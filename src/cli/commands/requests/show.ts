import type { Command } from 'commander';
import { byReceipt } from '../../../app/join-cases.ts';
import { type ReadCase, readCaseOf, type TimelineEntry } from '../../../app/read-case.ts';
import { textIn } from '../../../base/json-member.ts';
import { isJoinable } from '../../../domain/case-file.ts';
import type { OnBehalfOf } from '../../../domain/mandate.ts';
import type { Wish } from '../../../domain/wish.ts';
import { refusalGrounds } from '../../../law/refusal-grounds.ts';
import { command } from '../../common-options.ts';
import { officerOf, storeContext } from '../../installation.ts';
import { minuteText } from '../../minute-text.ts';
import { nextStep } from '../../next-step.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';

interface ShowOptions extends ProjectOptions, OutputOptions {
  readonly grounds?: boolean;
}

export function showCommand(shell: Shell): Command {
  return command('show', {
    description:
      'Shows what happened to a request; on a screen also what was asked, by whom, and what was written about it.',
    examples: [
      ['requests show GS-2026-7K3M9', 'read it before you answer'],
      ['requests show GS-2026-7K3M9 --grounds', 'also the grounds on which it could be refused'],
    ],
  })
    .argument('<case>', 'the reference of the request')
    .option('--grounds', 'also the grounds on which the law lets it be refused')
    .option('--json', 'print it as JSON, without what anybody wrote')
    .action((reference: string, _: ShowOptions, itself: Command) =>
      run(shell, reference, itself.optsWithGlobals<ShowOptions>()),
    );
}

async function run(shell: Shell, reference: string, options: ShowOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const read = await readCaseOf(storeContext(installation, officerOf(installation)), reference);
    const grounds = options.grounds === true ? refusalGrounds(read.file.kind) : [];
    show(shell, options, {
      json: {
        ...read.file,
        state: read.listed.state,
        awaits: read.listed.awaits,
        proposedRefusal:
          read.proposal === undefined
            ? null
            : { ground: read.proposal.ground, proposedBy: read.proposal.proposedBy, at: read.proposal.at },
        joinedTo: read.answeredBy?.reference ?? null,
        joined: read.joined.map(({ reference: its }) => its),
        samePerson: read.samePerson.map(({ reference: its, kind }) => ({ reference: its, kind })),
        timeline: read.timeline.map(({ words: _, ...event }) => event),
        ...(options.grounds === true ? { grounds: grounds.map(({ id, article }) => ({ id, article })) } : {}),
      },
      lines: [
        ...linesOf(read, shell.terminal.screen),
        ...(grounds.length === 0
          ? []
          : ['', 'Grounds:', ...grounds.map(({ id, article }) => `  ${id}: ${article}`)]),
      ],
    });
  });
}

function linesOf(read: ReadCase, screen: boolean): readonly string[] {
  const { file, listed, wish, email, onBehalfOf, timeline } = read;
  const next = nextStep(listed);
  const asked = wish === undefined ? ['What was asked is no longer kept.'] : wishLines(wish);
  return [
    `${file.reference}: ${file.kind}, by ${file.channel}, ${listed.state}, answer due on ${file.legalDate}`,
    `In the ledger and in a dossier: ${file.id}`,
    ...(next === '' ? [] : [`Next: ${next}`]),
    ...proposalLines(read),
    '',
    ...(screen
      ? [
          ...(email === undefined ? [] : [`From: ${email}`, '']),
          ...(onBehalfOf === undefined ? [] : [...forLines(onBehalfOf), '']),
          ...asked,
        ]
      : ['What was asked, and by whom, is shown on a screen alone.']),
    '',
    ...otherRequests(read),
    ...timeline.flatMap((entry) => entryLines(entry, screen)),
  ];
}

function proposalLines({ file: { reference }, proposal }: ReadCase): readonly string[] {
  if (proposal === undefined) return [];
  return [
    `Refusal proposed on ${minuteText(proposal.at)}, ground: ${proposal.ground}. To take it back: gestand requests refuse ${reference} --withdraw`,
  ];
}

function forLines({ mandate, identities }: OnBehalfOf): readonly string[] {
  return [`As ${mandate}, for:`, ...identities.map(({ kind, value }) => `  ${kind} ${value}`)];
}

function otherRequests({ file, samePerson, joined, answeredBy }: ReadCase): readonly string[] {
  const { reference, kind } = file;
  const lines = [
    ...(answeredBy === undefined
      ? []
      : [
          `Answered by ${answeredBy.reference}. Not one person after all? gestand requests split ${reference}`,
        ]),
    ...joined.map((other) => `Answers ${other.reference} too.`),
    ...samePerson.map((other) => {
      const [first, later] = [file, other].toSorted(byReceipt);
      const merge =
        other.kind === kind && isJoinable(kind)
          ? ` The same? gestand requests merge ${later?.reference} --into ${first?.reference}`
          : '';
      return `The same person also asks ${other.reference}: ${other.kind}.${merge}`;
    }),
  ];
  return lines.length === 0 ? [] : [...lines, ''];
}

function entryLines({ at, kind, actor, detail, words }: TimelineEntry, screen: boolean): readonly string[] {
  // Several recipients are told of one thing, each in a line.
  const recipient = textIn(detail, 'recipient');
  const line = `${minuteText(at)}  ${kind}${recipient === '' ? '' : ` ${recipient}`}  ${actor}`;
  return words === null || !screen ? [line] : [line, ...words.split('\n').map((each) => `    ${each}`)];
}

// In the words of the policy's ids: an officer decides about these, and the person reads the names.
function wishLines(wish: Wish): readonly string[] {
  switch (wish.kind) {
    case 'access':
    case 'erasure':
      return [`Asks for ${wish.kind}.`];
    case 'question':
    case 'security-information':
    case 'complaint':
      return wish.text.split('\n');
    case 'rectification':
      return wish.corrections.map(
        ({ category, now, wanted }) => `${category}: ${now ?? '(nothing)'} → ${wanted ?? '(nothing)'}`,
      );
    case 'portability':
      return [wish.to === 'self' ? 'To the person.' : `Straight to ${wish.to.receiver}`];
    case 'withdrawal':
      return [`Consent for: ${scopeText(wish.purposes)}`];
    case 'restriction':
      return [`Ground: ${wish.ground}`, `Purposes: ${scopeText(wish.purposes)}`, ...reasonLines(wish.reason)];
    case 'objection':
      return [
        `Purposes: ${scopeText(wish.purposes)}`,
        `Categories: ${scopeText(wish.categories)}`,
        `Recipients: ${scopeText(wish.recipients)}`,
        ...reasonLines(wish.reason),
      ];
  }
}

function scopeText(scope: 'all' | readonly string[]): string {
  return scope === 'all' ? 'all' : scope.join(', ');
}

function reasonLines(reason: string | null): readonly string[] {
  return reason === null ? [] : ['', ...reason.split('\n')];
}
