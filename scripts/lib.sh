# Read by the scripts in this folder: messages, packages, the JDK, the build. The caller has set $root, the checkout.

. "$root/scripts/launch.sh"

say() { printf '%s\n' "$*" >&2; }
die() { say "${0##*/}: $*"; exit 1; }

# need_packages NAME=COMMAND...: installs with apt the packages whose command, or file, is missing.
need_packages() {
    missing=
    for need in "$@"; do
        found "${need#*=}" || missing="$missing ${need%%=*}"
    done
    [ -z "$missing" ] || install_packages $missing || exit 1
}

# A command on the path, or where Debian keeps the administrator's; or a file.
found() { case $1 in /*) [ -e "$1" ] ;; *) PATH=$PATH:/usr/sbin:/sbin command -v "$1" >/dev/null ;; esac; }

install_packages() (
    command -v apt-get >/dev/null || die "please install: $* (there is no apt-get on this system)"
    as_root=
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || die "please install, as root: apt-get install $*"
        as_root=sudo
    fi
    say "Installing with apt: $*"
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    # No service is started by this: the tests and the demonstration start their own.
    policy=/usr/sbin/policy-rc.d
    if [ ! -e $policy ]; then
        trap 'rm -f "$log"; $as_root rm -f $policy' EXIT
        printf '#!/bin/sh\nexit 101\n' | $as_root tee $policy >/dev/null
        $as_root chmod 755 $policy
    fi
    { $as_root apt-get -q update && $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$@"; } \
        >"$log" 2>&1 </dev/null || { tail -n 20 "$log" >&2; die "apt could not install: $*"; }
)

# Exim, which cannot be installed beside Postfix, and Cyrus, not beside Dovecot: unpacked into target/exim and target/cyrus.
# The tests run them from there.
need_exim() {
    # The user that it looks for whenever it starts.
    getent passwd Debian-exim >/dev/null || as_root useradd --system --user-group --no-create-home \
        --home-dir /var/spool/exim4 --shell /usr/sbin/nologin Debian-exim || die "there is no user Debian-exim"
    need_unpacked "$root/target/exim" usr/sbin/exim4 exim4-daemon-heavy exim4-config
}

# Dovecot 2.4 in a Debian 13 of its own, in target/dovecot-2.4, where this machine has 2.3. The tests run it from there; where it
# cannot be made they leave it out.
need_dovecot_2_4() {
    case $(dovecot --version 2>/dev/null) in 2.3.*) ;; *) return 0 ;; esac
    [ "$(id -u)" = 0 ] && [ ! -e "$root/target/dovecot-2.4/usr/sbin/dovecot" ] || return 0
    need_packages mmdebstrap=mmdebstrap
    say "Making a Debian 13 with Dovecot 2.4 in target/dovecot-2.4"
    rm -rf "$root/target/dovecot-2.4" "$root/target/dovecot-2.4.new"
    if mmdebstrap --mode=root --variant=minbase --include=dovecot-lmtpd trixie "$root/target/dovecot-2.4.new" >"$root/target/dovecot-2.4.log" 2>&1; then
        mv "$root/target/dovecot-2.4.new" "$root/target/dovecot-2.4"
    else
        say "Not tested: Dovecot 2.4, because mmdebstrap cannot make a Debian 13: $root/target/dovecot-2.4.log"
    fi
}

# A clean Debian with Apache, in target/debian-SUITE.tar; else 1, and the reason in $not_made.
need_clean_debian() {
    [ ! -e "$root/target/debian-$1.tar" ] || return 0
    say "Making a clean Debian $1; this takes some minutes the first time"
    mkdir -p "$root/target"
    if mmdebstrap --mode=root --format=tar --variant=minbase --include=adduser,apache2,apache2-utils "$1" "$root/target/debian-$1.tar.new" \
        >"$root/target/debian-$1.log" 2>&1; then
        mv "$root/target/debian-$1.tar.new" "$root/target/debian-$1.tar"
    else
        tail -n 5 "$root/target/debian-$1.log" >&2
        not_made="mmdebstrap cannot make a Debian $1: target/debian-$1.log"
        return 1
    fi
}

need_cyrus() { need_unpacked "$root/target/cyrus" usr/lib/cyrus/bin/lmtpd cyrus-common cyrus-imapd; }

# Apache's files as Debian has them, into target/apache: in /etc/apache2 an administrator may have changed them.
need_apache() { need_unpacked "$root/target/apache" etc/apache2/apache2.conf apache2; }

# Modules of Apache for which conf/apache has samples.
need_apache_modules() {
    need_unpacked "$root/target/auth_openidc" usr/lib/apache2/modules/mod_auth_openidc.so libapache2-mod-auth-openidc
    need_unpacked "$root/target/auth_gssapi" usr/lib/apache2/modules/mod_auth_gssapi.so libapache2-mod-auth-gssapi
    need_unpacked "$root/target/evasive" usr/lib/apache2/modules/mod_evasive20.so libapache2-mod-evasive
}

# The other web servers, whose services would take Apache's port.
need_nginx() {
    need_unpacked "$root/target/nginx" usr/sbin/nginx nginx nginx-common
    need_unpacked "$root/target/fcgiwrap" usr/sbin/fcgiwrap fcgiwrap
}

need_lighttpd() { need_unpacked "$root/target/lighttpd" usr/lib/lighttpd/mod_deflate.so lighttpd lighttpd-mod-deflate; }

# need_unpacked FOLDER FILE PACKAGE...: unpacks the packages unless FILE is in FOLDER. The libraries of the first are installed.
need_unpacked() {
    unpacked=$1
    [ ! -e "$1/$2" ] || return 0
    shift 2
    if ! apt-cache show "$1" >/dev/null 2>&1; then
        as_root apt-get -q update >/dev/null 2>&1 </dev/null || die "apt-get update failed"
    fi
    say "Unpacking $1 into $unpacked"
    # Alternatives and versions cut off; what is there stays in its version.
    missing=
    for library in $(apt-cache show --no-all-versions "$1" | sed -n 's/^Depends: //p' | tr ',' '\n' |
        sed 's/^ *//; s/[ (|].*//' | grep '^lib'); do
        dpkg-query -W -f '${Status}' "$library" 2>/dev/null | grep -q ' installed$' || missing="$missing $library"
    done
    [ -z "$missing" ] || install_packages $missing || exit 1
    rm -rf "$unpacked" "$unpacked.new"
    mkdir -p "$unpacked.new"
    (
        cd "$unpacked.new"
        # Of a package that is installed apt may know, and yet no longer know where to fetch it.
        apt-get -q download "$@" </dev/null >download.log 2>&1 ||
            { as_root apt-get -q update && apt-get -q download "$@"; } </dev/null >download.log 2>&1 ||
            { cat download.log >&2; die "no $1"; }
        for package in *.deb; do dpkg-deb -x "$package" .; done
        rm -f -- *.deb download.log
        # A program with a set-uid bit is for /usr/sbin alone.
        find . -type f -perm /6000 -exec chmod ug-s {} +
    ) || exit 1
    mv "$unpacked.new" "$unpacked"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Sets and exports JAVA_HOME by the rule of launch.sh; installs a JDK 25 when there is none.
need_jdk() {
    if ! find_jdk javac; then
        candidate=$(apt-cache policy openjdk-25-jdk-headless 2>/dev/null | sed -n 's/^ *Candidate: //p')
        case $candidate in
            '' | '(none)')
                die "a JDK 25 is needed, and this system has no package openjdk-25-jdk-headless:" \
                    "put one under /usr/lib/jvm or name it in JAVA_HOME (https://adoptium.net has one)" ;;
        esac
        install_packages openjdk-25-jdk-headless || exit 1
        find_jdk javac || die "openjdk-25-jdk-headless is installed, but no JDK 25 is under /usr/lib/jvm"
    fi
    export JAVA_HOME=$jdk
}

# Sets GRAALVM_HOME's native-image in $native_image: GRAALVM_HOME, then the path.
find_native_image() {
    native_image=${GRAALVM_HOME:+$GRAALVM_HOME/bin/native-image}
    [ -x "$native_image" ] || native_image=$(command -v native-image)
}

# Something in the checkout is newer than FILE.
changed_since() { [ ! -e "$1" ] || [ -n "$(find "$root/pom.xml" "$root/src/main" -newer "$1" -print -quit)" ]; }

maven() { (cd "$root" && mvn -B "$@"); }

# build_where_changed jvm|native: the program, when it is older than the sources.
build_where_changed() {
    if [ "$1" = jvm ]; then
        ! changed_since "$root/target/imip-agent.jar" || build
        return
    fi
    find_native_image || die "--native needs a native-image for JDK 25: set GRAALVM_HOME, or put it on the path"
    if changed_since "$root/target/imip-agent.jar" || changed_since "$root/target/imip-agent" ||
        [ "$root/target/imip-agent.jar" -nt "$root/target/imip-agent" ]; then
        say "Building the native executable; this takes some minutes"
        build -Pnative
    fi
}

# build [MAVEN OPTION...]: the program without its tests.
build() {
    say "Building (the first time, Maven downloads its libraries, which takes a while)"
    log=$root/target/build.log
    mkdir -p "$root/target"
    maven -q -DskipTests "$@" package >"$log" 2>&1 || { tail -n 40 "$log" >&2; die "the build failed: $log"; }
}
