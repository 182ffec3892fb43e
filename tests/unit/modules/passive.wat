;; A function that only a passive segment leads to, and one that only an exported table does.
(module
  (import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (import "wasi_snapshot_preview1" "fd_close" (func $close (param i32) (result i32)))
  (memory (export "memory") 1)
  (table (export "table") 2 funcref)
  (elem $later func $yield)
  (elem (i32.const 0) funcref (ref.func $exit))
  (func (export "_start")
    (table.init $later (i32.const 1) (i32.const 0) (i32.const 1))))
