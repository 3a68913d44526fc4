// Reads all rows of one of the large table's two heavy visitors, and prints how many and what memory that took.
import { postgresqlSource } from '../src/sources/postgresql/postgresql-source.ts';
import { plansFor, sourceId } from './company/policy.ts';
import { largeBindings, largePolicy, largeVisitors } from './large-table.ts';

const bytesPerKibibyte = 1024;

const who = process.argv[2] === 'many' ? largeVisitors.many : largeVisitors.few;
const source = postgresqlSource(sourceId, process.env['BENCH_DATABASE_URL'] ?? '');
const { access } = plansFor(await source.introspect(), largePolicy(), 1);
let read = 0;
for await (const _row of source.readAccess(access, largeBindings(who))) read++;
await source.close();
const peakBytes = process.resourceUsage().maxRSS * bytesPerKibibyte;
console.log(JSON.stringify({ read, peakBytes }));
