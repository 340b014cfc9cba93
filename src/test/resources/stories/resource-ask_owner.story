-- ask_owner [ADDRESS]: tentative until who looks after it has decided.

# The owner is asked, the time is held, and accepted when the owner accepts
prefer room@example.com resource room
prefer room@example.com scheduling_function ask_owner
prefer room@example.com owners olga@example.com
book bo@example.net room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com TENTATIVE
    COMMENT:This must first be confirmed by olga@example.com. You will get another reply.
subject Please decide: room@example.com for Meeting
sends mail olga@example.com
waiting room@example.com
    invitation a from bo@example.net
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z tentative
click room@example.com accept a
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
waiting room@example.com
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
cancel bo@example.net room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01

# The owner declines: it is free; an owner who books needs nobody
prefer room@example.com resource room
prefer room@example.com scheduling_function ask_owner olga@example.com
book bo@example.net room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com TENTATIVE
sends mail olga@example.com
click room@example.com decline a
    We paint it.
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:We paint it.
waiting room@example.com
freebusy room@example.com 2026-11-01 2026-12-01
book olga@example.com room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY olga@example.com
    ATTENDEE room@example.com ACCEPTED

# What is cancelled or changed while it waits: nothing waits any more, or the owner is asked anew
prefer room@example.com resource room
prefer room@example.com scheduling_function ask_owner
prefer room@example.com owners olga@example.com
book bo@example.net room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com TENTATIVE
sends mail olga@example.com
book bo@example.net room@example.com a 2026-11-03T11:00:00Z 2026-11-03T12:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com TENTATIVE
sends mail olga@example.com
waiting room@example.com
    invitation a from bo@example.net
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T11:00:00Z 2026-11-03T12:00:00Z tentative
cancel bo@example.net room@example.com a 2026-11-03T11:00:00Z 2026-11-03T12:00:00Z
sends nothing
waiting room@example.com
freebusy room@example.com 2026-11-01 2026-12-01

# Nobody to ask is nobody who could say yes
prefer room@example.com resource room
prefer room@example.com scheduling_function ask_owner
book bo@example.net room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:This cannot be booked at the moment. Please tell the administrator.
freebusy room@example.com 2026-11-01 2026-12-01

# A series is decided as one; a date that changes is asked about by itself
prefer room@example.com resource room
prefer room@example.com scheduling_function ask_owner
prefer room@example.com owners olga@example.com
book bo@example.net room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=3
sends REPLY bo@example.net
    ATTENDEE room@example.com TENTATIVE
sends mail olga@example.com
click room@example.com accept a
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com a 2026-11-10T11:00:00Z 2026-11-10T12:00:00Z
    RECURRENCE-ID:20261110T090000Z
sends REPLY bo@example.net
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE room@example.com TENTATIVE
sends mail olga@example.com
waiting room@example.com
    invitation a 20261110T090000Z from bo@example.net
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-10T11:00:00Z 2026-11-10T12:00:00Z tentative
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z busy
click room@example.com decline a 20261110T090000Z
sends REPLY bo@example.net
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE room@example.com DECLINED
cancel bo@example.net room@example.com a 2026-11-17T09:00:00Z 2026-11-17T10:00:00Z
    RECURRENCE-ID:20261117T090000Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy

# Of several dates in one mail the owner is asked about each
prefer room@example.com resource room
prefer room@example.com scheduling_function ask_owner
prefer room@example.com owners olga@example.com
book bo@example.net room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RECURRENCE-ID:20261103T090000Z
    and
    RECURRENCE-ID:20261110T090000Z
    SUMMARY:Meeting
    DTSTART:20261110T090000Z
    DTEND:20261110T100000Z
    ORGANIZER:mailto:bo@example.net
    ATTENDEE:mailto:room@example.com
sends REPLY bo@example.net
    RECURRENCE-ID:20261103T090000Z
    ATTENDEE room@example.com TENTATIVE
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE room@example.com TENTATIVE
sends mail olga@example.com
sends mail olga@example.com
waiting room@example.com
    invitation a 20261103T090000Z from bo@example.net
    invitation a 20261110T090000Z from bo@example.net

# Owners are reminded daily; what waits too long, or would begin, is declined once
prefer room@example.com resource room
prefer room@example.com scheduling_function ask_owner
prefer room@example.com owners olga@example.com
book bo@example.net room@example.com a 2026-11-20T09:00:00Z 2026-11-20T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com TENTATIVE
sends mail olga@example.com
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com TENTATIVE
sends mail olga@example.com
later PT1H
remind
sends nothing
later PT23H
remind
sends mail olga@example.com
sends mail olga@example.com
later PT23H
remind
sends mail olga@example.com
sends REPLY bo@example.net
    UID:b
    ATTENDEE room@example.com DECLINED
    COMMENT:No one confirmed this in time\, so it is not booked.
later P5DT1H
remind
sends REPLY bo@example.net
    UID:a
    ATTENDEE room@example.com DECLINED
later P1D
remind
sends nothing
waiting room@example.com
freebusy room@example.com 2026-11-01 2026-12-01

# In a chain the owner is asked about what is free alone, and what is held is held
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy\nask_owner
prefer room@example.com owners olga@example.com
book bo@example.net room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com TENTATIVE
sends mail olga@example.com
book carl@example.com room@example.com c 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY carl@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 3 Nov\, 10:00–11:00 (Europe/Oslo). Free instead: Tue 3 Nov\, 11:00–12:00\; Tue 3 Nov\, 12:00–13:00\; Tue 3 Nov\, 13:00–14:00.
waiting room@example.com
    invitation a from bo@example.net
