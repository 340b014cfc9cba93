# A new event with people is a REQUEST to them, one mail for all (RFC 5546, 3.2.2)
send vincent.vole@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
outcome done
verdict saved
detail REQUEST to 2
sends REQUEST anna@example.net bo@example.net
    SUMMARY:Plan
sends nothing
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy

# A significant change asks everybody anew and raises SEQUENCE; the old answer is remembered (RFC 5546, 2.1.4)
own vincent.vole@example.com
    UID:plan@example.com
    SEQUENCE:2
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
send vincent.vole@example.com plan@example.com
    UID:plan@example.com
    SEQUENCE:2
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
sends REQUEST anna@example.net
    SEQUENCE:3
    ATTENDEE anna@example.net NEEDS-ACTION RSVP=TRUE
    not X-IMIP-AGENT
sends nothing
kept vincent.vole@example.com plan@example.com
    ATTENDEE anna@example.net NEEDS-ACTION X-IMIP-AGENT-WAS=ACCEPTED

# The same saved again mails nobody
own vincent.vole@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
send vincent.vole@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
outcome done
verdict repeated
sends nothing

# Somebody more: only they are mailed; somebody less: only they are cancelled
own vincent.vole@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    ATTENDEE:mailto:bo@example.net
send vincent.vole@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    ATTENDEE:mailto:cato@example.net
sends CANCEL bo@example.net
    ATTENDEE:mailto:bo@example.net
    not anna@example.net
    not STATUS:CANCELLED
sends REQUEST cato@example.net
    ATTENDEE anna@example.net ACCEPTED
    ATTENDEE cato@example.net NEEDS-ACTION
sends nothing

# Another title is told without asking anew
own vincent.vole@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
send vincent.vole@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:The plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
sends REQUEST anna@example.net
    SUMMARY:The plan
    ATTENDEE anna@example.net ACCEPTED
    not SEQUENCE:1

# What was kept without sending is told with the next change that is sent
own vincent.vole@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
save vincent.vole@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
outcome done
verdict saved
sends nothing
later PT1H
send vincent.vole@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:anna@example.net
sends REQUEST anna@example.net
    DTSTART:20261103T110000Z
    SEQUENCE:1
    not X-IMIP-AGENT
sends nothing

# Who is taken off without sending is told with the next change that is sent
own vincent.vole@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@example.net
save vincent.vole@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
outcome done
verdict saved
sends nothing
later PT1H
send vincent.vole@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
outcome done
verdict saved
detail CANCEL to 1
sends CANCEL bo@example.net
    not X-IMIP-AGENT
    not anna@example.net
sends nothing
kept vincent.vole@example.com plan@example.com
    not bo@example.net

# Off and on again without sending: told as a whole, once
own vincent.vole@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@example.net
save vincent.vole@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
sends nothing
later PT1H
send vincent.vole@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
sends REQUEST bo@example.net
    not X-IMIP-AGENT
sends nothing
kept vincent.vole@example.com plan@example.com
    not X-IMIP-AGENT

# A date left out without sending is told with the next change that is sent
own vincent.vole@example.com
    UID:weekly@example.com
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
save vincent.vole@example.com weekly@example.com
    UID:weekly@example.com
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
save vincent.vole@example.com weekly@example.com
    UID:weekly@example.com
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    RRULE:FREQ=WEEKLY;COUNT=3
    EXDATE;TZID=Europe/Oslo:20261110T100000
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
sends nothing
later PT1H
send vincent.vole@example.com weekly@example.com
    UID:weekly@example.com
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    RRULE:FREQ=WEEKLY;COUNT=3
    EXDATE;TZID=Europe/Oslo:20261110T100000
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
sends REQUEST anna@example.net
    EXDATE;TZID=Europe/Oslo:20261110T100000
sends nothing

# A changed occurrence is a REQUEST of that occurrence only (RFC 5546, 3.2.2.1)
own vincent.vole@example.com
    UID:weekly@example.com
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
send vincent.vole@example.com weekly@example.com
    BEGIN:VEVENT
    UID:weekly@example.com
    DTSTAMP:20261101T100000Z
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    END:VEVENT
    BEGIN:VEVENT
    UID:weekly@example.com
    DTSTAMP:20261101T100000Z
    RECURRENCE-ID;TZID=Europe/Oslo:20261110T100000
    DTSTART;TZID=Europe/Oslo:20261110T140000
    DTEND;TZID=Europe/Oslo:20261110T150000
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    END:VEVENT
sends REQUEST anna@example.net
    RECURRENCE-ID;TZID=Europe/Oslo:20261110T100000
    DTSTART;TZID=Europe/Oslo:20261110T140000
    SEQUENCE:1
    ATTENDEE anna@example.net NEEDS-ACTION RSVP=TRUE
    not RRULE:FREQ=WEEKLY
