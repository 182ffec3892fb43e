;; SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

(module
  (memory (export "memory") 1)
  (global $next (mut i32) (i32.const 16))
  ;; Hands out memory from the front, and takes none back.
  (func $malloc (param $bytes i32) (result i32) (local $end i32)
    (local.set $end (i32.add (global.get $next)
                             (i32.and (i32.add (local.get $bytes) (i32.const 15)) (i32.const -16))))
    (if (i32.gt_u (local.get $end) (i32.shl (memory.size) (i32.const 16)))
      (then
        (if (i32.eq (memory.grow (i32.add (i32.shr_u (local.get $bytes) (i32.const 16)) (i32.const 1)))
                    (i32.const -1))
          (then (return (i32.const 0))))))
    (global.get $next)
    (global.set $next (local.get $end)))
  (func (export "_start")
    (i32.store (i32.const 0) (call $malloc (i32.const 100)))))
