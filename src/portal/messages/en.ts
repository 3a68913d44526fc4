import { formEn } from './form-en.ts';
import type { Messages } from './messages.ts';
import { statusEn } from './status-en.ts';

export const en: Messages = {
  site: {
    skip: 'Skip to content',
    navigation: 'Main menu',
    statement: 'Privacy statement',
    promises: 'Our promises',
    request: 'Make a request',
    mailbox: 'Mailbox (example)',
    otherLanguage: 'Nederlands',
    contact: 'Contact',
    tradeRegister: (number) => `Trade register (KvK) ${number}`,
    noCookies: 'These pages set no cookies and do not track you.',
    errorPrefix: 'Error: ',
  },
  state: { kept: 'kept', 'at-risk': 'at risk', broken: 'broken', unproven: 'not proven' },
  statement: {
    none: 'No privacy statement has been published yet.',
    version: (number, date) => `Version ${number}, in effect from ${date}`,
    contents: 'On this page',
    standing: 'Do we keep our word?',
    standingText:
      'Beside each part it says whether we do today what it says. We check that in our own systems.',
    board: 'See all promises',
    olderVersions: 'Earlier versions',
    plainText: 'As plain text',
    makeRequest: 'Ask a question or make a request',
    notNewest: (date) => `This is an earlier version. It took effect on ${date}.`,
    toNewest: 'Read the newest version',
    versions: 'Versions of the privacy statement',
    versionsText:
      'Every version we published remains here to read. The checksum shows that nothing in it was changed.',
    newest: 'newest',
    date: 'In effect from',
    number: 'Version',
    hash: 'Checksum (SHA-256)',
    changes: (number) => `What changed since version ${number}`,
    noChanges: 'Nothing in the text has changed.',
    added: 'Added',
    removed: 'Removed',
  },
  board: {
    title: 'Our promises',
    intro:
      'This is what we promise in our privacy statement, and what the law asks of us. Each promise says whether we keep it today. What we cannot prove, we say too.',
    group: {
      broken: { title: 'Broken', text: 'Here we do not do what we promise at the moment.' },
      unproven: {
        title: 'Not proven',
        text: 'Here we have no fresh evidence. It may be going well, but we cannot show it.',
      },
      'at-risk': { title: 'At risk', text: 'Here it is still going well, but something must be done.' },
      kept: {
        title: 'Kept',
        text: 'Here we looked, and found nothing that breaks the promise. Where a check does not see everything, it says so.',
      },
    },
    law: (articles) => (/^\d/.test(articles) ? `GDPR ${articles}` : articles),
    checked: (moment) => `Checked on ${moment}`,
    neverChecked: 'Not checked yet',
    noCheck: 'There is no check for this',
    brokenWhen: 'Broken when',
    reads: 'The check looks at',
    history: 'How it stood',
    noHistory: 'Nothing was recorded about this yet.',
    from: (moment) => `since ${moment}`,
    fromUntil: (from, until) => `from ${from} to ${until}`,
  },
  request: formEn,
  code: {
    title: 'Fill in the code',
    intro:
      'We send a code of six digits to the e-mail address you filled in. It can take a few minutes. Look in your spam folder too.',
    reference: (reference) => `Reference of your request: ${reference}`,
    code: 'Code of six digits',
    codeHint: 'For example 123 456. A space is fine.',
    submit: 'Continue',
    resendTitle: 'No code received?',
    resendText:
      'There may have been a mistake in the address. You can ask for a new code, or make a new request.',
    resend: 'Send a new code',
    resent:
      'If this request still waits for a code, a new one is on its way. Use the newest. Nothing comes? Call or mail us.',
    errors: {
      missing: 'Fill in the six digits from the e-mail.',
      wrong:
        'This code is not right, or was tried too often. Look in the last e-mail you received from us, or ask for a new code below.',
      expired:
        'This code no longer works: it has expired or was used already. Did you fill it in before? Then use the link in the e-mail you received after that. Otherwise ask for a new code below.',
    },
  },
  facts: {
    title: 'Show that it is you',
    intro:
      'Fill in two things that you know from us and others do not. We compare them with what we have of you.',
    kinds: {
      email: 'E-mail address',
      phone: 'Telephone number',
      'customer-number': 'Customer number',
      'account-id': 'Account name or number',
      'licence-plate': 'Licence plate',
    },
    wrong:
      'This does not show us yet that it is you. Fill in at least two things, and only what you are sure of. You can also call or mail us.',
    submit: 'Send',
  },
  status: statusEn,
  mailbox: {
    title: 'Mailbox of the example',
    example:
      'This mailbox exists in the example only. It shows which e-mail would otherwise have been sent. Nothing leaves this machine.',
    none: 'There is no e-mail yet.',
    from: 'From',
    to: 'To',
    sentAt: 'Sent',
    subject: 'Subject',
    attachments: 'Attachments',
    back: 'Back to the mailbox',
  },
  problem: {
    notFound: {
      title: 'This page does not exist',
      text: 'The address is not right, or the page has moved.',
    },
    linkUnknown: {
      title: 'This link does not work',
      text: 'The link is not complete or no longer holds. Use the link from the last e-mail you received from us, or make a new request.',
    },
    identityWaits: {
      title: 'Your code is right',
      text: 'Before we can go on, there is something else we want to know. It is in the e-mail that you receive from us now. Never send a copy of an identity document.',
    },
    gone: {
      title: 'This copy has been erased',
      text: 'The time to fetch it is over. You can make a new request right away; it costs nothing.',
    },
    notReady: {
      title: 'Your copy is not ready yet',
      text: 'You receive an e-mail as soon as you can fetch it.',
    },
    tooMany: {
      title: 'Please wait a moment',
      text: (minutes) =>
        `There have been too many attempts. Try again in ${minutes === 1 ? '1 minute' : minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`}.`,
    },
    forbidden: {
      title: 'This form did not come from our site',
      text: 'To protect you, we only accept forms that were filled in on this site. Open the page again and try once more.',
    },
    bad: { title: 'We do not understand this', text: 'Go back and try again.' },
    unavailable: {
      title: 'This does not work at the moment',
      text: 'Please try again in a few minutes.',
    },
    internal: {
      title: 'Something went wrong on our side',
      text: 'It is not you. Please try again later. If it keeps going wrong, contact us and quote this reference.',
    },
    reference: (reference) => `Reference: ${reference}`,
    home: 'To the privacy statement',
  },
};
