# shellcheck shell=sh disable=SC2034,SC2154 # read by Tests/Scripts/run

# Nothing was installed or built.
nothing_was_done() {
    ends_with 2
    called 0 .
}

begin "without a terminal the demo says so before anything is built"
lacks zlib1g-dev
run "Scripts/demo"
says "cxm: error: the dashboard needs a terminal" "Scripts/demo --plain"
nothing_was_done

begin "a terminal that cannot be addressed is refused at once"
run_in_terminal "Scripts/demo" dumb
says "cxm: error: the terminal 'dumb' cannot place text freely on its screen"
nothing_was_done

begin "a terminal that the database does not know is refused at once"
run_in_terminal "Scripts/demo" no-such-terminal
says "the terminal 'no-such-terminal' is not in this system's terminal database" "install ncurses-term"
nothing_was_done

begin "a terminal without a name is refused at once"
run_in_terminal "unset TERM; Scripts/demo" xterm
says "TERM is not set"
nothing_was_done

begin "a small terminal can be made larger while the program is built"
run_in_terminal "stty rows 5 columns 30; Scripts/demo --seed 7" xterm
ends_with 0
says "This terminal has 30 columns and 5 rows; the screens want 60 and 12."
called 1 "^cxm demo --themes-dir themes --seed 7"

begin "a terminal of a usual size goes without a word"
run_in_terminal "stty rows 24 columns 80; Scripts/demo" xterm
ends_with 0
says_not "This terminal"
called 1 "^cxm demo"

begin "what needs no terminal is done without one"
run "Scripts/demo --path && Scripts/demo --plain"
ends_with 0
called 1 "^cxm demo --themes-dir themes --path"
called 1 "^cxm demo --themes-dir themes --plain"
