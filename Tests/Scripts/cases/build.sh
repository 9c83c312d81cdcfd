# shellcheck shell=sh disable=SC2034,SC2154 # read by Tests/Scripts/run

begin "the path of the program is all that is on standard output"
run "Scripts/build 2>/dev/null"
ends_with 0
if [ "$output" != "$machine/cxm/.build/program/release/cxm" ]; then wrong "prints something else"; fi

begin "Swift gets the same words in a terminal and redirected, and never sees the terminal"
run "Scripts/build"
run_in_terminal "Scripts/build" xterm
ends_with 0
called 2 "^swift build .*(no terminal)"
if [ "$(sort -u "$machine/calls" | grep -c '^swift build')" -ne 1 ]; then wrong "gives other words"; fi

begin "while it takes long it says how far it is"
# shellcheck disable=SC2016 # for the shell that reads it
echo 'echo "[22/36] Compiling Dashboard A.swift"
until grep -q "22 of 36 steps" "$MACHINE/output"; do sleep 1; done' >"$machine/build"
run_in_terminal "Scripts/build" xterm
ends_with 0
says "Building the program: about" "0:0" "22 of 36 steps"

begin "an error is said once, with the place of the rest"
printf 'echo "A.swift:1:1: error: no such thing"\necho "A.swift:1:1: error: no such thing"\necho more\nexit 1\n' \
    >"$machine/build"
run "Scripts/build"
ends_with 1
says "cxm: error: the program could not be built" "A.swift:1:1: error: no such thing" \
    "all that Swift said: .build/program.log"
if [ "$(printf '%s\n' "$output" | grep -c 'no such thing')" -ne 1 ]; then wrong "says it more than once"; fi

begin "a failure without the word error shows the end of what was said"
printf 'echo "killed for want of memory"\nexit 9\n' >"$machine/build"
run "Scripts/build"
ends_with 9
says "killed for want of memory"

begin "warnings are shown, but not Foundation's own"
cat >"$machine/build" <<'END'
echo "/x/libFoundationEssentials.a(Data.o):function f: warning: the use of \`mktemp' is dangerous"
echo "B.swift:2:2: warning: ours"
END
run "Scripts/build"
ends_with 0
says "B.swift:2:2: warning: ours"
says_not mktemp

begin "another build in the same folder is waited for, and that is said"
# shellcheck disable=SC2016 # for the shell that reads it
echo 'echo "Another instance of SwiftPM (PID: 1) is already running using this, waiting until that process has finished"
until grep -q "waiting for another build in this folder to end" "$MACHINE/output"; do sleep 1; done' >"$machine/build"
run_in_terminal "Scripts/build" xterm
ends_with 0
