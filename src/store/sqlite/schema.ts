/**
 * The numbered steps of the schema. A step that was ever released is never edited: a change is a new step at the end.
 * All instants are epoch milliseconds, UTC, except where a column holds JSON of the core's types.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE records (key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;

  -- One row per meaning. decision is set on what was told to nobody.
  CREATE TABLE changes (
    seq INTEGER PRIMARY KEY,
    dedup_key TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    model_id TEXT NOT NULL COLLATE NOCASE,
    record_key TEXT NOT NULL,
    decision TEXT,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX changes_model ON changes (model_id, seq);
  CREATE INDEX changes_record ON changes (record_key, seq);

  CREATE TABLE announcements (id TEXT PRIMARY KEY, kind TEXT NOT NULL, body TEXT NOT NULL) STRICT;

  -- Which announcements carry a change, and at which index.
  CREATE TABLE announced (
    dedup_key TEXT NOT NULL,
    announcement_id TEXT NOT NULL REFERENCES announcements (id),
    item INTEGER NOT NULL,
    PRIMARY KEY (dedup_key, announcement_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE channels (
    id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    workspace TEXT NOT NULL,
    channel TEXT NOT NULL,
    subscription TEXT NOT NULL,
    class TEXT NOT NULL,
    parked_reason TEXT,
    parked_since TEXT,
    probe_at INTEGER,
    probes INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE deliveries (
    seq INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    announcement_id TEXT NOT NULL REFERENCES announcements (id),
    channel_id TEXT NOT NULL,
    items TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'unclear', 'sent', 'dead')),
    next_send_at INTEGER NOT NULL,
    lease_owner TEXT,
    lease_until INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    first_sent_at INTEGER,
    last_sent_at INTEGER,
    ended_at INTEGER,
    message_id TEXT,
    reason TEXT,
    possible_repeat INTEGER NOT NULL DEFAULT 0,
    folded_into TEXT,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX deliveries_once ON deliveries (announcement_id, channel_id);
  CREATE INDEX deliveries_open ON deliveries (channel_id, next_send_at)
    WHERE state IN ('pending', 'sending', 'unclear');

  -- One lane per channel: when its next row may be tried. due_at is kept so that finding work is one look-up.
  CREATE TABLE lanes (
    channel_id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    bucket TEXT NOT NULL,
    due_at INTEGER,
    held_until INTEGER NOT NULL DEFAULT 0,
    busy_until INTEGER NOT NULL DEFAULT 0,
    probe_at INTEGER,
    parked INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX lanes_due ON lanes (bucket, parked, due_at) WHERE due_at IS NOT NULL;

  -- What shares a rate: a Slack workspace, a whole platform elsewhere. tat is GCRA's theoretical arrival time.
  CREATE TABLE buckets (
    name TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    tat REAL NOT NULL DEFAULT 0,
    held_until INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE invalid_requests (platform TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
  CREATE INDEX invalid_requests_at ON invalid_requests (platform, at);

  CREATE TABLE leases (
    name TEXT PRIMARY KEY,
    owner_id TEXT NOT NULL,
    host TEXT NOT NULL,
    pid INTEGER NOT NULL,
    started TEXT,
    until INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Who works on the outbox, so that the rows of a dead process are freed at once.
  CREATE TABLE processes (
    owner_id TEXT PRIMARY KEY,
    host TEXT NOT NULL,
    pid INTEGER NOT NULL,
    started TEXT
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE key_values (
    namespace TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    expires INTEGER,
    PRIMARY KEY (namespace, key)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- An edit of a card is a row of its own: same lane, same pace, same lease as a post.
  ALTER TABLE deliveries ADD COLUMN action TEXT NOT NULL DEFAULT 'post' CHECK (action IN ('post', 'edit'));
  ALTER TABLE deliveries ADD COLUMN card TEXT;
  ALTER TABLE deliveries ADD COLUMN thread TEXT;
  DROP INDEX deliveries_once;
  CREATE UNIQUE INDEX deliveries_once ON deliveries (announcement_id, channel_id) WHERE action = 'post';

  -- Which delivery's message is the card of a record in a channel.
  CREATE TABLE cards (
    channel_id TEXT NOT NULL,
    record_key TEXT NOT NULL,
    delivery_key TEXT NOT NULL,
    PRIMARY KEY (channel_id, record_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX cards_record ON cards (record_key);
  CREATE INDEX cards_delivery ON cards (delivery_key);

  -- What somebody in a channel said about a record by a button.
  CREATE TABLE marks (
    channel_id TEXT NOT NULL,
    record_key TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (channel_id, record_key)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- A card shows what came later for its models: news, which are few, and not the reminders of every channel.
  CREATE INDEX changes_news ON changes (record_key, seq)
    WHERE decision IS NULL AND instr(dedup_key, '|reminder|') = 0;
  `,
];
