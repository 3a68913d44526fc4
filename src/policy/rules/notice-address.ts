import type { Rule } from '../rule.ts';
import { webAddressFault } from '../web-address.ts';

/** Notices say whom they are about: they leave by a connection that nobody reads along (art. 32). */
export const noticeAddress: Rule = {
  code: 'notice-address',
  severity: 'error',
  *check(draft) {
    for (const { id, notify } of draft.recipients.values()) {
      if (notify?.kind !== 'api') continue;
      const url = URL.parse(notify.url);
      const fault = url === null ? 'is no web address' : webAddressFault(url);
      if (fault === null) continue;
      yield {
        place: draft.place('recipients', id, 'notify', 'api', 'url'),
        message: `the address at which recipient "${id}" is told ${fault}`,
        hint: 'write for example url: https://privacy.recipient.example/notices',
      };
    }
  },
};
