// Packs as many rows as it is told, throws the bytes away, and prints what it took.
import { accessPackage } from '../../src/report/package/access-package.ts';
import type { AccessRow } from '../../src/sources/source.ts';
import { contentOf, row } from './access-package-example.ts';

const count = Number(process.argv[2]);
const spoolFolder = process.argv[3] ?? '';

async function* rows(): AsyncGenerator<AccessRow> {
  for (let id = 0; id < count; id++) {
    yield row('messages', {
      id,
      body: `Bericht ${id}: ${'één regel tekst, '.repeat(12)}`,
      sent_at: '2026-11-09T10:00:00Z',
    });
  }
}

let bytes = 0;
let peakBytes = 0;
for await (const chunk of accessPackage(contentOf({ crm: rows() }), { spoolFolder })) {
  bytes += chunk.length;
  peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
}
process.stdout.write(JSON.stringify({ bytes, peakBytes }));
