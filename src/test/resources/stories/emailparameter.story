# Who organises and who is invited is told by EMAIL where the value is no mail address (RFC 7986, 6.2)
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:paths@other.example
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Budget
    ORGANIZER;CN=Olga;EMAIL=olga@other.example:/principals/users/olga/
    ATTENDEE;EMAIL=Vincent.Vole@example.com;PARTSTAT=NEEDS-ACTION:urn:uuid:0a6bd1a2-0000-4000-8000-000000000001
    ATTENDEE;EMAIL=bo@other.example;PARTSTAT=ACCEPTED:urn:uuid:0a6bd1a2-0000-4000-8000-000000000002
verdict invited
waiting vincent.vole@example.com
    invitation paths@other.example from olga@other.example
click vincent.vole@example.com accept paths@other.example
outcome done
verdict replied
sends REPLY olga@other.example
    ORGANIZER;CN=Olga;EMAIL=olga@other.example:/principals/users/olga/
    ATTENDEE vincent.vole@example.com ACCEPTED
    not 000000000002
sends nothing
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Budget

# Such an organiser changes and cancels the event, nobody else does, and EMAIL may be left out later
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:paths@other.example
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Budget
    ORGANIZER;EMAIL=olga@other.example:/principals/users/olga/
    ATTENDEE:mailto:vincent.vole@example.com
later PT1M
mail from mallory@evil.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:paths@other.example
    SEQUENCE:2
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Budget
    ORGANIZER;EMAIL=mallory@evil.example:/principals/users/olga/
    ATTENDEE:mailto:vincent.vole@example.com
verdict organiser-changed
later PT1M
mail from mallory@evil.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:paths@other.example
    SEQUENCE:2
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Budget
    ORGANIZER:/principals/users/olga/
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser
later PT1M
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:paths@other.example
    SEQUENCE:2
    DTSTART:20261103T120000Z
    DTEND:20261103T130000Z
    SUMMARY:Budget
    ORGANIZER:mailto:olga@other.example
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
later PT1M
mail from olga@other.example to vincent.vole@example.com
    METHOD:CANCEL
    UID:paths@other.example
    SEQUENCE:3
    ORGANIZER;EMAIL=olga@other.example:/principals/users/olga/
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled

# An organiser known by a path alone is not taken over by an EMAIL that a stranger writes beside it
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:paths@other.example
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Budget
    ORGANIZER:/principals/users/olga/
    ATTENDEE:mailto:vincent.vole@example.com
later PT1M
mail from mallory@evil.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:paths@other.example
    SEQUENCE:1
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Budget
    ORGANIZER;EMAIL=mallory@evil.example:/principals/users/olga/
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser
later PT1M
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:paths@other.example
    SEQUENCE:1
    DTSTART:20261103T120000Z
    DTEND:20261103T130000Z
    SUMMARY:Budget
    ORGANIZER;EMAIL=olga@other.example:/principals/users/olga/
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated

# The answer of somebody who is known by EMAIL is theirs, and is not asked about as a stranger's
own vincent.vole@example.com
    UID:own@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Budget
    ORGANIZER;EMAIL=vincent.vole@example.com:urn:uuid:0a6bd1a2-0000-4000-8000-000000000001
    ATTENDEE;EMAIL=bo@other.example;PARTSTAT=NEEDS-ACTION:urn:uuid:0a6bd1a2-0000-4000-8000-000000000002
mail from bo@other.example to vincent.vole@example.com
    METHOD:REPLY
    UID:own@example.com
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@other.example
verdict answered
kept vincent.vole@example.com own@example.com
    ATTENDEE bo@other.example ACCEPTED
    not mailto:bo@other.example
waiting vincent.vole@example.com

# An answer to an organiser without a mail address is kept, and not called sent
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:nomail@other.example
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Budget
    ORGANIZER;CN=Olga:invalid:nomail
    ATTENDEE:mailto:vincent.vole@example.com
click vincent.vole@example.com accept nomail@other.example
outcome done
verdict reply-unsent
detail ACCEPTED, could not be sent: the organiser has no email address
sends nothing
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Budget
later PT1M
click vincent.vole@example.com counter nomail@other.example 2026-11-04T09:00:00Z 2026-11-04T10:00:00Z
outcome refused
sends nothing
click vincent.vole@example.com delegate paula@example.com nomail@other.example
verdict passed-on-untold
detail paula@example.com, could not be sent: the organiser has no email address
sends REQUEST paula@example.com
sends nothing

# The same where mailto: has nothing behind it, or EMAIL is no address
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:empty@other.example
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER;CN=Olga;EMAIL=nobody:mailto:
    ATTENDEE:mailto:vincent.vole@example.com
click vincent.vole@example.com decline empty@other.example
verdict reply-unsent
detail could not be sent: the organiser has no email address
sends nothing

# An empty mailto: with EMAIL beside it has an address
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:empty@other.example
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER;CN=Olga;EMAIL=olga@other.example:mailto:
    ATTENDEE:mailto:vincent.vole@example.com
click vincent.vole@example.com tentative empty@other.example
verdict replied
sends REPLY olga@other.example

# EMAIL beside a mail address proves nothing: the address counts
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:both@other.example
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER;EMAIL=mallory@evil.example:mailto:olga@other.example
    ATTENDEE:mailto:vincent.vole@example.com
later PT1M
mail from mallory@evil.example to vincent.vole@example.com
    METHOD:CANCEL
    UID:both@other.example
    SEQUENCE:1
    ORGANIZER;EMAIL=mallory@evil.example:mailto:olga@other.example
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser
click vincent.vole@example.com accept both@other.example
sends REPLY olga@other.example

# Several people without an address stay several
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:rooms@other.example
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:olga@other.example
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE;CN=Blue room:invalid:nomail
    ATTENDEE;CN=Red room:invalid:nomail
click vincent.vole@example.com delegate paula@example.com rooms@other.example
sends REPLY olga@other.example
sends REQUEST paula@example.com
    ATTENDEE;CN=Blue room:invalid:nomail
    ATTENDEE;CN=Red room:invalid:nomail

# A copy with an answer that the person's program keeps, and that cannot leave, is not called sent
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:nomail@other.example
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Budget
    ORGANIZER;CN=Olga:urn:uuid:0a6bd1a2-0000-4000-8000-000000000003
    ATTENDEE:mailto:vincent.vole@example.com
send vincent.vole@example.com nomail@other.example
    UID:nomail@other.example
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Budget
    ORGANIZER;CN=Olga:urn:uuid:0a6bd1a2-0000-4000-8000-000000000003
    ATTENDEE;PARTSTAT=DECLINED:mailto:vincent.vole@example.com
outcome done
verdict reply-unsent
sends nothing

# A change that leaves EMAIL out takes the known address from nobody
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:paths@other.example
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Budget
    ORGANIZER;EMAIL=olga@other.example:/principals/users/olga/
    ATTENDEE:mailto:vincent.vole@example.com
later PT1M
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:paths@other.example
    SEQUENCE:1
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Budget
    ORGANIZER:/principals/users/olga/
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
click vincent.vole@example.com accept paths@other.example
verdict replied
sends REPLY olga@other.example
