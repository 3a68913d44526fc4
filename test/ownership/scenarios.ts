import { type Sketch, worldOf } from './sketch.ts';
import type { World } from './world.ts';

/** A hard case by name, with what must come of it written by hand. */
export interface Scenario {
  readonly name: string;
  readonly world: World;
  /** Whose copy holds which rows: `message 1`, or `message 1 without sender, about`. */
  readonly copies: Readonly<Record<string, readonly string[]>>;
  /** One after the other: who, and what is different afterwards. */
  readonly erasures: readonly { readonly of: readonly string[]; readonly changes: readonly string[] }[];
}

interface Case {
  readonly sketch: Sketch;
  readonly copies: Scenario['copies'];
  /** By order, in words. */
  readonly orders: Readonly<Record<string, readonly (readonly [who: string, ...changes: string[]])[]>>;
}

const sharedAddress: Case = {
  sketch: {
    person: { people: true, refers: { address: 'address' }, rows: [{ address: 1 }, { address: 1 }, {}] },
    address: { links: { 'person.address': 'co-owned' }, rows: [{}] },
  },
  copies: {
    'person 1': ['person 1', 'address 1'],
    'person 2': ['person 2', 'address 1'],
    'person 3': ['person 3'],
  },
  orders: {
    'survives the first and goes with the last': [
      ['person 1', 'person 1 gone'],
      ['person 3', 'person 3 gone'],
      ['person 2', 'person 2 gone', 'address 1 gone'],
    ],
    'goes with both at once': [['person 1, person 2', 'person 1 gone', 'person 2 gone', 'address 1 gone']],
  },
};

/** Who is emptied, and not deleted, no longer lives there either. */
const addressAndInvoice: Case = {
  sketch: {
    ...sharedAddress.sketch,
    invoice: {
      refers: { person: 'person!' },
      links: { person: 'owned-by' },
      hold: true,
      rows: [{ person: 1 }],
    },
  },
  copies: { 'person 1': ['person 1', 'address 1', 'invoice 1'] },
  orders: {
    'goes with the last, who is deleted': [
      ['person 1', 'person 1 emptied', 'person 1.address cut'],
      ['person 2', 'person 2 gone', 'address 1 gone'],
    ],
    'goes with the last, who is emptied': [
      ['person 2', 'person 2 gone'],
      ['person 1', 'person 1 emptied', 'person 1.address cut', 'address 1 gone'],
    ],
  },
};

const message: Case = {
  sketch: {
    person: { people: true, rows: [{}, {}] },
    message: {
      refers: { sender: 'person', receiver: 'person' },
      links: { sender: 'co-owned', receiver: 'co-owned' },
      about: 'sender',
      rows: [{ sender: 1, receiver: 2 }],
    },
  },
  copies: {
    'person 1': ['person 1', 'message 1 without receiver'],
    'person 2': ['person 2', 'message 1 without sender, about'],
  },
  orders: {
    'the sender first': [
      ['person 1', 'person 1 gone', 'message 1.sender cut', 'message 1.about emptied'],
      ['person 2', 'person 2 gone', 'message 1 gone'],
    ],
    'the receiver first': [
      ['person 2', 'person 2 gone', 'message 1.receiver cut'],
      ['person 1', 'person 1 gone', 'message 1 gone'],
    ],
  },
};

const visit: Case = {
  sketch: {
    person: { people: true, rows: [{}, {}] },
    employee: { people: true, rows: [{}] },
    visit: {
      refers: { customer: 'person!', handler: 'employee' },
      links: { customer: 'owned-by', handler: 'accessed-by' },
      rows: [{ customer: 1, handler: 1 }, { customer: 2 }],
    },
  },
  copies: {
    'person 1': ['person 1', 'visit 1 without handler'],
    'employee 1': ['employee 1'],
  },
  orders: {
    'the viewer goes and leaves the row': [
      ['employee 1', 'employee 1 gone', 'visit 1.handler cut'],
      ['person 1', 'person 1 gone', 'visit 1 gone'],
    ],
    'the owner goes and takes the row along': [
      ['person 1', 'person 1 gone', 'visit 1 gone'],
      ['employee 1', 'employee 1 gone'],
    ],
  },
};

const group: Case = {
  sketch: {
    person: { people: true, rows: [{}, {}, {}, {}] },
    admin: {
      refers: { person: 'person!', group: 'group!' },
      links: { person: 'owned-by' },
      rows: [
        { person: 1, group: 1 },
        { person: 2, group: 1 },
        { person: 3, group: 1 },
        { person: 4, group: 2 },
      ],
    },
    group: { links: { 'admin.group': 'co-owned' }, rows: [{}, {}] },
    post: { refers: { group: 'group!' }, links: { group: 'owned-by' }, rows: [{ group: 1 }, { group: 2 }] },
  },
  copies: {
    'person 1': ['person 1', 'admin 1', 'group 1', 'post 1'],
    'person 4': ['person 4', 'admin 4', 'group 2', 'post 2'],
  },
  orders: {
    'goes with its last admin': [
      ['person 2', 'person 2 gone', 'admin 2 gone'],
      ['person 1', 'person 1 gone', 'admin 1 gone'],
      ['person 3', 'person 3 gone', 'admin 3 gone', 'group 1 gone', 'post 1 gone'],
    ],
    'stays with one of those who leave at once': [
      ['person 1, person 3', 'person 1 gone', 'person 3 gone', 'admin 1 gone', 'admin 3 gone'],
      ['person 4', 'person 4 gone', 'admin 4 gone', 'group 2 gone', 'post 2 gone'],
    ],
  },
};

