# From one occurrence on, all are moved (RFC 5545, 3.2.13; RFC 5546, 4.4.5)
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=4
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
click vincent.vole@example.com accept weekly@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:2
    RECURRENCE-ID;RANGE=THISANDFUTURE:20261117T090000Z
    DTSTART:20261117T110000Z
    DTEND:20261117T120000Z
    SUMMARY:Later
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Weekly
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z accepted busy Weekly
    2026-11-17T11:00:00Z 2026-11-17T12:00:00Z needs-action free Later
    2026-11-24T11:00:00Z 2026-11-24T12:00:00Z needs-action free Later
waiting vincent.vole@example.com
    invitation weekly@example.net 20261117T090000Z from anna@example.net
click vincent.vole@example.com accept weekly@example.net 20261117T090000Z
sends REPLY anna@example.net
    RECURRENCE-ID;RANGE=THISANDFUTURE:20261117T090000Z
    ATTENDEE vincent.vole@example.com ACCEPTED
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Weekly
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z accepted busy Weekly
    2026-11-17T11:00:00Z 2026-11-17T12:00:00Z accepted busy Later
    2026-11-24T11:00:00Z 2026-11-24T12:00:00Z accepted busy Later
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:weekly@example.net
    SEQUENCE:3
    RECURRENCE-ID:20261124T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Weekly
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z accepted busy Weekly
    2026-11-17T11:00:00Z 2026-11-17T12:00:00Z accepted busy Later
    2026-11-24T11:00:00Z 2026-11-24T12:00:00Z accepted free cancelled Later
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=4
    SUMMARY:Renamed
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
verdict updated
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Renamed
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z accepted busy Renamed
    2026-11-17T11:00:00Z 2026-11-17T12:00:00Z accepted busy Later
    2026-11-24T11:00:00Z 2026-11-24T12:00:00Z accepted free cancelled Later

# A range inside a range
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=4
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:2
    RECURRENCE-ID;RANGE=THISANDFUTURE:20261110T090000Z
    DTSTART:20261110T110000Z
    DTEND:20261110T120000Z
    SUMMARY:Later
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:3
    RECURRENCE-ID;RANGE=THISANDFUTURE:20261117T090000Z
    DTSTART:20261117T130000Z
    DTEND:20261117T140000Z
    SUMMARY:Still later
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Weekly
    2026-11-10T11:00:00Z 2026-11-10T12:00:00Z needs-action free Later
    2026-11-17T13:00:00Z 2026-11-17T14:00:00Z needs-action free Still later
    2026-11-24T13:00:00Z 2026-11-24T14:00:00Z needs-action free Still later

# From one occurrence on, all are cancelled, changed ones too
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=4
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    RECURRENCE-ID:20261124T090000Z
    DTSTART:20261124T090000Z
    DTEND:20261124T100000Z
    SUMMARY:Special
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:weekly@example.net
    SEQUENCE:2
    RECURRENCE-ID;RANGE=THISANDFUTURE:20261117T090000Z
    STATUS:CANCELLED
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Weekly
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z needs-action free Weekly
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z needs-action free cancelled Weekly
    2026-11-24T09:00:00Z 2026-11-24T10:00:00Z needs-action free cancelled Special
again to vincent.vole@example.com
verdict repeated

# An answer from one occurrence on
own vincent.vole@example.com
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=4
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    SEQUENCE:1
    RECURRENCE-ID;RANGE=THISANDFUTURE:20261117T090000Z
    ATTENDEE;PARTSTAT=DECLINED:mailto:anna@example.net
verdict answered
kept vincent.vole@example.com mine@example.com
    ATTENDEE anna@example.net NEEDS-ACTION
    RECURRENCE-ID;RANGE=THISANDFUTURE:20261117T090000Z
    ATTENDEE anna@example.net DECLINED
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    SEQUENCE:1
    RECURRENCE-ID:20261124T090000Z
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
verdict answered
kept vincent.vole@example.com mine@example.com
    RECURRENCE-ID;RANGE=THISANDFUTURE:20261117T090000Z
    ATTENDEE anna@example.net DECLINED
    RECURRENCE-ID:20261124T090000Z
    ATTENDEE anna@example.net ACCEPTED

# One date after such a change is answered at the time that it has, in the version that it is of
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=4
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:2
    RECURRENCE-ID;RANGE=THISANDFUTURE:20261117T090000Z
    DTSTART:20261117T110000Z
    DTEND:20261117T120000Z
    SUMMARY:Later
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1H
click vincent.vole@example.com decline weekly@example.net 20261124T090000Z
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com DECLINED
    RECURRENCE-ID:20261124T090000Z
    DTSTART:20261124T110000Z
    SEQUENCE:2
    SUMMARY:Later
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Weekly
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z needs-action free Weekly
    2026-11-17T11:00:00Z 2026-11-17T12:00:00Z needs-action free Later
    2026-11-24T11:00:00Z 2026-11-24T12:00:00Z declined free Later

# The organiser renames one date after such a change: it goes out at the time that it has, and nobody is asked anew
own vincent.vole@example.com
    BEGIN:VEVENT
    UID:mine@example.com
    DTSTAMP:20261020T100000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=4
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    END:VEVENT
    BEGIN:VEVENT
    UID:mine@example.com
    SEQUENCE:1
    DTSTAMP:20261021T100000Z
    RECURRENCE-ID;RANGE=THISANDFUTURE:20261117T090000Z
    DTSTART:20261117T110000Z
    DTEND:20261117T120000Z
    SUMMARY:Later
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    END:VEVENT
send vincent.vole@example.com mine@example.com
    BEGIN:VEVENT
    UID:mine@example.com
    DTSTAMP:20261020T100000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=4
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    END:VEVENT
    BEGIN:VEVENT
    UID:mine@example.com
    SEQUENCE:1
    DTSTAMP:20261021T100000Z
    RECURRENCE-ID;RANGE=THISANDFUTURE:20261117T090000Z
    DTSTART:20261117T110000Z
    DTEND:20261117T120000Z
    SUMMARY:Later
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    END:VEVENT
    BEGIN:VEVENT
    UID:mine@example.com
    SEQUENCE:1
    DTSTAMP:20261021T100000Z
    RECURRENCE-ID:20261124T090000Z
    DTSTART:20261124T110000Z
    DTEND:20261124T120000Z
    SUMMARY:Later, with cake
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    END:VEVENT
outcome done
sends REQUEST anna@example.net
    RECURRENCE-ID:20261124T090000Z
    DTSTART:20261124T110000Z
    SEQUENCE:1
    ATTENDEE anna@example.net ACCEPTED
    not RANGE=
sends nothing
