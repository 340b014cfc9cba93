-- any_of GROUP: it stands for several, of which a free one takes it.

# A free one of the group takes it, and keeps it while it can; when all are taken it is declined
prefer room@example.com resource room
prefer room@example.com scheduling_function any_of small
prefer blue@example.com resource room
prefer blue@example.com scheduling_function schedule_in_freebusy
prefer blue@example.com groups small
prefer red@example.com resource room
prefer red@example.com scheduling_function schedule_in_freebusy
prefer red@example.com groups small, others
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DELEGATED DELEGATED-TO=mailto:blue@example.com
sends REPLY anna@example.com
    ATTENDEE blue@example.com ACCEPTED
freebusy room@example.com 2026-11-01 2026-12-01
freebusy blue@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T11:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DELEGATED DELEGATED-TO=mailto:red@example.com
sends REPLY bo@example.net
    ATTENDEE red@example.com ACCEPTED
book carl@example.com room@example.com c 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY carl@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 3 Nov\, 10:00–11:00 (Europe/Oslo).
-- It keeps the one that it has.
book bo@example.net room@example.com b 2026-11-03T08:00:00Z 2026-11-03T11:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DELEGATED DELEGATED-TO=mailto:red@example.com
sends REPLY bo@example.net
    ATTENDEE red@example.com ACCEPTED
freebusy red@example.com 2026-11-01 2026-12-01
    2026-11-03T08:00:00Z 2026-11-03T11:00:00Z busy
cancel bo@example.net room@example.com b 2026-11-03T08:00:00Z 2026-11-03T11:00:00Z
sends nothing
freebusy red@example.com 2026-11-01 2026-12-01
freebusy blue@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy

# The one that has it is not free at the new time: another takes it, and it says so
prefer room@example.com resource room
prefer room@example.com scheduling_function any_of small
prefer blue@example.com resource room
prefer blue@example.com scheduling_function schedule_in_freebusy
prefer blue@example.com groups small
prefer red@example.com resource room
prefer red@example.com scheduling_function schedule_in_freebusy
prefer red@example.com groups small
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DELEGATED
sends REPLY anna@example.com
    ATTENDEE blue@example.com ACCEPTED
book bo@example.net blue@example.com b 2026-11-03T12:00:00Z 2026-11-03T13:00:00Z
sends REPLY bo@example.net
    ATTENDEE blue@example.com ACCEPTED
book anna@example.com room@example.com a 2026-11-03T12:00:00Z 2026-11-03T13:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DELEGATED DELEGATED-TO=mailto:red@example.com
sends REPLY anna@example.com
    ATTENDEE red@example.com ACCEPTED
sends REPLY anna@example.com
    ATTENDEE blue@example.com DECLINED
    COMMENT:red@example.com is booked instead.
freebusy blue@example.com 2026-11-01 2026-12-01
    2026-11-03T12:00:00Z 2026-11-03T13:00:00Z busy
freebusy red@example.com 2026-11-01 2026-12-01
    2026-11-03T12:00:00Z 2026-11-03T13:00:00Z busy

# The smallest that has room for all who come takes it
prefer room@example.com resource room
prefer room@example.com scheduling_function any_of small
prefer blue@example.com resource room
prefer blue@example.com scheduling_function schedule_in_freebusy
prefer blue@example.com groups small
prefer blue@example.com capacity 20
prefer red@example.com resource room
prefer red@example.com scheduling_function schedule_in_freebusy
prefer red@example.com groups small
prefer red@example.com capacity 4
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DELEGATED
sends REPLY anna@example.com
    ATTENDEE red@example.com ACCEPTED

# A series is one member's; a date that is cancelled or moved is so there too
prefer room@example.com resource room
prefer room@example.com scheduling_function any_of small
prefer blue@example.com resource room
prefer blue@example.com scheduling_function schedule_in_freebusy
prefer blue@example.com groups small
prefer red@example.com resource room
prefer red@example.com scheduling_function schedule_in_freebusy
prefer red@example.com groups small
book carl@example.com blue@example.com other 2026-11-10T09:00:00Z 2026-11-10T10:00:00Z
sends REPLY carl@example.com
    ATTENDEE blue@example.com ACCEPTED
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=3
sends REPLY anna@example.com
    ATTENDEE room@example.com DELEGATED
sends REPLY anna@example.com
    ATTENDEE red@example.com ACCEPTED
freebusy red@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z busy
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z busy
cancel anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RECURRENCE-ID:20261103T090000Z
sends nothing
freebusy red@example.com 2026-11-01 2026-12-01
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z busy
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z busy
cancel anna@example.com room@example.com a 2026-11-10T09:00:00Z 2026-11-10T10:00:00Z
sends nothing
freebusy red@example.com 2026-11-01 2026-12-01

# Taken off by a new version, the collection frees the member that took it
prefer room@example.com resource room
prefer room@example.com scheduling_function any_of small
prefer blue@example.com resource room
prefer blue@example.com scheduling_function schedule_in_freebusy
prefer blue@example.com groups small
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DELEGATED
sends REPLY anna@example.com
    ATTENDEE blue@example.com ACCEPTED
mail from anna@example.com to room@example.com
    METHOD:REQUEST
    UID:a
    SEQUENCE:1
    SUMMARY:Meeting
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:anna@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.com
sends REPLY anna@example.com
    ATTENDEE blue@example.com DECLINED
freebusy blue@example.com 2026-11-01 2026-12-01

# Groups that name each other end
prefer room@example.com resource room
prefer room@example.com scheduling_function any_of small
prefer room@example.com groups large
prefer blue@example.com resource room
prefer blue@example.com scheduling_function any_of large
prefer blue@example.com groups small
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
prefer red@example.com resource room
prefer red@example.com scheduling_function schedule_in_freebusy
prefer red@example.com groups small
book anna@example.com room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DELEGATED
sends REPLY anna@example.com
    ATTENDEE red@example.com ACCEPTED

# In a chain the member's own rules hold as well as the collection's
prefer room@example.com resource room
prefer room@example.com scheduling_function max_duration PT2H\nany_of small
prefer blue@example.com resource room
prefer blue@example.com scheduling_function same_domain_only\nschedule_in_freebusy
prefer blue@example.com groups small
prefer red@example.com resource room
prefer red@example.com scheduling_function schedule_in_freebusy
prefer red@example.com groups small
book bo@example.net room@example.com a 2026-11-03T09:00:00Z 2026-11-03T12:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:This can be booked for at most 2 hours at a time.
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DELEGATED
sends REPLY bo@example.net
    ATTENDEE red@example.com ACCEPTED
book bo@example.net room@example.com c 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 3 Nov\, 10:00–11:00 (Europe/Oslo).
