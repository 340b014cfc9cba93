-- A store as the first version of the schema made it, with something in every table.
-- Statements are separated by empty lines.

CREATE TABLE site (
  only_one INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
  version INTEGER NOT NULL,
  secret BLOB NOT NULL)

CREATE TABLE user_ (
  user_ TEXT NOT NULL PRIMARY KEY,
  added BIGINT NOT NULL)

CREATE TABLE event (
  user_ TEXT NOT NULL,
  uid TEXT NOT NULL,
  version BIGINT NOT NULL,
  expanded_to BIGINT,
  changed BIGINT NOT NULL,
  icalendar TEXT NOT NULL,
  PRIMARY KEY (user_, uid))

CREATE INDEX event_unfinished ON event (user_, expanded_to)
  WHERE expanded_to IS NOT NULL

CREATE TABLE occurrence (
  user_ TEXT NOT NULL,
  uid TEXT NOT NULL,
  number INTEGER NOT NULL,
  recurrence_id TEXT NOT NULL,
  span INTEGER NOT NULL,
  start_ BIGINT NOT NULL,
  end_ BIGINT NOT NULL,
  first_day BIGINT,
  day_after BIGINT,
  summary TEXT NOT NULL,
  location TEXT NOT NULL,
  cancelled INTEGER NOT NULL,
  organised INTEGER NOT NULL,
  participation TEXT,
  busy TEXT NOT NULL,
  PRIMARY KEY (user_, uid, number))

CREATE INDEX occurrence_time ON occurrence (user_, span, start_)

CREATE TABLE request (
  user_ TEXT NOT NULL,
  uid TEXT NOT NULL,
  recurrence_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  sender TEXT NOT NULL,
  arrived BIGINT NOT NULL,
  participation TEXT,
  PRIMARY KEY (user_, uid, recurrence_id, kind, sender))

CREATE TABLE activity (
  user_ TEXT NOT NULL,
  number BIGINT NOT NULL,
  at BIGINT NOT NULL,
  source TEXT NOT NULL,
  what TEXT NOT NULL,
  uid TEXT NOT NULL,
  recurrence_id TEXT NOT NULL,
  summary TEXT NOT NULL,
  sender TEXT NOT NULL,
  verdict TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (user_, number))

CREATE TABLE outbox (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  user_ TEXT NOT NULL,
  sender TEXT NOT NULL,
  recipients TEXT NOT NULL,
  message BLOB NOT NULL,
  posted BIGINT NOT NULL,
  due BIGINT NOT NULL,
  attempts INTEGER NOT NULL,
  why TEXT NOT NULL)

CREATE TABLE preference (
  user_ TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (user_, name))

CREATE TABLE form (
  user_ TEXT NOT NULL,
  nonce TEXT NOT NULL,
  seen BIGINT NOT NULL,
  PRIMARY KEY (user_, nonce))

INSERT INTO site (only_one, version, secret) VALUES (1, 1, x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f')

INSERT INTO user_ (user_, added) VALUES ('mailto:vincent.vole@example.com', 1793523600)

INSERT INTO event (user_, uid, version, expanded_to, changed, icalendar) VALUES
  ('mailto:vincent.vole@example.com', 'hourly', 3, 1856595600, 1793523600, 'BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//imip-agent//EN
BEGIN:VEVENT
UID:hourly
DTSTAMP:20261101T090000Z
DTSTART:20200101T000000Z
DURATION:PT1H
RRULE:FREQ=HOURLY
SUMMARY:The bell
END:VEVENT
END:VCALENDAR
'),
  ('mailto:vincent.vole@example.com', 'lunch', 1, NULL, 1793523600, 'BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//imip-agent//EN
BEGIN:VEVENT
UID:lunch
DTSTAMP:20261101T090000Z
DTSTART:20261110T110000Z
DTEND:20261110T120000Z
SUMMARY:Lunch
ORGANIZER:mailto:harriet.hare@example.com
ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:vincent.vole@example.com
END:VEVENT
END:VCALENDAR
')

INSERT INTO occurrence (user_, uid, number, recurrence_id, span, start_, end_, first_day, day_after,
    summary, location, cancelled, organised, participation, busy) VALUES
  ('mailto:vincent.vole@example.com', 'hourly', 0, '20261101T100000Z', 0, 1793527200, 1793530800, NULL, NULL, 'The bell', '', 0, 0, NULL, 'BUSY'),
  ('mailto:vincent.vole@example.com', 'lunch', 0, '', 0, 1794308400, 1794312000, NULL, NULL, 'Lunch', '', 0, 0, 'NEEDS_ACTION', 'FREE')

INSERT INTO request (user_, uid, recurrence_id, kind, sender, arrived, participation) VALUES
  ('mailto:vincent.vole@example.com', 'lunch', '', 'INVITATION', 'mailto:harriet.hare@example.com', 1793523600, NULL)

INSERT INTO activity (user_, number, at, source, what, uid, recurrence_id, summary, sender, verdict, detail) VALUES
  ('mailto:vincent.vole@example.com', 1, 1793523600, 'MAIL', 'REQUEST', 'lunch', '', 'Lunch', 'harriet.hare@example.com', 'INVITED', '')

INSERT INTO outbox (user_, sender, recipients, message, posted, due, attempts, why) VALUES
  ('mailto:vincent.vole@example.com', 'calendar@example.com', 'harriet.hare@example.com', x'5375626a6563743a20780d0a0d0a', 1793523600, 1793523600, 0, '')

INSERT INTO preference (user_, name, value) VALUES ('mailto:vincent.vole@example.com', 'TZID', 'Europe/Oslo')

INSERT INTO form (user_, nonce, seen) VALUES ('mailto:vincent.vole@example.com', 'once', 1793523600)
