import { missingRight } from '../missing-right.ts';

export const rectificationNamed = missingRight({
  id: 'L54',
  law: '13(2)(b), 16',
  promise: 'P37',
  name: { nl: 'het recht op rectificatie', en: 'the right to rectification' },
  near: ['access', 'erase', 'complain-to-authority'],
});
