;; Imports whose module is written once, with a type each and with one type for all.
(module
  (import "wasi_snapshot_preview1"
    (item "proc_exit" (func $exit (param i32)))
    (item "sched_yield" (func $yield (result i32))))
  (import "env" (item "a") (item "b") (item "c") (global i32))
  (import "env" (item "f") (item "g") (func (param i32)))
  (memory (export "memory") 1)
  (func (export "_start") (call $exit (i32.const 0))))
