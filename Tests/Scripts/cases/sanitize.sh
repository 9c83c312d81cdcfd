# shellcheck shell=sh disable=SC2034,SC2154 # read by Tests/Scripts/run

# A toolchain of its own, which has the sanitizers $@.
has_sanitizers() {
    mkdir -p "$machine/toolchain/bin" "$machine/toolchain/lib/clang/17/lib/linux"
    cp "$tests/fake/swiftc" "$machine/toolchain/bin/swiftc"
    ln -sf "$machine/toolchain/bin/swiftc" "$machine/bin/swiftc"
    for sanitizer in "$@"; do : >"$machine/toolchain/lib/clang/17/lib/linux/libclang_rt.$sanitizer-x86_64.a"; done
}

begin "a Swift without the sanitizer builds nothing, and says so"
has_sanitizers asan
run "Scripts/sanitize"
ends_with 2
says "cxm: error: this Swift has no thread sanitizer" "nothing was built"
called 0 "^swift build"

begin "what is missing is said before anything is built"
has_sanitizers tsan
lacks zlib1g-dev
echo refused >"$machine/sudo"
run "Scripts/sanitize thread"
called 0 "^swift build"

begin "tests are built in a folder of their own, and those with threads are run"
has_sanitizers tsan
run "Scripts/sanitize"
ends_with 0
called 1 "^swift build --sanitize thread --scratch-path .build/sanitize/thread --build-tests"
called 1 "^swift test --skip-build --sanitize thread --scratch-path .build/sanitize/thread --filter ^JourneyIndexTests"
says "no reports"

begin "named tests are run in place of the modules' own"
has_sanitizers asan
run "Scripts/sanitize address FunnelTests"
ends_with 0
called 1 "^swift test .*--scratch-path .build/sanitize/address --filter FunnelTests "

begin "a report fails it, though all tests passed"
has_sanitizers tsan
printf 'echo "WARNING: ThreadSanitizer: data race"\necho "SUMMARY: ThreadSanitizer: data race A.swift:1"\n' >"$machine/build"
run "Scripts/sanitize"
ends_with 1
says "cxm: error: 1 reports of the thread sanitizer" "SUMMARY: ThreadSanitizer: data race A.swift:1" \
    "all that was said: .build/sanitize/thread.log"
