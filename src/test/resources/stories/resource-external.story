-- external PROGRAM: a program of the site reads the request and decides.

# The program accepts, or declines with its own words
program ours
    #!/bin/sh
    if grep -q '"organiser":"anna@example.com"'; then exit 0; fi
    echo 'Only Anna may, and "quotes" too.'
    exit 1
prefer room@example.com resource room
prefer room@example.com scheduling_function external ours
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T11:00:00Z 2026-11-03T12:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Only Anna may\, and "quotes" too.
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
cancel anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01

# Without words it is a refusal as any other; what is no program, or fails, declines
program silent
    #!/bin/sh
    exit 1
program broken
    #!/bin/sh
    exit 7
prefer room@example.com resource room
prefer room@example.com scheduling_function external silent
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:You are not allowed to book this.
prefer room@example.com scheduling_function external broken
book anna@example.com room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:This cannot be booked at the moment. Please tell the administrator.
prefer room@example.com scheduling_function external missing
book anna@example.com room@example.com c 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:This cannot be booked at the moment. Please tell the administrator.
freebusy room@example.com 2026-11-01 2026-12-01

# It sees the times of a series, and of a date that changes that one
program mornings
    #!/bin/sh
    if grep -q 'T1[2-9]:'; then echo 'Mornings only.'; exit 1; fi
prefer room@example.com resource room
prefer room@example.com scheduling_function external mornings
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=3
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com a 2026-11-10T13:00:00Z 2026-11-10T14:00:00Z
    RECURRENCE-ID:20261110T090000Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    RECURRENCE-ID:20261110T090000Z
    COMMENT:Mornings only.
cancel anna@example.com room@example.com a 2026-11-17T09:00:00Z 2026-11-17T10:00:00Z
    RECURRENCE-ID:20261117T090000Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy

# In a chain it is asked about what those before it left
program few
    #!/bin/sh
    test $(grep -o '"start"' | wc -l) -le 2 || { echo 'Two dates at most.'; exit 1; }
prefer room@example.com resource room
prefer room@example.com scheduling_function accept_free_occurrences\nexternal few
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=4
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Two dates at most.
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=3
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
    RECURRENCE-ID:20261103T090000Z
    ATTENDEE room@example.com DECLINED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z busy
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z busy