const invited: Case = {
  sketch: {
    person: {
      people: true,
      refers: { inviter: 'person' },
      rows: [{}, { inviter: 1 }, { inviter: 2 }, { inviter: 1 }],
    },
    note: {
      refers: { person: 'person!' },
      links: { person: 'owned-by' },
      rows: [{ person: 1 }, { person: 2 }],
    },
  },
  copies: {
    'person 1': ['person 1', 'note 1'],
    'person 2': ['person 2', 'note 2'],
  },
  orders: {
    'who invited goes first': [
      ['person 1', 'person 1 gone', 'note 1 gone', 'person 2.inviter cut', 'person 4.inviter cut'],
      ['person 2', 'person 2 gone', 'note 2 gone', 'person 3.inviter cut'],
    ],
    'who was invited goes first': [
      ['person 2', 'person 2 gone', 'note 2 gone', 'person 3.inviter cut'],
      ['person 1', 'person 1 gone', 'note 1 gone', 'person 4.inviter cut'],
    ],
    together: [
      [
        'person 1, person 2',
        'person 1 gone',
        'person 2 gone',
        'note 1 gone',
        'note 2 gone',
        'person 3.inviter cut',
        'person 4.inviter cut',
      ],
    ],
  },
};

/** The same, where somebody must have been invited by somebody; and where the inviter is said to see, not to own. */
const mustBeInvited: Case = {
  sketch: {
    person: {
      people: true,
      refers: { inviter: 'person!' },
      links: { inviter: 'accessed-by' },
      rows: [{ inviter: 1 }, { inviter: 1 }, { inviter: 2 }],
    },
  },
  copies: {
    'person 1': ['person 1 without inviter'],
    'person 2': ['person 2 without inviter'],
  },
  orders: {
    'who invited stays, emptied': [
      ['person 2', 'person 2 emptied'],
      ['person 3', 'person 3 gone'],
      ['person 2', 'person 2 gone'],
    ],
  },
};

const comments: Case = {
  sketch: {
    person: { people: true, rows: [{}, {}, {}] },
    comment: {
      refers: { author: 'person', parent: 'comment' },
      links: { author: 'co-owned', parent: 'co-owned' },
      about: 'author',
      // 1 says, 2 answers, 1 answers 2, 3 answers that.
      rows: [{ author: 1 }, { author: 2, parent: 1 }, { author: 1, parent: 2 }, { author: 3, parent: 3 }],
    },
  },
  copies: {
    'person 1': [
      'person 1',
      'comment 1',
      'comment 2 without author, about',
      'comment 3',
      'comment 4 without author, about',
    ],
    'person 2': [
      'person 2',
      'comment 2 without parent',
      'comment 3 without author, about',
      'comment 4 without author, about',
    ],
    'person 3': ['person 3', 'comment 4 without parent'],
  },
  orders: {
    'who began it goes first': [
      [
        'person 1',
        'person 1 gone',
        'comment 1 gone',
        'comment 2.parent cut',
        'comment 3.author cut',
        'comment 3.about emptied',
      ],
      ['person 2', 'person 2 gone', 'comment 2 gone', 'comment 3 gone', 'comment 4.parent cut'],
      ['person 3', 'person 3 gone', 'comment 4 gone'],
    ],
    'who answered goes first': [
      ['person 2', 'person 2 gone', 'comment 2.author cut', 'comment 2.about emptied'],
      [
        'person 1',
        'person 1 gone',
        'comment 1 gone',
        'comment 2 gone',
        'comment 3 gone',
        'comment 4.parent cut',
      ],
    ],
  },
};

/** A comment is its author's alone: a thread keeps its shape, and whose comment it answered is plain to see. */
const ownComments: Case = {
  sketch: {
    ...comments.sketch,
    comment: {
      ...(comments.sketch['comment'] ?? { rows: [] }),
      links: { author: 'owned-by' },
    },
  },
  copies: {
    'person 1': ['person 1', 'comment 1', 'comment 3'],
    'person 2': ['person 2', 'comment 2'],
  },
  orders: {
    'in the middle of the thread': [
      ['person 2', 'person 2 gone', 'comment 2 gone', 'comment 3.parent cut'],
      ['person 1', 'person 1 gone', 'comment 1 gone', 'comment 3 gone', 'comment 4.parent cut'],
    ],
  },
};

