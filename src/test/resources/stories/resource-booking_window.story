-- booking_window LONGEST [SHORTEST]: not too far ahead, nor too soon.

# Alone it says how far ahead and how soon; who waits long enough may book
prefer room@example.com resource room
prefer room@example.com scheduling_function booking_window P10D P1D
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com b 2026-11-20T08:00:00Z 2026-11-20T09:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:This can be booked at most 10 days ahead.
book anna@example.com room@example.com c 2026-11-01T15:00:00Z 2026-11-01T16:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:This must be booked at least 1 day ahead.
at 2026-11-12T08:00:00Z
book anna@example.com room@example.com b 2026-11-20T08:00:00Z 2026-11-20T09:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
cancel anna@example.com room@example.com b 2026-11-20T08:00:00Z 2026-11-20T09:00:00Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T08:00:00Z 2026-11-03T10:00:00Z busy

# Of a series the last date counts; one without an end is never near enough
prefer room@example.com resource room
prefer room@example.com scheduling_function booking_window P10D
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
    RRULE:FREQ=WEEKLY
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:This can be booked at most 10 days ahead.
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=3
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=2
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com a 2026-11-17T08:00:00Z 2026-11-17T09:00:00Z
    RECURRENCE-ID:20261110T080000Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    RECURRENCE-ID:20261110T080000Z
    COMMENT:This can be booked at most 10 days ahead.
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T08:00:00Z 2026-11-03T09:00:00Z busy
cancel anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
    RECURRENCE-ID:20261103T080000Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01

# In a chain with the free/busy
prefer room@example.com resource room
prefer room@example.com scheduling_function booking_window P10D\nschedule_in_freebusy
book anna@example.com room@example.com a 2026-11-20T08:00:00Z 2026-11-20T09:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:This can be booked at most 10 days ahead.
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 3 Nov\, 09:00–10:00 (Europe/Oslo). Free instead: Tue 3 Nov\, 10:00–11:00\; Tue 3 Nov\, 11:00–12:00\; Tue 3 Nov\, 12:00–13:00.
