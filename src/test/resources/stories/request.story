# An invitation is kept, waits for an answer, and leaves free (RFC 5546, 3.2.2)
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:0
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    SUMMARY:Planning
    X-ROOM-COLOUR;X-SHADE=dark:green
    ORGANIZER;CN=Anna:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE;PARTSTAT=NEEDS-ACTION:mailto:vincent.vole@example.com
verdict invited
waiting vincent.vole@example.com
    invitation meeting@example.net from anna@example.net
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Planning
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
sends nothing
kept vincent.vole@example.com meeting@example.net
    X-ROOM-COLOUR;X-SHADE=dark:green
    SUMMARY:Planning
delivers
    Subject: Invitation
    https://webserver.example.com/imip-manager/event/meeting%40example.net
    X-ROOM-COLOUR;X-SHADE=dark:green

# The same message again changes nothing and sends nothing
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
click vincent.vole@example.com accept meeting@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
again to vincent.vole@example.com
verdict repeated
waiting vincent.vole@example.com
sends nothing
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Planning

# An older version never wins (RFC 5546, 2.1.5)
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:2
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:New
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1M
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Old
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict stale
detail sequence 1
kept vincent.vole@example.com meeting@example.net
    SUMMARY:New

# With the same sequence the later DTSTAMP wins, and an answer holds when the time stays
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:vincent.vole@example.com
click vincent.vole@example.com accept meeting@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning the fair
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:vincent.vole@example.com
verdict updated
waiting vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Planning the fair

# A moved meeting asks anew and remembers the answer given before (RFC 5546, 2.1.4)
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:vincent.vole@example.com
click vincent.vole@example.com accept meeting@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261104T090000Z
    DTEND:20261104T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:vincent.vole@example.com
verdict updated
waiting vincent.vole@example.com
    invitation meeting@example.net from anna@example.net
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-04T09:00:00Z 2026-11-04T10:00:00Z needs-action free Planning
kept vincent.vole@example.com meeting@example.net
    ATTENDEE vincent.vole@example.com NEEDS-ACTION X-IMIP-AGENT-WAS=ACCEPTED
click vincent.vole@example.com decline meeting@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com DECLINED
    not X-IMIP-AGENT

# A new version of the whole takes back an older change of one date, and leaves the person's own answers to dates
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=5
    EXDATE:20261201T090000Z
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
click vincent.vole@example.com accept weekly@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
click vincent.vole@example.com decline weekly@example.net 20261117T090000Z
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com DECLINED
later PT1M
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T140000Z
    DTEND:20261110T150000Z
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1M
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:weekly@example.net
    RECURRENCE-ID:20261201T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-01 2026-12-05
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Weekly
    2026-11-10T14:00:00Z 2026-11-10T15:00:00Z needs-action free Weekly
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z declined free Weekly
    2026-11-24T09:00:00Z 2026-11-24T10:00:00Z accepted busy Weekly
waiting vincent.vole@example.com
    invitation weekly@example.net 20261110T090000Z from anna@example.net
later PT1M
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=5
    EXDATE:20261201T090000Z
    SUMMARY:Talk
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
calendar vincent.vole@example.com 2026-11-01 2026-12-05
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Talk
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z accepted busy Talk
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z declined free Talk
    2026-11-24T09:00:00Z 2026-11-24T10:00:00Z accepted busy Talk
waiting vincent.vole@example.com
later PT1M
click vincent.vole@example.com tentative weekly@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com TENTATIVE
    not RECURRENCE-ID

# A change of one date that is newer than the whole, or comes with it, stays
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTAMP:20261101T080000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    DTSTAMP:20261101T082000Z
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T140000Z
    DTEND:20261110T150000Z
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTAMP:20261101T083000Z
    RECURRENCE-ID:20261117T090000Z
    DTSTART:20261117T140000Z
    DTEND:20261117T150000Z
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    DTSTAMP:20261101T081000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Weekly
    2026-11-10T14:00:00Z 2026-11-10T15:00:00Z needs-action free Weekly
    2026-11-17T14:00:00Z 2026-11-17T15:00:00Z needs-action free Weekly

