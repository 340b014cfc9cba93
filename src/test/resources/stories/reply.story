# An answer changes only its sender's participation (RFC 5546, 3.2.3)
own vincent.vole@example.com
    UID:mine@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:bo@example.net
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    ATTENDEE;PARTSTAT=DECLINED:mailto:bo@example.net
    COMMENT:With cake
verdict answered
detail anna@example.net ACCEPTED: With cake
kept vincent.vole@example.com mine@example.com
    ATTENDEE anna@example.net ACCEPTED
    ATTENDEE bo@example.net NEEDS-ACTION RSVP=TRUE
again to vincent.vole@example.com
verdict repeated

# An older answer that comes later changes nothing
own vincent.vole@example.com
    UID:mine@example.com
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    DTSTAMP:20261101T120000Z
    ATTENDEE;PARTSTAT=DECLINED:mailto:anna@example.net
verdict answered
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    DTSTAMP:20261101T110000Z
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
verdict stale
kept vincent.vole@example.com mine@example.com
    ATTENDEE anna@example.net DECLINED

# A reply in the name of another is refused
own vincent.vole@example.com
    UID:mine@example.com
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
mail from mallory@example.org to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
verdict not-sender
kept vincent.vole@example.com mine@example.com
    ATTENDEE anna@example.net NEEDS-ACTION

# Somebody not invited waits until the organiser lets them in
own vincent.vole@example.com
    UID:mine@example.com
    DTSTART:20261103T090000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
mail from carl@example.org to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:carl@example.org
verdict uninvited
waiting vincent.vole@example.com
    uninvited mine@example.com from carl@example.org
kept vincent.vole@example.com mine@example.com
    not carl@example.org
click vincent.vole@example.com let-in carl@example.org mine@example.com
outcome done
waiting vincent.vole@example.com
kept vincent.vole@example.com mine@example.com
    ATTENDEE anna@example.net NEEDS-ACTION
    ATTENDEE carl@example.org ACCEPTED
sends REQUEST carl@example.org
    SUMMARY:Mine

# Somebody not invited is refused with a CANCEL that tells nothing of the others, nor how to join
own vincent.vole@example.com
    UID:mine@example.com
    DTSTART:20261103T090000Z
    SUMMARY:Mine
    DESCRIPTION:Dial in with 1234
    URL:https://meet.example.com/1234
    ATTACH:https://meet.example.com/plan
    X-GOOGLE-CONFERENCE:https://meet.example.com/1234
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
mail from carl@example.org to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:carl@example.org
click vincent.vole@example.com refuse carl@example.org mine@example.com
outcome done
sends CANCEL carl@example.org
    ATTENDEE:mailto:carl@example.org
    SUMMARY:Mine
    not anna@example.net
    not 1234
    not ATTACH
waiting vincent.vole@example.com

# An answer to one occurrence makes that occurrence differ, in whichever zone it is named
own vincent.vole@example.com
    UID:weekly@example.com
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:weekly@example.com
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE;PARTSTAT=DECLINED:mailto:anna@example.net
verdict answered
kept vincent.vole@example.com weekly@example.com
    ATTENDEE anna@example.net ACCEPTED
    RECURRENCE-ID;TZID=Europe/Oslo:20261110T100000
    ATTENDEE anna@example.net DECLINED

# An answer to an event that is not kept
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:gone@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
verdict unknown-event

# Two answers in one message, for the series and for one date in another zone
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
    BEGIN:VEVENT
    UID:mine@example.com
    SEQUENCE:1
    DTSTAMP:20261101T110000Z
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    END:VEVENT
    BEGIN:VEVENT
    UID:mine@example.com
    SEQUENCE:1
    DTSTAMP:20261101T110000Z
    RECURRENCE-ID;TZID=Europe/Oslo:20261110T100000
    ATTENDEE;PARTSTAT=DECLINED:mailto:anna@example.net
    END:VEVENT
verdict answered
detail anna@example.net ACCEPTED; anna@example.net DECLINED
again to vincent.vole@example.com
verdict repeated

# What went wrong is told (REQUEST-STATUS, RFC 5546, 3.6)
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
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    REQUEST-STATUS:2.0;Success
    REQUEST-STATUS:3.7;Invalid calendar user;ATTENDEE:mailto:bo@example.net
verdict answered
detail (3.7;Invalid calendar user;ATTENDEE:mailto:bo@example.net)

# An answer to what was cancelled
own vincent.vole@example.com
    UID:mine@example.com
    STATUS:CANCELLED
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
verdict cancelled-before

