# What is published is shown, takes no time and expects no answer (RFC 5546, 3.2.1)
mail from anna@example.net to vincent.vole@example.com
    METHOD:PUBLISH
    UID:fair@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Fair
    ORGANIZER:mailto:anna@example.net
verdict published
waiting vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z - free Fair
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:PUBLISH
    UID:fair@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Great fair
    ORGANIZER:mailto:anna@example.net
verdict updated
mail from mallory@example.org to vincent.vole@example.com
    METHOD:PUBLISH
    UID:fair@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:anna@example.net
verdict not-organiser
kept vincent.vole@example.com fair@example.net
    SUMMARY:Great fair
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:fair@example.net
    SEQUENCE:1
    ORGANIZER:mailto:anna@example.net
verdict cancelled

# Without an organiser only who sent it changes it
mail from anna@example.net to vincent.vole@example.com
    METHOD:PUBLISH
    UID:fair@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Fair
verdict published
later PT1H
mail from mallory@example.org to vincent.vole@example.com
    METHOD:PUBLISH
    UID:fair@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Fair
verdict not-organiser
mail from mallory@example.org to vincent.vole@example.com
    METHOD:REQUEST
    UID:fair@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Fair
    ORGANIZER:mailto:mallory@example.org
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser
mail from anna@example.net to vincent.vole@example.com
    METHOD:PUBLISH
    UID:fair@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Fair
    SEQUENCE:1
verdict updated

# A stranger's PUBLISH never takes the place of an event of another organiser
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
mail from mallory@example.org to vincent.vole@example.com
    METHOD:PUBLISH
    UID:meeting@example.net
    SEQUENCE:5
    DTSTART:20261104T090000Z
    ORGANIZER:mailto:mallory@example.org
verdict organiser-changed
own vincent.vole@example.com
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
mail from mallory@example.org to vincent.vole@example.com
    METHOD:PUBLISH
    UID:mine@example.com
    SEQUENCE:5
    DTSTART:20261104T090000Z
verdict own-event

# Published by its organiser, an invitation stays one
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
click vincent.vole@example.com accept meeting@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
    SEQUENCE:1
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:PUBLISH
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Published
    ORGANIZER:mailto:anna@example.net
verdict updated
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Published

# An event of the person's own that nobody organises is nobody else's to change
own vincent.vole@example.com
    UID:private@example.com
    DTSTART:20261103T090000Z
    SUMMARY:Dentist
mail from mallory@example.org to vincent.vole@example.com
    METHOD:REQUEST
    UID:private@example.com
    SEQUENCE:3
    DTSTART:20261103T090000Z
    SUMMARY:Ha
    ORGANIZER:mailto:mallory@example.org
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser
mail from mallory@example.org to vincent.vole@example.com
    METHOD:CANCEL
    UID:private@example.com
    SEQUENCE:3
verdict not-organiser
kept vincent.vole@example.com private@example.com
    SUMMARY:Dentist
