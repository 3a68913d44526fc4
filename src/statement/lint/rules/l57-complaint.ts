import { missingRight } from '../missing-right.ts';

export const complaintNamed = missingRight({
  id: 'L57',
  law: '13(2)(d), 77',
  promise: 'P54',
  name: {
    nl: 'het recht om een klacht in te dienen bij de toezichthouder',
    en: 'the right to complain to the authority',
  },
  near: ['access', 'erase', 'rectify'],
});
