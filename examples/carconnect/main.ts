import { parseArgs } from 'node:util';
import { legalDateOf, systemClock } from '../../src/base/clock.ts';
import { createExample } from './generate.ts';

const usage = `Creates the CarConnect example in two empty PostgreSQL databases and one SQLite file. Its billing can be a database
of MariaDB (mariadb://root@127.0.0.1:3306/name) instead, which is made where there is none of that name.

  node examples/carconnect/main.ts --crm URL --billing URL --newsletter FILE [--people 2000] [--today 2026-11-23]
`;

const { values } = parseArgs({
  options: {
    crm: { type: 'string' },
    billing: { type: 'string' },
    newsletter: { type: 'string' },
    people: { type: 'string', default: '2000' },
    today: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const { crm, billing, newsletter } = values;

if (values.help || crm === undefined || billing === undefined || newsletter === undefined) {
  process.stderr.write(usage);
  process.exitCode = values.help ? 0 : 2;
} else {
  const started = performance.now();
  let last = '';
  const { created, rows } = await createExample({
    crmUrl: crm,
    billingUrl: billing,
    newsletterFile: newsletter,
    people: Number(values.people),
    today:
      values.today === undefined ? legalDateOf(systemClock.now()) : Temporal.PlainDate.from(values.today),
    onProgress: ({ source, table }) => {
      if (`${source}.${table}` === last) return;
      last = `${source}.${table}`;
      process.stderr.write(`${last}\n`);
    },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const made = created.length === 0 ? 'everything was there already' : created.join(', ');
  process.stdout.write(`${made}: ${rows} rows in ${seconds} s, at most ${peakMegabytes} MB\n`);
}
