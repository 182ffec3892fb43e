;; SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

(module
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (global $number (mut i32) (i32.const -12345))
  (data (i32.const 16) "Hello, ")
  ;; The digits are written from the right, ending at 40, then moved up to the text.
  (data (i32.const 40) "!\n")
  (func (export "_start") (local $at i32) (local $rest i32)
    (local.set $at (i32.const 40))
    (local.set $rest (select (i32.sub (i32.const 0) (global.get $number)) (global.get $number)
                             (i32.lt_s (global.get $number) (i32.const 0))))
    (loop $digit
      (i32.store8 (local.tee $at (i32.sub (local.get $at) (i32.const 1)))
                  (i32.add (i32.rem_u (local.get $rest) (i32.const 10)) (i32.const 48)))
      (br_if $digit (local.tee $rest (i32.div_u (local.get $rest) (i32.const 10)))))
    (if (i32.lt_s (global.get $number) (i32.const 0))
      (then (i32.store8 (local.tee $at (i32.sub (local.get $at) (i32.const 1))) (i32.const 45))))
    (i32.store (i32.const 0) (i32.const 16))
    (i32.store (i32.const 4) (i32.const 7))
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
    (i32.store (i32.const 0) (local.get $at))
    (i32.store (i32.const 4) (i32.sub (i32.const 42) (local.get $at)))
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))
