import { GestandError } from '../../base/error.ts';

/** JSON_TABLE came with 10.6. */
const oldest = [10, 6] as const;

/**
 * MySQL is refused, although it speaks the same protocol: it cannot read a temporary table twice in one statement, and
 * has no loop over a cursor outside a procedure; both are what reading without locks rests on here.
 *
 * @param version as `version()` tells it: `11.4.2-MariaDB-log`, or `8.4.0`.
 * @throws GestandError `bad-configuration`
 */
export function checkVersion(source: string, version: string): void {
  const [, major, minor] = /^(?:5\.5\.5-)?(\d+)\.(\d+)/.exec(version) ?? [];
  if (!/mariadb/i.test(version)) {
    throw new GestandError(
      'bad-configuration',
      `source ${source} is not a MariaDB server; a source of kind mariadb needs MariaDB ${oldest.join('.')} or later, and MySQL cannot stand in for it`,
    );
  }
  const old = Number(major) < oldest[0] || (Number(major) === oldest[0] && Number(minor) < oldest[1]);
  if (!old) return;
  throw new GestandError(
    'bad-configuration',
    `source ${source} runs MariaDB ${major}.${minor}; MariaDB ${oldest.join('.')} or later is needed`,
  );
}
