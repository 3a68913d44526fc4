import type { StatusMessages } from './status-messages.ts';

export const statusEn: StatusMessages = {
  title: {
    access: 'Your request to see your data',
    rectification: 'Your request to correct your data',
    erasure: 'Your request to erase your data',
    restriction: 'Your request to put data on hold',
    objection: 'Your objection',
    portability: 'Your request to take your data with you',
    withdrawal: 'The withdrawal of your consent',
    question: 'Your question',
    'security-information': 'Your question about security',
    complaint: 'Your complaint',
  },
  reference: 'Reference',
  receivedOn: 'Received on',
  dueOn: 'You receive an answer',
  dueOnText: (date) => `by ${date}`,
  stateLabel: 'Where it stands',
  state: {
    'taken-up': 'Being handled',
    verified: 'We know it is you',
    planned: 'Under review',
    approved: 'Approved',
    running: 'Being carried out',
    done: 'Completed',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
    joined: 'Joined',
  },
  next: {
    'taken-up': {
      otherwise:
        'A member of staff handles your request. You receive the answer by e-mail. You need not do anything.',
      objection:
        'A member of staff weighs your objection. You receive the answer by e-mail. You need not do anything.',
      question: 'A member of staff reads your question. You receive the answer by e-mail.',
      'security-information': 'A member of staff reads your question. You receive the answer by e-mail.',
      complaint:
        'A member of staff finds out what happened. You receive the answer by e-mail. You can also go to the Dutch data protection authority, the Autoriteit Persoonsgegevens, right now.',
    },
    verified: { otherwise: 'We are looking up where your data is. You need not do anything.' },
    planned: {
      otherwise:
        'A member of staff looks at the plan below. After that we carry it out. You can still withdraw your request.',
      access:
        'A member of staff looks at the plan below. After that we make your copy. You need not do anything.',
      erasure:
        'A member of staff looks at the plan below. After that we erase your data. You can still withdraw your request.',
    },
    approved: {
      otherwise: 'The plan will be carried out shortly. You receive an e-mail when that is done.',
      access: 'Your copy will be made shortly. You receive an e-mail when it is ready.',
      erasure: 'Your data will be erased shortly. You receive an e-mail when that is done.',
    },
    running: {
      otherwise: 'We are carrying out the plan. You receive an e-mail when that is done.',
      access: 'We are making your copy. You receive an e-mail when it is ready.',
      erasure: 'We are erasing your data. You receive an e-mail when that is done.',
    },
    done: {
      otherwise:
        'Your request is completed. If you disagree with our answer, let us know or complain to the Dutch data protection authority, the Autoriteit Persoonsgegevens.',
      erasure:
        'Your data has been erased, and we checked that afterwards. If you disagree with our answer, let us know or complain to the Dutch data protection authority, the Autoriteit Persoonsgegevens.',
      question: 'The answer is in the e-mail you received.',
      'security-information': 'The answer is in the e-mail you received.',
      complaint:
        'The answer is in the e-mail you received. If you disagree with it, let us know or complain to the Dutch data protection authority, the Autoriteit Persoonsgegevens.',
    },
    refused: {
      otherwise:
        'The reason is in the letter you received. You can complain to the Dutch data protection authority, the Autoriteit Persoonsgegevens, or go to court.',
    },
    withdrawn: {
      otherwise: 'Nothing happens to your data. You can make a new request at any time.',
      question: 'We do nothing more with your question. You can ask a new one at any time.',
      'security-information': 'We do nothing more with your question. You can ask a new one at any time.',
      complaint: 'We do nothing more with your complaint. You can make a new one at any time.',
    },
    joined: {
      otherwise:
        'You asked this before. Our answer to your first request is also the answer to this one. If that is not right, let us know.',
    },
  },
  nothingFound: {
    ahead:
      'We found no data about you with this e-mail address. A member of staff checks that; after that you receive our answer. Is there another address by which we may know you? Then make a new request with that address.',
    done: 'We found no data about you with this e-mail address. Is there another address by which we may know you? Then make a new request with that address. If you disagree with our answer, let us know or complain to the Dutch data protection authority, the Autoriteit Persoonsgegevens.',
  },
  everythingKept: {
    ahead:
      'We must still keep everything we have about you. Below it says why, and until when. A member of staff checks that; after that you receive our answer.',
    done: 'We erased nothing: we must still keep everything we have about you. Below it says why, and until when. If you disagree with our answer, let us know or complain to the Dutch data protection authority, the Autoriteit Persoonsgegevens.',
  },
  plan: {
    otherwise: { ahead: 'What we do', done: 'What we did' },
    access: { ahead: 'What you receive', done: 'What you received' },
    erasure: { ahead: 'What we erase', done: 'What we erased' },
  },
  kept: 'What stays for now, and why',
  keptUntil: (date, one) => `${one ? 'Up' : 'The last of them up'} to and including ${date}.`,
  keptWithoutDate: 'There is no fixed end date.',
  package: 'Your data is ready',
  packageText: (size, expires) =>
    `A ZIP file of ${size} with an overview you can read and files for each part. You can fetch it until ${expires}; after that we erase it.`,
  download: 'Download your data',
  transfer: {
    title: 'Straight to another organisation',
    'under-way': (name) =>
      `We are sending your data to ${name}. Once they have received them, it says so here.`,
    delivered: (name, moment) => `${name} signed for receipt on ${moment}.`,
    failed: (name, moment) =>
      `Your data could not be handed to ${name} (${moment}). You receive them yourself, in the file above or by e-mail.`,
    address: 'Address',
    digest: 'Fingerprint of what was sent (SHA-256)',
  },
  downloads: (count) =>
    count === 0 ? 'Not fetched yet.' : count === 1 ? 'Fetched once.' : `Fetched ${count} times.`,
  timeline: 'What happened',
  events: {
    received: 'Request received',
    'taken-up': 'Taken up',
    verified: 'Established that it is you',
    planned: 'Plan made',
    extended: 'Term extended; the reason is in the e-mail you received',
    approved: 'Plan approved',
    started: 'Work begun',
    'package-ready': 'Copy of your data made ready',
    downloaded: 'Copy fetched',
    'package-expired': 'Copy erased; the link no longer works',
    erased: 'Data erased and checked',
    done: 'Request completed',
    refused: 'Request refused',
    withdrawn: 'Request withdrawn',
    joined: 'Joined with your earlier request',
  },
  withdrawTitle: 'Changed your mind?',
  withdrawText: 'You can withdraw your request as long as we have not begun. Nothing will happen then.',
  withdraw: 'Withdraw request',
  withdrawTooLate: 'It is too late to withdraw: we have begun.',
  keepLink: 'Keep the address of this page. Whoever has it can see your request; do not share it.',
};
