# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# How the tests compile Rust and Zig to wasm32. Where a compiler is missing, the test is skipped: status 77.
# shellcheck shell=bash disable=SC2154,SC2034
# shellcheck source-path=SCRIPTDIR source=../../scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../scripts/common.sh"
# shellcheck source-path=SCRIPTDIR source=../../scripts/clang.sh
source "$top/scripts/clang.sh"
# shellcheck source-path=SCRIPTDIR source=../../scripts/rust.sh
source "$top/scripts/rust.sh"

skip() { say "skipped: $*"; exit 77; }

find_rust() { find_rustc || skip "no rustc compiles to wasm32 (Debian: rustc and libstd-rust-dev-wasm32)"; }

find_zig() {
  zig=$top/build/engines/bin/zig
  [[ -x $zig ]] || skip "there is no zig: scripts/setup --engines zig"
  # What it compiled of its own is kept for the next time.
  export ZIG_GLOBAL_CACHE_DIR=$top/build/zig-cache
}

find_linker() { linker=$(llvm_tool wasm-ld) || skip "there is no wasm-ld"; }

# What a linker does not know in a library of Rust's is of no use to it.
rust_library() { # NAME
  [[ -e $1.a ]] || { cp "$rust_folder/lib$1"-*.rlib "$1.a" && chmod u+w "$1.a" && "$(llvm_tool llvm-ar)" d "$1.a" lib.rmeta; }
}

# compile_rust SOURCE MODULE: a program without std; its folder is where both lie.
compile_rust() {
  run "$rustc" --edition 2021 --target wasm32-unknown-unknown --crate-type bin --emit obj -O -C panic=abort -D warnings \
    -o "$2.o" "$1" && rust_library core && rust_library compiler_builtins &&
    run "$linker" --no-entry --gc-sections --export=_start "$2.o" core.a compiler_builtins.a -o "$2"
}

compile_zig() {
  run "$zig" build-exe -target wasm32-freestanding -fno-entry -O ReleaseSmall --export=_start --cache-dir cache \
    "-femit-bin=$2" "$1"
}

compile_cpp() {
  run "$(llvm_tool clang++)" --target=wasm32 -std=c++20 -ffreestanding -nostdlib -Wall -Wextra -Werror -Oz \
    -Wl,--no-entry -Wl,--export=_start -o "$2" "$1"
}

find_compiler() { # LANGUAGE
  case $1 in
    rust) find_rust; find_linker; ending=rs ;;
    zig) find_zig; ending=zig ;;
    cpp) llvm_tool clang++ >/dev/null || skip "there is no clang++"; ending=cpp ;;
    *) die "no language '$1'" ;;
  esac
}
