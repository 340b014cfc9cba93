<?php
// An invitation that came by mail, as a PHP program would take it that keeps a file for each event (sabre/vobject): the calendar part
// is read, compared with what is kept, and kept. It checks nothing, answers nothing and hands nothing on.
error_reporting(0);
require 'Sabre/VObject/includes.php';
use Sabre\VObject\Reader;
$mail = file_get_contents('php://input');
$calendar = Reader::read(substr($mail, strpos($mail, 'BEGIN:VCALENDAR')));
$file = getenv('ICS') . '/' . sha1((string) $calendar->VEVENT->UID) . '.ics';
if (file_exists($file)) {
    $kept = Reader::read(file_get_contents($file));
    if ((int) (string) $kept->VEVENT->SEQUENCE > (int) (string) $calendar->VEVENT->SEQUENCE) {
        exit("old\n");
    }
}
unset($calendar->METHOD);
file_put_contents("$file.new", $calendar->serialize());
rename("$file.new", $file);
echo "kept\n";
