# What a mail server says of an invitation that reached nobody is noted for the person who sent it (RFC 3464)
send vincent.vole@example.com mine@example.com
    UID:mine@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
sends REQUEST anna@example.net
    UID:mine@example.com
later PT1M
bounce to vincent.vole@example.com of anna@example.net 550 5.1.1 no such user
verdict undelivered
detail anna@example.net: 550 5.1.1 no such user
delivers untouched
sends nothing
later PT1M
again to vincent.vole@example.com
delivers untouched
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
verdict answered

# Somebody to whom it was not sent cannot be made out to have missed it
send vincent.vole@example.com mine@example.com
    UID:mine@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
sends REQUEST anna@example.net
bounce to vincent.vole@example.com of bo@example.net 550 5.1.1 no such user
verdict saved
delivers untouched

# A bounce of a mail that was never sent counts nothing
send vincent.vole@example.com mine@example.com
    UID:mine@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
sends REQUEST anna@example.net
bounce to vincent.vole@example.com of anna@example.net 550 5.1.1 no such user
    Message-ID: <another@example.com>
verdict saved
delivers untouched

# Reports come from the null sender; what a person writes is none
send vincent.vole@example.com mine@example.com
    UID:mine@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
sends REQUEST anna@example.net
bounce to vincent.vole@example.com of anna@example.net 550 5.1.1 no such user
    Return-Path: <mallory@example.org>
verdict saved
delivers untouched

# Another person's mail that bounces to somebody is nothing of theirs
send vincent.vole@example.com mine@example.com
    UID:mine@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
sends REQUEST anna@example.net
bounce to harriet.hare@example.com of anna@example.net 550 5.1.1 no such user
verdict saved
delivers untouched
