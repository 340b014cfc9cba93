# Half a calendar
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    BEGIN:VEVENT
    UID:half
verdict impossible
kept vincent.vole@example.com half nothing

# A time that is none
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:odd@example.net
    DTSTART:next Tuesday
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict impossible
kept vincent.vole@example.com odd@example.net nothing

# An end before its start counts as the start
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:odd@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T080000Z
    SUMMARY:Odd
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
verdict invited
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T09:00:00Z accepted busy Odd
freebusy vincent.vole@example.com 2026-11-01 2026-12-01

# The first and the last year
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:first@example.net
    DTSTART:00010101T000000Z
    SUMMARY:First
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict invited
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:last@example.net
    DTSTART:99991231T220000Z
    DURATION:PT1H
    SUMMARY:Last
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict invited

# Every second for ever
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:bomb@example.net
    DTSTART:20261103T090000Z
    RRULE:FREQ=SECONDLY
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict impossible
detail too-many-occurrences
kept vincent.vole@example.com bomb@example.net nothing

# A UID with slashes, dots and an emoji
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:../../etc/passwd%2e%2e🎉
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict invited
kept vincent.vole@example.com ../../etc/passwd%2e%2e🎉
