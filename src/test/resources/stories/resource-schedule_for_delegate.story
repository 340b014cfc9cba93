-- schedule_for_delegate [GROUP]: a taken resource sends one of the group in its place.

# A free one accepts itself; a taken one passes the event on, and the other answers at once (RFC 5546, 3.2.2.3)
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_for_delegate small
prefer blue@example.com resource room
prefer blue@example.com scheduling_function schedule_in_freebusy
prefer blue@example.com groups small
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DELEGATED DELEGATED-TO=mailto:blue@example.com
sends REPLY bo@example.net
    ATTENDEE blue@example.com ACCEPTED DELEGATED-FROM=mailto:room@example.com
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
freebusy blue@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
-- All of them are taken.
book carl@example.com room@example.com c 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY carl@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 3 Nov\, 10:00–11:00 (Europe/Oslo). Free instead: Tue 3 Nov\, 11:00–12:00\; Tue 3 Nov\, 12:00–13:00\; Tue 3 Nov\, 13:00–14:00.
cancel bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends nothing
freebusy blue@example.com 2026-11-01 2026-12-01

# Moved to a time at which it is free itself, it takes it back, and the other says that it does not come
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_for_delegate small
prefer blue@example.com resource room
prefer blue@example.com scheduling_function schedule_in_freebusy
prefer blue@example.com groups small
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DELEGATED
sends REPLY bo@example.net
    ATTENDEE blue@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T12:00:00Z 2026-11-03T13:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
sends REPLY bo@example.net
    ATTENDEE blue@example.com DECLINED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-03T12:00:00Z 2026-11-03T13:00:00Z busy
freebusy blue@example.com 2026-11-01 2026-12-01

# A series is passed on whole; a date of it that is cancelled is free there too
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_for_delegate small
prefer blue@example.com resource room
prefer blue@example.com scheduling_function schedule_in_freebusy
prefer blue@example.com groups small
book anna@example.com room@example.com a 2026-11-10T09:00:00Z 2026-11-10T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=3
sends REPLY bo@example.net
    ATTENDEE room@example.com DELEGATED
sends REPLY bo@example.net
    ATTENDEE blue@example.com ACCEPTED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z busy
freebusy blue@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z busy
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z busy
cancel bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RECURRENCE-ID:20261103T090000Z
sends nothing
freebusy blue@example.com 2026-11-01 2026-12-01
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z busy
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z busy

# In a chain what refuses is asked first
prefer room@example.com resource room
prefer room@example.com scheduling_function same_domain_only\nschedule_for_delegate small
prefer blue@example.com resource room
prefer blue@example.com scheduling_function schedule_in_freebusy
prefer blue@example.com groups small
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Only people at example.com can book this.
book carl@example.com room@example.com c 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY carl@example.com
    ATTENDEE room@example.com DELEGATED
sends REPLY carl@example.com
    ATTENDEE blue@example.com ACCEPTED
