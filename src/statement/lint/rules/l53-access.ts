import { missingRight } from '../missing-right.ts';

export const accessNamed = missingRight({
  id: 'L53',
  law: '13(2)(b), 15',
  promise: 'P36',
  name: { nl: 'het recht op inzage', en: 'the right of access' },
  near: ['rectify', 'erase', 'complain-to-authority'],
});
