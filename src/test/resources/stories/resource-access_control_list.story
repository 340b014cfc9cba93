-- access_control_list: the lines of acl, of which the last that matches decides.

# Alone it says who: the last line that matches decides, and none is a refusal
prefer room@example.com resource room
prefer room@example.com scheduling_function access_control_list
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:You are not allowed to book this.
prefer room@example.com acl decline\naccept organiser anna@example.com\naccept attendee carl@example.com\ndecline organiser bo@example.net
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    ATTENDEE:mailto:carl@example.com
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:You are not allowed to book this.
book dora@example.org room@example.com d 2026-11-04T09:00:00Z 2026-11-04T10:00:00Z
sends REPLY dora@example.org
    ATTENDEE room@example.com DECLINED
book dora@example.org room@example.com e 2026-11-04T09:00:00Z 2026-11-04T10:00:00Z
    ATTENDEE:mailto:carl@example.com
sends REPLY dora@example.org
    ATTENDEE room@example.com ACCEPTED
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-04T09:00:00Z 2026-11-04T10:00:00Z busy
cancel anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-04T09:00:00Z 2026-11-04T10:00:00Z busy

# Who may not book any more loses what they move, and may cancel what they have
prefer room@example.com resource room
prefer room@example.com scheduling_function access_control_list
prefer room@example.com acl accept
book bo@example.net room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
    RRULE:FREQ=WEEKLY;COUNT=3
sends REPLY bo@example.net
    ATTENDEE room@example.com ACCEPTED
prefer room@example.com acl accept\nreject organiser bo@example.net
book bo@example.net room@example.com a 2026-11-10T11:00:00Z 2026-11-10T12:00:00Z
    RECURRENCE-ID:20261110T090000Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    RECURRENCE-ID:20261110T090000Z
    COMMENT:You are not allowed to book this.
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z busy
cancel bo@example.net room@example.com a 2026-11-17T09:00:00Z 2026-11-17T10:00:00Z
    RECURRENCE-ID:20261117T090000Z
sends nothing
freebusy room@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy

# In a chain it stands before the free/busy, or after it
prefer room@example.com resource room
prefer room@example.com scheduling_function schedule_in_freebusy\naccess_control_list
prefer room@example.com acl decline\naccept organiser anna@example.com
book bo@example.net room@example.com b 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY bo@example.net
    ATTENDEE room@example.com DECLINED
    COMMENT:You are not allowed to book this.
book anna@example.com room@example.com a 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com ACCEPTED
book anna@example.com room@example.com c 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
sends REPLY anna@example.com
    ATTENDEE room@example.com DECLINED
    COMMENT:Not available: already booked on Tue 3 Nov\, 10:00–11:00 (Europe/Oslo). Free instead: Tue 3 Nov\, 11:00–12:00\; Tue 3 Nov\, 12:00–13:00\; Tue 3 Nov\, 13:00–14:00.
