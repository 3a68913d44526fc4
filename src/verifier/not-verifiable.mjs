// @ts-check
/** Nothing to verify: not an export, a key that is none, a file that is not there. */
export class NotVerifiable extends Error {
  /** @param {string} message @param {string} dutch the same in Dutch */
  constructor(message, dutch) {
    super(message);
    this.dutch = dutch;
  }
}
