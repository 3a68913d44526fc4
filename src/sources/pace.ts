import { setTimeout as sleep } from 'node:timers/promises';

/** Does a piece of work when it is its turn. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

export const atOnce: Turn = (work) => work();

/** In milliseconds from some moment on. */
export interface PassingTime {
  now(): number;
  sleep(milliseconds: number): Promise<unknown>;
}

const realTime: PassingTime = { now: () => performance.now(), sleep: (milliseconds) => sleep(milliseconds) };

/** However long a piece of work took, waiting for a lock perhaps: the next one need not wait for longer than this. */
const longestRestMilliseconds = 10_000;

/**
 * Keeps our work in a database to a share of the time, so that the application it is there for is hardly held up: after
 * each piece nobody gets a turn for as long as the share asks. What comes alone does not wait.
 */
export class Pace {
  readonly #restForEach: number;
  readonly #time: PassingTime;
  #restUntil = 0;

  /** `share`: of the time, above 0 and up to 1, which is without any rest. */
  constructor(share: number, time: PassingTime = realTime) {
    this.#restForEach = 1 / share - 1;
    this.#time = time;
  }

  readonly turn: Turn = async (work) => {
    for (;;) {
      const rest = this.#restUntil - this.#time.now();
      if (rest <= 0) break;
      await this.#time.sleep(rest);
    }
    const start = this.#time.now();
    try {
      return await work();
    } finally {
      const end = this.#time.now();
      const rest = Math.min((end - start) * this.#restForEach, longestRestMilliseconds);
      this.#restUntil = Math.max(this.#restUntil, end) + rest;
    }
  };
}
