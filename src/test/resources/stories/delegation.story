# An attendee sends somebody else, who then answers (RFC 5546, 3.2.2.3 and 4.2.5)
own vincent.vole@example.com
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    SEQUENCE:1
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:carl@example.org":mailto:anna@example.net
verdict delegated
detail anna@example.net DELEGATED
sends nothing
kept vincent.vole@example.com mine@example.com
    ATTENDEE anna@example.net DELEGATED DELEGATED-TO=mailto:carl@example.org
    ATTENDEE bo@example.net NEEDS-ACTION
    ATTENDEE;DELEGATED-FROM="mailto:anna@example.net";PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:carl@example.org
later PT1H
mail from carl@example.org to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    SEQUENCE:1
    ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM="mailto:anna@example.net":mailto:carl@example.org
verdict answered
kept vincent.vole@example.com mine@example.com
    ATTENDEE anna@example.net DELEGATED DELEGATED-TO=mailto:carl@example.org
    ATTENDEE carl@example.org ACCEPTED DELEGATED-FROM=mailto:anna@example.net

# The delegate's answer may come before the delegator's
own vincent.vole@example.com
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
mail from carl@example.org to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    SEQUENCE:1
    ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM="mailto:anna@example.net":mailto:carl@example.org
verdict uninvited
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    SEQUENCE:1
    ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:carl@example.org":mailto:anna@example.net
verdict delegated
waiting vincent.vole@example.com
kept vincent.vole@example.com mine@example.com
    ATTENDEE;DELEGATED-FROM="mailto:anna@example.net";PARTSTAT=ACCEPTED:mailto:carl@example.org

# Who is sent to a series is sent to its changed dates too
own vincent.vole@example.com
    BEGIN:VEVENT
    UID:weekly@example.com
    DTSTAMP:20261101T090000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    END:VEVENT
    BEGIN:VEVENT
    UID:weekly@example.com
    DTSTAMP:20261101T090000Z
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T140000Z
    DTEND:20261110T150000Z
    SUMMARY:Later
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    END:VEVENT
later PT1M
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:weekly@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:carl@example.org":mailto:anna@example.net
verdict delegated
later PT1M
mail from carl@example.org to vincent.vole@example.com
    METHOD:REPLY
    UID:weekly@example.com
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE;PARTSTAT=DECLINED:mailto:carl@example.org
verdict answered
kept vincent.vole@example.com weekly@example.com
    ATTENDEE carl@example.org NEEDS-ACTION DELEGATED-FROM=mailto:anna@example.net
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE anna@example.net DELEGATED
    ATTENDEE carl@example.org DECLINED DELEGATED-FROM=mailto:anna@example.net

# Nobody sends somebody else in another's place
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
    METHOD:REPLY
    UID:mine@example.com
    SEQUENCE:1
    ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:carl@example.org":mailto:mallory@example.org
verdict not-invited
kept vincent.vole@example.com mine@example.com
    not carl@example.org

# The invitation that a delegator passes on is taken, and later the organiser's word (RFC 5546, 4.2.6)
mail from bo@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:vincent.vole@example.com":mailto:bo@example.net
    ATTENDEE;DELEGATED-FROM="mailto:bo@example.net":mailto:vincent.vole@example.com
verdict invited
later PT1H
mail from bo@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:1
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:1
    STATUS:CANCELLED
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled
waiting vincent.vole@example.com

# The delegator learns what the delegate answers (RFC 5546, 4.2.7)
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:carl@example.org":mailto:vincent.vole@example.com
    ATTENDEE;DELEGATED-FROM="mailto:vincent.vole@example.com":mailto:carl@example.org
later PT1H
mail from carl@example.org to vincent.vole@example.com
    METHOD:REPLY
    UID:meeting@example.net
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=DECLINED:mailto:carl@example.org
    COMMENT:On leave
verdict answered
detail carl@example.org DECLINED: On leave
mail from bo@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:meeting@example.net
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=DECLINED:mailto:bo@example.net
verdict not-organiser
