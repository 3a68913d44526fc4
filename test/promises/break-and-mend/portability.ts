import { type BreakAndMend, broken, kept, unproven } from './step.ts';

/** Data that people take along. */
export const aboutPortability = {
  P45: async function* (world) {
    yield unproven;
    await world.answer(await world.ask({ kind: 'portability', to: 'self' }));
    yield kept({ runs: 1, missing: [], leaked: [] });
    const caseId = await world.ask({ kind: 'portability', to: 'self' });
    world.pass({ days: 40 });
    yield broken({ overdue: [caseId] });
    await world.answer(caseId);
    yield broken({ overdue: [], late: [caseId] });
    world.pass({ days: 91 });
    yield kept({ runs: 2 });
  },
  P46: async function* (world) {
    yield unproven;
    await world.answer(await world.ask({ kind: 'portability', to: { receiver: 'geen webadres' } }));
    yield kept({ direct: 1, receipts: 0, without: [] });
    const caseId = await world.ask({ kind: 'portability', to: { receiver: 'geen webadres' } });
    world.pass({ days: 40 });
    yield broken({ overdue: [caseId] });
    await world.answer(caseId);
    yield broken({ overdue: [], late: [caseId] });
    world.pass({ days: 91 });
    yield kept({ direct: 2 });
  },
} as const satisfies Record<string, BreakAndMend>;
