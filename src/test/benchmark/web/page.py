#!/usr/bin/python3
# The month as a page, as a Python program would make it that keeps a file for each event (icalendar and recurring_ical_events,
# Debian's packages): all files of the folder ICS are read, and series expanded.
import datetime
import glob
import html
import os
import urllib.parse

import icalendar
import recurring_ical_events

today = datetime.datetime.now(datetime.timezone.utc)
start = today.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
end = (start + datetime.timedelta(days=32)).replace(day=1)
events = []
for name in glob.glob(os.environ["ICS"] + "/*.ics"):
    with open(name, "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    events += recurring_ical_events.of(calendar).between(start, end)
events.sort(key=lambda event: event["DTSTART"].dt)
print("Content-Type: text/html; charset=utf-8\n")
print("<!DOCTYPE html>\n<html lang=\"en\"><title>Calendar</title><h1>" + start.strftime("%B %Y") + "</h1><ol>")
for event in events:
    print(
        "<li><time>" + event["DTSTART"].dt.strftime("%Y-%m-%d %H:%M") + "</time> <a href=\"event/"
        + urllib.parse.quote(event["UID"]) + "\">" + html.escape(event["SUMMARY"]) + "</a> " + html.escape(event["LOCATION"]) + "</li>"
    )
print("</ol><p>" + str(len(events)) + " events</p></html>")
