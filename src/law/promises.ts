import { howWeProtectIt } from './promises/how-we-protect-it.ts';
import type { PromiseDefinition } from './promises/promise-definition.ts';
import { silentDuties } from './promises/silent-duties.ts';
import { whatWeCollect } from './promises/what-we-collect.ts';
import { whenItGoesWrong } from './promises/when-it-goes-wrong.ts';
import { whereItStays } from './promises/where-it-stays.ts';
import { whoReceivesIt } from './promises/who-receives-it.ts';
import { whyWeUseIt } from './promises/why-we-use-it.ts';
import { yourRights } from './promises/your-rights.ts';

const all = [
  ...whatWeCollect,
  ...whyWeUseIt,
  ...whoReceivesIt,
  ...howWeProtectIt,
  ...yourRights,
  ...whenItGoesWrong,
  ...whereItStays,
  ...silentDuties,
] as const;

/** `P01`–`P64` for what a statement says, `D01`–`D16` for what the law asks in silence. */
export type PromiseId = (typeof all)[number]['id'];

/** Every promise, in the order of the statement; the silent duties last. */
export const promises: readonly PromiseDefinition<PromiseId>[] = all;

export const promiseIds: readonly PromiseId[] = promises.map((promise) => promise.id);

const byId = new Map<string, PromiseDefinition<PromiseId>>(promises.map((promise) => [promise.id, promise]));

/** Whether a text is the id of a promise. */
export function isPromiseId(text: string): text is PromiseId {
  return byId.has(text);
}

/** The promise of that id, or `undefined` when nobody knows it. */
export function promiseById(id: string): PromiseDefinition<PromiseId> | undefined {
  return byId.get(id);
}
