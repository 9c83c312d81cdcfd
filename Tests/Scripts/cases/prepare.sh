# shellcheck shell=sh disable=SC2034,SC2154 # read by Tests/Scripts/run

begin "without Swift nothing is installed, and all that is missing is in one list"
without swift
lacks tmux zlib1g-dev
run "Scripts/test"
ends_with 2
says "nothing was installed and nothing built" "Swift is not on this machine" "https://www.swift.org/install" \
    "packages are missing: zlib1g-dev tmux" \
    "ask the administrator for: apt-get install --no-install-recommends zlib1g-dev tmux"
called 0 apt-get
called 0 sudo

begin "Swift that PATH does not name is found"
without swift
mkdir -p "$machine/opt/swift-6.3/usr/bin"
cp "$tests/fake/swift" "$machine/opt/swift-6.3/usr/bin/swift"
run "Scripts/build"
ends_with 0
called 1 "^swift build"

begin "an old Swift is named"
echo 5.10.1 >"$machine/version"
run "Scripts/build"
ends_with 2
says "Swift 5.10.1 is too old: $machine/bin/swift" "install 6.2 or later"
called 0 "^swift build"

begin "versions are compared as numbers"
echo 6.10 >"$machine/version"
run "Scripts/prepare build"
ends_with 0

begin "files of others in .build are named, with the way out"
mkdir -p "$machine/cxm/.build/program"
printf '#!/bin/sh\necho .build/program\n' >"$machine/find"
chmod +x "$machine/find"
ln -sf "$machine/find" "$machine/bin/find"
run "Scripts/build"
ends_with 2
says "$machine/cxm/.build holds files of $(id -un), which ada cannot replace" "sudo chown -R ada $machine/cxm/.build"
called 0 "^swift build"

begin "a .build that cannot be written is named"
touch "$machine/cxm/.build"
run "Scripts/build"
ends_with 2
says "$machine/cxm/.build cannot be written by ada" "copy the whole folder to where you may write"
called 0 "^swift build"

begin "what is built with sudo would belong to root"
echo 0 >"$machine/uid"
lacks zlib1g-dev
caller=$(id -un)
run "Scripts/build"
ends_with 2
says "started with sudo" "type the same without sudo"
called 0 apt-get

begin "a disk without room is named before anything is built"
printf '#!/bin/sh\nprintf "x\\n/dev/x 9 9 102400 9%%%% /\\n"\n' >"$machine/df"
chmod +x "$machine/df"
ln -sf "$machine/df" "$machine/bin/df"
run "Scripts/build"
ends_with 2
says "there are 100 MB left on the disk"

begin "what cannot be linked is known before the long build"
printf 'main.swift:1: error: nothing\n/usr/bin/ld.gold: error: cannot find -lstdc++\n' >"$machine/trial"
run "Scripts/build"
ends_with 2
says "Swift cannot build a program of three lines on this machine" "cannot find -lstdc++"
called 0 "^swift build"

begin "where there is no Debian the trial decides"
without dpkg-query apt-get
run "Scripts/build"
ends_with 0
called 1 swiftc

begin "where there is no Debian commands are looked for, and what is missing is named"
without dpkg-query apt-get git
run "Scripts/test"
ends_with 2
says "the command git is not on this machine" "the command tmux is not on this machine" "how is left to you"
called 0 "^swift build"
