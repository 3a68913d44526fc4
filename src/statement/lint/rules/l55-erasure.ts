import { missingRight } from '../missing-right.ts';

export const erasureNamed = missingRight({
  id: 'L55',
  law: '13(2)(b), 17',
  promise: 'P38',
  name: { nl: 'het recht op wissen van gegevens', en: 'the right to erasure' },
  near: ['access', 'rectify', 'complain-to-authority'],
});
