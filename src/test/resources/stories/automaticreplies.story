# Somebody who chose so accepts when free, once; the mail in their mailbox says so
prefer vincent.vole@example.com automatic_replies accept_when_free example.net
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
verdict invited
delivers
    Your automatic replies answered it: Accepted.
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
    COMMENT:This is an automatic reply.
    not bo@example.net
waiting vincent.vole@example.com
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
again to vincent.vole@example.com
sends nothing

# Where the time is taken, who only accepts when free is asked, as without a rule
prefer vincent.vole@example.com automatic_replies accept_when_free
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:one@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:two@example.net
    DTSTART:20261103T093000Z
    DTEND:20261103T103000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sends nothing
waiting vincent.vole@example.com
    invitation two@example.net from anna@example.net

# Who declines when busy says so, and not what takes the time
prefer vincent.vole@example.com automatic_replies accept_when_free\ndecline_when_busy
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:one@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    DESCRIPTION:Secret
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
mail from bo@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:two@example.net
    DTSTART:20261103T093000Z
    DTEND:20261103T103000Z
    SUMMARY:Planning
    ORGANIZER:mailto:bo@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sends REPLY bo@example.net
    ATTENDEE vincent.vole@example.com DECLINED
    COMMENT:This is an automatic reply: there is another event at this time.
    not Secret
    not one@example.net
waiting vincent.vole@example.com

# Maybe, when free: the invitation waits all the same, and is answered by hand
prefer vincent.vole@example.com automatic_replies tentative_when_free anna@example.net
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com TENTATIVE
waiting vincent.vole@example.com
    invitation meeting@example.net from anna@example.net
click vincent.vole@example.com accept meeting@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
waiting vincent.vole@example.com

# Outside working hours it is declined; a whole day has no hours, and neither has what takes no time
prefer vincent.vole@example.com automatic_replies decline_outside_hours\naccept_when_free
prefer vincent.vole@example.com working_hours Mon-Fri 09:00-17:00
prefer vincent.vole@example.com TZID Europe/Oslo
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:late@example.net
    DTSTART:20261103T170000Z
    DTEND:20261103T180000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com DECLINED
    COMMENT:This is an automatic reply: the time is outside working hours (Mon–Fri 09:00–17:00).
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:day@example.net
    DTSTART;VALUE=DATE:20261105
    DTEND;VALUE=DATE:20261106
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:evening@example.net
    DTSTART:20261103T180000Z
    DTEND:20261103T190000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    TRANSP:TRANSPARENT
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:work@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED

# The first rule that decides counts: a colleague waits for the person, others do not
prefer vincent.vole@example.com automatic_replies ask_me anna@example.net\naccept_when_free @example.net
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:one@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sends nothing
waiting vincent.vole@example.com
    invitation one@example.net from anna@example.net
mail from bo@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:two@example.net
    DTSTART:20261104T090000Z
    DTEND:20261104T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:bo@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sends REPLY bo@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED

# A rule for a domain is no rule for one that ends like it
prefer vincent.vole@example.com automatic_replies accept_when_free example.net
mail from anna@evil-example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@evil-example.net
    ATTENDEE:mailto:vincent.vole@example.com
sends nothing
waiting vincent.vole@example.com
    invitation meeting@example.net from anna@evil-example.net

# Only the word of the organiser is answered: who sends it for them is not answered for
prefer vincent.vole@example.com automatic_replies accept_when_free
mail from eve@example.org to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sends nothing
waiting vincent.vole@example.com
    invitation meeting@example.net from anna@example.net

# Who got it by a list answers by hand
prefer vincent.vole@example.com automatic_replies accept_when_free
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:team@example.com
sends nothing
waiting vincent.vole@example.com
    invitation meeting@example.net from anna@example.net

# What the organiser says that the person has answered is not asked, so nothing is answered
prefer vincent.vole@example.com automatic_replies accept_when_free
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=DECLINED:mailto:vincent.vole@example.com
sends nothing

# A change that asks anew is answered anew; one that does not leaves the answer by hand
prefer vincent.vole@example.com automatic_replies accept_when_free
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    SEQUENCE:0
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
click vincent.vole@example.com decline meeting@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com DECLINED
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=DECLINED:mailto:vincent.vole@example.com
    SEQUENCE:0
    DTSTAMP:20261101T110000Z
    LOCATION:Room 2
sends nothing
kept vincent.vole@example.com meeting@example.net
    ATTENDEE vincent.vole@example.com DECLINED
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261104T090000Z
    DTEND:20261104T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    SEQUENCE:1
    DTSTAMP:20261101T120000Z
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
waiting vincent.vole@example.com

# A change never clashes with what it replaces
prefer vincent.vole@example.com automatic_replies accept_when_free\ndecline_when_busy
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    SEQUENCE:0
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T093000Z
    DTEND:20261103T103000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    SEQUENCE:1
    DTSTAMP:20261101T120000Z
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED

# Of a series every date must be free; a date that is added is answered alone
prefer vincent.vole@example.com automatic_replies accept_when_free
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:busy@example.net
    DTSTART:20261110T090000Z
    DTEND:20261110T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    RRULE:FREQ=WEEKLY;COUNT=3
sends nothing
waiting vincent.vole@example.com
    invitation weekly@example.net from anna@example.net
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:daily@example.net
    DTSTART:20261120T090000Z
    DTEND:20261120T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    RRULE:FREQ=DAILY;COUNT=3
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:daily@example.net
    DTSTART:20261121T150000Z
    DTEND:20261121T160000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    RECURRENCE-ID:20261121T090000Z
    SEQUENCE:1
    DTSTAMP:20261101T120000Z
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
    RECURRENCE-ID:20261121T090000Z

# What is over is answered by nobody
prefer vincent.vole@example.com automatic_replies accept_when_free
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20251103T090000Z
    DTEND:20251103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sends nothing

# Mail that must not be answered is not (RFC 3834)
prefer vincent.vole@example.com automatic_replies accept_when_free
mail from anna@example.net to vincent.vole@example.com Auto-Submitted: auto-generated
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sends nothing
waiting vincent.vole@example.com
    invitation meeting@example.net from anna@example.net