# One occurrence moved; the others stay where they were (RFC 5546, 4.4.2)
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261111T120000Z
    DTEND:20261111T130000Z
    SUMMARY:Weekly, on Wednesday
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Weekly
    2026-11-11T12:00:00Z 2026-11-11T13:00:00Z needs-action free Weekly, on Wednesday
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z needs-action free Weekly

# An occurrence that the series does not have: the organiser is asked for the whole (RFC 5546, 4.7.2)
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    RECURRENCE-ID:20261111T090000Z
    DTSTART:20261111T120000Z
    DTEND:20261111T130000Z
    SUMMARY:Never
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict asked-again
kept vincent.vole@example.com weekly@example.net
    not Never
sends REFRESH anna@example.net
    UID:weekly@example.net
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
again to vincent.vole@example.com
verdict repeated
sends nothing

# An occurrence that comes before its series is kept, and joined later
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T120000Z
    DTEND:20261110T130000Z
    SUMMARY:Only this one
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict invited
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-10T12:00:00Z 2026-11-10T13:00:00Z needs-action free Only this one
later PT1M
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=2
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Weekly
    2026-11-10T12:00:00Z 2026-11-10T13:00:00Z needs-action free Only this one

# An invitation to a list is for whom it reached: the reply adds them (RFC 5546, 3.2.3)
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:somebody@example.org
verdict invited
kept vincent.vole@example.com meeting@example.net
    ATTENDEE:mailto:somebody@example.org
    ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:vincent.vole@example.com
waiting vincent.vole@example.com
    invitation meeting@example.net from anna@example.net
click vincent.vole@example.com accept meeting@example.net
sends REPLY anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
    not somebody@example.org
delivers
    X-Imip-Agent: invited
    Subject: Invitation

# A change of a known event counts only from its organiser
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1M
mail from mallory@example.org to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261104T090000Z
    SUMMARY:Forged
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser
kept vincent.vole@example.com meeting@example.net
    SUMMARY:Planning

# Another organiser may take over only when the preference lets them
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
later PT1M
mail from mallory@example.org to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    SUMMARY:Taken over
    ORGANIZER:mailto:mallory@example.org
    ATTENDEE:mailto:vincent.vole@example.com
verdict organiser-changed
mail from bo@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    SUMMARY:Bo takes over
    ORGANIZER:mailto:bo@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated

# A person who takes no part gets the mail as it came and no calendar
prefer vincent.vole@example.com participating no
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
kept vincent.vole@example.com meeting@example.net nothing
delivers
    not X-Imip-Agent

# An event of whole days is busy in the person's own zone
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:fair@example.net
    DTSTART;VALUE=DATE:20261110
    DTEND;VALUE=DATE:20261112
    SUMMARY:Fair
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
waiting vincent.vole@example.com
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-09T23:00:00Z 2026-11-11T23:00:00Z busy

# An occurrence named by its day is the series' occurrence on that day
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    RRULE:FREQ=WEEKLY;COUNT=2
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    RECURRENCE-ID;VALUE=DATE:20261110
    DTSTART;TZID=Europe/Oslo:20261110T140000
    DTEND;TZID=Europe/Oslo:20261110T150000
    SUMMARY:Weekly, later
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Weekly
    2026-11-10T13:00:00Z 2026-11-10T14:00:00Z needs-action free Weekly, later

# The person's own reminder and colour survive an update, and the organiser's are not theirs
own vincent.vole@example.com
    BEGIN:VEVENT
    UID:meeting@example.net
    SEQUENCE:1
    DTSTAMP:20261101T090000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    COLOR:green
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Mine
    TRIGGER:-PT5M
    END:VALARM
    END:VEVENT
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    BEGIN:VEVENT
    UID:meeting@example.net
    SEQUENCE:2
    DTSTAMP:20261101T110000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:New
    COLOR:red
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Hers
    TRIGGER:-PT5H
    END:VALARM
    END:VEVENT
verdict updated
kept vincent.vole@example.com meeting@example.net
    SUMMARY:New
    DESCRIPTION:Mine
    COLOR:green
    not Hers
    not COLOR:red
    ATTENDEE vincent.vole@example.com ACCEPTED

