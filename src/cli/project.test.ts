import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleFolder, findProject, rememberProject } from './project.ts';

function folder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'gestand-project-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

test('what was served as the example is the example again', () => {
  using home = folder();
  const example = findProject({ example: true }, home.path);
  rememberProject(home.path, example);
  expect(findProject({ policy: example.policyFile }, home.path)).toEqual(example);
  expect(example).toMatchObject({ folder: exampleFolder, example: true });
});

test('no record makes the policy of a company the example, where everybody reads all mail', () => {
  using home = folder();
  const policyFile = join(home.path, 'policy.yaml');
  writeFileSync(policyFile, 'gestand: 1\n');
  rememberProject(home.path, { folder: home.path, policyFile, example: true });
  expect(findProject({ policy: policyFile }, home.path).example).toBe(false);
});
