/**
 * Many readers or one writer. SQLite waits for a lock by blocking the whole process, and would so wait for ever for
 * a reader of this same process: the queue is kept here instead. Readers go before waiting writers, so that who
 * reads may start a second read while the first is still open.
 */
export class ReadWriteLock {
  #readers = 0;
  #writing = false;
  readonly #waitingReaders: (() => void)[] = [];
  readonly #waitingWriters: (() => void)[] = [];

  /** Resolves to the function that gives the lock back; call it once. */
  async read(): Promise<() => void> {
    if (this.#writing) await new Promise<void>((resolve) => this.#waitingReaders.push(resolve));
    else this.#readers++;
    return () => {
      this.#readers--;
      this.#next();
    };
  }

  /** Resolves to the function that gives the lock back; call it once. */
  async write(): Promise<() => void> {
    if (this.#writing || this.#readers > 0) {
      await new Promise<void>((resolve) => this.#waitingWriters.push(resolve));
    } else this.#writing = true;
    return () => {
      this.#writing = false;
      this.#next();
    };
  }

  // Who is let in is counted before it wakes: in between nobody else may slip in.
  #next(): void {
    if (this.#waitingReaders.length > 0) {
      const readers = this.#waitingReaders.splice(0);
      this.#readers += readers.length;
      for (const enter of readers) enter();
      return;
    }
    if (this.#readers > 0) return;
    const writer = this.#waitingWriters.shift();
    if (writer === undefined) return;
    this.#writing = true;
    writer();
  }
}
