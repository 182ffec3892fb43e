# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# For tests of what compilers and linkers say: programs in a stage of their own, compiled bare or with the runtime, and the rows of
# docs/troubleshooting.md that quote the messages. SYSROOT names a finished sysroot.
# shellcheck shell=bash source-path=SCRIPTDIR source=harness.sh
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

test_file=$(realpath "$0")
cd "$stage"
# shellcheck source-path=SCRIPTDIR/../../scripts source=../../scripts/versions
source "$source_tree/scripts/versions"
# shellcheck source-path=SCRIPTDIR/../../scripts source=../../scripts/clang.sh
source "$source_tree/scripts/clang.sh"
find_clang "$LLVM_OLDEST"
[[ -n $clang ]] || { echo 'skipped: there is no clang++'; exit 77; }
flags=("--target=$(wasm_target)" -std=c++20)
((clang_version < 20)) || flags+=(--no-wasm-opt)

program() { printf '%s\n' "$2" >"$stage/$1"; }
run_clang() {
  status=0
  output=$("$clang" "${flags[@]}" "$@" -o program.wasm 2>&1) || status=$?
}
# Without a sysroot the headers would be those of the machine that compiles.
compile() { run_clang -nostdlibinc "$@"; }
with_sysroot() { run_clang "--sysroot=${SYSROOT:?names a finished sysroot}" "$@"; }
our_way() { with_sysroot -fno-exceptions -fno-rtti -Wl,--fatal-warnings "$@"; }

# The C++ library on top, as docs/libcxx.md says it; the test ends where it is not installed.
libcxx=$(cd "$("$clang" -print-resource-dir)/../../.." && pwd)
on_libcxx() {
  [[ -e $libcxx/include/wasm32-wasi/c++/v1/__config ]] || { echo 'skipped: libc++ for wasm32 is not installed'; exit 77; }
  our_way -nostdinc++ -isystem "$libcxx/include/wasm32-wasi/c++/v1" "$@" -lc++ -lc++abi "$libcxx/lib/wasm32-wasi/libc++.a"
}

# docs/troubleshooting.md quotes this in one of its tables.
expect_quoted() { grep -F "\`$1\`" "$source_tree/docs/troubleshooting.md" >/dev/null || failed "docs/troubleshooting.md has no row for: $1"; }
# The same, and it was said just now.
expect_row() { expect_quoted "$1"; expect_text "$1"; }
expect_success() { expect_status 0; [[ -z $output ]] || failed 'it was not silent'; }

# expect_all_rows_tried HEADING COLUMN: of the tables below the heading, each message in the column is one that this file provokes.
expect_all_rows_tried() {
  local message count=0
  # shellcheck disable=SC2016
  while IFS= read -r message; do
    count=$((count + 1))
    grep -E '(expect_row|expect_row_of|expect_row_of_header|expect_quoted) ' "$test_file" | grep -F -- "$message" >/dev/null || failed "no test provokes: $message"
  done < <(awk -v heading="## $1" '/^##+ / { inside = $0 == heading } inside && /^\|/' "$source_tree/docs/troubleshooting.md" |
    cut -d'|' -f"$(($2 + 1))" | grep -oE '`` ?[^`]*`[^`]*``|`[^`]+`' | sed -E 's/^`+//; s/`+$//')
  ((count > 5)) || failed "docs/troubleshooting.md has $count messages below '$1'"
}
