import { missingRight } from '../missing-right.ts';

export const objectionNamed = missingRight({
  id: 'L56',
  law: '13(2)(b), 21',
  promise: 'P41',
  name: { nl: 'het recht om bezwaar te maken', en: 'the right to object' },
  near: ['access', 'erase', 'rectify'],
});
