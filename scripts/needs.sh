# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# What the project needs of the machine, how each is recognised, and how Debian's apt-get brings it.
# Knows no engine (engines.sh) and takes what is there already, whoever brought it.
# shellcheck shell=bash disable=SC2154  # `spare` is what scripts/setup leaves there

# A folder that stands for / where the tests of this script look for headers and for the system's name.
setup_root=${SETUP_ROOT:-}

# group | probe | Debian package | what it is for
# Probes: a command, with @VERSION if it must be at least that; <a header>; or a function named here, in clang.sh or in rust.sh.
# What only some tests need is "optional" or "fuzz": they are skipped without it.
list_needs() {
  needs=(
    "build|g++|g++|the host compiler"
    "build|cmake@$CMAKE_AT_LEAST|cmake|configures the build"
    "build|ninja|ninja-build|builds"
    "build|git|git|reads older revisions of a spec"
    "build|<nlohmann/json.hpp>|nlohmann-json3-dev|JSON"
    "build|<fmt/format.h>|libfmt-dev|messages"
    "build|<CLI/CLI.hpp>|libcli11-dev|the command line"
    "build|<gtest/gtest.h>|libgtest-dev|tests"
    "build|<gmock/gmock.h>|libgmock-dev|matchers of the tests"
    "wasm|wasm_compiler|clang-$clang_version|compiles to wasm32: clang++ $LLVM_OLDEST or later"
    "wasm|wasm_linker|lld-$clang_version|links wasm32"
    "wasm|wasm_archiver|llvm-$clang_version|makes archives for wasm32: llvm-ar $LLVM_OLDEST or later"
    "wasm|wasm_target|libclang-rt-$clang_version-dev-wasm32|compiler-rt for wasm32"
    "build|python_venv|python3-venv|holds the engines that come from PyPI"
    "fuzz|libfuzzer|libclang-rt-$clang_version-dev|fuzzes the heap, compiled for the host"
    "optional|node@$NODE_AT_LEAST|nodejs|runs the examples"
    "optional|<wasm32-wasi/wasi/api.h>|wasi-libc|what generated C is compared with"
    "ci|clang++-$LLVM|clang-$LLVM|the second host compiler"
    "ci|libfuzzer|libclang-rt-$LLVM-dev|fuzzes the tool"
    "ci|clang-tidy-$LLVM|clang-tidy-$LLVM|checks the sources"
    "ci|clang-format-$LLVM|clang-format-$LLVM|checks their layout"
    "ci|clang++-$LLVM_OLDEST|clang-$LLVM_OLDEST|the oldest clang that the runtime is tested with"
    "ci|wasm-ld-$LLVM_OLDEST|lld-$LLVM_OLDEST|links for it"
    "ci|oldest_wasm_target|libclang-rt-$LLVM_OLDEST-dev-wasm32|compiler-rt for it"
    "ci|libcxx|libc++-$LLVM-dev-wasm32|libc++ on top of the runtime"
    "ci|rust_for_wasm|libstd-rust-dev-wasm32|compiles generated Rust"
    "ci|rust_for_wasm|rustc|compiles generated Rust"
    "ci|shellcheck|shellcheck|checks the scripts"
    "ci|zsh|zsh|tries the completions that the tool writes for it"
    "ci|fish|fish|tries those that the tool writes for it"
    "ci|valgrind|valgrind|counts the instructions that a header costs a compiler"
  )
}

wasm_compiler() { [[ -n $clang ]]; }

wasm_archiver() { llvm_tool llvm-ar >/dev/null; }

oldest_wasm_target() {
  local clang=clang++-$LLVM_OLDEST
  wasm_target >/dev/null
}

libcxx() {
  local folder
  folder=$("clang++-$LLVM" -print-resource-dir 2>/dev/null) || return 1
  [[ -e $folder/../../../include/wasm32-wasi/c++/v1/__config ]]
}

libfuzzer() {
  local folder
  folder=$("$(llvm_tool clang++)" -print-resource-dir 2>/dev/null) || return 1
  compgen -G "$folder/lib/*/libclang_rt.fuzzer*.a" >/dev/null
}

python_venv() { python3 -c 'import ensurepip, venv' 2>/dev/null; }

has_header() {
  local folder further=()
  if [[ -n ${CPATH:-} ]]; then IFS=: read -ra further <<<"$CPATH"; fi
  for folder in "$setup_root/usr/include" "$setup_root/usr/local/include" "${further[@]}"; do
    [[ -e $folder/$1 ]] && return 0
  done
  return 1
}

is_there() {
  case $1 in
    \<*) has_header "${1:1:-1}" ;;
    wasm_* | oldest_wasm_target | libcxx | libfuzzer | python_venv | rust_for_wasm) "$1" >/dev/null ;;
    *) has_command "$1" ;;
  esac
}

