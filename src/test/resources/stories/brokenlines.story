# A colon that should stand in quotes does not hide the organiser (RFC 5545, 3.2)
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:colon@other.example
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Budget
    ORGANIZER;CN=Olga: head of finance;SENT-BY=mailto:desk@other.example:mailto:olga@other.example
    ATTENDEE;DELEGATED-FROM=mailto:bo@other.example:mailto:vincent.vole@example.com
verdict invited
click vincent.vole@example.com accept colon@other.example
sends REPLY olga@other.example
    ORGANIZER;CN="Olga: head of finance";SENT-BY="mailto:desk@other.example":mailto:olga@other.example
    ATTENDEE vincent.vole@example.com ACCEPTED DELEGATED-FROM=mailto:bo@other.example

# A SEQUENCE beyond the INTEGER of RFC 5545 is newer than a smaller one, and older than a larger
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:count@other.example
    SEQUENCE:7
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:One
    ORGANIZER:mailto:olga@other.example
    ATTENDEE:mailto:vincent.vole@example.com
later PT1M
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:count@other.example
    SEQUENCE:1793000000000
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Two
    ORGANIZER:mailto:olga@other.example
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
later PT1M
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:count@other.example
    SEQUENCE:1792999999999
    DTSTART:20261103T130000Z
    DTEND:20261103T140000Z
    SUMMARY:Older
    ORGANIZER:mailto:olga@other.example
    ATTENDEE:mailto:vincent.vole@example.com
verdict stale
click vincent.vole@example.com accept count@other.example
sends REPLY olga@other.example
    SEQUENCE:1793000000000
later PT1M
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:count@other.example
    SEQUENCE:400000000000000000000000002
    DTSTART:20261103T130000Z
    DTEND:20261103T140000Z
    SUMMARY:Three
    ORGANIZER:mailto:olga@other.example
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
later PT1M
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:count@other.example
    SEQUENCE:400000000000000000000000001
    DTSTART:20261103T150000Z
    DTEND:20261103T160000Z
    SUMMARY:Older
    ORGANIZER:mailto:olga@other.example
    ATTENDEE:mailto:vincent.vole@example.com
verdict stale
click vincent.vole@example.com accept count@other.example
sends REPLY olga@other.example
    SEQUENCE:400000000000000000000000002

# An organiser with such a SEQUENCE goes on from there
own vincent.vole@example.com
    UID:own@example.com
    SEQUENCE:400000000000000000000000009
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Budget
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@other.example
click vincent.vole@example.com cancel own@example.com
sends CANCEL bo@other.example
    SEQUENCE:400000000000000000000000010

# 24:00:00 is midnight of the next day
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:midnight@other.example
    DTSTART:20261130T230000Z
    DTEND:20261130T240000Z
    SUMMARY:Late
    ORGANIZER:mailto:olga@other.example
    ATTENDEE:mailto:vincent.vole@example.com
verdict invited
kept vincent.vole@example.com midnight@other.example
    DTEND:20261201T000000Z
calendar vincent.vole@example.com 2026-11-01 2026-12-05
    2026-11-30T23:00:00Z 2026-12-01T00:00:00Z needs-action free Late
