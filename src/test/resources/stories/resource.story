-- What all resources do, whatever their functions.

# The same mail again is not answered again
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
again to room@example.com
sends nothing

# What others say that it has answered is not believed
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
mail from bo@example.net to room@example.com
    METHOD:REQUEST
    UID:b
    SUMMARY:Meeting
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:bo@example.net
    ATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED:mailto:room@example.com
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
-- Nor when it is moved to what is taken, or made a series of which a date is.
book bo@example.net room@example.com c 2026-11-03T12:00:00Z 2026-11-03T13:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
mail from bo@example.net to room@example.com
    METHOD:REQUEST
    UID:c
    SEQUENCE:1
    SUMMARY:Meeting
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:bo@example.net
    ATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED:mailto:room@example.com
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
book anna@example.com room@example.com d 2026-11-10T12:00:00Z 2026-11-10T13:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com e 2026-11-03T12:00:00Z 2026-11-03T13:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
mail from bo@example.net to room@example.com
    METHOD:REQUEST
    UID:e
    SEQUENCE:1
    SUMMARY:Meeting
    DTSTART:20261103T120000Z
    DTEND:20261103T130000Z
    RRULE:FREQ=WEEKLY;COUNT=2
    ORGANIZER:mailto:bo@example.net
    ATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED:mailto:room@example.com
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-10T12:00:00Z 2026-11-10T13:00:00Z busy

# A change that is none of the time is answered as well
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    LOCATION:Elsewhere
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED

# Published events, replies and proposals are nothing to it (RFC 5546, 3.2.1, 3.2.3, 3.2.7)
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
mail from anna@example.com to room@example.com
    METHOD:PUBLISH
    UID:a
    SUMMARY:Meeting
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:anna@example.com
sends nothing
verdict unsupported-method
kept room@example.com a nothing
book anna@example.com room@example.com b 2026-11-04T09:00:00Z 2026-11-04T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
mail from bo@example.net to room@example.com
    METHOD:REPLY
    UID:b
    DTSTART:20261104T090000Z
    ORGANIZER:mailto:anna@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@example.net
sends nothing
verdict unsupported-method
mail from bo@example.net to room@example.com
    METHOD:COUNTER
    UID:b
    SEQUENCE:0
    SUMMARY:Meeting
    DTSTART:20261104T110000Z
    DTEND:20261104T120000Z
    ORGANIZER:mailto:anna@example.com
    ATTENDEE:mailto:bo@example.net
sends nothing
verdict unsupported-method
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-04T09:00:00Z 2026-11-04T10:00:00Z busy

# Who has lost what it said asks, and learns nothing from a room (RFC 5546, 3.2.6)
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
mail from anna@example.com to room@example.com
    METHOD:REFRESH
    UID:a
    ORGANIZER:mailto:anna@example.com
    ATTENDEE:mailto:anna@example.com
sends nothing
verdict not-organiser
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy

# A date that is added is answered with the question for all of it, or decided by itself where it so prefers (RFC 5546, 3.2.4)
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
prefer room@example.com add_method_response add
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-04T11:00:00Z 2026-11-04T12:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
mail from anna@example.com to room@example.com
    METHOD:ADD
    UID:a
    SEQUENCE:1
    SUMMARY:Meeting
    DTSTART:20261104T110000Z
    DTEND:20261104T120000Z
    ORGANIZER:mailto:anna@example.com
    ATTENDEE:mailto:room@example.com
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    RECURRENCE-ID:20261104T110000Z
    COMMENT:Not available: already booked on Wed 4 Nov\, 12:00–13:00 (Europe/Oslo). Free instead: Wed 4 Nov\, 13:00–14:00\; Wed 4 Nov\, 14:00–15:00\; Wed 4 Nov\, 15:00–16:00.
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-04T11:00:00Z 2026-11-04T12:00:00Z busy
cancel bo@example.net room@example.com b 2026-11-04T11:00:00Z 2026-11-04T12:00:00Z
sends nothing
mail from anna@example.com to room@example.com
    METHOD:ADD
    UID:a
    SEQUENCE:2
    SUMMARY:Meeting
    DTSTART:20261105T110000Z
    DTEND:20261105T120000Z
    ORGANIZER:mailto:anna@example.com
    ATTENDEE:mailto:room@example.com
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
    RECURRENCE-ID:20261105T110000Z
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-05T11:00:00Z 2026-11-05T12:00:00Z busy

# By default an added date is taken, and the whole is asked for as well
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
mail from anna@example.com to room@example.com
    METHOD:ADD
    UID:a
    SEQUENCE:1
    SUMMARY:Meeting
    DTSTART:20261104T110000Z
    DTEND:20261104T120000Z
    ORGANIZER:mailto:anna@example.com
    ATTENDEE:mailto:room@example.com
sends REFRESH anna@example.com
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
    RECURRENCE-ID:20261104T110000Z
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-04T11:00:00Z 2026-11-04T12:00:00Z busy

# Who asks when it is busy learns the time alone (RFC 5546, 3.3.2)
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
prefer room@example.com freebusy_sharing share
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
mail from bo@example.net to room@example.com
    METHOD:REQUEST
    BEGIN:VFREEBUSY
    UID:when
    DTSTAMP:20261101T100000Z
    DTSTART:20261103T000000Z
    DTEND:20261104T000000Z
    ORGANIZER:mailto:bo@example.net
    ATTENDEE:mailto:room@example.com
    END:VFREEBUSY
sends REPLY bo@example.net
    FREEBUSY;FBTYPE=BUSY:20261103T090000Z/20261103T100000Z
    not Meeting

# Out of service it books nothing and says nothing
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
prefer room@example.com participating no
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends nothing
prefer room@example.com participating participate
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED

# Who cannot be answered books nothing
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
mail from anna@example.com to room@example.com
    METHOD:REQUEST
    UID:a
    SUMMARY:Meeting
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:urn:uuid:1
    ATTENDEE:mailto:room@example.com
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01

# A line that is no function refuses, whatever else stands there
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy\nguess
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:This cannot be booked at the moment. Please tell the administrator.
freebusy room@example.com 2026-11-01 2026-12-01

# A series and a changed date in one mail are both answered, and both take their time
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=3
    and
    RECURRENCE-ID:20261110T090000Z
    SUMMARY:Meeting
    DTSTART:20261110T120000Z
    DTEND:20261110T130000Z
    ORGANIZER:mailto:bo@example.net
    ATTENDEE:mailto:room@example.com
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE room@example.com ACCEPTED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-10T12:00:00Z 2026-11-10T13:00:00Z busy
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z busy

# It writes in the language of who asks, as far as that is known
prefer room@example.com resource room
prefer room@example.com LANG fr
prefer room@example.com scheduling_function max_duration PT1H
prefer anna@example.com LANG de
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T11:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:Dies kann höchstens 1 Stunde am Stück gebucht werden.
mail from bo@example.net to room@example.com
    METHOD:REQUEST
    UID:b
    SUMMARY;LANGUAGE=nb-NO:Møte
    DTSTART:20261103T090000Z
    DTEND:20261103T110000Z
    ORGANIZER:mailto:bo@example.net
    ATTENDEE;CUTYPE=ROOM:mailto:room@example.com
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:Dette kan bestilles for høyst 1 time om gangen.
book bo@example.net room@example.com c 2026-11-03T09:00:00Z 2026-11-03T11:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:La réservation ne peut pas dépasser 1 heure.
