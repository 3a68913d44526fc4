import { type Config, loadConfig } from '../config.ts';
import type { Installation } from './installation.ts';
import { openInstallation } from './installation.ts';
import { type Progress, progressOn } from './progress.ts';
import { findProject, type Project } from './project.ts';
import type { Terminal } from './terminal.ts';

/** What every command works with. */
export interface Shell {
  readonly terminal: Terminal;
  readonly progress: Progress;
  /** The code with which the process ends when nothing fails. */
  exitCode: number;
}

export function shellOn(terminal: Terminal): Shell {
  return { terminal, progress: progressOn(terminal), exitCode: 0 };
}

export interface ProjectOptions {
  readonly policy?: string;
}

export interface OutputOptions {
  readonly json?: boolean;
}

/** The settings and the project of a command. @throws GestandError `bad-configuration` */
export function openProject(options: ProjectOptions): { readonly config: Config; readonly project: Project } {
  const config = loadConfig();
  return { config, project: findProject(options, config) };
}

/** Does something with the installation, beside a server that may be running, and closes it again. */
export async function withInstallation(
  shell: Shell,
  options: ProjectOptions,
  work: (installation: Installation) => Promise<void>,
): Promise<void> {
  const { progress } = shell;
  const opened = openProject(options);
  await using installation = await openInstallation({ ...opened, beside: true, onStep: progress.step });
  try {
    await work(installation);
  } finally {
    progress.done();
  }
}

/** The result of a command: lines for a person, or one JSON document for a program. */
export function show(
  { terminal, progress }: Shell,
  { json }: OutputOptions,
  result: { readonly json: unknown; readonly lines: readonly string[] },
): void {
  progress.done();
  terminal.out(json === true ? `${JSON.stringify(result.json, null, 2)}\n` : `${result.lines.join('\n')}\n`);
}

/** Columns as wide as what is in them. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
