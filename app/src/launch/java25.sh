# Finds a JDK 25 for the scripts at the root: sets JAVA_HOME, or says in one sentence what to install.

is_jdk_25() {
    [ -x "$1/bin/javac" ] && [ -f "$1/release" ] && grep -q '^JAVA_VERSION="25' "$1/release"
}

find_jdk_25() {
    local candidate
    local on_path=""
    if command -v javac >/dev/null; then
        on_path=$(readlink -f "$(command -v javac)")
        on_path=${on_path%/bin/javac}
    fi
    for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
            export JAVA_HOME="$candidate"
            return 0
        fi
    done
    echo "tickbird: JDK 25 was not found: install the package temurin-25-jdk or openjdk-25-jdk, or set JAVA_HOME" >&2
    return 1
}

find_maven() {
    command -v mvn >/dev/null && return 0
    echo "tickbird: Maven was not found: install the package maven" >&2
    return 1
}
