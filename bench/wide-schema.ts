/** A database of a thousand tables: a few hundred about people, who own them along references, the rest about nobody. */

export const wideTables = 1_000;
export const wideColumns = 20;

const people = 25;
const ownedEach = 16;

/** As PostgreSQL and MariaDB both understand it; a statement a table. */
export function wideSchema(tables: number = wideTables): readonly string[] {
  return Array.from({ length: tables }, (_, at) => {
    if (at < people) return table(`customers_${at}`, personColumns, '');
    const owner = at % people;
    if (at < people * (ownedEach + 1))
      return table(
        `orders_${at}`,
        ['customer_id bigint not null', ...orderColumns],
        `, foreign key (customer_id) references customers_${owner} (id)`,
      );
    return table(`products_${at}`, productColumns, '');
  });
}

const personColumns = [
  'email varchar(120) not null unique',
  'first_name varchar(60)',
  'last_name varchar(60)',
  'phone varchar(30)',
  'street varchar(80)',
  'city varchar(60)',
  'postcode varchar(10)',
  'birth_date date',
];

const orderColumns = ['note text', 'status varchar(20)', 'total decimal(10, 2)', 'ordered_at timestamp null'];

const productColumns = ['title varchar(80)', 'price decimal(10, 2)', 'weight integer', 'made_on date'];

function table(name: string, columns: readonly string[], keys: string): string {
  const rest = Array.from({ length: wideColumns - 1 - columns.length }, (_, at) => `field_${at} varchar(40)`);
  const index = keys === '' ? '' : `; create index ${name}_owner on ${name} (customer_id)`;
  return `create table ${name} (id bigint primary key, ${[...columns, ...rest].join(', ')}${keys})${index}`;
}
