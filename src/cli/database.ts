import { join } from 'node:path';
import type { Config } from '../config.ts';
import { type Cluster, findCluster, startCluster } from '../store/cluster/cluster.ts';

/** Gestand's own database, and the server it is on. */
export interface OwnDatabase extends AsyncDisposable {
  readonly url: string;
  /** The embedded server, when this process started it. */
  readonly cluster: Cluster | undefined;
}

const storeName = 'gestand';

/** Where the embedded server keeps everything. */
export function clusterFolder({ home }: Config): string {
  return join(home, 'postgres');
}

/**
 * The database of `DATABASE_URL`; without that the embedded server, which is started. A command that runs `beside` a
 * server that is up uses that one, and starts it for as long as the command lasts when it is not.
 *
 * @throws GestandError `conflict` when another Gestand runs the embedded server and this is no command beside it;
 * `bad-configuration` when the data folder cannot be used.
 */
export async function openDatabase(
  config: Config,
  { beside, onStart }: { readonly beside: boolean; readonly onStart: () => void },
): Promise<OwnDatabase> {
  if (config.databaseUrl !== undefined)
    return { url: config.databaseUrl, cluster: undefined, [Symbol.asyncDispose]: async () => undefined };
  const folder = clusterFolder(config);
  const running = beside ? findCluster(folder) : undefined;
  if (running !== undefined) {
    return {
      url: running.databaseUrl(storeName),
      cluster: undefined,
      [Symbol.asyncDispose]: async () => undefined,
    };
  }
  onStart();
  const cluster = await startCluster({ folder });
  try {
    const url = await cluster.ensureDatabase(storeName);
    return { url, cluster, [Symbol.asyncDispose]: () => cluster.stop() };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
