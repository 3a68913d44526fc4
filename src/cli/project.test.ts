import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleFolder, findProject, readPolicyFile, rememberProject } from './project.ts';

function folder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'gestand-project-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

test('what was served as the example is the example again', () => {
  using home = folder();
  const settings = { home: home.path, exampleBilling: undefined };
  const example = findProject({ example: true }, settings);
  rememberProject(home.path, example);
  expect(findProject({ policy: example.policyFile }, settings)).toEqual(example);
  expect(example).toMatchObject({ folder: exampleFolder, example: { billing: 'postgresql' } });
});

test('a command beside the example finds its billing where it is, and a new start where it is told', () => {
  using home = folder();
  const settings = { home: home.path, exampleBilling: undefined };
  const served = findProject({ example: true }, { ...settings, exampleBilling: 'mariadb' });
  rememberProject(home.path, served);
  expect(findProject({}, settings).example).toEqual({ billing: 'mariadb' });
  expect(findProject({}, { ...settings, exampleBilling: 'postgresql' }).example).toEqual({
    billing: 'postgresql',
  });
  expect(findProject({ example: true }, settings).example).toEqual({ billing: 'postgresql' });
});

test('the policy of the example says what its billing is a database of, and is the same for the rest', () => {
  using home = folder();
  const lines = (['postgresql', 'mariadb'] as const).map((exampleBilling) => {
    const project = findProject({ example: true }, { home: home.path, exampleBilling });
    return readPolicyFile(project).text.split('\n');
  });
  const [one = [], other = []] = lines;
  expect(other).toHaveLength(one.length);
  expect(other.filter((line, i) => line !== one[i]).map((line) => line.trim().split(' #')[0])).toEqual([
    'kind: mariadb',
  ]);
});

test('no record makes the policy of a company the example, where everybody reads all mail', () => {
  using home = folder();
  const policyFile = join(home.path, 'policy.yaml');
  writeFileSync(policyFile, 'gestand: 1\n');
  rememberProject(home.path, { folder: home.path, policyFile, example: { billing: 'postgresql' } });
  expect(
    findProject({ policy: policyFile }, { home: home.path, exampleBilling: undefined }).example,
  ).toBeNull();
});