# A date declined before the series is accepted stays declined, in whichever order they come
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
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    SEQUENCE:1
    DTSTAMP:20261101T120000Z
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    SEQUENCE:1
    DTSTAMP:20261101T110000Z
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE;PARTSTAT=DECLINED:mailto:anna@example.net
verdict answered
kept vincent.vole@example.com mine@example.com
    ATTENDEE anna@example.net ACCEPTED
    ATTENDEE bo@example.net NEEDS-ACTION
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE anna@example.net DECLINED
    ATTENDEE bo@example.net NEEDS-ACTION

# Answers of a program that writes no DTSTAMP are told apart by when their mails were written
own vincent.vole@example.com
    UID:mine@example.com
    DTSTAMP:20261020T100000Z
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    DTSTAMP:none
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
verdict answered
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    DTSTAMP:none
    ATTENDEE;PARTSTAT=DECLINED:mailto:anna@example.net
verdict answered
kept vincent.vole@example.com mine@example.com
    ATTENDEE anna@example.net DECLINED
later PT1H
again to vincent.vole@example.com
verdict repeated
mail from anna@example.net to vincent.vole@example.com Date: Sun, 1 Nov 2026 11:30 +0100 (CET)
    METHOD:REPLY
    UID:mine@example.com
    DTSTAMP:none
    ATTENDEE;PARTSTAT=TENTATIVE:mailto:anna@example.net
verdict stale

# A DTSTAMP in the extended form of ISO 8601 is understood
own vincent.vole@example.com
    UID:mine@example.com
    DTSTAMP:20261020T100000Z
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    DTSTAMP:2026-11-01T09:00:00Z
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
verdict answered
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    DTSTAMP:2026-11-01T09:30:00Z
    ATTENDEE;PARTSTAT=DECLINED:mailto:anna@example.net
verdict answered
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    DTSTAMP:2026-11-01T09:10:00Z
    ATTENDEE;PARTSTAT=TENTATIVE:mailto:anna@example.net
verdict stale

# Who was not invited and answers for a series and a changed date waits once for each, and is let in to both at once
own vincent.vole@example.com
    BEGIN:VEVENT
    UID:mine@example.com
    DTSTAMP:20261020T100000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=4
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:list@example.net
    END:VEVENT
    BEGIN:VEVENT
    UID:mine@example.com
    DTSTAMP:20261020T100000Z
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T120000Z
    DTEND:20261110T130000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:list@example.net
    END:VEVENT
mail from carl@example.org to vincent.vole@example.com
    METHOD:REPLY
    BEGIN:VEVENT
    UID:mine@example.com
    DTSTAMP:20261101T110000Z
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:carl@example.org
    END:VEVENT
    BEGIN:VEVENT
    UID:mine@example.com
    DTSTAMP:20261101T110000Z
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE;PARTSTAT=TENTATIVE:mailto:carl@example.org
    END:VEVENT
verdict uninvited
waiting vincent.vole@example.com
    uninvited mine@example.com from carl@example.org
    uninvited mine@example.com 20261110T090000Z from carl@example.org
again to vincent.vole@example.com
verdict repeated
click vincent.vole@example.com let-in carl@example.org mine@example.com
sends REQUEST carl@example.org
    RRULE:FREQ=WEEKLY;COUNT=4
    ATTENDEE carl@example.org ACCEPTED
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE carl@example.org TENTATIVE
sends nothing
waiting vincent.vole@example.com
mail from carl@example.org to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    DTSTAMP:20261101T103000Z
    ATTENDEE;PARTSTAT=DECLINED:mailto:carl@example.org
verdict stale

# Who was not invited and then declines waits no more; an older answer replaces no newer one
own vincent.vole@example.com
    UID:mine@example.com
    DTSTART:20261103T090000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
mail from carl@example.org to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    DTSTAMP:20261101T110000Z
    ATTENDEE;PARTSTAT=TENTATIVE:mailto:carl@example.org
verdict uninvited
mail from carl@example.org to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    DTSTAMP:20261101T103000Z
    ATTENDEE;PARTSTAT=DECLINED:mailto:carl@example.org
verdict stale
waiting vincent.vole@example.com
    uninvited mine@example.com from carl@example.org
mail from carl@example.org to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    DTSTAMP:20261101T113000Z
    ATTENDEE;PARTSTAT=DECLINED:mailto:carl@example.org
verdict uninvited
detail carl@example.org DECLINED
waiting vincent.vole@example.com
