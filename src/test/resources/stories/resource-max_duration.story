-- max_duration DURATION: no date of it is longer.

# Alone it says how long: an update may not be longer either
prefer room@example.com resource room
prefer room@example.com scheduling_function max_duration PT2H
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T08:00:00Z 2026-11-03T10:01:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:This can be booked for at most 2 hours at a time.
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T11:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:This can be booked for at most 2 hours at a time.
freebusy room@example.com 2026-11-01 2026-12-01
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T08:00:00Z 2026-11-03T09:00:00Z busy
cancel anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01

# Each date of a series is as long as that, and however many there are
prefer room@example.com resource room
prefer room@example.com scheduling_function max_duration PT2H
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=3
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com a 2026-11-10T08:00:00Z 2026-11-10T11:00:00Z
    RECURRENCE-ID:20261110T080000Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    RECURRENCE-ID:20261110T080000Z
    COMMENT:This can be booked for at most 2 hours at a time.
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T08:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-17T08:00:00Z 2026-11-17T10:00:00Z busy
cancel anna@example.com room@example.com a 2026-11-17T08:00:00Z 2026-11-17T10:00:00Z
    RECURRENCE-ID:20261117T080000Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T08:00:00Z 2026-11-03T10:00:00Z busy

# In a chain with the free/busy
prefer room@example.com resource room
prefer room@example.com scheduling_function max_duration PT90M\nschedule_in_freebusy
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:This can be booked for at most 90 minutes at a time.
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 3 Nov\, 09:00–10:00 (Europe/Oslo). Free instead: Tue 3 Nov\, 10:00–11:00\; Tue 3 Nov\, 11:00–12:00\; Tue 3 Nov\, 12:00–13:00.
