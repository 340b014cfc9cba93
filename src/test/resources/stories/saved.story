# What was saved and never sent has nothing to take back: whoever is taken off is mailed nothing
save vincent.vole@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    ATTENDEE:mailto:bo@example.net
outcome done
sends nothing
kept vincent.vole@example.com plan@example.com
    ATTENDEE anna@example.net NEEDS-ACTION X-IMIP-AGENT-UNTOLD=NEVER
    ATTENDEE bo@example.net NEEDS-ACTION X-IMIP-AGENT-UNTOLD=NEVER
send vincent.vole@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
sends REQUEST anna@example.net
    not bo@example.net
    not X-IMIP-AGENT
sends nothing
kept vincent.vole@example.com plan@example.com
    not X-IMIP-AGENT-UNTOLD

# What was saved and never sent may be cancelled without a word
save vincent.vole@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
click vincent.vole@example.com cancel plan@example.com
outcome done
sends nothing

# Who knows the event as it was is told that they are taken off, though the last change was not sent
own vincent.vole@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@example.net
save vincent.vole@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@example.net
sends nothing
send vincent.vole@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
sends REQUEST anna@example.net
    DTSTART:20261103T110000Z
sends CANCEL bo@example.net
sends nothing

# What an attendee proposes by mail is taken in the manager: everybody is asked anew, the others' proposals are declined
own vincent.vole@example.com
    UID:plan@example.com
    DTSTAMP:20261020T100000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@example.net
mail from anna@example.net to vincent.vole@example.com
    METHOD:COUNTER
    UID:plan@example.com
    DTSTART:20261103T130000Z
    DTEND:20261103T140000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
mail from bo@example.net to vincent.vole@example.com
    METHOD:COUNTER
    UID:plan@example.com
    DTSTART:20261104T130000Z
    DTEND:20261104T140000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@example.net
waiting vincent.vole@example.com
    counter plan@example.com from anna@example.net
    counter plan@example.com from bo@example.net
click vincent.vole@example.com accept-counter anna@example.net plan@example.com
outcome done
verdict counter-accepted
sends REQUEST anna@example.net bo@example.net
    DTSTART:20261103T130000Z
    SEQUENCE:1
    ATTENDEE anna@example.net NEEDS-ACTION RSVP=TRUE
    ATTENDEE bo@example.net NEEDS-ACTION RSVP=TRUE
sends DECLINECOUNTER bo@example.net
sends nothing
waiting vincent.vole@example.com
proposals vincent.vole@example.com plan@example.com

# What an attendee proposes is declined: only they are told
own vincent.vole@example.com
    UID:plan@example.com
    DTSTAMP:20261020T100000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@example.net
mail from anna@example.net to vincent.vole@example.com
    METHOD:COUNTER
    UID:plan@example.com
    DTSTART:20261103T130000Z
    DTEND:20261103T140000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
click vincent.vole@example.com decline-counter anna@example.net plan@example.com
    The room is taken then
sends DECLINECOUNTER anna@example.net
    COMMENT:The room is taken then
sends nothing
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z - busy Plan

# A person sends somebody else: the organiser is told, the delegate is invited, the time is theirs again (RFC 5546, 3.2.2.3)
mail from vincent.vole@example.com to anna@example.net
    METHOD:REQUEST
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
click anna@example.net delegate cato@example.net plan@example.com
outcome done
sends REPLY vincent.vole@example.com
    ATTENDEE anna@example.net DELEGATED DELEGATED-TO=mailto:cato@example.net
sends REQUEST cato@example.net
    ATTENDEE anna@example.net DELEGATED DELEGATED-TO=mailto:cato@example.net
    ATTENDEE cato@example.net NEEDS-ACTION DELEGATED-FROM=mailto:anna@example.net
sends nothing
freebusy anna@example.net 2026-11-01 2026-12-01

# What is over is kept as it was changed, and nobody is mailed
own vincent.vole@example.com
    UID:plan@example.com
    DTSTART:20261003T090000Z
    DTEND:20261003T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
send vincent.vole@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261003T110000Z
    DTEND:20261003T120000Z
    SUMMARY:Plan as it was
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
outcome done
sends nothing
calendar vincent.vole@example.com 2026-10-01 2026-11-01
    2026-10-03T11:00:00Z 2026-10-03T12:00:00Z - busy Plan as it was

