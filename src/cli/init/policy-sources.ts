import type { UnknownSource } from '../../app/propose-sources.ts';
import { GestandError } from '../../base/error.ts';
import type { Config } from '../../config.ts';
import { parseYamlTree, valueAt } from '../../policy/yaml-tree.ts';

const kinds: readonly UnknownSource['kind'][] = ['postgresql', 'mariadb', 'sqlite'];

/**
 * The databases that a policy names, by the settings that hold their connections. The policy need not compile.
 *
 * @throws GestandError `bad-configuration` when a setting is not there, or a source has no kind or setting.
 */
export function policySources(text: string, config: Config): readonly UnknownSource[] {
  const { value } = parseYamlTree('policy.yaml', text);
  const sources = valueAt(value, ['sources']);
  return Object.entries(sources !== null && typeof sources === 'object' ? sources : {}).map(
    ([id, source]) => {
      const kind = kinds.find((each) => each === valueAt(source, ['kind']));
      const setting = valueAt(source, ['connection']);
      if (kind === undefined || typeof setting !== 'string')
        throw new GestandError(
          'bad-configuration',
          `The source ${id} in policy.yaml has no kind (${kinds.join(', ')}) or no connection. Complete it there, or name databases with --source NAME=URL.`,
        );
      return { id, kind, setting, connectionString: config.secretValue(setting) };
    },
  );
}
