import type { FormMessages } from './form-messages.ts';

export const formEn: FormMessages = {
  title: 'What do you want to ask us?',
  intro: 'Choose what you want. You need no account and it costs you nothing.',
  groups: {
    data: 'About your data',
    use: 'About what we do with your data',
    contact: 'Questions and complaints',
  },
  kinds: {
    access: {
      name: 'See my data',
      text: 'You receive a copy of everything we have about you: an overview you can read and files you can use elsewhere. Nothing changes.',
    },
    rectification: {
      name: 'Have my data corrected',
      text: 'Is something wrong, or is something missing? Say what it says and what it should say.',
    },
    erasure: {
      name: 'Have my data erased',
      text: 'We erase what we have about you. This cannot be undone. What the law makes us keep, such as invoices, stays for now; you will hear what, why and until when.',
    },
    portability: {
      name: 'Take my data with me',
      text: 'You receive the data you gave us as a file that a computer can read. If you wish, we send it to another organisation.',
    },
    objection: {
      name: 'Object',
      text: 'You want us to stop using your data for something, for example for advertising. Advertising we stop at once.',
    },
    withdrawal: {
      name: 'Withdraw my consent',
      text: 'You gave us consent and no longer want to. You can always do so, and we will stop.',
    },
    restriction: {
      name: 'Have my data put on hold',
      text: 'We then still keep your data, but do not use them. For example as long as it is not certain that they are right.',
    },
    question: {
      name: 'Ask a question',
      text: 'About what we do with personal data.',
      field: {
        label: 'Your question',
        hint: 'We answer by e-mail. Do you want to know what we have about you? Then choose “See my data”.',
      },
    },
    'security-information': {
      name: 'Ask how we protect data',
      text: 'We are glad to tell you how we protect personal data.',
      field: {
        label: 'What do you want to know?',
        hint: 'Did you see a leak or a weak spot? Then also write where.',
      },
    },
    complaint: {
      name: 'Make a complaint',
      text: 'Do you think that we do not handle your data well? Tell us, and we will find out. You may also go straight to the Dutch data protection authority, the Autoriteit Persoonsgegevens.',
      field: {
        label: 'Your complaint',
        hint: 'What happened, when, and what would you like us to do?',
      },
    },
  },
  back: 'Ask something else',
  email: 'E-mail address',
  emailHint: 'The address by which we know you. We send a code to it, so that we know it is you.',
  replyHint: 'This is where we send the answer.',
  customerNumber: 'Customer number (optional)',
  customerNumberHint:
    'It is on your invoice. An extra check: it lets us see whether we have found the right person.',
  noDocuments:
    'We never ask for a copy of your identity document or for your citizen service number (BSN). Do not send them to us.',
  submit: 'Send request',
  free: 'It costs you nothing. We answer within a month at the latest.',
  errorSummary: 'This is not right yet',
  errors: {
    emailMissing: 'Fill in your e-mail address.',
    emailInvalid: 'Fill in a whole e-mail address, such as name@example.org.',
    customerNumberLong: 'Fill in a customer number of at most 50 characters.',
    textMissing: 'Write here what you want to ask or tell us.',
    textLong: 'This text is too long. Make it shorter.',
    citizenNumber:
      'This holds a citizen service number (BSN). Take it out: we may not have it and do not need it.',
    identityDocument:
      'This is part of an identity document. Take it out: we never ask for it and do not keep it.',
    correctionMissing: 'Fill in what must be corrected.',
    correctionEmpty: 'Fill in what it says now, what it should say, or both.',
    categoryMissing: 'Choose which item it is about.',
    groundMissing: 'Choose why we must put your data on hold.',
    purposesMissing: 'Choose what we may not use your data for.',
    objectionMissing: 'Choose what you object to.',
    consentMissing: 'Choose which consent you withdraw.',
    receiverMissing: 'Fill in the web address you received from the other organisation.',
    receiverInvalid: 'Fill in a whole web address that starts with https://.',
    mandateMissing: 'Choose why you may ask for the other person.',
    mandateNotNeeded: 'For this you need not ask in anybody’s name.',
    personMissing:
      'Fill in by what we know the other person: an e-mail address, telephone number or customer number.',
    birthDateMissing: 'Fill in the date of birth of the child.',
    birthDateInvalid: 'Fill in a date, such as 2015-06-30.',
    birthDateInFuture: 'This date of birth is in the future.',
    childAsksItself: 'This child is old enough to ask itself, or to authorise you.',
  },
  rectification: {
    line: (number) => `Correction ${number}`,
    category: 'Which item is it about?',
    chooseCategory: 'Choose',
    now: { label: 'What does it say now?', hint: 'Leave empty if it says nothing.' },
    wanted: { label: 'What should it say?', hint: 'Leave empty if it must go.' },
    more: 'Another correction',
  },
  restriction: {
    ground: 'Why?',
    grounds: {
      'accuracy-contested': 'My data are wrong. Put them on hold until you have found out.',
      'unlawful-not-erased': 'You may not use them, but I do not want you to erase them.',
      'needed-for-claims': 'You no longer need them, but I do: for a court case or another legal matter.',
      'objection-pending': 'I have objected. Put them on hold until you have decided about it.',
    },
    purposes: 'What may we not use your data for?',
    reason: { label: 'Explanation (optional)', hint: 'For example which item is wrong.' },
  },
  objection: {
    purposes: 'What do you object to?',
    advertising: 'Advertising, in whatever form',
    advertisingHint: 'We stop that at once. You need not say why.',
    categories: {
      label: 'Only for these data (optional)',
      hint: 'If you choose nothing, your objection holds for all your data.',
    },
    recipients: {
      label: 'Only at these recipients (optional)',
      hint: 'If you choose nothing, your objection holds for us and for everybody who works for us.',
    },
    reason: {
      label: 'Why, in your case? (optional)',
      hint: 'It helps us to weigh your interest. For advertising it is not needed.',
    },
  },
  portability: {
    to: 'To whom?',
    self: 'To myself',
    other: 'Straight to another organisation',
    receiver: {
      label: 'Web address of the other organisation',
      hint: 'Only if you chose the second. You receive this address from that organisation. It starts with https://.',
    },
  },
  withdrawal: { purposes: 'Which consent do you withdraw?', all: 'All consent I gave' },
  everything: 'Everything',
  representative: {
    summary: 'I ask this for somebody else',
    how: 'Your own e-mail address stands above. Fill in here whom it is about. We mail you what we want to see before we tell anything about that person.',
    mandate: 'Why may you ask for the other person?',
    forMyself: 'I ask for myself',
    mandates: {
      lawyer: 'I am the lawyer',
      authorised: 'I have a mandate',
      parent: 'I am the parent of a child',
      guardian: 'I am the guardian or administrator',
    },
    email: {
      label: 'E-mail address of the other person',
      hint: 'By which we know that person. One of these three is enough.',
    },
    phone: 'Telephone number of the other person',
    customerNumber: 'Customer number of the other person',
    birthDate: { label: 'Date of birth of the child', hint: 'Only if you are the parent.' },
  },
  received: {
    title: {
      access: 'We have received your request for access',
      rectification: 'We have received your request for correction',
      erasure: 'We have received your request for erasure',
      restriction: 'We have received your request to put your data on hold',
      objection: 'We have received your objection',
      portability: 'We have received your request to take your data along',
      withdrawal: 'You have withdrawn your consent',
      question: 'We have received your question',
      'security-information': 'We have received your question about security',
      complaint: 'We have received your complaint',
    },
    text: 'You will shortly receive a confirmation by e-mail, with a link to the page on which you can see how it is getting on. The answer comes by e-mail too.',
    reference: (reference) => `Reference: ${reference}`,
    notReceived:
      'No e-mail received? Look in your spam folder too. There may have been a mistake in the address; then send it again.',
  },
};
