-- schedule_in_freebusy [N]: free, or fewer than N have it.

# A free room accepts and its time is taken; who comes second learns what is free instead
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
    not COMMENT
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
book bo@example.net room@example.com b 2026-11-03T09:30:00Z 2026-11-03T10:30:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 3 Nov\, 10:30–11:30 (Europe/Oslo). Free instead: Tue 3 Nov\, 11:00–12:00\; Tue 3 Nov\, 12:00–13:00\; Tue 3 Nov\, 13:00–14:00.
    not Meeting at
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
book bo@example.net room@example.com b 2026-11-03T10:00:00Z 2026-11-03T11:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T11:00:00Z busy

# As many as there is room for have it at once; one that cancels makes room for another
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy 2
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T11:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T10:00:00Z 2026-11-03T12:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
book carl@example.com room@example.com c 2026-11-03T09:30:00Z 2026-11-03T10:30:00Z
sends REPLY carl@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 3 Nov\, 10:30–11:30 (Europe/Oslo). Free instead: Tue 3 Nov\, 12:00–13:00\; Tue 3 Nov\, 13:00–14:00\; Tue 3 Nov\, 14:00–15:00.
cancel anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T11:00:00Z
sends nothing
book carl@example.com room@example.com c 2026-11-03T09:30:00Z 2026-11-03T10:30:00Z
sends REPLY carl@example.com
    ATTENDEE room@example.com ACCEPTED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:30:00Z 2026-11-03T12:00:00Z busy

# An update never clashes with what it replaces: it grows, moves and shrinks, and frees what it leaves
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T12:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com a 2026-11-03T10:00:00Z 2026-11-03T13:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com a 2026-11-03T10:00:00Z 2026-11-03T11:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T10:00:00Z 2026-11-03T11:00:00Z busy
book bo@example.net room@example.com b 2026-11-03T11:00:00Z 2026-11-03T13:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED

# An update to a time that is taken is declined, and its old time is free
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T11:00:00Z 2026-11-03T12:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 3 Nov\, 10:00–11:00 (Europe/Oslo). Free instead: Tue 3 Nov\, 11:00–12:00\; Tue 3 Nov\, 12:00–13:00\; Tue 3 Nov\, 13:00–14:00.
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy

# The organiser cancels: it is free again, and nothing is said (RFC 5546, 3.2.5)
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
cancel anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    STATUS:CANCELLED
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED

# Who takes the room off the guests frees it, whether by CANCEL or by an invitation without it
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
cancel anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
book anna@example.com room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
mail from anna@example.com to room@example.com
    METHOD:REQUEST
    UID:b
    SEQUENCE:1
    SUMMARY:Meeting
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:anna@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.com
sends nothing
verdict cancelled
freebusy room@example.com 2026-11-01 2026-12-01
-- Invited again, it is booked again; the old version that comes late changes nothing.
again to room@example.com
sends nothing
book anna@example.com room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    SEQUENCE:2
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy

# A series is accepted whole or declined whole
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
book anna@example.com room@example.com a 2026-11-10T09:00:00Z 2026-11-10T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=3
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 10 Nov\, 10:00–11:00 (Europe/Oslo).
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z busy
book bo@example.net room@example.com c 2026-11-03T11:00:00Z 2026-11-03T12:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=3
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T11:00:00Z 2026-11-03T12:00:00Z busy
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z busy
    2026-11-10T11:00:00Z 2026-11-10T12:00:00Z busy
    2026-11-17T11:00:00Z 2026-11-17T12:00:00Z busy

# A series without an end is taken for ever
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-24T09:00:00Z 2026-11-24T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
book bo@example.net room@example.com c 2027-03-02T09:30:00Z 2027-03-02T10:30:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED

# Of a series one date moves, one is cancelled, it is cut short, and then cancelled: each time what is left is taken
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
book anna@example.com room@example.com other 2026-11-10T14:00:00Z 2026-11-10T15:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=4
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com a 2026-11-10T14:00:00Z 2026-11-10T15:00:00Z
    RECURRENCE-ID:20261110T090000Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    RECURRENCE-ID:20261110T090000Z
    COMMENT:Not available: already booked on Tue 10 Nov\, 15:00–16:00 (Europe/Oslo). Free instead: Tue 10 Nov\, 16:00–17:00\; Tue 10 Nov\, 17:00–18:00\; Tue 10 Nov\, 18:00–19:00.
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-10T14:00:00Z 2026-11-10T15:00:00Z busy
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z busy
    2026-11-24T09:00:00Z 2026-11-24T10:00:00Z busy
book bo@example.net room@example.com a 2026-11-10T11:00:00Z 2026-11-10T12:00:00Z
    RECURRENCE-ID:20261110T090000Z
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
    RECURRENCE-ID:20261110T090000Z
cancel bo@example.net room@example.com a 2026-11-17T09:00:00Z 2026-11-17T10:00:00Z
    RECURRENCE-ID:20261117T090000Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-10T11:00:00Z 2026-11-10T12:00:00Z busy
    2026-11-10T14:00:00Z 2026-11-10T15:00:00Z busy
    2026-11-24T09:00:00Z 2026-11-24T10:00:00Z busy
book bo@example.net room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=2
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z busy
    2026-11-10T14:00:00Z 2026-11-10T15:00:00Z busy
cancel bo@example.net room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-10T14:00:00Z 2026-11-10T15:00:00Z busy

# Dates without their series are decided one by one
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
book anna@example.com room@example.com other 2026-11-10T09:00:00Z 2026-11-10T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RECURRENCE-ID:20261103T090000Z
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
    RECURRENCE-ID:20261103T090000Z
book bo@example.net room@example.com a 2026-11-10T09:00:00Z 2026-11-10T10:00:00Z
    RECURRENCE-ID:20261110T090000Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    RECURRENCE-ID:20261110T090000Z
    COMMENT:Not available: already booked on Tue 10 Nov\, 10:00–11:00 (Europe/Oslo). Free instead: Tue 10 Nov\, 11:00–12:00\; Tue 10 Nov\, 12:00–13:00\; Tue 10 Nov\, 13:00–14:00.
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z busy
cancel bo@example.net room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RECURRENCE-ID:20261103T090000Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z busy

# In a chain the first that refuses decides, and nothing is booked by what stands after it
prefer room@example.com resource room
prefer room@example.com scheduling_function max_duration PT2H\nschedule_in_freebusy
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T12:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:This can be booked for at most 2 hours at a time.
freebusy room@example.com 2026-11-01 2026-12-01
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T11:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T11:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 3 Nov\, 10:00–12:00 (Europe/Oslo). Free instead: Tue 3 Nov\, 12:00–14:00\; Tue 3 Nov\, 14:00–16:00\; Tue 3 Nov\, 16:00–18:00.
