-- opening_hours [HOURS]: all of it is within the hours, on the wall of the resource's zone.

# Alone it says when: within the hours, those named or those of working_hours
prefer room@example.com resource room
prefer room@example.com scheduling_function opening_hours Mon-Fri 09:00-17:00
-- Oslo is an hour ahead.
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com b 2026-11-03T15:30:00Z 2026-11-03T16:30:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:Not within the opening hours (Mon–Fri 09:00–17:00): Tue 3 Nov\, 16:30–17:30 (Europe/Oslo).
book anna@example.com room@example.com c 2026-11-07T10:00:00Z 2026-11-07T11:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:Not within the opening hours (Mon–Fri 09:00–17:00): Sat 7 Nov\, 11:00–12:00 (Europe/Oslo).
prefer room@example.com scheduling_function opening_hours
prefer room@example.com working_hours Sat 10:00-14:00
book anna@example.com room@example.com c 2026-11-07T10:00:00Z 2026-11-07T11:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T08:00:00Z 2026-11-03T09:00:00Z busy
    2026-11-07T10:00:00Z 2026-11-07T11:00:00Z busy
cancel anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-07T10:00:00Z 2026-11-07T11:00:00Z busy

# All dates of a series are within the hours, or it is declined; a date is moved within them
prefer room@example.com resource room
prefer room@example.com scheduling_function opening_hours Mon-Thu 09:00-17:00
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=DAILY;COUNT=4
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:Not within the opening hours (Mon–Thu 09:00–17:00): Fri 6 Nov\, 10:00–11:00 (Europe/Oslo).
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=DAILY;COUNT=3
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com a 2026-11-04T18:00:00Z 2026-11-04T19:00:00Z
    RECURRENCE-ID:20261104T090000Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    RECURRENCE-ID:20261104T090000Z
book anna@example.com room@example.com a 2026-11-04T10:00:00Z 2026-11-04T11:00:00Z
    RECURRENCE-ID:20261104T090000Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
    RECURRENCE-ID:20261104T090000Z
cancel anna@example.com room@example.com a 2026-11-05T09:00:00Z 2026-11-05T10:00:00Z
    RECURRENCE-ID:20261105T090000Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-04T10:00:00Z 2026-11-04T11:00:00Z busy

# In a chain what is free instead is within the hours
prefer room@example.com resource room
prefer room@example.com scheduling_function opening_hours Mon-Fri 09:00-17:00\nschedule_in_freebusy
book anna@example.com room@example.com a 2026-11-03T14:00:00Z 2026-11-03T15:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T14:00:00Z 2026-11-03T15:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 3 Nov\, 15:00–16:00 (Europe/Oslo). Free instead: Tue 3 Nov\, 16:00–17:00\; Wed 4 Nov\, 09:00–10:00\; Wed 4 Nov\, 10:00–11:00.
