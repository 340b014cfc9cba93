-- schedule_next_available_in_freebusy [N]: what is taken is moved to the next free time.

# A free time is accepted; for a taken one the next is proposed and held until the organiser has decided
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_next_available_in_freebusy
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T11:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T10:00:00Z 2026-11-03T11:00:00Z
sends COUNTER bo@example.net
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available at the time you asked for. The proposed time is free. It is kept for you until Mon 2 Nov\, 11:00 (Europe/Oslo).
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T11:00:00Z busy
    2026-11-03T11:00:00Z 2026-11-03T12:00:00Z tentative
book bo@example.net room@example.com b 2026-11-03T11:00:00Z 2026-11-03T12:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T12:00:00Z busy
cancel bo@example.net room@example.com b 2026-11-03T11:00:00Z 2026-11-03T12:00:00Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T11:00:00Z busy

# The organiser declines the proposal: its time is free for others
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_next_available_in_freebusy
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T11:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T10:00:00Z 2026-11-03T11:00:00Z
sends COUNTER bo@example.net
    DTSTART:20261103T110000Z
mail from bo@example.net to room@example.com
    METHOD:DECLINECOUNTER
    UID:b
    SUMMARY:Meeting
    DTSTART:20261103T100000Z
    DTEND:20261103T110000Z
    ORGANIZER:mailto:bo@example.net
    ATTENDEE:mailto:room@example.com
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T11:00:00Z busy
book anna@example.com room@example.com c 2026-11-03T11:00:00Z 2026-11-03T12:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED

# The time is one at which the organiser, whose calendar is known, is free too
prefer anna@example.com freebusy_sharing share
own anna@example.com
    UID:dentist
    SUMMARY:Dentist
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    ORGANIZER:mailto:anna@example.com
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_next_available_in_freebusy
book bo@example.net room@example.com b 2026-11-03T10:00:00Z 2026-11-03T11:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com a 2026-11-03T10:00:00Z 2026-11-03T11:00:00Z
sends COUNTER anna@example.com
    DTSTART:20261103T120000Z
    DTEND:20261103T130000Z
    not Dentist

# A series moves as a whole to where all its dates are free; of it nothing is said to be kept
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_next_available_in_freebusy
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com c 2026-11-10T10:00:00Z 2026-11-10T11:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=2
sends COUNTER bo@example.net
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    RRULE:FREQ=WEEKLY;COUNT=2
    COMMENT:Not available at the time you asked for. The proposed time is free. It is kept for you until Mon 2 Nov\, 11:00 (Europe/Oslo).
book bo@example.net room@example.com b 2026-11-03T11:00:00Z 2026-11-03T12:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=2
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-03T11:00:00Z 2026-11-03T12:00:00Z busy
    2026-11-10T10:00:00Z 2026-11-10T12:00:00Z busy
book bo@example.net room@example.com b 2026-11-03T11:00:00Z 2026-11-03T12:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=1
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-03T11:00:00Z 2026-11-03T12:00:00Z busy
    2026-11-10T10:00:00Z 2026-11-10T11:00:00Z busy

# In a chain with opening hours the next day is proposed when today closes
prefer room@example.com resource room
prefer room@example.com scheduling_function opening_hours Mon-Fri 09:00-17:00\nschedule_next_available_in_freebusy
book anna@example.com room@example.com a 2026-11-03T15:00:00Z 2026-11-03T16:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T15:00:00Z 2026-11-03T16:00:00Z
sends COUNTER bo@example.net
    DTSTART:20261104T080000Z
    DTEND:20261104T090000Z
