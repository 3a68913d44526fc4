-- The newsletter list of CarConnect: a file that came along from an earlier mailing program. It knows people by
-- their e-mail address alone, in the capitals in which each typed it, and declares no references.

CREATE TABLE mailings (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  sent_on TEXT NOT NULL
);

CREATE TABLE subscribers (
  email TEXT PRIMARY KEY NOT NULL,
  name TEXT,
  ip TEXT,
  subscribed_at TEXT NOT NULL,
  unsubscribed_at TEXT,
  last_seen_on TEXT
);

CREATE TABLE opens (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  mailing_id INTEGER NOT NULL,
  ip TEXT,
  user_agent TEXT,
  opened_at TEXT NOT NULL
);

CREATE TABLE clicks (
  email TEXT NOT NULL,
  mailing_id INTEGER NOT NULL,
  url TEXT NOT NULL,
  clicked_at TEXT NOT NULL
);

-- After loading: what makes loading slow.

CREATE INDEX subscribers_email ON subscribers (lower(email));
CREATE INDEX opens_email ON opens (email);
CREATE INDEX clicks_email ON clicks (email);
