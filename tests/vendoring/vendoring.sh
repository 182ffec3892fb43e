#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# vendoring.sh WITXC CLANG CASE: what those who keep generated files in their own project rely on, by the tool itself.
# shellcheck disable=SC2016,SC2094
set -eu
witxc=$1
clang=$2
top=$(cd "$(dirname "$0")/../.." && pwd)
readme=$top/templates/README.md
specs=$top/tests/bindings/specs
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

fail() { printf '%s\n' "$*" >&2; exit 1; }
has() { grep -qF -- "$2" "$1" || fail "$1 lacks '$2'"; }
lacks() { ! grep -qF -- "$2" "$1" || fail "$1 has '$2'"; }
status() { # EXPECTED COMMAND...
  expected=$1
  shift
  got=0
  "$@" > said 2>&1 || got=$?
  [ "$got" -eq "$expected" ] || { cat said >&2; fail "exit $got instead of $expected: $*"; }
}
compiles() {
  "$clang" --target=wasm32 -ffreestanding -nostdinc -std=c++20 -Wall -Wextra -Wpedantic -Wconversion -Wold-style-cast \
    -Wreserved-identifier -Werror -fsyntax-only -x c++ "$@"
}
configuration() { # OUTPUTS
  printf '{ "specs": [{ "files": ["@preview1"] }], "outputs": [%s] }\n' "$1" > witxc.json
}

two_functions_fit_on_a_page() {
  "$witxc" generate -o - --only fd_write,proc_exit --layers raw --docs brief @preview1 > two.hpp
  [ "$(wc -l < two.hpp)" -le 85 ] || fail "$(wc -l < two.hpp) lines"
  has two.hpp '"fd_write"'
  has two.hpp '"proc_exit"'
  lacks two.hpp fd_read
  lacks two.hpp Errno
  compiles two.hpp
}

six_typed_functions_are_at_most_300_lines() {
  for six in fd_read,fd_write,fd_close,clock_time_get,random_get,proc_exit fd_read,fd_write,fd_close,fd_seek,random_get,proc_exit \
    args_get,args_sizes_get,fd_read,fd_write,fd_close,proc_exit args_get,args_sizes_get,environ_get,environ_sizes_get,fd_write,proc_exit; do
    "$witxc" generate -q --docs none --no-names --no-messages --no-asserts --only $six @preview1
    [ "$(wc -l < wasi/preview1.hpp)" -le 300 ] || fail "$six: $(wc -l < wasi/preview1.hpp) lines"
    compiles wasi/preview1.hpp
    lacks wasi/preview1.hpp '///'
  done
}

# Found by adding, five times, the function that brings most to the largest one.
the_largest_six_typed_functions_are_at_most_760_lines() {
  "$witxc" generate -q --docs none --no-names --no-messages --no-asserts @preview1 \
    --only path_open,poll_oneoff,sock_recv,fd_prestat_get,path_filestat_get,sock_send
  [ "$(wc -l < wasi/preview1.hpp)" -le 760 ] || fail "$(wc -l < wasi/preview1.hpp) lines"
  compiles wasi/preview1.hpp
}

typed_functions_bring_the_parts_that_they_use() {
  "$witxc" generate -q --docs none --no-names --no-messages --only sched_yield @preview1
  has wasi/preview1.hpp 'class [[nodiscard]] Result'
  for part in 'class Span' 'class Str' 'struct Bool' 'union Out' 'byte_address' 'packed_text' 'operator|' 'struct Case'; do lacks wasi/preview1.hpp "$part"; done
  compiles wasi/preview1.hpp
  "$witxc" generate -q --docs none --no-names --no-messages --no-asserts --only fd_write,proc_exit @preview1
  has wasi/preview1.hpp 'class Span'
  for part in 'struct Bool' 'union Out' 'packed_text' 'class Table' 'operator|' 'struct Case'; do lacks wasi/preview1.hpp "$part"; done
  [ "$(wc -l < wasi/preview1.hpp)" -le 255 ] || fail "$(wc -l < wasi/preview1.hpp) lines"
  compiles wasi/preview1.hpp
}

