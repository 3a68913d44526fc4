// Plain JavaScript: this runs on whatever Node the machine has (18 and later), before Gestand's own Node is there.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Gestand's own Node, which `npm ci` brings. */
export const node = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Installs what package-lock.json asks for, when it is not there yet, and says so. */
export function installWhatIsMissing() {
  const missing = firstMissing();
  if (missing === undefined) return;
  console.log(`Installing the packages Gestand needs (${missing}); this happens once: npm ci`);
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.error)
    fail(`npm could not be started (${result.error.message}). Install Node with npm and try again.`);
  if (result.status !== 0) fail('npm ci did not finish; its own message is above. Mend that and try again.');
  const still = firstMissing();
  if (still !== undefined) fail(`npm ci finished, but something is still wrong: ${still}.`);
}

/** Runs Gestand itself. What was compiled is kept: much of a short command is compiling what never changes. */
export function runGestand(words) {
  const env = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'gestand'), ...process.env };
  return run(node, ['--disable-warning=ExperimentalWarning', join(root, 'src', 'main.ts'), ...words], env);
}

/**
 * Runs a program in the foreground: its input and output are ours, signals go through, and its exit code is
 * returned (128 + signal number when a signal ended it, as a shell reports it).
 */
export function run(file, args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: 'inherit', cwd: process.cwd(), env });
    const forward = (signal) => child.kill(signal);
    // Ctrl-C reaches the child from the terminal as well. It must not end this process before the child
    // has closed its databases, so the handler stays until the child is gone.
    const onInterrupt = () => {
      if (!process.stdin.isTTY) forward('SIGINT');
    };
    const onTerminate = () => forward('SIGTERM');
    process.on('SIGINT', onInterrupt);
    process.on('SIGTERM', onTerminate);
    process.on('SIGHUP', onTerminate);
    child.on('error', (error) => fail(`${file} could not be started: ${error.message}`));
    child.on('exit', (code, signal) => {
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onTerminate);
      process.off('SIGHUP', onTerminate);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

/** The script a package runs for a command: `bin('vitest')`. Found in the package itself, so that no shell is needed. */
export function bin(packageName, command = packageName) {
  const folder = join(root, 'node_modules', ...packageName.split('/'));
  const { bin: entry } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof entry === 'string' ? entry : entry[command]);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

// Compares what is installed with what is asked for by version, not by file time: a `git checkout` touches
// package-lock.json without changing it.
function firstMissing() {
  const installedList = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedList)) return 'node_modules is not there';
  const installed = packagesOf(installedList);
  for (const [path, wanted] of Object.entries(packagesOf(join(root, 'package-lock.json')))) {
    if (path === '' || wanted.link || wanted.optional || wanted.devOptional) continue;
    if (installed[path]?.version !== wanted.version)
      return `${path.replace('node_modules/', '')} ${wanted.version}`;
  }
  return existsSync(node) ? undefined : 'Node itself';
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
