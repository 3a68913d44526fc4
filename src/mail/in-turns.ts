/**
 * Puts mails in an order in which nobody waits for somebody else's flood: the first of every sender, then the second of
 * every sender, and so on; within a turn in the order in which they came.
 */
export function inTurns<Mail extends { readonly uid: number; readonly from: string }>(
  mails: readonly Mail[],
): readonly Mail[] {
  const turns = new Map<string, number>();
  return mails
    .toSorted((a, b) => a.uid - b.uid)
    .map((mail) => {
      const turn = turns.get(mail.from) ?? 0;
      turns.set(mail.from, turn + 1);
      return { mail, turn };
    })
    .toSorted((a, b) => a.turn - b.turn || a.mail.uid - b.mail.uid)
    .map(({ mail }) => mail);
}
