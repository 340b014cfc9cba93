# An installation from a checkout: this one, as it is built, with the JDK that built it.
need_jdk
mkdir -p "$debian/root/checkout/target" "$debian/usr/lib/jvm/jdk-25"
(cd "$root" && tar -cf - pom.xml README.md cgi-bin conf scripts src target/imip-agent.jar target/sqlite) | tar -C "$debian/root/checkout" -xf -
mount -o bind,ro "$JAVA_HOME" "$debian/usr/lib/jvm/jdk-25"
# Stands for Maven: everything is built.
printf '#!/bin/sh\necho "mvn: nothing is to be built here" >&2\nexit 1\n' >"$debian/usr/local/bin/mvn"
chmod 755 "$debian/usr/local/bin/mvn"

place=/root/checkout
as_written README.md "Install it" "scripts/install"
place=
for number in 2 3 4; do
    lines README.md "Install it" | sed -n "${number}p" >"$debian/tmp/lines"
    type_lines
done
echo "SENDMAIL = '/bin/true'" >>"$debian/etc/imip-agent/config.txt"
follow src/docs/administration.md Check
page 401 //imip-manager/
page 200 /imip-manager/

place=/root/checkout
as_written src/docs/administration.md Removal "scripts/install --remove"
[ ! -e "$debian/usr/bin/imip-agent" ] || fail "removed, and there"
[ -e "$debian/var/lib/imip-agent/store/imip-agent.sqlite" ] || fail "removing took the calendars away"
as_written README.md "Install it" "scripts/install"
page 200 /imip-manager/
as_written src/docs/administration.md Removal "scripts/install --purge"
[ ! -e "$debian/var/lib/imip-agent" ] && [ ! -e "$debian/etc/imip-agent" ] || fail "purged, and there"
