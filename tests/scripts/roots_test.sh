#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# scripts/roots with stand-ins for mmdebstrap and for what happens in a root: what it asks for, and what it concludes.
# shellcheck disable=SC2016
# shellcheck source-path=SCRIPTDIR source=harness.sh
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

# All goes as it should: in the root, what somebody called jo says depends on the command.
all_goes_well() {
  lend install
  lend mv
  lend chroot
  fake id 'echo 0'
  fake git '[[ $1 != clone ]] || mkdir -p "${@: -1}"'
  fake apt-get 'echo "bookworm http://mirror/debian/"; echo "bookworm-security http://mirror/security/"'
  fake apt-config 'echo "Acquire::Check-Date \"false\";"; echo "Acquire::IndexTargets::x \"y\";"'
  fake mmdebstrap 'echo "$@" >>mmdebstrap.log; for word in "$@"; do [[ $word != --aptopt=* ]] || cat "${word#*=}" >>mmdebstrap.log; done'
  fake chroot 'echo "chroot $*" >>inside.log'
  fake unshare 'command=; for word in "$@"; do command=$word; [[ $word != *"scripts/"* && $word != *apt-get* ]] || break; done
echo "$command" >>inside.log
case $command in
  *moved*) echo "test: remove it (rm -rf /x) and begin again"; exit 1 ;;
  *"mount -t proc"*) exit 9 ;;
  *scripts/demo*)
    demos=$(grep -c scripts/demo inside.log)
    case $demos in
      1) echo "setup: cannot write in /srv/jo/barewasi/build, which is read-only"; exit 1 ;;
      2) echo "setup: no sudo; as root, run: apt-get update && apt-get install --no-install-recommends gcc"
         echo "setup: for more, as root, run: apt-get install nodejs"; exit 1 ;;
    esac ;;
esac
exit '"${1:-0}"
}

test_makes_a_minimal_root_from_this_machines_mirrors() {
  all_goes_well
  play scripts/roots debian-13
  expect_status 0
  expect_line '1 passed, 0 failed'
  output=$(<"$stage/mmdebstrap.log")
  expect_text '--variant=minbase'
  expect_text "trixie $stage/build/roots/debian-13 deb http://mirror/debian/ trixie main deb http://mirror/security/ trixie-security main"
  expect_line 'Acquire::Check-Date "false";'
  expect_no_text IndexTargets
}

test_types_as_root_what_setup_said() {
  all_goes_well
  play scripts/roots debian-12
  expect_status 0
  output=$(<"$stage/inside.log")
  expect_line 'apt-get update && apt-get install --no-install-recommends gcc'
  expect_line 'apt-get install nodejs'
  expect_line 'cd barewasi && scripts/test'
  expect_line 'cd moved && scripts/test'
}

test_a_root_that_fails_is_left_and_the_next_is_tried() {
  all_goes_well 3
  play scripts/roots debian-12 debian-13
  expect_status 1
  expect_text 'debian-12: FAILED'
  expect_line 'roots: failed: debian-12 debian-13'
  expect_line '0 passed, 2 failed'
}

test_an_unknown_root_is_refused_with_the_list() {
  fake id 'echo 0'
  play scripts/roots debian-11
  expect_status 1
  expect_text "unknown root 'debian-11'; there are: debian-12 debian-13"
}

test_says_what_it_needs() {
  fake id 'echo 1000'
  play scripts/roots debian-12
  expect_status 1
  expect_text 'needs to be root'
  fake id 'echo 0'
  play scripts/roots debian-12
  expect_status 1
  expect_text 'there is no mmdebstrap on PATH'
}

run_named_test "$@"
