import { existsSync, mkdtempDisposableSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gestand } from './gestand.ts';

const webshop = join(import.meta.dirname, '../../examples/fides/webshop.yml');

describe('gestand import fides', () => {
  it('writes a policy, says what is different, and leaves what is there', async () => {
    using folder = mkdtempDisposableSync(join(tmpdir(), 'gestand-import-'));
    const words = ['import', 'fides', webshop, '--source', 'shop', '--out', 'privacy'];
    const first = await gestand(words, { folder: folder.path });
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/^privacy\/policy\.yaml: \d+ places say DECIDE/);
    expect(first.out).toContain('ownership-guessed');
    const file = join(folder.path, 'privacy/policy.yaml');
    expect(readFileSync(file, 'utf8')).toContain('connection: SHOP_URL');
    writeFileSync(file, 'gestand: 1\n');
    const second = await gestand(words, { folder: folder.path });
    expect(second.code).toBe(5);
    expect(second.err).toContain('is there already');
    expect(readFileSync(file, 'utf8')).toBe('gestand: 1\n');
  });

  it('prints the policy alone where it can be sent to a file', async () => {
    using folder = mkdtempDisposableSync(join(tmpdir(), 'gestand-import-'));
    const { out, err, code } = await gestand(['import', 'fides', webshop], { folder: folder.path });
    expect(code).toBe(0);
    expect(out).toMatch(/^# From Fides: webshop_postgres\.\n/);
    expect(err).toContain('webshop-postgres: ');
    expect(existsSync(join(folder.path, 'policy.yaml'))).toBe(false);
  });

  it('refuses what is no dataset, with the place', async () => {
    using folder = mkdtempDisposableSync(join(tmpdir(), 'gestand-import-'));
    writeFileSync(join(folder.path, 'x.yml'), 'dataset: 3\n');
    const { err, code } = await gestand(['import', 'fides', 'x.yml'], { folder: folder.path });
    expect(code).toBe(2);
    expect(err).toContain('x.yml:1:10 error not-a-fides-dataset');
  });
});
