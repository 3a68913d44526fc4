/**
 * What a log line may say. No key of this list can carry personal data: identifiers of ours, counts,
 * durations, states. A key that is not here does not compile, and a test walks every line that is written.
 */
export interface LogFields {
  readonly organisationId?: string;
  readonly caseId?: string;
  readonly planId?: string;
  readonly runId?: string;
  readonly noticeId?: string;
  readonly step?: string;
  readonly source?: string;
  readonly promiseId?: string;
  readonly state?: string;
  readonly code?: string;
  readonly reference?: string;
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly count?: number;
  readonly attempt?: number;
  readonly port?: number;
  readonly durationMs?: number;
  /** Where in our code a defect arose: `src/app/open-request.ts:31`. Never the error's text. */
  readonly frame?: string;
}

export const logKeys: readonly (keyof LogFields)[] = [
  'organisationId',
  'caseId',
  'planId',
  'runId',
  'noticeId',
  'step',
  'source',
  'promiseId',
  'state',
  'code',
  'reference',
  'method',
  'route',
  'status',
  'count',
  'attempt',
  'port',
  'durationMs',
  'frame',
];

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export type Log = (level: LogLevel, event: string, fields?: LogFields) => void;

/** One JSON object a line. `event` is a fixed phrase, never text made from data. */
export function jsonLog(write: (line: string) => void, now: () => Temporal.Instant): Log {
  return (level, event, fields = {}) => {
    const line: Record<string, unknown> = { at: now().toString(), level, event };
    for (const key of logKeys) if (fields[key] !== undefined) line[key] = fields[key];
    write(JSON.stringify(line));
  };
}

export const silentLog: Log = () => undefined;