sends nothing
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z - busy Weekly
    2026-11-10T13:00:00Z 2026-11-10T14:00:00Z - busy Weekly
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z - busy Weekly

# Cancelling tells everybody once and keeps the event, struck through and free (RFC 5546, 3.2.5)
own vincent.vole@example.com
    UID:plan@example.com
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    ATTENDEE:mailto:bo@example.net
click vincent.vole@example.com cancel plan@example.com
    No time
outcome done
verdict called-off
sends CANCEL anna@example.net bo@example.net
    SEQUENCE:2
    STATUS:CANCELLED
    COMMENT:No time
sends nothing
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
click vincent.vole@example.com cancel plan@example.com
outcome refused
sends nothing

# One occurrence is cancelled with its RECURRENCE-ID
own vincent.vole@example.com
    UID:weekly@example.com
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
click vincent.vole@example.com cancel weekly@example.com 20261110T090000Z
sends CANCEL anna@example.net
    RECURRENCE-ID;TZID=Europe/Oslo:20261110T100000
    STATUS:CANCELLED
    SEQUENCE:1
sends nothing
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z - busy Weekly
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z - free cancelled Weekly
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z - busy Weekly

# This and future is cancelled by ending the series before it; answers stay
own vincent.vole@example.com
    UID:weekly@example.com
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    RRULE:FREQ=WEEKLY;COUNT=5
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
click vincent.vole@example.com cancel-from weekly@example.com 20261117T090000Z
sends REQUEST anna@example.net
    RRULE:FREQ=WEEKLY;UNTIL=20261110T090000Z
    SEQUENCE:1
    ATTENDEE anna@example.net ACCEPTED
sends nothing
calendar vincent.vole@example.com 2026-11-01 2026-12-31
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z - busy Weekly
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z - busy Weekly

# Some attendees are taken off: CANCEL to them alone
own vincent.vole@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    ATTENDEE:mailto:bo@example.net
click vincent.vole@example.com cancel-for bo@example.net plan@example.com
sends CANCEL bo@example.net
    not STATUS:CANCELLED
sends nothing
kept vincent.vole@example.com plan@example.com
    not bo@example.net

# Nobody is mailed about what is over
own vincent.vole@example.com
    UID:plan@example.com
    DTSTART:20261003T090000Z
    DTEND:20261003T100000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
click vincent.vole@example.com cancel plan@example.com
outcome done
verdict called-off
sends nothing

# Another organiser is refused
own vincent.vole@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
send vincent.vole@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
outcome refused
sends nothing

# A reminder and a colour are the organiser's own: no mail has the reminder, and changing them mails nobody (RFC 5545, 3.6.6; RFC 7986, 5.9)
send vincent.vole@example.com plan@example.com
    BEGIN:VEVENT
    DTSTAMP:20261101T080000Z
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Plan
    TRIGGER:-PT15M
    END:VALARM
    END:VEVENT
sends REQUEST anna@example.net
    not VALARM
kept vincent.vole@example.com plan@example.com
    TRIGGER:-PT15M
send vincent.vole@example.com plan@example.com
    BEGIN:VEVENT
    DTSTAMP:20261101T080000Z
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    COLOR:gold
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Plan
    TRIGGER:-PT1H
    END:VALARM
    END:VEVENT
sends nothing
kept vincent.vole@example.com plan@example.com
    COLOR:gold
    TRIGGER:-PT1H
    not SEQUENCE

# A reminder that is changed of all of a series is changed in it, and mails nobody
own vincent.vole@example.com
    UID:plan@example.com
    DTSTART;TZID=Europe/Oslo:20261103T090000
    DTEND;TZID=Europe/Oslo:20261103T100000
    RRULE:FREQ=MONTHLY;BYDAY=1TU
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
send-series vincent.vole@example.com plan@example.com 20261201T080000Z
    BEGIN:VEVENT
    DTSTAMP:20261101T080000Z
    UID:plan@example.com
    DTSTART;TZID=Europe/Oslo:20261201T090000
    DTEND;TZID=Europe/Oslo:20261201T100000
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Plan
    TRIGGER:-P1D
    END:VALARM
    END:VEVENT
outcome done
sends nothing
kept vincent.vole@example.com plan@example.com
    RRULE:FREQ=MONTHLY;BYDAY=1TU
    TRIGGER:-P1D
