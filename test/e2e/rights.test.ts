import { describe, expect, it } from 'vitest';
import { channels } from './channels.ts';
import { openDesk } from './desk.ts';
import { describeRights } from './rights.suite.ts';
import { walks } from './walks.ts';

describe('the seven rights of the statement', () => {
  it('are all walked, through all four channels', () => {
    expect(walks.map(({ right }) => right).toSorted()).toEqual([
      'access',
      'erasure',
      'objection',
      'portability',
      'rectification',
      'restriction',
      'withdrawal',
    ]);
    expect(new Set(walks.map(({ channel }) => channel))).toEqual(new Set(Object.keys(channels)));
  });
  describeRights(() => openDesk(60), walks);
});
