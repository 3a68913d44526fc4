import { Option } from 'commander';
import { GestandError } from '../../../base/error.ts';
import type { CaseKind } from '../../../domain/case-file.ts';
import { isReceiverAddress } from '../../../domain/receiver.ts';
import {
  type Correction,
  type RestrictionGround,
  restrictionGrounds,
  type Scope,
  type Wish,
} from '../../../domain/wish.ts';
import type { Policy } from '../../../policy/policy.ts';
import type { Asking } from './asking.ts';

/** What the options of a command say of a wish; each kind reads its own. */
export interface WishOptions {
  readonly text?: string;
  readonly purposes?: string;
  readonly categories?: string;
  readonly recipients?: string;
  readonly ground?: RestrictionGround;
  readonly to?: string;
  readonly correct?: readonly string[];
}

export function wishOptions(): readonly Option[] {
  return [
    new Option('--text <text>', 'the question or the complaint; of an objection or restriction, why'),
    new Option('--purposes <ids>', 'objection, restriction, withdrawal: of the policy, with commas, or all'),
    new Option('--categories <ids>', 'objection: only these data'),
    new Option('--recipients <ids>', 'objection: only at these recipients'),
    new Option('--ground <ground>', 'restriction: why').choices(restrictionGrounds),
    new Option(
      '--to <address>',
      'portability: https address of another organisation; without it, the person',
    ),
    new Option(
      '--correct <category=now=>wanted>',
      'rectification: what stands there and what should; more than once if need be',
    ).argParser((text: string, before: readonly string[] = []) => [...before, text]),
  ];
}

/** The options that a kind reads. */
const optionsOf: Readonly<Record<CaseKind, readonly (keyof WishOptions)[]>> = {
  access: [],
  erasure: [],
  question: ['text'],
  'security-information': ['text'],
  complaint: ['text'],
  rectification: ['correct'],
  portability: ['to'],
  withdrawal: ['purposes'],
  restriction: ['ground', 'purposes', 'text'],
  objection: ['purposes', 'categories', 'recipients', 'text'],
};

/**
 * Said of another kind, an option would be dropped without a word.
 *
 * @throws GestandError `bad-input` with the names of such options.
 */
export function refuseOthers(kind: CaseKind, options: WishOptions): void {
  const names = [...new Set(Object.values(optionsOf).flat())];
  const others = names.filter((name) => options[name] !== undefined && !optionsOf[kind].includes(name));
  if (others.length === 0) return;
  const given = others.map((name) => `--${name}`).join(', ');
  throw new GestandError(
    'bad-input',
    `${given}: not for --kind ${kind}. Leave it out, or choose another kind.`,
  );
}

interface Reading {
  readonly options: WishOptions;
  readonly asking: Asking;
  readonly policy: Policy;
}

/**
 * What somebody asks, from options and answers.
 *
 * @throws GestandError `bad-input` when something is missing, or the policy does not have it.
 */
export async function readWish(kind: CaseKind, reading: Reading): Promise<Wish> {
  const { options, asking, policy } = reading;
  const purposes = () => readScope('--purposes', options.purposes, { asking, known: policy.purposes });
  const reason = async () => options.text ?? (await asking.askIfAny('Why, in their words')) ?? null;
  switch (kind) {
    case 'access':
    case 'erasure':
      return { kind };
    case 'question':
    case 'security-information':
    case 'complaint':
      return { kind, text: options.text ?? (await asking.ask('--text', 'What do they ask or say')) };
    case 'rectification':
      return { kind, corrections: await readCorrections(reading) };
    case 'portability':
      return { kind, to: await readReceiver(reading) };
    case 'withdrawal':
      return { kind, purposes: await purposes() };
    case 'restriction': {
      const ground = options.ground ?? (await asking.choose('--ground', 'Why', restrictionGrounds));
      return { kind, ground, purposes: await purposes(), reason: await reason() };
    }
    case 'objection': {
      // Who names data or a recipient alone objects there to every purpose.
      const narrowed = options.categories !== undefined || options.recipients !== undefined;
      return {
        kind,
        purposes: narrowed && options.purposes === undefined ? 'all' : await purposes(),
        categories: idsIn('--categories', options.categories ?? 'all', policy.categories),
        recipients: idsIn('--recipients', options.recipients ?? 'all', policy.recipients),
        reason: await reason(),
      };
    }
  }
}

type Known = ReadonlyMap<string, unknown>;

async function readScope(
  option: string,
  given: string | undefined,
  { asking, known }: { readonly asking: Asking; readonly known: Known },
): Promise<Scope> {
  if (given !== undefined) return idsIn(option, given, known);
  const question = `Which purposes, with commas, or all (${[...known.keys()].join(', ')})`;
  const checked = (text: string) => {
    idsIn(option, text, known);
    return text;
  };
  return idsIn(option, await asking.ask(option, question, checked), known);
}

function idsIn(option: string, text: string, known: Known): Scope {
  if (text.trim() === 'all') return 'all';
  const ids = text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const unknown = ids.filter((id) => !known.has(id));
  if (ids.length > 0 && unknown.length === 0) return ids;
  throw new GestandError(
    'bad-input',
    `${option}: ${unknown.length === 0 ? 'nothing' : unknown.join(', ')} is not in the policy. It has: ${[...known.keys()].join(', ')}, or all.`,
  );
}

async function readReceiver({ options, asking }: Reading): Promise<'self' | { readonly receiver: string }> {
  const given = options.to ?? (await asking.askIfAny('To which https address; nothing: to themselves'));
  if (given === undefined || given === 'self') return 'self';
  if (!isReceiverAddress(given))
    throw new GestandError('bad-input', '--to: write a whole web address that starts with https://.');
  return { receiver: given };
}

async function readCorrections({ options, asking, policy }: Reading): Promise<readonly Correction[]> {
  if (options.correct !== undefined) return options.correct.map((text) => correctionIn(text, policy));
  const categories = [...policy.categories.keys()];
  const corrections: Correction[] = [];
  do {
    const category = await asking.choose('--correct', 'Which data', categories);
    const now = (await asking.askIfAny('What does it say now')) ?? null;
    const wanted = (await asking.askIfAny('What should it say')) ?? null;
    if (now !== null || wanted !== null) corrections.push({ category, now, wanted });
  } while ((await asking.askIfAny('Anything else? Type y, or nothing')) !== undefined);
  if (corrections.length === 0)
    throw new GestandError('bad-input', 'There is nothing to correct. Nothing was opened.');
  return corrections;
}

function correctionIn(text: string, { categories }: Policy): Correction {
  const [, category, now, wanted] = /^([^=]+)=(.*?)=>(.*)$/s.exec(text) ?? [];
  if (category === undefined || !categories.has(category.trim()))
    throw new GestandError(
      'bad-input',
      `--correct: write category=now=>wanted, with a category of the policy: ${[...categories.keys()].join(', ')}.`,
    );
  const valueIn = (value: string | undefined) => (value?.trim() === '' ? null : (value?.trim() ?? null));
  return { category: category.trim(), now: valueIn(now), wanted: valueIn(wanted) };
}
