import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import chromium, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/**
 * Chromium from npm: no download at test time, no system package. The package's own arguments are for a
 * serverless machine and switch off what a test must see (`--disable-web-security`), so we give our own: the
 * sandbox is off because a root user may not use it, and the pages are ours.
 *
 * The first call on a machine unpacks the browser (200 MB) into a folder of the temporary directory.
 */
export async function launchBrowser(): Promise<Browser & AsyncDisposable> {
  const folder = await unpackedChromium();
  const executablePath = join(folder, 'chromium');
  const launch = (libraries: string | null) =>
    playwright.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--disable-dev-shm-usage'],
      env: {
        ...process.env,
        FONTCONFIG_FILE: join(folder, 'gestand-fonts.conf'),
        ...(libraries === null ? {} : { LD_LIBRARY_PATH: libraries }),
      },
    });
  try {
    return await launch(null);
  } catch (error) {
    // A machine without NSS and its kin: the package carries them, built for Amazon Linux 2023.
    if (!String(error).includes('error while loading shared libraries')) throw error;
    return launch(join(folder, 'al2023', 'lib'));
  }
}

async function unpackedChromium(): Promise<string> {
  const folder = join(tmpdir(), `gestand-chromium-${packageVersion()}`);
  if (existsSync(folder)) return folder;
  // Two test files may get here at once, and an unpacked half is taken for a whole one: unpack aside, then rename.
  const aside = mkdtempSync(join(tmpdir(), 'gestand-chromium-unpack-'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = aside;
  try {
    await chromium.executablePath();
    await inflate(join(packageFolder(), 'bin', 'al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  writeFileSync(join(aside, 'gestand-fonts.conf'), fontConfiguration(join(folder, 'fonts')));
  try {
    renameSync(aside, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(aside, { recursive: true, force: true });
  }
  return folder;
}

/** The package's own font first, so that a page has the same width on a machine without fonts as on one with many. */
function fontConfiguration(fonts: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${fonts}/cache</cachedir>
</fontconfig>
`;
}

function packageFolder(): string {
  // The package exports only its entry, `build/index.js`.
  return dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
}

function packageVersion(): string {
  const require = createRequire(import.meta.url);
  const read: unknown = require(join(packageFolder(), 'package.json'));
  return typeof read === 'object' && read !== null && 'version' in read ? String(read.version) : 'unknown';
}