# This and all after it are changed: the series ends before it, and the rest is an event of its own that all are asked about
own vincent.vole@example.com
    UID:weekly@example.com
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    RRULE:FREQ=WEEKLY;COUNT=4
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
send-from vincent.vole@example.com weekly@example.com 20261117T090000Z
    UID:weekly@example.com
    RECURRENCE-ID;TZID=Europe/Oslo:20261117T100000
    DTSTART;TZID=Europe/Oslo:20261117T140000
    DTEND;TZID=Europe/Oslo:20261117T150000
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
outcome done
sends REQUEST anna@example.net
    UID:weekly@example.com
    RRULE:FREQ=WEEKLY;UNTIL=20261110T090000Z
    ATTENDEE anna@example.net ACCEPTED
sends REQUEST anna@example.net
    UID:weekly-R20261117T090000Z@example.com
    RRULE:FREQ=WEEKLY;COUNT=2
    DTSTART;TZID=Europe/Oslo:20261117T140000
    ATTENDEE anna@example.net NEEDS-ACTION
sends nothing
calendar vincent.vole@example.com 2026-11-01 2026-12-31
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z - busy Weekly
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z - busy Weekly
    2026-11-17T13:00:00Z 2026-11-17T14:00:00Z - busy Weekly
    2026-11-24T13:00:00Z 2026-11-24T14:00:00Z - busy Weekly

# The rest of a series that stays at its time: what was changed or answered of single dates stays, and dates by themselves
own vincent.vole@example.com
    UID:weekly@example.com
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    RRULE:FREQ=WEEKLY;COUNT=4
    RDATE;TZID=Europe/Oslo:20261105T100000,20261127T100000
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
send vincent.vole@example.com weekly@example.com
    BEGIN:VEVENT
    DTSTAMP:20261101T080000Z
    UID:weekly@example.com
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    RRULE:FREQ=WEEKLY;COUNT=4
    RDATE;TZID=Europe/Oslo:20261105T100000,20261127T100000
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    END:VEVENT
    BEGIN:VEVENT
    DTSTAMP:20261101T080000Z
    UID:weekly@example.com
    RECURRENCE-ID;TZID=Europe/Oslo:20261124T100000
    DTSTART;TZID=Europe/Oslo:20261124T140000
    DTEND;TZID=Europe/Oslo:20261124T150000
    SUMMARY:Weekly\, late
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    END:VEVENT
sends REQUEST anna@example.net
sends nothing
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:weekly@example.com
    RECURRENCE-ID;TZID=Europe/Oslo:20261127T100000
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=DECLINED:mailto:anna@example.net
outcome done
later PT1H
send-from vincent.vole@example.com weekly@example.com 20261117T090000Z
    UID:weekly@example.com
    RECURRENCE-ID;TZID=Europe/Oslo:20261117T100000
    DTSTART;TZID=Europe/Oslo:20261117T100000
    DTEND;TZID=Europe/Oslo:20261117T110000
    SUMMARY:Weekly in the new room
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
outcome done
sends REQUEST anna@example.net
    UID:weekly@example.com
    RRULE:FREQ=WEEKLY;UNTIL=20261110T090000Z
sends REQUEST anna@example.net
    UID:weekly-R20261117T090000Z@example.com
    RRULE:FREQ=WEEKLY;COUNT=2
    ATTENDEE anna@example.net ACCEPTED
    RECURRENCE-ID;TZID=Europe/Oslo:20261124T100000
    SUMMARY:Weekly\, late
    ATTENDEE anna@example.net NEEDS-ACTION
    RECURRENCE-ID;TZID=Europe/Oslo:20261127T100000
    ATTENDEE anna@example.net DECLINED
sends nothing
calendar vincent.vole@example.com 2026-11-01 2026-12-31
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z - busy Weekly
    2026-11-05T09:00:00Z 2026-11-05T10:00:00Z - busy Weekly
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z - busy Weekly
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z - busy Weekly in the new room
    2026-11-24T13:00:00Z 2026-11-24T14:00:00Z - busy Weekly, late
    2026-11-27T09:00:00Z 2026-11-27T10:00:00Z - busy Weekly in the new room

# The rest of a series goes to another weekday though its rule names the one it had
own vincent.vole@example.com
    UID:weekly@example.com
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=4
    RDATE;TZID=Europe/Oslo:20261127T100000
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
send-from vincent.vole@example.com weekly@example.com 20261117T090000Z
    UID:weekly@example.com
    RECURRENCE-ID;TZID=Europe/Oslo:20261117T100000
    DTSTART;TZID=Europe/Oslo:20261118T100000
    DTEND;TZID=Europe/Oslo:20261118T110000
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
outcome done
sends REQUEST anna@example.net
    UID:weekly@example.com
    RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261110T090000Z
    ATTENDEE anna@example.net ACCEPTED