# Leaves the rows of what is missing, out of the groups named, in the array `missing`; each package once.
find_missing() {
  local row group probe package seen=' '
  missing=()
  for row in "${needs[@]}"; do
    IFS='|' read -r group probe package _ <<<"$row"
    if [[ " $* " != *" $group "* || $seen == *" $package "* ]] || is_there "$probe"; then continue; fi
    seen+="$package "
    missing+=("$row")
  done
}

# say_missing [WORDS]: names the rows in `missing`.
say_missing() {
  local row probe package purpose
  for row in "${missing[@]}"; do
    IFS='|' read -r _ probe package purpose <<<"$row"
    say "${1:-missing}: $probe ($purpose; Debian: $package)"
  done
}

# The value of a key of os-release.
os_release() { sed -n "s/^$1=//p" "$setup_root/etc/os-release" 2>/dev/null | tr -d '"'; }

is_root() { [[ $(id -u) == 0 ]]; }

as_root() {
  if is_root; then run "$@"; else run sudo "$@"; fi
}

apt_knows() { LC_ALL=C apt-cache policy "$1" 2>/dev/null | grep '^ *Candidate: [^(]' >/dev/null; }

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
    -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 install "$@"
}

# Installs the rows in `missing`, and of those in `spare` what apt knows.
install_missing() {
  local row package packages=() unknown=() ids status=0
  for row in "${missing[@]}"; do
    IFS='|' read -r _ _ package _ <<<"$row"
    packages+=("$package")
  done
  ids="$(os_release ID) $(os_release ID_LIKE)"
  if [[ " $ids " != *" debian "* ]] || ! command -v apt-get >/dev/null; then
    die "this system is not a Debian (os-release says '$ids'): install what is named above yourself, then run scripts/setup again"
  fi
  if ! is_root && ! command -v sudo >/dev/null; then
    leave_it_to_root "not root, and there is no sudo"
  fi

  as_root apt-get -q update || status=$?
  # apt-get's own errors are 100; a source that is down may not matter: what counts is whether every package is known afterwards.
  if ((status == 100)); then
    complain "apt-get update had errors (above); going on with the lists at hand"
  elif ((status)); then
    leave_it_to_root "that failed with exit status $status before apt-get could do anything"
  fi
  for package in "${packages[@]}"; do
    apt_knows "$package" || unknown+=("$package")
  done
  ((${#unknown[@]} == 0)) || say_unknown "${unknown[@]}"
  for row in "${spare[@]}"; do
    IFS='|' read -r _ _ package _ <<<"$row"
    if apt_knows "$package"; then packages+=("$package"); fi
  done
  status=0
  apt_install "${packages[@]}" || status=$?
  if ((status)); then
    complain "apt-get install failed with exit status $status; what it says is above"
    die "packages asked for: ${packages[*]}; fix that and run scripts/setup again, it goes on where it stopped"
  fi
}

# leave_it_to_root WHY: ends, with the lines that somebody else can type. Uses install_missing's `packages`.
leave_it_to_root() {
  local row package optional=()
  complain "$1; as root, run: apt-get update && apt-get install --no-install-recommends ${packages[*]}"
  for row in "${spare[@]}"; do
    IFS='|' read -r _ _ package _ <<<"$row"
    optional+=("$package")
  done
  ((${#optional[@]} == 0)) || complain "for the tests that want more, as root, run: apt-get install --no-install-recommends ${optional[*]}"
  exit 1
}

# say_unknown PACKAGE...: ends, with where they may come from.
say_unknown() {
  complain "apt knows no package $*"
  if [[ "$*" == *"-$LLVM"* ]]; then
    if [[ $(os_release ID) == debian && $(os_release VERSION_ID) == 12 ]]; then
      complain "LLVM $LLVM comes to Debian 12 with its security suite: add the suite bookworm-security (component main) to apt's sources"
    else
      complain "LLVM from $LLVM_OLDEST on will do: clang, lld, llvm and libclang-rt-VERSION-dev-wasm32, all of one version; or let WASI_SDK_PATH name a wasi-sdk"
    fi
  fi
  die "see apt's sources, then run scripts/setup again"
}

# Installs of the rows in `spare` what can be had without asking anybody; nothing depends on it.
install_spare() {
  local row package packages=()
  command -v apt-get >/dev/null || return 0
  for row in "${spare[@]}"; do
    IFS='|' read -r _ _ package _ <<<"$row"
    if apt_knows "$package"; then packages+=("$package"); fi
  done
  ((${#packages[@]})) || return 0
  if is_root || sudo -n true 2>/dev/null; then
    apt_install "${packages[@]}" || complain "going on without: ${packages[*]}"
  else
    say "going on without; for the tests that want more, as root, run: apt-get install --no-install-recommends ${packages[*]}"
  fi
}
