-- schedule_corrected_in_freebusy [N]: at the times of permitted_times, else those are proposed.

# A time that may be taken is accepted; another one is moved to where it may, and held for who asked
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_corrected_in_freebusy
prefer room@example.com permitted_times 0,30
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T12:05:00Z 2026-11-03T12:40:00Z
sends COUNTER bo@example.net
    DTSTART:20261103T123000Z
    DTEND:20261103T130000Z
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available at the time you asked for. The proposed time is free. It is kept for you until Mon 2 Nov\, 11:00 (Europe/Oslo).
holds room@example.com
    b 2026-11-03T12:30:00Z 2026-11-03T13:00:00Z
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-03T12:30:00Z 2026-11-03T13:00:00Z tentative
book anna@example.com room@example.com c 2026-11-03T12:30:00Z 2026-11-03T13:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 3 Nov\, 13:30–14:00 (Europe/Oslo). Free instead: Tue 3 Nov\, 14:00–14:30\; Tue 3 Nov\, 14:30–15:00\; Tue 3 Nov\, 15:00–15:30.
book bo@example.net room@example.com b 2026-11-03T12:30:00Z 2026-11-03T13:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
holds room@example.com
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-03T12:30:00Z 2026-11-03T13:00:00Z busy
cancel bo@example.net room@example.com b 2026-11-03T12:30:00Z 2026-11-03T13:00:00Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy

# What is offered is free again when the organiser declines it, cancels, or lets it expire
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_corrected_in_freebusy
prefer room@example.com permitted_times 0,30
prefer room@example.com freebusy_offers PT2H
book bo@example.net room@example.com b 2026-11-03T12:05:00Z 2026-11-03T12:40:00Z
sends COUNTER bo@example.net
    DTSTART:20261103T123000Z
mail from bo@example.net to room@example.com
    METHOD:DECLINECOUNTER
    UID:b
    SUMMARY:Meeting
    DTSTART:20261103T120500Z
    DTEND:20261103T124000Z
    ORGANIZER:mailto:bo@example.net
    ATTENDEE:mailto:room@example.com
sends nothing
holds room@example.com
freebusy room@example.com 2026-11-01 2026-12-01
book bo@example.net room@example.com c 2026-11-04T12:05:00Z 2026-11-04T12:40:00Z
sends COUNTER bo@example.net
    DTSTART:20261104T123000Z
cancel bo@example.net room@example.com c 2026-11-04T12:05:00Z 2026-11-04T12:40:00Z
sends nothing
holds room@example.com
freebusy room@example.com 2026-11-01 2026-12-01
book bo@example.net room@example.com d 2026-11-05T12:05:00Z 2026-11-05T12:40:00Z
sends COUNTER bo@example.net
    DTSTART:20261105T123000Z
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-05T12:30:00Z 2026-11-05T13:00:00Z tentative
later PT3H
freebusy room@example.com 2026-11-01 2026-12-01

# Where the moved time is taken it is declined
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_corrected_in_freebusy
prefer room@example.com permitted_times 0,30
book anna@example.com room@example.com a 2026-11-03T12:30:00Z 2026-11-03T13:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T12:05:00Z 2026-11-03T12:40:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 3 Nov\, 13:30–14:00 (Europe/Oslo). Free instead: Tue 3 Nov\, 14:00–14:30\; Tue 3 Nov\, 14:30–15:00\; Tue 3 Nov\, 15:00–15:30.
holds room@example.com

# A series moves as a whole
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_corrected_in_freebusy
prefer room@example.com permitted_times 0,30
book bo@example.net room@example.com b 2026-11-03T09:05:00Z 2026-11-03T09:30:00Z
    RRULE:FREQ=WEEKLY;COUNT=2
sends COUNTER bo@example.net
    DTSTART:20261103T093000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=2
    ATTENDEE room@example.com DECLINED
book bo@example.net room@example.com b 2026-11-03T09:30:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=2
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:30:00Z 2026-11-03T10:00:00Z busy
    2026-11-10T09:30:00Z 2026-11-10T10:00:00Z busy
cancel bo@example.net room@example.com b 2026-11-10T09:30:00Z 2026-11-10T10:00:00Z
    RECURRENCE-ID:20261110T093000Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:30:00Z 2026-11-03T10:00:00Z busy

# In a chain what is proposed is what those after it are asked about
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_corrected_in_freebusy\nopening_hours Mon-Fri 09:00-17:00
prefer room@example.com permitted_times 0
book bo@example.net room@example.com a 2026-11-03T14:05:00Z 2026-11-03T15:00:00Z
sends COUNTER bo@example.net
    DTSTART:20261103T150000Z
    DTEND:20261103T160000Z
-- What was asked for is within the hours, where it would be moved to is not.
book bo@example.net room@example.com b 2026-11-03T15:05:00Z 2026-11-03T16:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Not within the opening hours (Mon–Fri 09:00–17:00): Tue 3 Nov\, 17:00–18:00 (Europe/Oslo).
