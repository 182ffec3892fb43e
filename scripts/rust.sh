# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Which rustc compiles to wasm32: the one that RUSTC names, the one on PATH or Debian's.
# shellcheck shell=bash disable=SC2034  # what is left in variables is for those who source this

# rust_libraries RUSTC: prints the folder of its libraries for wasm32; fails where there are none.
rust_libraries() {
  local folder
  folder=$("$1" --print sysroot 2>/dev/null) || return 1
  folder+=/lib/rustlib/wasm32-unknown-unknown/lib
  compgen -G "$folder/libcore-*.rlib" >/dev/null && echo "$folder"
}

# Leaves in `rustc` its name, and in `rust_folder` where its libraries are.
find_rustc() {
  for rustc in ${RUSTC:+"$RUSTC"} rustc /usr/bin/rustc; do
    if rust_folder=$(rust_libraries "$rustc"); then return 0; fi
  done
  return 1
}

rust_for_wasm() { find_rustc; }
