-- schedule_across_quota [QUOTA]: nobody has two of its resources at once.

# Alone: who has one of the resources gets no other at that time; another person does
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_across_quota rooms
prefer blue@example.com resource room
prefer blue@example.com scheduling_function schedule_across_quota rooms
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com blue@example.com b 2026-11-03T09:00:00Z 2026-11-03T11:00:00Z
sends REPLY anna@example.com
    ATTENDEE blue@example.com DECLINED
    COMMENT:You have already booked something else of this kind at the same time: Tue 3 Nov\, 10:00–12:00 (Europe/Oslo).
book bo@example.net blue@example.com c 2026-11-03T09:00:00Z 2026-11-03T11:00:00Z
sends REPLY bo@example.net
    ATTENDEE blue@example.com ACCEPTED
book anna@example.com blue@example.com d 2026-11-03T10:00:00Z 2026-11-03T11:00:00Z
sends REPLY anna@example.com
    ATTENDEE blue@example.com ACCEPTED
cancel anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T10:00:00Z
sends nothing
book anna@example.com blue@example.com b 2026-11-03T08:00:00Z 2026-11-03T09:00:00Z
sends REPLY anna@example.com
    ATTENDEE blue@example.com ACCEPTED

# One event that wants two of them gets the first
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_across_quota rooms
prefer blue@example.com resource room
prefer blue@example.com scheduling_function schedule_across_quota rooms
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T10:00:00Z
    ATTENDEE;CUTYPE=RESOURCE:mailto:blue@example.com
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
again to blue@example.com
sends REPLY anna@example.com
    ATTENDEE blue@example.com DECLINED
    COMMENT:You have already booked something else of this kind at the same time: Tue 3 Nov\, 09:00–11:00 (Europe/Oslo).
freebusy blue@example.com 2026-11-01 2026-12-01

# Any date of a series is in the way, also of one without an end; a date that is cancelled is not
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_across_quota rooms
prefer blue@example.com resource room
prefer blue@example.com scheduling_function schedule_across_quota rooms
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com blue@example.com b 2026-11-10T08:00:00Z 2026-11-10T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE blue@example.com DECLINED
book anna@example.com blue@example.com c 2026-11-04T08:00:00Z 2026-11-04T10:00:00Z
    RRULE:FREQ=DAILY;COUNT=7
sends REPLY anna@example.com
    ATTENDEE blue@example.com DECLINED
    COMMENT:You have already booked something else of this kind at the same time: Tue 10 Nov\, 09:00–11:00 (Europe/Oslo).
cancel anna@example.com room@example.com a 2026-11-10T08:00:00Z 2026-11-10T10:00:00Z
    RECURRENCE-ID:20261110T080000Z
sends nothing
book anna@example.com blue@example.com c 2026-11-04T08:00:00Z 2026-11-04T10:00:00Z
    RRULE:FREQ=DAILY;COUNT=7
sends REPLY anna@example.com
    ATTENDEE blue@example.com ACCEPTED

# In a chain with a quota: a group has one at a time, and a share of all
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_across_quota rooms\ncheck_quota rooms\nschedule_in_freebusy
prefer blue@example.com resource room
prefer blue@example.com scheduling_function schedule_across_quota rooms\ncheck_quota rooms\nschedule_in_freebusy
quota limit rooms group:sales PT3H
quota group rooms sales anna@example.com bo@example.net
book anna@example.com room@example.com a 2026-11-03T08:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net blue@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE blue@example.com DECLINED
    COMMENT:You have already booked something else of this kind at the same time: Tue 3 Nov\, 10:00–11:00 (Europe/Oslo).
book bo@example.net blue@example.com b 2026-11-03T10:00:00Z 2026-11-03T12:00:00Z
sends REPLY bo@example.net
    ATTENDEE blue@example.com DECLINED
    COMMENT:You can have at most 3 hours booked ahead. Cancel something you don't need\, or book less.
book bo@example.net blue@example.com b 2026-11-03T10:00:00Z 2026-11-03T11:00:00Z
sends REPLY bo@example.net
    ATTENDEE blue@example.com ACCEPTED
book anna@example.com room@example.com a 2026-11-03T10:00:00Z 2026-11-03T12:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:You have already booked something else of this kind at the same time: Tue 3 Nov\, 11:00–13:00 (Europe/Oslo).
