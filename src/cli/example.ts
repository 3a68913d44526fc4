import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SecretValue } from '../app/connect-sources.ts';
import { type Clock, legalDateOf } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import { keyedHash } from '../base/hash.ts';
import type { Config, ExampleBilling } from '../config.ts';
import { ensureNeighbourDatabase, neighbourUrl } from '../store/neighbour-database.ts';
import { type Example, exampleFolder } from './project.ts';

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

/** Where the example is: on the store's own server, but for its billing where that is MariaDB's. */
interface ExamplePlace {
  readonly storeUrl: string;
  readonly example: Example;
}

/** The connections of the example's policy: two databases and a file in the home. */
export function exampleSecrets(config: Config, { storeUrl, example }: ExamplePlace): SecretValue {
  const values: Readonly<Record<string, string | undefined>> = {
    CRM_URL: neighbourUrl(storeUrl, crmName),
    BILLING_URL: billingUrls[example.billing](config, storeUrl),
    NEWSLETTER_FILE: newsletterFile(config),
  };
  return (name) => values[name] ?? config.secretValue(name);
}

/**
 * Makes the databases of the example where they are not there yet. What is there stays as it is.
 *
 * @throws GestandError `store-unreachable`; `bad-configuration` when a database cannot be made; `source-unreachable`; the
 * reason of `signal`.
 */
export async function createExampleData(
  config: Config,
  options: ExamplePlace & {
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
  const { storeUrl, example, people, clock, onProgress, signal } = options;
  const crmUrl = await ensureNeighbourDatabase(storeUrl, crmName);
  // On MariaDB the generator makes the database itself: that server is none of the store's.
  if (example.billing === 'postgresql') await ensureNeighbourDatabase(storeUrl, billingName);
  const billingUrl = billingUrls[example.billing](config, storeUrl);
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
    if (
      example.billing === 'mariadb' &&
      error instanceof GestandError &&
      error.code === 'source-unreachable'
    ) {
      throw new GestandError(
        error.code,
        `${error.message}. GESTAND_EXAMPLE_BILLING asks for MariaDB; GESTAND_EXAMPLE_MARIADB_URL says where it is.`,
        { cause: error },
      );
    }
    throw error;
  }
}

const billingUrls: Readonly<Record<ExampleBilling, (config: Config, storeUrl: string) => string>> = {
  postgresql: (_config, storeUrl) => neighbourUrl(storeUrl, billingName),
  mariadb: mariadbBillingUrl,
};

/**
 * A database of this installation's own: another may have its example on the same server, and the one before this may
 * have left its there.
 */
function mariadbBillingUrl({ exampleMariadbUrl, secret }: Config): string {
  return neighbourUrl(exampleMariadbUrl, `${billingName}_${keyedHash(secret, billingName).slice(0, 8)}`);
}

function newsletterFile({ home }: Config): string {
  return join(home, 'example', 'newsletter.sqlite');
}