# Headers that brought different parts, in either order: what one lacks the other adds.
cut_headers_share_a_program() {
  "$witxc" generate -q --only fd_filestat_get,path_open @preview0
  printf '(typename $b bool) (typename $n u8) (typename $e (enum (@witx tag u8) $ok $no))
    (module $clock (@interface func (export "ring") (param $b $b) (param $e $e) (result $n (expected $n (error $e)))))\n' > clock.witx
  "$witxc" generate -q --no-names --no-messages clock.witx
  for options in '' '--no-names' '--no-messages' '--docs none --no-names --no-messages --no-asserts' '--layers raw'; do
    # shellcheck disable=SC2086
    "$witxc" generate -q $options --only fd_write,fd_prestat_get @preview1
    for order in 'wasi/preview1 wasi/preview0 clock' 'clock wasi/preview0 wasi/preview1' 'wasi/preview0 clock wasi/preview1'; do
      # shellcheck disable=SC2086
      printf '#include "%s.hpp"\n' $order > order.cpp
      cat >> order.cpp <<'END'
constexpr auto both = wasi::preview0::Oflags::creat | wasi::preview0::Oflags::trunc;
static_assert(has(both, wasi::preview0::Oflags::trunc) && name(wasi::preview0::Oflags::trunc) == "trunc");
static_assert(name(wasi::preview0::Errno::badf) == "badf" && !message(wasi::preview0::Errno::badf).empty());
static_assert(is_known(clock::E::no) && witx::message(clock::E::no).empty() && witx::name(clock::E::no).empty());
wasi::Ciovec part();
bool ring(witx::Bool<witx::u8> b) { return static_cast<bool>(clock::ring(b, clock::E::ok)); }
END
      compiles order.cpp
    done
  done
}

only_brings_the_types_that_are_needed() {
  "$witxc" generate -q --only fd_write,proc_exit @preview1
  has wasi/preview1.hpp 'enum class Errno'
  has wasi/preview1.hpp 'struct Ciovec'
  lacks wasi/preview1.hpp 'struct Filestat'
  lacks wasi/preview1.hpp dircookie_start
  compiles wasi/preview1.hpp
  for language in c md; do "$witxc" generate -q --layers raw --lang $language --only fd_write,proc_exit @preview1; done
  # C has no layers: what its functions take is there.
  has wasi/api.h '__wasi_errno_t;'
  lacks wasi/api.h fd_read
  lacks wasi/preview1.md fd_read
  # Of every function by itself: it compiles, typed and raw.
  for function in $(sed -n 's/^.*"wasi_snapshot_preview1", "\([a-z_]*\)".*$/\1/p' wasi/preview1.hpp) poll_oneoff fd_prestat_get path_open; do
    "$witxc" generate -q --only "$function" @preview1
    compiles wasi/preview1.hpp
    "$witxc" generate -q --layers raw --only "$function" @preview1
    compiles wasi/preview1.hpp
  done
}

