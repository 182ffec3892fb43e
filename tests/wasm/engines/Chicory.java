// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// usage: java -cp CHICORY/* Chicory.java [--dir HOST::GUEST]... [--env NAME=VALUE]... MODULE [ARGUMENT...]
//
// Runs a WASI command on Chicory, the way `wasmtime run` does on Wasmtime: the program's status is ours, and a trap is a
// line on stderr and status 134.

import com.dylibso.chicory.runtime.Store;
import com.dylibso.chicory.wasi.WasiExitException;
import com.dylibso.chicory.wasi.WasiOptions;
import com.dylibso.chicory.wasi.WasiPreview1;
import com.dylibso.chicory.wasm.Parser;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;

public class Chicory {
  static final int TRAPPED = 134;

  public static void main(String[] words) {
    int status = 0;
    try {
      run(words);
    } catch (WasiExitException exit) {
      status = exit.exitCode();
    } catch (Throwable failure) {
      System.out.flush();
      System.err.println("chicory: " + failure);
      status = TRAPPED;
    }
    System.out.flush();
    System.err.flush();
    // Not exit: nothing of ours is left to do, and this is quicker.
    Runtime.getRuntime().halt(status & 255);
  }

  static void run(String[] words) throws Exception {
    WasiOptions.Builder options =
        WasiOptions.builder()
            .withStdin(System.in, false)
            .withStdout(System.out, false)
            .withStderr(System.err, false);
    int at = 0;
    for (; words[at].startsWith("--"); at += 2) {
      String value = words[at + 1];
      if (words[at].equals("--dir")) {
        String[] sides = value.split("::", 2);
        options = options.withDirectory(sides[1], Path.of(sides[0]));
      } else if (words[at].equals("--env")) {
        String[] sides = value.split("=", 2);
        options = options.withEnvironment(sides[0], sides[1]);
      } else {
        throw new IllegalArgumentException("unknown option " + words[at]);
      }
    }
    options = options.withArguments(Arrays.asList(words).subList(at, words.length));
    try (WasiPreview1 wasi = WasiPreview1.builder().withOptions(options.build()).build()) {
      new Store()
          .addFunction(wasi.toHostFunctions())
          .instantiate("main", Parser.parse(new File(words[at])));
    }
  }
}