# Tasks and journals are handed on untouched
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    BEGIN:VTODO
    UID:todo@example.net
    DTSTAMP:20261101T090000Z
    SUMMARY:A task  with blanks
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    END:VTODO
verdict no-event
detail VTODO
delivers untouched
kept vincent.vole@example.com todo@example.net nothing
mail from anna@example.net to vincent.vole@example.com
    METHOD:PUBLISH
    BEGIN:VJOURNAL
    UID:journal@example.net
    DTSTAMP:20261101T090000Z
    DTSTART;VALUE=DATE:20261101
    SUMMARY:A page
    ORGANIZER:mailto:anna@example.net
    END:VJOURNAL
verdict no-event
detail VJOURNAL
delivers untouched
kept vincent.vole@example.com journal@example.net nothing
waiting vincent.vole@example.com
sends nothing

# Whether an event takes their time is the person's affair: an update does not change what their own program wrote (RFC 6638, 3.2.2.1)
own vincent.vole@example.com
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    TRANSP:TRANSPARENT
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    TRANSP:OPAQUE
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
freebusy vincent.vole@example.com 2026-11-01 2026-12-01

# What the organiser said of it, the organiser may say anew
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    TRANSP:TRANSPARENT
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    TRANSP:OPAQUE
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
verdict updated
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy

# A copy of what others were sent is no invitation
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1M
mail from anna@example.net to paul.boddie@example.com To: vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-invited
waiting paul.boddie@example.com

# Several events of one mail are each told, and several dates of one event
prefer vincent.vole@example.com incoming summary-only
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    BEGIN:VEVENT
    UID:one@example.net
    DTSTAMP:20261101T090000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:First of them
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    END:VEVENT
    BEGIN:VEVENT
    UID:two@example.net
    DTSTAMP:20261101T090000Z
    DTSTART:20261104T090000Z
    DTEND:20261104T100000Z
    SUMMARY:Second of them
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    END:VEVENT
delivers
    First of them
    Second of them
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    BEGIN:VEVENT
    UID:one@example.net
    SEQUENCE:1
    DTSTAMP:20261101T110000Z
    RECURRENCE-ID:20261103T090000Z
    ORGANIZER:mailto:anna@example.net
    END:VEVENT
    BEGIN:VEVENT
    UID:one@example.net
    SEQUENCE:1
    DTSTAMP:20261101T110000Z
    RECURRENCE-ID:20261117T090000Z
    ORGANIZER:mailto:anna@example.net
    END:VEVENT
verdict cancelled
delivers
    cancelled several dates
    Tuesday 3 November
    Tuesday 17 November

# Another method in the mail than in the calendar: the calendar decides, and it is noted
mail from anna@example.net to vincent.vole@example.com Content-Type: text/calendar; method=PUBLISH; charset=utf-8
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict invited
detail method-mismatch: the mail says PUBLISH
waiting vincent.vole@example.com
    invitation meeting@example.net from anna@example.net

# Several events in one mail are each taken
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    BEGIN:VEVENT
    UID:one@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:One
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    END:VEVENT
    END:VCALENDAR
    BEGIN:VCALENDAR
    VERSION:2.0
    METHOD:REQUEST
    BEGIN:VEVENT
    UID:two@example.net
    DTSTART:20261104T090000Z
    DTEND:20261104T100000Z
    SUMMARY:Two
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    END:VEVENT
waiting vincent.vole@example.com
    invitation one@example.net from anna@example.net
    invitation two@example.net from anna@example.net

# A booking moved by a program that writes neither SEQUENCE nor DTSTAMP
mail from booking@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:booking@example.net
    DTSTAMP:none
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Haircut
    ORGANIZER:mailto:booking@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict invited
again to vincent.vole@example.com
verdict repeated
later PT1H
mail from booking@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:booking@example.net
    DTSTAMP:none
    DTSTART:20261104T090000Z
    DTEND:20261104T100000Z
    SUMMARY:Haircut
    ORGANIZER:mailto:booking@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-04T09:00:00Z 2026-11-04T10:00:00Z needs-action free Haircut
later PT1H
again to vincent.vole@example.com
verdict repeated
