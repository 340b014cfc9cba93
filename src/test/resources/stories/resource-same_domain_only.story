-- same_domain_only: the organiser is of the resource's own domain.

# Alone it says who, and not when: the same time is given twice
prefer room@example.com resource room
prefer room@example.com scheduling_function same_domain_only
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book carl@example.com room@example.com c 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY carl@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Only people at example.com can book this.
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
cancel anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
cancel carl@example.com room@example.com c 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01

# A series, and a date of it, are of who organises them
prefer room@example.com resource room
prefer room@example.com scheduling_function same_domain_only
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=2
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Only people at example.com can book this.
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=2
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com a 2026-11-10T11:00:00Z 2026-11-10T12:00:00Z
    RECURRENCE-ID:20261110T090000Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
    RECURRENCE-ID:20261110T090000Z
cancel anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RECURRENCE-ID:20261103T090000Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-10T11:00:00Z 2026-11-10T12:00:00Z busy

# In a chain both must agree
prefer room@example.com resource room
prefer room@example.com scheduling_function same_domain_only\nschedule_in_freebusy
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Only people at example.com can book this.
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book carl@example.com room@example.com c 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY carl@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 3 Nov\, 10:00–11:00 (Europe/Oslo). Free instead: Tue 3 Nov\, 11:00–12:00\; Tue 3 Nov\, 12:00–13:00\; Tue 3 Nov\, 13:00–14:00.
