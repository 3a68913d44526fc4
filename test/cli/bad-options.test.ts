import { expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { foundCompany } from './found-company.ts';

const { email } = plantedCases['one-of-everything'].person;

test('an option that is wrong or not of this kind is named, and nothing is kept', {
  timeout: 120_000,
}, async () => {
  await using company = await foundCompany();
  const open = (...options: readonly string[]) =>
    company.desk('requests', 'open', '--email', email, ...options);
  const disclosed = (...options: readonly string[]) =>
    company.desk('disclosures', 'record', '--basis', 'contract', ...options);

  expect(await open('--kind', 'access', '--purposes', 'newsletter', '--to', 'self')).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('--to, --purposes: not for --kind access'),
  });
  expect(
    await open(
      '--kind',
      'access',
      '--mandate',
      'parent',
      '--for-email',
      'kind@example.nl',
      '--born',
      '2099-06-30',
    ),
  ).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/toekomst|future/) });
  const one = ['--recipient', 'bank', '--identity', email, '--category', 'contact'];
  for (const [at, wrong] of [
    ['--recipient: ', ['--recipient', 'bnk', '--identity', email, '--category', 'contact']],
    ['--identity: ', ['--recipient', 'bank', '--identity', 'nobody', '--category', 'contact']],
    ['--category: ', ['--recipient', 'bank', '--identity', email, '--category', 'contct']],
    ['--on: ', [...one, '--on', '2099-01-01']],
  ] as const) {
    const { code, out, err } = await disclosed(...wrong);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`\n${at}`);
    expect(err).not.toContain('options:');
  }
  const { out } = await company.desk('requests', '--json');
  expect(JSON.parse(out)).toEqual([]);
  expect(await disclosed(...one)).toMatchObject({ code: 0, out: expect.stringContaining('Recorded: 1.') });
});
