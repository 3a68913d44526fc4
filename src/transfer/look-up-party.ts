import type { Obstacle } from '../domain/receiver.ts';
import { mayReach, outsideAgent, PrivateNetwork, type ReachableNetworks } from './networks.ts';
import { documentPath, type PartyDocument, readDocument } from './party-document.ts';

export type LookUp =
  | { readonly kind: 'found'; readonly party: PartyDocument }
  | { readonly kind: 'obstacle'; readonly obstacle: Obstacle };

const timeoutSeconds = 15;

/**
 * The scheme and host of a web address that somebody typed: who a party is, is who answers there. Null when it is none that we
 * go to: `http:`, a name and password in it, something that is no address.
 */
export function partyAddress(typed: string, networks: ReachableNetworks): string | null {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null || !mayReach(url, { ...networks, private: true })) return null;
  return url.origin;
}

/**
 * Asks a party who it is, at its own address over HTTPS: its certificate is what proves that it is the party that was named.
 * It is not followed elsewhere.
 */
export async function lookUpParty(address: string, networks: ReachableNetworks): Promise<LookUp> {
  const url = URL.parse(documentPath, address);
  if (url === null) return { kind: 'obstacle', obstacle: 'not-understood' };
  if (!mayReach(url, networks)) return { kind: 'obstacle', obstacle: 'private-network' };
  const agent = outsideAgent(networks, { timeoutSeconds });
  try {
    const { statusCode, body } = await agent.request({
      origin: url.origin,
      path: url.pathname,
      method: 'GET',
      headers: { accept: 'application/json', 'user-agent': 'gestand' },
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
    });
    const text = await body.text();
    if (statusCode >= 500 || statusCode === 429) return { kind: 'obstacle', obstacle: 'unreachable' };
    if (statusCode !== 200) return { kind: 'obstacle', obstacle: 'no-receiver' };
    const party = readDocument(url.origin, text);
    return party === null ? { kind: 'obstacle', obstacle: 'not-understood' } : { kind: 'found', party };
  } catch (error) {
    return { kind: 'obstacle', obstacle: obstacleOf(error) };
  } finally {
    await agent.destroy();
  }
}

function obstacleOf(error: unknown): Obstacle {
  if (error instanceof PrivateNetwork) return 'private-network';
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE' ? 'not-understood' : 'unreachable';
}
