<?php
// The month as a page, as a PHP program would make it that keeps a file for each event (sabre/vobject, Debian's package): all files
// of the folder ICS are read, and series expanded. No log-in, no free/busy, no translation: less than a calendar has to do.
error_reporting(0);
require 'Sabre/VObject/includes.php';
use Sabre\VObject\Reader;
$from = new DateTime(date('Y-m-01'), new DateTimeZone('UTC'));
$to = (clone $from)->modify('+1 month');
$events = [];
foreach (glob(getenv('ICS') . '/*.ics') as $file) {
    $calendar = Reader::read(file_get_contents($file));
    $calendar->expand($from, $to);
    foreach ($calendar->select('VEVENT') as $event) {
        $start = $event->DTSTART->getDateTime();
        if ($start >= $from && $start < $to) {
            $events[] = [$start, (string) $event->SUMMARY, (string) $event->LOCATION, (string) $event->UID];
        }
    }
}
usort($events, fn($a, $b) => $a[0] <=> $b[0]);
header('Content-Type: text/html; charset=utf-8');
echo "<!DOCTYPE html>\n<html lang=\"en\"><title>Calendar</title><h1>", $from->format('F Y'), "</h1><ol>\n";
foreach ($events as [$start, $summary, $place, $uid]) {
    echo '<li><time>', $start->format('Y-m-d H:i'), '</time> <a href="event/', rawurlencode($uid), '">', htmlspecialchars($summary),
        '</a> ', htmlspecialchars($place), "</li>\n";
}
echo '</ol><p>', count($events), " events</p></html>\n";
