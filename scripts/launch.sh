# Read by cgi-bin/imip-manager and scripts/imip-agent (there as lib/launch.sh of an installation), which set $home.
# Every request and every mail passes here: no process is started on the common path, the shell's own means only.

# find_jdk [PROGRAM]: the one rule for the JDK: JAVA_HOME, then /usr/lib/jvm, then the java on the path; it must be of
# version 25 and have that program. Sets $jdk.
find_jdk() {
    tool=${1:-java}
    for jdk in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
        is_jdk_25 "$jdk" && return
    done
    jdk=$(command -v java) && jdk=$(readlink -f -- "$jdk") && jdk=${jdk%/bin/java} && is_jdk_25 "$jdk"
}

is_jdk_25() {
    [ -x "$1/bin/$tool" ] && [ -r "$1/release" ] || return
    while IFS= read -r line; do
        case $line in JAVA_VERSION=\"25 | JAVA_VERSION=\"25[!0-9]*) return 0 ;; esac
    done <"$1/release"
    return 1
}

# launch PROGRAM MAIN-CLASS HEAP [ARGUMENT...]: becomes the program, or returns with the reason in $problem.
# PROGRAM is the first argument of the native executable, its folder the second; PROGRAM is also the name of the archive of
# the JVM. IMIP_AGENT_LAUNCH=jvm passes the native executable by.
launch() {
    program=$1 main=$2 heap=$3
    shift 3
    # SQLite makes the files beside the store with what the umask leaves, and mends their mode after it. Between the two the other
    # user, of the web server or the mail system, could not open them.
    umask g+rwx
    # In the C locale Java reads every letter beyond ASCII of the environment (REMOTE_USER) as the same question mark.
    export LC_ALL=C.UTF-8
    # A file that may not grow (ulimit -f), or a mail server that hangs up, is an error to be told and no end; the JVM sees to that
    # itself, the executable does not.
    trap '' XFSZ PIPE
    if [ -x "$home/lib/imip-agent" ] && [ "${IMIP_AGENT_LAUNCH:-}" != jvm ]; then
        exec "$home/lib/imip-agent" "$program" "$home/lib" "$@"
    fi
    if [ ! -r "$home/lib/imip-agent.jar" ]; then
        problem="nothing is built in $home: run scripts/run, or scripts/lay-out after mvn package"
        return 1
    fi
    # The JDK that trained the archives, while it is there.
    jdk=$home/lib/jdk
    if [ ! -x "$jdk/bin/java" ] && ! find_jdk; then
        problem="no JDK 25: set JAVA_HOME to one, or put one under /usr/lib/jvm"
        return 1
    fi
    # What the JVM says goes to stderr: on stdout it would come before the header of a CGI answer. It says nothing of an archive that
    # it rejects, which it would in each request: imip-agent check does. The archive is named
    # only when it is there, because a missing one is slower than none (src/docs/decisions/0003-two-launches.md).
    # The compiler waits longer than usual, and reflection makes no classes: most of a page runs once (decisions/0026-a-lean-start.md).
    set -- "$main" "$@"
    [ ! -r "$home/lib/$program.jsa" ] || set -- "-XX:SharedArchiveFile=$home/lib/$program.jsa" "$@"
    exec "$jdk/bin/java" -Xlog:disable -Xlog:all=warning,cds=off,aot=off:stderr -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=10 \
        -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -Djdk.reflect.useNativeAccessorOnly=true -XX:+UseSerialGC -XX:-UsePerfData \
        "-Xmx$heap" -XX:CompressedClassSpaceSize=64m -XX:ReservedCodeCacheSize=16m --enable-native-access=ALL-UNNAMED \
        "-Dorg.sqlite.lib.path=$home/lib" -Dslf4j.provider=org.slf4j.nop.NOPServiceProvider -Dslf4j.internal.verbosity=WARN \
        -cp "$home/lib/imip-agent.jar" "$@"
}
