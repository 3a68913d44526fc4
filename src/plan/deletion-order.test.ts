import { describe, expect, it } from 'vitest';
import { deletionOrder } from './deletion-order.ts';
import type { Reference } from './plan.ts';
import type { SelectedTable } from './selection.ts';

function table(id: string, onErasure: 'delete' | 'redact' = 'delete'): SelectedTable {
  return {
    id,
    schema: 'public',
    name: id,
    use: 'personal',
    subject: false,
    key: [{ name: 'id', type: 'bigint' }],
    columns: [],
    owners: [],
    context: [],
    hold: null,
    onErasure,
  };
}

function reference(from: string, to: string, nullable: boolean): Reference {
  const column = `${to}_id`;
  return {
    name: `${from}.${column}`,
    from: { table: from, schema: 'public', name: from },
    columns: [column],
    to,
    toColumns: ['id'],
    nullableColumns: nullable ? [column] : [],
    cascades: false,
    key: [{ name: 'id', type: 'bigint' }],
  };
}

describe('the order of deletion', () => {
  it('takes what refers before what it refers to', () => {
    const order = deletionOrder(
      ['customers', 'invoices', 'lines'].map((id) => table(id)),
      [reference('invoices', 'customers', false), reference('lines', 'invoices', false)],
    );
    expect(order).toEqual({ groups: [['lines'], ['invoices'], ['customers']], unlink: [] });
  });

  it('breaks a circle where a column may be NULL', () => {
    const back = reference('customers', 'invoices', true);
    const order = deletionOrder(
      [table('customers'), table('invoices')],
      [back, reference('invoices', 'customers', false)],
    );
    expect(order).toEqual({ groups: [['invoices'], ['customers']], unlink: [back] });
  });

  it('keeps a circle together where none may', () => {
    const order = deletionOrder(
      [table('customers'), table('invoices')],
      [reference('customers', 'invoices', false), reference('invoices', 'customers', false)],
    );
    expect(order.groups).toHaveLength(1);
    expect(order.groups[0]?.toSorted()).toEqual(['customers', 'invoices']);
  });

  it('lets the rows of a tree go of each other', () => {
    const parent = reference('messages', 'messages', true);
    expect(deletionOrder([table('messages')], [parent])).toEqual({
      groups: [['messages']],
      unlink: [parent],
    });
  });

  it('leaves out tables whose rows stay', () => {
    expect(deletionOrder([table('accounts', 'redact')], [])).toEqual({ groups: [], unlink: [] });
  });
});
