# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# What the project needs of the machine, how each is recognised, and how Debian's apt-get brings it.
# Knows no engine (engines.sh) and takes what is there already, whoever brought it.
# shellcheck shell=bash

# A folder that stands for / where the tests of this script look for headers and for the system's name.
setup_root=${SETUP_ROOT:-}

# group | probe | Debian package | what it is for
# Probes: a command, with @VERSION if it must be at least that; <a header>; or a function named here.
needs=(
  "build|g++|g++|the host compiler"
  "build|cmake@$CMAKE_AT_LEAST|cmake|configures the build"
  "build|ninja|ninja-build|builds"
  "build|git|git|reads older revisions of a spec"
  "build|<nlohmann/json.hpp>|nlohmann-json3-dev|JSON"
  "build|<fmt/format.h>|libfmt-dev|messages"
  "build|<CLI/CLI.hpp>|libcli11-dev|the command line"
  "build|<kainjow/mustache.hpp>|libkainjow-mustache-dev|templates"
  "build|<gtest/gtest.h>|libgtest-dev|tests"
  "build|<benchmark/benchmark.h>|libbenchmark-dev|benchmarks"
  "wasm|clang++-$LLVM|clang-$LLVM|compiles to wasm32"
  "wasm|wasm-ld-$LLVM|lld-$LLVM|links wasm32"
  "wasm|llvm-ar-$LLVM|llvm-$LLVM|makes archives for wasm32"
  "wasm|wasm_builtins|libclang-rt-$LLVM-dev-wasm32|compiler-rt for wasm32"
  "wasm|libfuzzer|libclang-rt-$LLVM-dev|fuzzes the heap, compiled for the host"
  "test|node@$NODE_AT_LEAST|nodejs|runs the examples"
  "test|<wasm32-wasi/wasi/api.h>|wasi-libc|what generated C is compared with"
  "test|python_venv|python3-venv|holds the engines that come from PyPI"
  "ci|clang++-$LLVM|clang-$LLVM|the second host compiler"
  "ci|libfuzzer|libclang-rt-$LLVM-dev|fuzzes the tool"
  "ci|clang-tidy-$LLVM|clang-tidy-$LLVM|checks the sources"
  "ci|clang-format-$LLVM|clang-format-$LLVM|checks their layout"
  "ci|clang++-$LLVM_OLDEST|clang-$LLVM_OLDEST|the oldest clang that the runtime is tested with"
  "ci|wasm-ld-$LLVM_OLDEST|lld-$LLVM_OLDEST|links for it"
  "ci|oldest_wasm_builtins|libclang-rt-$LLVM_OLDEST-dev-wasm32|compiler-rt for it"
  "ci|libcxx|libc++-$LLVM-dev-wasm32|libc++ on top of the runtime"
  "ci|shellcheck|shellcheck|checks the scripts"
  "ci|zsh|zsh|tries the completions that the tool writes for it"
  "ci|fish|fish|tries those that the tool writes for it"
  "ci|valgrind|valgrind|counts the instructions that a header costs a compiler"
)

wasm_builtins() { has_wasm_builtins "$LLVM"; }

oldest_wasm_builtins() { has_wasm_builtins "$LLVM_OLDEST"; }

has_wasm_builtins() {
  local folder
  folder=$("clang++-$1" -print-resource-dir 2>/dev/null) || return 1
  compgen -G "$folder/lib/*/libclang_rt.builtins*wasm32*.a" >/dev/null ||
    compgen -G "$folder/lib/wasm32*/libclang_rt.builtins.a" >/dev/null
}

libcxx() {
  local folder
  folder=$("clang++-$LLVM" -print-resource-dir 2>/dev/null) || return 1
  [[ -e $folder/../../../include/wasm32-wasi/c++/v1/__config ]]
}

