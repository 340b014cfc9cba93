# An occurrence is added, and the organiser asked for the whole (RFC 5546, 3.2.4)
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
    METHOD:ADD
    UID:weekly@example.net
    SEQUENCE:2
    DTSTART:20261105T090000Z
    DTEND:20261105T100000Z
    SUMMARY:One more
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict added
calendar vincent.vole@example.com 2026-11-01 2026-11-15
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Weekly
    2026-11-05T09:00:00Z 2026-11-05T10:00:00Z needs-action free One more
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z needs-action free Weekly
sends REFRESH anna@example.net
    UID:weekly@example.net
again to vincent.vole@example.com
verdict repeated
sends nothing

# An occurrence is added as it came, when the person prefers so
prefer vincent.vole@example.com add_method_response add
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
    METHOD:ADD
    UID:weekly@example.net
    SEQUENCE:2
    DTSTART:20261105T090000Z
    DTEND:20261105T100000Z
    SUMMARY:One more
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict added
calendar vincent.vole@example.com 2026-11-01 2026-11-15
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Weekly
    2026-11-05T09:00:00Z 2026-11-05T10:00:00Z needs-action free One more
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z needs-action free Weekly
sends nothing
waiting vincent.vole@example.com
    invitation weekly@example.net from anna@example.net
    invitation weekly@example.net 20261105T090000Z from anna@example.net

# An ADD from before a newer version or a cancellation adds nothing
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:3
    DTSTAMP:20261101T090000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=4
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
mail from anna@example.net to vincent.vole@example.com
    METHOD:ADD
    UID:weekly@example.net
    SEQUENCE:2
    DTSTAMP:20261101T080000Z
    DTSTART:20261105T090000Z
    DTEND:20261105T100000Z
    SUMMARY:One more
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict stale
waiting vincent.vole@example.com
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:weekly@example.net
    SEQUENCE:4
    DTSTAMP:20261101T093000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
mail from anna@example.net to vincent.vole@example.com
    METHOD:ADD
    UID:weekly@example.net
    SEQUENCE:4
    DTSTAMP:20261101T092000Z
    DTSTART:20261106T090000Z
    DTEND:20261106T100000Z
    SUMMARY:One more
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict stale
kept vincent.vole@example.com weekly@example.net
    not One more
waiting vincent.vole@example.com
sends nothing

# An ADD to what was cancelled: the organiser is asked for the whole
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:weekly@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1M
mail from anna@example.net to vincent.vole@example.com
    METHOD:ADD
    UID:weekly@example.net
    SEQUENCE:2
    DTSTART:20261105T090000Z
    DTEND:20261105T100000Z
    SUMMARY:One more
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict asked-again
sends REFRESH anna@example.net
waiting vincent.vole@example.com

# An event that takes place once becomes two
prefer vincent.vole@example.com add_method_response add
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:ADD
    UID:meeting@example.net
    SEQUENCE:2
    DTSTART:20261105T090000Z
    DTEND:20261105T100000Z
    SUMMARY:One more
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict added
calendar vincent.vole@example.com 2026-11-01 2026-11-15
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Planning
    2026-11-05T09:00:00Z 2026-11-05T10:00:00Z needs-action free One more

# Or disregarded
prefer vincent.vole@example.com add_method_response ignore
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
    METHOD:ADD
    UID:weekly@example.net
    SEQUENCE:2
    DTSTART:20261105T090000Z
    DTEND:20261105T100000Z
    SUMMARY:One more
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict ignored
kept vincent.vole@example.com weekly@example.net
    not One more
sends nothing

# To an event nobody told us of: the organiser is asked
mail from anna@example.net to vincent.vole@example.com
    METHOD:ADD
    UID:weekly@example.net
    SEQUENCE:2
    DTSTART:20261105T090000Z
    DTEND:20261105T100000Z
    SUMMARY:One more
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict asked-again
sends REFRESH anna@example.net
    UID:weekly@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    not One more
kept vincent.vole@example.com weekly@example.net nothing

# Not from just anybody, and nobody makes us write to a third
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
mail from mallory@example.org to vincent.vole@example.com
    METHOD:ADD
    UID:weekly@example.net
    SEQUENCE:2
    DTSTART:20261105T090000Z
    DTEND:20261105T100000Z
    SUMMARY:One more
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser
mail from mallory@example.org to vincent.vole@example.com
    METHOD:ADD
    UID:other@example.net
    SEQUENCE:2
    DTSTART:20261105T090000Z
    DTEND:20261105T100000Z
    SUMMARY:One more
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict unknown-event
sends nothing

# Several dates are added by one mail, and the organiser is asked once (RFC 5546, 3.2.4)
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
    METHOD:ADD
    BEGIN:VEVENT
    UID:weekly@example.net
    SEQUENCE:2
    DTSTAMP:20261101T100000Z
    DTSTART:20261105T090000Z
    DTEND:20261105T100000Z
    SUMMARY:One more
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    END:VEVENT
    BEGIN:VEVENT
    UID:weekly@example.net
    SEQUENCE:2
    DTSTAMP:20261101T100000Z
    DTSTART:20261106T090000Z
    DTEND:20261106T100000Z
    SUMMARY:And another
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    END:VEVENT
calendar vincent.vole@example.com 2026-11-01 2026-11-15
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Weekly
    2026-11-05T09:00:00Z 2026-11-05T10:00:00Z needs-action free One more
    2026-11-06T09:00:00Z 2026-11-06T10:00:00Z needs-action free And another
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z needs-action free Weekly
sends REFRESH anna@example.net
    UID:weekly@example.net
sends nothing
again to vincent.vole@example.com
sends nothing
