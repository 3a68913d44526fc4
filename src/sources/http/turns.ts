import { setTimeout as sleep } from 'node:timers/promises';

/** Hands out turns, so many a second: who calls an API waits for theirs. */
export class Turns {
  readonly #interval: number;
  #next = 0;

  constructor(perSecond: number) {
    this.#interval = 1000 / perSecond;
  }

  /** Resolves when it is the caller's turn; turns are given in the order in which they were asked for. */
  async take(signal: AbortSignal): Promise<void> {
    const now = performance.now();
    const mine = Math.max(this.#next, now);
    this.#next = mine + this.#interval;
    if (mine > now) await sleep(mine - now, undefined, { signal });
  }

  /** Nobody gets a turn before so many seconds have passed. */
  pause(seconds: number): void {
    this.#next = Math.max(this.#next, performance.now() + seconds * 1000);
  }
}
