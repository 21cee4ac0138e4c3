//! An allocator that counts, for the programs that measure memory.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicU64, Ordering};

static CALLS: AtomicU64 = AtomicU64::new(0);
static ALLOCATED: AtomicU64 = AtomicU64::new(0);
static FREED: AtomicU64 = AtomicU64::new(0);

/// The system's allocator, counted. A block that grows counts as a new one.
pub struct Counting;

// SAFETY: every call goes to the system's allocator as it is.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        CALLS.fetch_add(1, Ordering::Relaxed);
        ALLOCATED.fetch_add(layout.size() as u64, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        FREED.fetch_add(layout.size() as u64, Ordering::Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }
}

/// What has been counted between two moments.
pub struct Counted {
    /// Blocks that were asked for.
    pub calls: u64,
    /// Bytes that were asked for.
    pub allocated: u64,
    /// Bytes that were asked for and are still held.
    pub retained: u64,
}

/// Counts what a function does; what it returns is still held.
pub fn count<R>(run: impl FnOnce() -> R) -> (R, Counted) {
    let load = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
    let before = (load(&CALLS), load(&ALLOCATED), load(&FREED));
    let result = run();
    let allocated = load(&ALLOCATED) - before.1;
    let freed = load(&FREED) - before.2;
    let counted = Counted {
        calls: load(&CALLS) - before.0,
        allocated,
        retained: allocated.saturating_sub(freed),
    };
    (result, counted)
}