sends REQUEST anna@example.net
    UID:weekly-R20261117T090000Z@example.com
    DTSTART;TZID=Europe/Oslo:20261118T100000
    RRULE:FREQ=WEEKLY;COUNT=2
    RDATE;TZID=Europe/Oslo:20261128T100000
    ATTENDEE anna@example.net NEEDS-ACTION
calendar vincent.vole@example.com 2026-11-01 2026-12-31
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z - busy Weekly
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z - busy Weekly
    2026-11-18T09:00:00Z 2026-11-18T10:00:00Z - busy Weekly
    2026-11-25T09:00:00Z 2026-11-25T10:00:00Z - busy Weekly
    2026-11-28T09:00:00Z 2026-11-28T10:00:00Z - busy Weekly

# A series in another zone is another series, though its first time is the same
own vincent.vole@example.com
    UID:weekly@example.com
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    RRULE:FREQ=WEEKLY;COUNT=40
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
send vincent.vole@example.com weekly@example.com
    UID:weekly@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=40
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
sends REQUEST anna@example.net
    ATTENDEE anna@example.net NEEDS-ACTION RSVP=TRUE
    SEQUENCE:1

# A proposal for another day is accepted when the first time is past: everybody is told, for it is still to come
own vincent.vole@example.com
    UID:plan@example.com
    DTSTAMP:20261020T100000Z
    DTSTART:20261101T110000Z
    DTEND:20261101T120000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@example.net
mail from anna@example.net to vincent.vole@example.com
    METHOD:COUNTER
    UID:plan@example.com
    DTSTART:20261102T110000Z
    DTEND:20261102T120000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
later PT3H
click vincent.vole@example.com accept-counter anna@example.net plan@example.com
sends REQUEST anna@example.net bo@example.net
    DTSTART:20261102T110000Z
sends nothing

# The last, past date of a series is moved to a time to come
own vincent.vole@example.com
    UID:weekly@example.com
    DTSTART;TZID=Europe/Oslo:20261018T090000
    DTEND;TZID=Europe/Oslo:20261018T100000
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
send-from vincent.vole@example.com weekly@example.com 20261101T080000Z
    UID:weekly@example.com
    RECURRENCE-ID;TZID=Europe/Oslo:20261101T090000
    DTSTART;TZID=Europe/Oslo:20261102T090000
    DTEND;TZID=Europe/Oslo:20261102T100000
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
sends REQUEST anna@example.net
    UID:weekly@example.com
    RRULE:FREQ=WEEKLY;UNTIL=20261025T080000Z
sends REQUEST anna@example.net
    DTSTART;TZID=Europe/Oslo:20261102T090000
sends nothing

# Another link to dial in is told to everybody, and nobody is asked anew
own vincent.vole@example.com
    UID:call@example.com
    DTSTAMP:20261020T100000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Call
    DESCRIPTION:Join <https://call.example.com/1>\nBring cake
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
send vincent.vole@example.com call@example.com
    UID:call@example.com
    DTSTAMP:20261020T100000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Call
    DESCRIPTION:<p>Join&nbsp\; &lt\;https://call.example.com/1&gt\;</p>\n\n<b>Bring cake</b>
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
sends nothing
send vincent.vole@example.com call@example.com
    UID:call@example.com
    DTSTAMP:20261020T100000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Call
    DESCRIPTION:Join <https://call.example.com/2>\nBring cake
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
sends REQUEST anna@example.net
    DESCRIPTION:Join <https://call.example.com/2>\nBring cake
    ATTENDEE anna@example.net ACCEPTED
    not SEQUENCE:1
sends nothing
send vincent.vole@example.com call@example.com
    UID:call@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Call
    DESCRIPTION:Join <https://call.example.com/2>\nBring cake
    URL:https://example.com/agenda
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
sends REQUEST anna@example.net
    URL:https://example.com/agenda
sends nothing

# An attendee writes a description of their own into their copy
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:call@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Call
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
send vincent.vole@example.com call@example.net
    UID:call@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Call
    DESCRIPTION:My notes
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
outcome done
sends nothing

# The next version is later than the one before, though a program whose clock is ahead wrote that
sent from vincent.vole@example.com to anna@example.net
    METHOD:REQUEST
    UID:plan@example.com
    DTSTAMP:20261101T101000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
later PT2M
send vincent.vole@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Renamed
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
sends REQUEST anna@example.net
    DTSTAMP:20261101T101001Z
kept vincent.vole@example.com plan@example.com
    DTSTAMP:20261101T101001Z
click vincent.vole@example.com cancel plan@example.com
sends CANCEL anna@example.net
    DTSTAMP:20261101T101002Z
