# shellcheck shell=sh disable=SC2034,SC2154 # read by Tests/Scripts/run

begin "packages are installed in one round, without what they recommend, and without questions"
lacks git zlib1g-dev tmux procps
without chromium-headless-shell git
run "Scripts/prepare test"
ends_with 0
called 1 "^apt-get .* update"
called 1 "^apt-get .* install"
called 1 "install --no-install-recommends git zlib1g-dev tmux procps chromium-headless-shell (frontend noninteractive)"
says "Installing git zlib1g-dev tmux procps chromium-headless-shell" \
    "7 packages with what they need: 12.5 MB to load, 48.1 MB on disk"

begin "who is root needs no sudo"
lacks zlib1g-dev
without sudo
echo 0 >"$machine/uid"
run "Scripts/prepare build"
ends_with 0
called 1 "install --no-install-recommends zlib1g-dev (frontend noninteractive)"

begin "a machine that has everything is left alone"
run "Scripts/prepare test && Scripts/prepare build"
ends_with 0
called 0 apt-get
called 0 sudo

begin "a package source that cannot be used stops nothing"
lacks zlib1g-dev
echo "echo 'E: The repository does not have a Release file.' && exit 100" >"$machine/update"
run "Scripts/prepare build"
ends_with 0
says "not every package source can be used; going on with the others"
called 1 "^apt-get .* install --no-install-recommends zlib1g-dev"

begin "what apt says is passed on where it cannot install"
lacks zlib1g-dev
echo "echo 'W: Failed to fetch: no such host'" >"$machine/update"
echo "echo 'E: Unable to locate package zlib1g-dev' && exit 100" >"$machine/install"
run "Scripts/prepare build"
ends_with 2
says "apt: E: Unable to locate package zlib1g-dev" "apt: W: Failed to fetch: no such host" \
    "cxm: error: these packages are missing, and apt could not install them: zlib1g-dev" \
    "ask the administrator of this machine for: apt-get install --no-install-recommends zlib1g-dev"

begin "the lock of another installation is waited for"
lacks zlib1g-dev
cat >"$machine/update" <<'END'
echo x >>"$MACHINE/tries"
if [ "$(grep -c x "$MACHINE/tries")" -lt 4 ]; then
    echo "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 4711" && exit 100
fi
END
run "Scripts/prepare build"
ends_with 0
says "another program is installing packages; waiting for it, two minutes at most"
says_not "not every package source"
called 4 "^apt-get .* update"
called 1 "^apt-get .*DPkg::Lock::Timeout=120 .* install"

begin "a lock that is never given back is waited for two minutes"
lacks zlib1g-dev
echo "echo 'E: Could not get lock /var/lib/apt/lists/lock.' && exit 100" >"$machine/update"
run "Scripts/prepare build"
ends_with 0
called 61 "^apt-get .* update"

begin "without sudo one list says what to ask for, and nothing is tried"
lacks zlib1g-dev tmux
without sudo chromium-headless-shell
run "Scripts/prepare test"
ends_with 2
says "cxm: error: these packages are missing, and only root may install them: zlib1g-dev tmux" \
    "for: apt-get install --no-install-recommends zlib1g-dev tmux chromium-headless-shell"
called 0 apt-get

begin "sudo that would ask is not asked where nobody can answer"
lacks zlib1g-dev
echo password >"$machine/sudo"
run "Scripts/prepare build"
ends_with 2
says "sudo would have to ask for a password" "for: apt-get install --no-install-recommends zlib1g-dev"
called 0 apt-get

begin "sudo may ask in a terminal, and why is said before"
lacks zlib1g-dev
echo password >"$machine/sudo"
run_in_terminal "Scripts/prepare build" xterm
ends_with 0
says "Packages are missing: zlib1g-dev. To install them, sudo asks for your password."
called 1 "install --no-install-recommends zlib1g-dev (frontend noninteractive)"

begin "who may not use sudo is told what to ask for"
lacks zlib1g-dev
echo refused >"$machine/sudo"
run_in_terminal "Scripts/prepare build" xterm
ends_with 2
says "sudo does not let you install them: zlib1g-dev"
called 0 apt-get

begin "a browser that may not be installed is left out"
without sudo chromium-headless-shell
run "Scripts/prepare test"
ends_with 0
says "left out, because only root may install them: chromium-headless-shell"

begin "a browser that the system does not have is left out"
lacks tmux
without chromium-headless-shell
: >"$machine/known"
run "Scripts/prepare test"
ends_with 0
says "no package source has chromium-headless-shell; it is left out"
called 1 "install --no-install-recommends tmux (frontend"

begin "a browser that cannot be installed does not keep the rest away"
lacks tmux
without chromium-headless-shell
# shellcheck disable=SC2016 # for the shell that reads it
echo 'case $* in *chromium*) echo "E: broken packages" && exit 100 ;; esac' >"$machine/install"
run "Scripts/prepare test"
ends_with 0
says "left out, because apt could not install it: chromium-headless-shell"
called 1 "install --no-install-recommends tmux (frontend"