libfuzzer() {
  local folder
  folder=$("clang++-$LLVM" -print-resource-dir 2>/dev/null) || return 1
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

has_command() {
  local name=${1%@*} least=${1#*@} found
  command -v "$name" >/dev/null || return 1
  [[ $name == "$least" ]] && return 0
  found=$({ "$name" --version || "$name" version; } 2>/dev/null | grep -oE '[0-9]+(\.[0-9]+)+' | head -n 1) || return 1
  [[ $(printf '%s\n' "$least" "$found" | sort -V | head -n 1) == "$least" ]]
}

is_there() {
  case $1 in
    \<*) has_header "${1:1:-1}" ;;
    wasm_builtins | oldest_wasm_builtins | libcxx | libfuzzer | python_venv) "$1" ;;
    *) has_command "$1" ;;
  esac
}

# Where the environment names a wasi-sdk, it must be one: nothing else is taken in its stead.
check_wasi_sdk() {
  local variable tool
  wasi_sdk=
  for variable in WASI_SDK_PREFIX WASI_SDK_PATH; do
    [[ -n ${!variable:-} ]] || continue
    wasi_sdk=${!variable%/}
    for tool in clang clang++ wasm-ld llvm-ar; do
      [[ -x $wasi_sdk/bin/$tool ]] ||
        die "$variable is '${!variable}', but there is no bin/$tool in it: name a wasi-sdk, or unset $variable to use clang-$LLVM"
    done
    "$wasi_sdk/bin/clang++" --print-targets 2>/dev/null | grep wasm32 >/dev/null ||
      die "$variable is '${!variable}', but its bin/clang++ knows no target wasm32: name a wasi-sdk, or unset $variable"
    say "compiling to wasm32 with the wasi-sdk that $variable names: $wasi_sdk"
    return
  done
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

say_missing() {
  local row probe package purpose
  for row in "${missing[@]}"; do
    IFS='|' read -r _ probe package purpose <<<"$row"
    say "missing: $probe ($purpose; Debian: $package)"
  done
}

# The words of os-release that tell whether apt-get has Debian's names for things.
system_ids() { sed -n 's/^ID\(_LIKE\)\{0,1\}=//p' "$setup_root/etc/os-release" 2>/dev/null | tr -d '"' | tr '\n' ' '; }

is_root() { [[ $(id -u) == 0 ]]; }

as_root() {
  if is_root; then run "$@"; else run sudo "$@"; fi
}

install_missing() {
  local row package packages=() unknown=() ids status
  for row in "${missing[@]}"; do
    IFS='|' read -r _ _ package _ <<<"$row"
    packages+=("$package")
  done
  ids=$(system_ids) || ids=
  if [[ " $ids " != *" debian "* ]] || ! command -v apt-get >/dev/null; then
    die "this system is not a Debian (os-release says '${ids:-nothing}'): install what is named above yourself, then run scripts/setup again"
  fi
  if ! is_root && ! command -v sudo >/dev/null; then
    die "not root, and there is no sudo; as root, run: apt-get update && apt-get install ${packages[*]}"
  fi

  # A source that is down may not matter: what counts is whether every package is known afterwards.
  as_root apt-get -q update || complain "apt-get update had errors (above); going on with the lists at hand"
  for package in "${packages[@]}"; do
    LC_ALL=C apt-cache policy "$package" 2>/dev/null | grep '^ *Candidate: [^(]' >/dev/null || unknown+=("$package")
  done
  if ((${#unknown[@]})); then
    complain "apt knows no package ${unknown[*]}"
    if [[ " ${unknown[*]} " == *"-$LLVM"* ]]; then
      complain "LLVM $LLVM comes to Debian 12 with its security suite: add the suite bookworm-security (component main) to apt's sources"
    fi
    die "see /etc/apt/sources.list, then run scripts/setup again"
  fi
  status=0
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
    -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 install "${packages[@]}" || status=$?
  if ((status)); then
    complain "apt-get install failed with exit status $status; what it says is above"
    die "packages asked for: ${packages[*]}; mend that and run scripts/setup again, it goes on where it stopped"
  fi
}
