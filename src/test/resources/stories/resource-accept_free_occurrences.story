-- accept_free_occurrences [N]: of a series what is free, date by date.

# Of a series what is free is accepted, and the rest declined date by date
prefer room@example.com resource room
prefer room@example.com scheduling_function accept_free_occurrences
book anna@example.com room@example.com a 2026-11-10T09:00:00Z 2026-11-10T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=3
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
    COMMENT:Not available on these dates: Tue 10 Nov\, 10:00–11:00 (Europe/Oslo).
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 10 Nov\, 10:00–11:00 (Europe/Oslo).
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z busy
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z busy
-- The date that the series does not have is the other's alone.
cancel anna@example.com room@example.com a 2026-11-10T09:00:00Z 2026-11-10T10:00:00Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z busy
book carl@example.com room@example.com c 2026-11-10T09:00:00Z 2026-11-10T10:00:00Z
sends REPLY carl@example.com
    ATTENDEE room@example.com ACCEPTED

# A series of which nothing is free is declined, and so is a single event that is taken
prefer room@example.com resource room
prefer room@example.com scheduling_function accept_free_occurrences
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=2
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=2
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 3 Nov\, 10:00–11:00\; Tue 10 Nov\, 10:00–11:00 (Europe/Oslo).
book bo@example.net room@example.com c 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 3 Nov\, 10:00–11:00 (Europe/Oslo). Free instead: Tue 3 Nov\, 11:00–12:00\; Tue 3 Nov\, 12:00–13:00\; Tue 3 Nov\, 13:00–14:00.
book bo@example.net room@example.com d 2026-11-03T10:00:00Z 2026-11-03T11:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
cancel anna@example.com room@example.com a 2026-11-10T09:00:00Z 2026-11-10T10:00:00Z
    RECURRENCE-ID:20261110T090000Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T11:00:00Z busy

# An update decides all dates anew: what was declined and is free by now is accepted
prefer room@example.com resource room
prefer room@example.com scheduling_function accept_free_occurrences
book anna@example.com room@example.com a 2026-11-10T09:00:00Z 2026-11-10T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=2
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE room@example.com DECLINED
cancel anna@example.com room@example.com a 2026-11-10T09:00:00Z 2026-11-10T10:00:00Z
sends nothing
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=2
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE room@example.com ACCEPTED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z busy
cancel bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01

# In a chain a quota counts what was accepted alone
prefer room@example.com resource room
prefer room@example.com scheduling_function accept_free_occurrences\ncheck_quota
quota limit room@example.com everybody PT2H
book anna@example.com room@example.com a 2026-11-10T09:00:00Z 2026-11-10T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=3
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE room@example.com DECLINED
book bo@example.net room@example.com c 2026-11-05T09:00:00Z 2026-11-05T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:You can have at most 2 hours booked ahead. Cancel something you don't need\, or book less.
cancel bo@example.net room@example.com b 2026-11-17T09:00:00Z 2026-11-17T10:00:00Z
    RECURRENCE-ID:20261117T090000Z
sends nothing
book bo@example.net room@example.com c 2026-11-05T09:00:00Z 2026-11-05T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
