/** Whether somebody asked this process to end: Ctrl-C, or the system that started it. */
export interface StopSignal extends Disposable {
  readonly asked: boolean;
  /** Resolves when it is asked. */
  readonly whenAsked: Promise<void>;
  /** Aborted when it is asked. */
  readonly signal: AbortSignal;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const interrupted = 130;

/** Listens from now on. Who asks a second time does not want to wait: then the process ends at once. */
export function listenForStop(): StopSignal {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stopping = new AbortController();
  const onSignal = (): void => {
    if (stopping.signal.aborted) process.exit(interrupted);
    stopping.abort();
    resolve();
  };
  for (const signal of signals) process.on(signal, onSignal);
  return {
    get asked() {
      return stopping.signal.aborted;
    },
    whenAsked: promise,
    signal: stopping.signal,
    [Symbol.dispose]: () => {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
