-- check_quota [QUOTA]: no more than one's share booked ahead.

# Without a limit there is nothing to be had; within it is accepted, and what is cancelled is given back
prefer room@example.com resource room
prefer room@example.com scheduling_function check_quota
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:You are not allowed to book this.
quota limit room@example.com everybody PT3H
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com b 2026-11-04T08:00:00Z 2026-11-04T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:You can have at most 3 hours booked ahead. Cancel something you don't need\, or book less.
book anna@example.com room@example.com b 2026-11-04T08:00:00Z 2026-11-04T09:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
-- Each has their own share; alone the quota says nothing of when.
book bo@example.net room@example.com c 2026-11-03T08:00:00Z 2026-11-03T11:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
cancel anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T10:00:00Z
sends nothing
book anna@example.com room@example.com d 2026-11-05T08:00:00Z 2026-11-05T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED

# An update counts what it replaces no more: it grows to the limit, and what it shrinks by is given back
prefer room@example.com resource room
prefer room@example.com scheduling_function check_quota
quota limit room@example.com everybody PT3H
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T11:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T12:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:You can have at most 3 hours booked ahead. Cancel something you don't need\, or book less.
freebusy room@example.com 2026-11-01 2026-12-01
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com b 2026-11-04T08:00:00Z 2026-11-04T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED

# A series counts date by date: one that is cancelled is given back, and what is over counts no more
prefer room@example.com resource room
prefer room@example.com scheduling_function check_quota
quota limit room@example.com everybody PT3H
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=4
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=3
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com b 2026-11-04T08:00:00Z 2026-11-04T09:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
cancel anna@example.com room@example.com a 2026-11-10T08:00:00Z 2026-11-10T09:00:00Z
    RECURRENCE-ID:20261110T080000Z
sends nothing
book anna@example.com room@example.com b 2026-11-04T08:00:00Z 2026-11-04T09:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com c 2026-11-20T08:00:00Z 2026-11-20T09:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
at 2026-11-03T10:00:00Z
book anna@example.com room@example.com c 2026-11-20T08:00:00Z 2026-11-20T09:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED

# A series without an end has no share
prefer room@example.com resource room
prefer room@example.com scheduling_function check_quota
quota limit room@example.com everybody P10D
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
    RRULE:FREQ=WEEKLY
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:A series that repeats forever cannot be booked here. Choose an end date.

# A quota is of all its resources, and a group shares one limit
prefer room@example.com resource room
prefer room@example.com scheduling_function check_quota rooms\nschedule_in_freebusy
prefer blue@example.com resource room
prefer blue@example.com scheduling_function check_quota rooms\nschedule_in_freebusy
quota limit rooms group:sales PT2H
quota limit rooms anna@example.com PT9H
quota group rooms sales anna@example.com bo@example.net
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net blue@example.com b 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
sends REPLY bo@example.net
    ATTENDEE blue@example.com ACCEPTED
book anna@example.com blue@example.com c 2026-11-04T08:00:00Z 2026-11-04T09:00:00Z
sends REPLY anna@example.com
    ATTENDEE blue@example.com DECLINED
    COMMENT:You can have at most 2 hours booked ahead. Cancel something you don't need\, or book less.
book carl@example.com room@example.com d 2026-11-04T08:00:00Z 2026-11-04T09:00:00Z
sends REPLY carl@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:You are not allowed to book this.
cancel bo@example.net blue@example.com b 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
sends nothing
book anna@example.com blue@example.com c 2026-11-04T08:00:00Z 2026-11-04T09:00:00Z
sends REPLY anna@example.com
    ATTENDEE blue@example.com ACCEPTED

# What is declined by another function of the chain uses nothing
prefer room@example.com resource room
prefer room@example.com scheduling_function check_quota\nschedule_in_freebusy
quota limit room@example.com everybody PT1H
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 3 Nov\, 09:00–10:00 (Europe/Oslo). Free instead: Tue 3 Nov\, 10:00–11:00\; Tue 3 Nov\, 11:00–12:00\; Tue 3 Nov\, 12:00–13:00.
book bo@example.net room@example.com c 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
