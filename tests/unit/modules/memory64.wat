;; A memory of 64-bit addresses and a table of 64-bit indices.
(module
  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i64 i64 i64) (result i32)))
  (memory (export "memory") i64 1 16)
  (table i64 1 funcref)
  (func (export "_start")
    (i64.store offset=0x100000000 (i64.const 8) (i64.const 0))
    (drop (call $write (i32.const 1) (i64.const 0) (i64.const 1) (i64.const 8)))))
