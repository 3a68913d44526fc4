import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SecretValue } from '../app/connect-sources.ts';
import { type Clock, legalDateOf } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import type { Config } from '../config.ts';
import { ensureNeighbourDatabase, neighbourUrl } from '../store/neighbour-database.ts';
import { exampleFolder } from './project.ts';

/** What `examples/carconnect/generate.ts` offers. It is no part of the program, so it is loaded when it is wanted. */
interface ExampleGenerator {
  createExample(options: {
    readonly crmUrl: string;
    readonly billingUrl: string;
    readonly newsletterFile: string;
    readonly people: number;
    readonly today: Temporal.PlainDate;
    readonly onProgress: (progress: { readonly source: string; readonly table: string }) => void;
  }): Promise<{ readonly created: readonly string[]; readonly rows: number }>;
}

export const fewestExamplePeople = 50;
export const mostExamplePeople = 3_000_000;

const crmName = 'gestand_example_crm';
const billingName = 'gestand_example_billing';

/** The connections of the example's policy: two databases on the store's own server, and a file in the home. */
export function exampleSecrets(config: Config, storeUrl: string): SecretValue {
  const values: Readonly<Record<string, string | undefined>> = {
    CRM_URL: neighbourUrl(storeUrl, crmName),
    BILLING_URL: neighbourUrl(storeUrl, billingName),
    NEWSLETTER_FILE: newsletterFile(config),
  };
  return (name) => values[name] ?? config.secretValue(name);
}

/**
 * Makes the databases of the example where they are not there yet. What is there stays as it is.
 *
 * @throws GestandError `store-unreachable`; `bad-configuration` when a database cannot be made; the reason of `signal`.
 */
export async function createExampleData(
  config: Config,
  storeUrl: string,
  options: {
    readonly people: number;
    readonly clock: Clock;
    readonly onProgress: (source: string, table: string) => void;
    /** Ends the making: what was not whole yet is not there afterwards. */
    readonly signal: AbortSignal;
  },
): Promise<{ readonly rows: number }> {
  const file = join(exampleFolder, 'generate.ts');
  if (!existsSync(file))
    throw new GestandError(
      'bad-configuration',
      `The example is not here: ${exampleFolder} has no generate.ts.`,
    );
  const { createExample } = (await import(pathToFileURL(file).href)) as ExampleGenerator;
  const crmUrl = await ensureNeighbourDatabase(storeUrl, crmName);
  const billingUrl = await ensureNeighbourDatabase(storeUrl, billingName);
  const { people, clock, onProgress, signal } = options;
  try {
    return await createExample({
      crmUrl,
      billingUrl,
      newsletterFile: newsletterFile(config),
      people,
      today: legalDateOf(clock.now()),
      onProgress: ({ source, table }) => {
        signal.throwIfAborted();
        onProgress(source, table);
      },
    });
  } catch (error) {
    // The database tells of it in its own way: as a copy that failed.
    signal.throwIfAborted();
    throw error;
  }
}

function newsletterFile({ home }: Config): string {
  return join(home, 'example', 'newsletter.sqlite');
}
