# Read by the scripts of this folder: words on the way, packages, the JDK, the build. The caller has set $root, the checkout.

. "$root/scripts/launch.sh"

say() { printf '%s\n' "$*" >&2; }
die() { say "${0##*/}: $*"; exit 1; }

# need_packages NAME=COMMAND...: installs with apt the packages whose command is missing.
need_packages() {
    missing=
    for need in "$@"; do
        found "${need#*=}" || missing="$missing ${need%%=*}"
    done
    [ -z "$missing" ] || install_packages $missing || exit 1
}

# A command on the path, or where Debian keeps the administrator's.
found() { PATH=$PATH:/usr/sbin:/sbin command -v "$1" >/dev/null; }

install_packages() (
    command -v apt-get >/dev/null || die "please install: $* (there is no apt-get here, so this script cannot)"
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

# build [MAVEN OPTION...]: the program without its tests, when it is older than the sources.
build() {
    say "Building (the first time Maven fetches its libraries, which takes a while)"
    log=$root/target/build.log
    mkdir -p "$root/target"
    maven -q -DskipTests "$@" package >"$log" 2>&1 || { tail -n 40 "$log" >&2; die "the build failed: $log"; }
}
