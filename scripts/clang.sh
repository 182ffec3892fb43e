# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Which clang compiles to wasm32: that of the wasi-sdk which the environment names, or the newest on PATH from LLVM_OLDEST
# on, with or without a version in its name. cmake/barewasi-clang.cmake chooses alike.
# shellcheck shell=bash disable=SC2034  # what is left in variables is for those who source this

# Is NAME on PATH, and of the version in NAME@VERSION or later?
has_command() {
  local name=${1%@*} least=${1#*@} found
  command -v "$name" >/dev/null || return 1
  [[ $name == "$least" ]] && return 0
  found=$({ "$name" --version || "$name" version; } 2>/dev/null | grep -oE '[0-9]+(\.[0-9]+)+' | head -n 1) || return 1
  [[ $(printf '%s\n' "$least" "$found" | sort -V | head -n 1) == "$least" ]]
}

# Prints by which name a tool of LLVM is to be called; fails where there is none that is new enough.
llvm_tool() {
  local version
  for ((version = LLVM; version >= LLVM_OLDEST; version--)); do
    if command -v "$1-$version" >/dev/null; then
      echo "$1-$version"
      return 0
    fi
  done
  has_command "$1@$LLVM_OLDEST" && echo "$1"
}

# Leaves in `wasi_sdk` the folder that the environment names, if it does, and in `wasi_sdk_variable` by which name. It must
# be a wasi-sdk: nothing else is taken in its stead.
check_wasi_sdk() {
  local variable tool
  wasi_sdk=
  for variable in WASI_SDK_PREFIX WASI_SDK_PATH; do
    [[ -n ${!variable:-} ]] || continue
    wasi_sdk=${!variable%/}
    wasi_sdk_variable=$variable
    for tool in clang clang++ wasm-ld llvm-ar; do
      [[ -x $wasi_sdk/bin/$tool ]] ||
        die "$variable is '${!variable}', but there is no bin/$tool in it: name a wasi-sdk, or unset $variable to use clang-$LLVM"
    done
    "$wasi_sdk/bin/clang++" --print-targets 2>/dev/null | grep wasm32 >/dev/null ||
      die "$variable is '${!variable}', but its bin/clang++ knows no target wasm32: name a wasi-sdk, or unset $variable"
    return
  done
}

# find_clang OLDEST: leaves in `clang` what compiles C++ to wasm32, empty where there is nothing of that version or later;
# in `clang_version` its major version, or else that of the package to be installed.
find_clang() {
  local LLVM_OLDEST=$1
  clang=${wasi_sdk:+$wasi_sdk/bin/clang++}
  [[ -n $clang ]] || clang=$(llvm_tool clang++) || clang=
  clang_version=
  if [[ -n $clang ]]; then
    clang_version=$("$clang" --version 2>/dev/null | sed -n 's/^.*version \([0-9]*\)\..*/\1/p' | head -n 1)
  fi
  clang_version=${clang_version:-$LLVM}
}

# Prints the name of the target for which `clang` has a compiler-rt: Debian's clang 19 has it under the older name only.
wasm_target() {
  local target
  for target in wasm32-wasip1 wasm32-wasi; do
    if [[ -e $("$clang" --target="$target" -print-libgcc-file-name 2>/dev/null) ]]; then
      echo "$target"
      return 0
    fi
  done
  return 1
}

# Would `clang` find its linker?
wasm_linker() {
  local linker
  linker=$("$clang" --target=wasm32-wasip1 -print-prog-name=wasm-ld 2>/dev/null) || return 1
  command -v "${linker:-wasm-ld}" >/dev/null || command -v "wasm-ld-$clang_version" >/dev/null
}
