;; SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

(module
  (import "wasi_snapshot_preview1" "args_get" (func $args_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "environ_get" (func $environ_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  ;; One page for pointers, one for bytes; more than that traps.
  (memory (export "memory") 3)
  (data (i32.const 12) "\n")
  (func $write (param $text i32) (param $end i32)
    (i32.store (i32.const 0) (local.get $text))
    (i32.store (i32.const 4) (i32.sub (local.get $end) (local.get $text)))
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))))
  (func $print (param $text i32) (local $end i32)
    (local.set $end (local.get $text))
    (loop $letter
      (if (i32.load8_u (local.get $end))
        (then (local.set $end (i32.add (local.get $end) (i32.const 1))) (br $letter))))
    (call $write (local.get $text) (local.get $end))
    (call $write (i32.const 12) (i32.const 13)))
  (func (export "_start")
    (drop (call $args_get (i32.const 65536) (i32.const 131072)))
    (call $print (i32.load (i32.const 65536)))
    (i32.store (i32.const 65536) (i32.const 0))
    (drop (call $environ_get (i32.const 65536) (i32.const 131072)))
    (if (i32.load (i32.const 65536))
      (then (call $print (i32.load (i32.const 65536)))))))