# Of the specifications that the tests of bindings have, too: every kind of type, and the oldest and the flat convention.
lines_have_at_most_100_columns() {
  "$witxc" generate -q --lang cpp,c @preview1 @preview0
  for spec in "$specs"/*.witx; do "$witxc" generate -q --lang cpp,c "$spec"; done
  find . -name '*.hpp' -o -name '*.h' -o -name '*.c' > files
  [ "$(wc -l < files)" -ge 12 ] || fail 'files are missing'
  while read -r file; do
    grep -vE '^// (specification|options|templates)' "$file" > checked
    if grep -nE '^.{101,}' checked > long; then fail "$file: $(head -1 long)"; fi
  done < files
}

the_raw_layer_has_the_values_when_asked() {
  for only in '' '--only clock_time_get,path_open,fd_readdir'; do
    # shellcheck disable=SC2086
    "$witxc" generate -q --layers raw,values $only @preview1
    for name in 'inval = 28' 'monotonic = 1' 'creat = 0x1' 'dircookie_start'; do has wasi/preview1.hpp "$name"; done
    for part in 'using Result' 'EnumInfo' 'Result<'; do lacks wasi/preview1.hpp "$part"; done
    compiles wasi/preview1.hpp
    cat > value.cpp <<'END'
#include "wasi/preview1.hpp"
bool now(wasi::Timestamp& time) {
  const auto clock = static_cast<witx::u32>(wasi::Clockid::monotonic);
  return wasi::raw::clock_time_get(clock, 1, &time) == static_cast<witx::s32>(wasi::Errno::success);
}
END
    compiles value.cpp
  done
  lacks wasi/preview1.hpp 'enum class Whence'
  "$witxc" generate -q --layers raw --only clock_time_get @preview1
  lacks wasi/preview1.hpp 'enum class'
}

an_unknown_function_is_refused() {
  status 2 "$witxc" generate --only fd_wite @preview1
  has said "did you mean 'fd_write'?"
  [ ! -e wasi ] || fail 'something was written'
}

what_goes_along_is_chosen() {
  "$witxc" generate -q --docs none --no-names --no-messages --no-asserts --licence MIT @preview1
  has wasi/preview1.hpp 'SPDX-License-Identifier: MIT'
  lacks wasi/preview1.hpp static_assert
  lacks wasi/preview1.hpp 'nosys\0'
  compiles wasi/preview1.hpp
  "$witxc" generate -q --layers raw @preview1
  lacks wasi/preview1.hpp 'using Result'
  compiles wasi/preview1.hpp
  status 0 "$witxc" check --layers raw @preview1
  status 1 "$witxc" check -q @preview1
  has said 'the options changed'
}

nothing_is_written_twice() {
  "$witxc" generate @preview1 > said
  has said wasi/preview1.hpp
  touch -d '2001-01-01' wasi/preview1.hpp
  "$witxc" generate @preview1 > said
  [ ! -s said ] || fail 'written again'
  [ "$(date -r wasi/preview1.hpp +%Y)" = 2001 ] || fail 'touched'
}

outputs_are_listed() {
  "$witxc" generate --list-outputs --lang cpp,c -o out @preview1 > said
  printf 'out/wasi/preview1.hpp\nout/wasi/api.h\nout/wasi_api.c\n' > expected
  diff expected said
  [ ! -e out ] || fail 'something was written'
}

a_depfile_names_what_was_read() {
  echo '(use "types.witx") (module $m)' > 'a b.witx'
  echo '(typename $t u8)' > types.witx
  "$witxc" generate -q --depfile stamp.d --depfile-target stamp 'a b.witx'
  printf 'stamp: \\\n  a\\ b.witx \\\n  types.witx\n' > expected
  diff expected stamp.d
  status 2 "$witxc" generate --depfile-target stamp 'a b.witx'
  has said "'--depfile-target' needs '--depfile'"
}

stale_files_are_found_and_pruned() {
  configuration '{ "language": "cpp" }, { "language": "c" }'
  "$witxc" generate -q
  status 0 "$witxc" check
  configuration '{ "language": "cpp" }'
  status 1 "$witxc" check
  has said 'wasi/api.h is stale'
  has said 'witxc generate --prune'
  # Without being told it removes nothing, and does not forget.
  "$witxc" generate -q
  [ -e wasi/api.h ] || fail 'removed'
  status 1 "$witxc" check
  echo mine > wasi_api.c
  "$witxc" generate --prune > said
  has said 'removed wasi/api.h'
  [ ! -e wasi/api.h ] || fail 'still there'
  [ -e wasi_api.c ] || fail 'removed what is not ours'
  status 0 "$witxc" check
}

a_configuration_begins_with_what_holds() {
  "$witxc" config init > said
  has said witxc.json
  status 0 "$witxc" config init
  cp witxc.json beginning
  echo >> witxc.json
  status 4 "$witxc" config init
  has said 'is there already'
  mv beginning witxc.json
  "$witxc" generate -q
  "$witxc" generate -q -o plain @preview1
  diff generated/wasi/preview1.hpp plain/wasi/preview1.hpp
  # Every key that is written is in the schema, and the other way round.
  "$witxc" config schema > schema
  for key in specs outputs only docs layers names messages asserts split license templates rename naming lint; do
    has witxc.json "\"$key\""
    has schema "\"$key\""
  done
  sed -i 's/"docs"/"dosc"/' witxc.json
  status 2 "$witxc" generate
  has said "did you mean 'docs'?"
  has said "witxc.json:$(sed -n '/dosc/=' witxc.json):"
}

exported_templates_change_nothing() {
  for language in cpp c md html rust zig; do
    "$witxc" template export $language -o mine > /dev/null
    "$witxc" generate -q --lang $language -o theirs @preview1
    "$witxc" generate -q --lang $language --templates mine -o ours @preview1
  done
  diff -r theirs ours
  "$witxc" template list > list
  (cd mine && find . -name '*.mustache' | sed 's|^\./||' | sort) > exported
  sort list | diff - exported
  status 0 "$witxc" template check mine
}

an_override_is_checked() {
  "$witxc" template export cpp -o mine > /dev/null
  rm mine/cpp/support.mustache
  echo '<%type_nmae%>' >> mine/cpp/record.mustache
  status 3 "$witxc" template check mine
  has said "did you mean 'type_name'?"
  has said 'mine/cpp/record.mustache:12:1'
  sed -i '$d' mine/cpp/record.mustache
  sed -i 's/^[0-9a-f]* enum$/0000 enum/' mine/cpp/ancestors
  status 1 "$witxc" template check mine
  has said 'mine/cpp/enum.mustache: the built-in template changed since this one was exported'
  echo changed > mine/cpp/alias.mustache
  status 4 "$witxc" template export cpp -o mine
  has said 'is there already, and witxc did not write it'
}

snapshots_and_specifications_share_a_program() {
  printf '(typename $e (enum (@witx tag u8) $ok))\n(module $clock)\n' > clock.witx
  "$witxc" generate -q --lang cpp,c @preview1 @preview0 clock.witx
  printf '#include "wasi/preview1.hpp"\n#include "wasi/preview0.hpp"\n#include "clock.hpp"\nwasi::Errno a; wasi::preview0::Errno b; clock::E c;\n' > all.cpp
  compiles all.cpp
  "$witxc" generate -q --layers raw -o raw --only fd_write @preview0
  printf '#include "raw/wasi/preview0.hpp"\n#include "wasi/preview1.hpp"\n' > mixed.cpp
  compiles mixed.cpp
  printf '#include "wasi/api.h"\n#include "wasi/preview0.h"\n#include "clock.h"\n__wasi_errno_t a;\n__wasi_preview0_errno_t b;\nclock_e_t c;\n' > all.c
  "$clang" --target=wasm32 -ffreestanding -x c -std=c11 -Wall -Wextra -Wpedantic -Werror -fsyntax-only all.c
}

# The example of templates/README.md, as it stands there.
a_page_for_each_function_is_written_as_the_readme_of_templates_says() {
  sed -n '/^    { "specs"/,/^$/p' "$readme" > witxc.json
  "$witxc" generate > said
  [ "$(grep -c '^docs/functions/' said)" -ge 45 ] || fail 'pages are missing'
  has docs/functions/fd-write.md 'Import `fd_write` of `wasi_snapshot_preview1`'
  status 0 "$witxc" check
  status 0 "$witxc" template check
}

# Also where every kind of name has the same style, so that types, functions, fields and parameters meet.
names_in_other_styles_compile() {
  warnings='-Wall -Wextra -Wpedantic -Werror -fsyntax-only'
  for style in snake pascal camel upper; do
    printf '{ "specs": [{ "files": ["@preview1"] }, { "files": ["%s/shapes.witx"] }],\n' "$specs" > witxc.json
    printf '  "naming": { %s },\n' "$(for kind in types functions fields cases params constants; do printf '"%s": "%s", ' $kind $style; done) \"modules\": \"$style\"" >> witxc.json
    printf '  "outputs": [{ "language": "cpp", "folder": "%s" }, { "language": "c", "folder": "%s" }] }\n' $style $style >> witxc.json
    "$witxc" generate -q
    find "$style" -name '*.hpp' > headers
    while read -r header; do
      compiles "$header"
      # shellcheck disable=SC2086
      ! command -v g++ > found || g++ -std=c++20 -Wconversion -Wold-style-cast $warnings -x c++ "$header"
    done < headers
    find "$style" -name '*.c' > sources
    while read -r source; do
      # shellcheck disable=SC2086
      "$clang" --target=wasm32 -ffreestanding -nostdlibinc -x c -std=c11 $warnings -I "$style" "$source"
      # shellcheck disable=SC2086
      ! command -v gcc > found || gcc -std=c11 $warnings -I "$style" "$source"
    done < sources
    [ "$(cat headers sources | wc -l)" -eq 4 ] || fail 'files are missing'
  done
  has snake/wasi/preview1.hpp 'enum class errno_ : witx::u16'
  has camel/wasi/preview1.hpp ' fdWrite('
  has upper/wasi/preview1.hpp 'NONE = 0'
  has pascal/wasi/api.h '__wasi_FdWrite('
}

# Also with the parts of another snapshot, and of a specification with several modules, beside the whole.
parts_of_a_header_compile_alone_and_together() {
  printf '(typename $e (enum (@witx tag u8) $ok))\n%s\n%s\n' \
    '(module $first (@interface func (export "f") (param $e $e)))' '(module $second (@interface func (export "f")))' > two.witx
  "$witxc" generate -q --split @preview1 @preview0 two.witx
  "$witxc" generate -q --split "$specs/shapes.witx"
  "$witxc" generate -q --split --layers raw --only fd_write -o small @preview1
  "$witxc" generate -q -o whole @preview1
  find . -name '*.hpp' > headers
  [ "$(wc -l < headers)" -eq 25 ] || fail "$(cat headers)"
  while read -r header; do
    compiles "$header"
    printf '#include "%s"\n' "$header"
  done < headers > all.cpp
  # Of one specification there is one version in a program.
  grep -v '/small/\|/whole/' all.cpp > together.cpp
  compiles together.cpp
  # What is split says the same.
  for part in support types raw functions; do cat "wasi/preview1/$part.hpp"; done | grep -c . > lines
  [ "$(cat lines)" -ge "$(grep -c . whole/wasi/preview1.hpp)" ] || fail 'something is lost'
  lacks small/wasi/preview1/support.hpp Result
}

"$3"