const threeHops: Case = {
  sketch: {
    person: { people: true, rows: [{}, {}] },
    order: {
      refers: { person: 'person!' },
      links: { person: 'owned-by' },
      rows: [{ person: 1 }, { person: 2 }],
    },
    parcel: { refers: { order: 'order!' }, links: { order: 'owned-by' }, rows: [{ order: 1 }, { order: 2 }] },
    signature: {
      refers: { parcel: 'parcel!' },
      links: { parcel: 'owned-by' },
      rows: [{ parcel: 1 }, { parcel: 1 }, { parcel: 2 }],
    },
  },
  copies: {
    'person 1': ['person 1', 'order 1', 'parcel 1', 'signature 1', 'signature 2'],
    'person 2': ['person 2', 'order 2', 'parcel 2', 'signature 3'],
  },
  orders: {
    'one person': [
      ['person 1', 'person 1 gone', 'order 1 gone', 'parcel 1 gone', 'signature 1 gone', 'signature 2 gone'],
    ],
  },
};

/** The last row of a chain is held: what it leads through must stay, and says nothing. */
const heldAtTheEnd: Case = {
  sketch: {
    ...threeHops.sketch,
    signature: {
      ...(threeHops.sketch['signature'] ?? { rows: [] }),
      hold: true,
      rows: [
        { parcel: 1, since: '2024-03-01' },
        { parcel: 1, since: '2015-06-01' },
        { parcel: 2, since: '2015-06-01' },
      ],
    },
  },
  copies: { 'person 1': ['person 1', 'order 1', 'parcel 1', 'signature 1', 'signature 2'] },
  orders: {
    'one person': [
      ['person 1', 'person 1 emptied', 'order 1 emptied', 'parcel 1 emptied', 'signature 2 gone'],
      ['person 2', 'person 2 gone', 'order 2 gone', 'parcel 2 gone', 'signature 3 gone'],
    ],
  },
};

/** One row reached along two paths, of one and two hops, that end with different people. */
const mixedPaths: Case = {
  sketch: {
    person: { people: true, rows: [{}, {}] },
    folder: { refers: { person: 'person!' }, links: { person: 'owned-by' }, rows: [{ person: 1 }] },
    file: {
      refers: { folder: 'folder', uploader: 'person' },
      links: { folder: 'co-owned', uploader: 'co-owned' },
      about: 'uploader',
      rows: [{ folder: 1, uploader: 1 }, { folder: 1, uploader: 2 }, { uploader: 2 }],
    },
  },
  copies: {
    'person 1': ['person 1', 'folder 1', 'file 1', 'file 2 without uploader, about'],
    'person 2': ['person 2', 'file 2 without folder', 'file 3'],
  },
  orders: {
    'whose folder it is goes first': [
      ['person 1', 'person 1 gone', 'folder 1 gone', 'file 1 gone', 'file 2.folder cut'],
      ['person 2', 'person 2 gone', 'file 2 gone', 'file 3 gone'],
    ],
    'who uploaded goes first': [
      ['person 2', 'person 2 gone', 'file 2.uploader cut', 'file 2.about emptied', 'file 3 gone'],
      ['person 1', 'person 1 gone', 'folder 1 gone', 'file 1 gone', 'file 2 gone'],
    ],
  },
};

/** One of two links may not be NULL. */
const orderMatters: Case = {
  sketch: {
    person: { people: true, rows: [{}, {}] },
    referral: {
      refers: { referrer: 'person!', referred: 'person' },
      links: { referrer: 'co-owned', referred: 'co-owned' },
      about: 'referrer',
      rows: [{ referrer: 1, referred: 2 }],
    },
  },
  copies: {
    'person 1': ['person 1', 'referral 1 without referred'],
    'person 2': ['person 2', 'referral 1 without referrer, about'],
  },
  orders: {
    'who can leave goes first': [
      ['person 2', 'person 2 gone', 'referral 1.referred cut'],
      ['person 1', 'person 1 gone', 'referral 1 gone'],
    ],
    'who cannot leave goes first': [
      ['person 1', 'person 1 emptied', 'referral 1.about emptied'],
      // Nobody is left to whom the row belongs, and the column keeps it with a row that says nothing.
      ['person 2', 'person 2 gone', 'referral 1.referred cut'],
    ],
  },
};

const cases: Readonly<Record<string, Case>> = {
  'an address that two people live at': sharedAddress,
  'an address that two people live at, of whom the law holds an invoice of one': addressAndInvoice,
  'a message between two people': message,
  'owner and viewer of a visit': visit,
  'a group that an association gives to its admins': group,
  'a person who was invited by another': invited,
  'a person who must have been invited': mustBeInvited,
  'comments that are theirs too to whom they are said': comments,
  'comments that are their author’s alone': ownComments,
  'three hops': threeHops,
  'three hops to what the law holds': heldAtTheEnd,
  'two paths to one row': mixedPaths,
  'a link that may not be NULL': orderMatters,
};

export const scenarios: readonly Scenario[] = Object.entries(cases).flatMap(
  ([name, { sketch, copies, orders }]) =>
    Object.entries(orders).map(([order, erasures]) => ({
      name: `${name}: ${order}`,
      world: worldOf(sketch),
      copies,
      erasures: erasures.map(([who, ...changes]) => ({ of: who.split(', '), changes })),
    })),
);
