-- What ends is told under the article by which it was asked: an objection (art. 21) and consent taken back (art. 7(3)) are no restriction.
alter table gestand.notice drop constraint notice_deed_check;
alter table gestand.notice add constraint notice_deed_check check (deed in ('rectification', 'erasure', 'restriction',
  'restriction-lifted', 'objection', 'objection-lifted', 'withdrawal', 'withdrawal-lifted'));
