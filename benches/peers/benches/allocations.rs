//! Heap allocations of one rendering, counted, averaged over all messages and locales.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicU64, Ordering};

use tolken_peers::by_hand::ByHand;
use tolken_peers::bundles::Bundles;
use tolken_peers::i18n::RustI18n;
use tolken_peers::tolken::Tolken;
use tolken_peers::{LOCALES, MESSAGES, Peer, checked};

static COUNT: AtomicU64 = AtomicU64::new(0);

struct Counting;

// SAFETY: every call goes to the system's allocator as it is.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        COUNT.fetch_add(1, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn count<P: Peer>() {
    let peer = checked::<P>();
    let mut out = String::with_capacity(1024);
    let before = COUNT.load(Ordering::Relaxed);
    for locale in 0..LOCALES.len() {
        for (_, message) in MESSAGES {
            out.clear();
            peer.render(locale, message, &mut out);
        }
    }
    let count = COUNT.load(Ordering::Relaxed) - before;
    #[expect(clippy::cast_precision_loss)]
    let average = count as f64 / (LOCALES.len() * MESSAGES.len()) as f64;
    println!("{:16} {average:5.2} allocations a message", P::NAME);
}

fn main() {
    count::<ByHand>();
    count::<Tolken>();
    count::<Bundles>();
    count::<RustI18n>();
}
