//! A thread of its own that sees changes of the catalog and loads them.
//!
//! What happened is not asked, only that something did: then all is read again and its content compared. So
//! nothing depends on how an editor, a deployment or Kubernetes changes files. Where the file system tells
//! nothing, as over NFS, the content is compared every few seconds.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::files::Files;
use super::{Live, places};

/// How long nothing may happen until what was changed is read.
const QUIET: Duration = Duration::from_millis(100);

/// How long a change may go on until it is read all the same, so that it is live within a second.
const PATIENCE: Duration = Duration::from_millis(600);

/// How often the content is compared without having been told.
const POLL: Duration = Duration::from_secs(5);

/// Watches the catalog of a service as long as it is there.
pub(crate) struct Watch {
    bell: Bell,
    orders: Arc<Orders>,
    thread: Option<JoinHandle<()>>,
}

/// Wakes the thread. It rings once, however often it is pressed before it is heard.
type Bell = SyncSender<()>;

/// What the thread is to do besides looking at what has changed.
#[derive(Default)]
struct Orders {
    /// To read all again, and to say so.
    reload: AtomicBool,
    end: AtomicBool,
}

impl Watch {
    /// Watches from now on.
    pub(crate) fn start(live: Arc<Live>) -> std::io::Result<Self> {
        let (bell, rings) = sync_channel(1);
        let orders = Arc::new(Orders::default());
        let (watching, given) = (bell.clone(), orders.clone());
        let thread = std::thread::Builder::new().name("catalog".to_owned());
        let thread = thread.spawn(move || run(&live, &watching, &rings, &given))?;
        Ok(Watch {
            bell,
            orders,
            thread: Some(thread),
        })
    }

    /// Has the catalog read again, whether it has changed or not.
    pub(crate) fn reload(&self) {
        self.orders.reload.store(true, Ordering::SeqCst);
        press(&self.bell);
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.orders.end.store(true, Ordering::SeqCst);
        press(&self.bell);
        if let Some(thread) = self.thread.take() {
            // Had it panicked, that would be in the log.
            let _ = thread.join();
        }
    }
}

fn press(bell: &Bell) {
    // When it is full, it has been pressed and not been heard yet.
    let _ = bell.try_send(());
}

fn run(live: &Live, bell: &Bell, rings: &Receiver<()>, orders: &Orders) {
    let mut eyes = Eyes::open(live, bell);
    // What changed since the first revision was read, and before the eyes were open.
    press(bell);
    loop {
        let ring = rings.recv_timeout(POLL);
        if ring == Err(RecvTimeoutError::Timeout) && eyes.see_all && !live.is_stale() {
            continue;
        }
        let until = Instant::now() + PATIENCE;
        while !orders.end.load(Ordering::SeqCst) {
            if Instant::now() > until || rings.recv_timeout(QUIET).is_err() {
                break;
            }
        }
        if orders.end.load(Ordering::SeqCst) {
            return;
        }
        let is_asked = orders.reload.swap(false, Ordering::SeqCst);
        // Before all is read, so that nothing is missed that happens meanwhile.
        eyes = Eyes::open(live, bell);
        live.take(Files::read_settled(live.origin()), is_asked);
    }
}

/// What looks at the folders; opened anew for each change, since a change may replace the folders themselves.
struct Eyes {
    _watcher: Option<RecommendedWatcher>,
    /// Whether every place is looked at.
    see_all: bool,
}

impl Eyes {
    fn open(live: &Live, bell: &Bell) -> Self {
        let Some(path) = live.origin().path() else {
            return Eyes {
                _watcher: None,
                see_all: true,
            };
        };
        match Self::at(path, bell) {
            Ok(watcher) => Eyes {
                _watcher: Some(watcher),
                see_all: path.exists(),
            },
            Err(error) => {
                tracing::debug!(%error, "cannot watch all of the catalog; it is read every few seconds");
                Eyes {
                    _watcher: None,
                    see_all: false,
                }
            }
        }
    }

    fn at(path: &Path, bell: &Bell) -> notify::Result<RecommendedWatcher> {
        let names = places::names(path);
        let parents: BTreeSet<PathBuf> = names
            .iter()
            .filter_map(|name| name.parent())
            .filter(|parent| parent.is_dir())
            .map(Path::to_owned)
            .collect();
        let folder = path.canonicalize().ok().filter(|real| real.is_dir());
        let (root, bell) = (folder.clone(), bell.clone());
        let is_change = move |event: &Event| {
            let is_ours = |path: &PathBuf| {
                names.contains(path) || root.as_ref().is_some_and(|root| path.starts_with(root))
            };
            // Reading is an event as well, and would be one without end.
            !event.kind.is_access() && (event.paths.is_empty() || event.paths.iter().any(is_ours))
        };
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // What went unseen may have been a change.
            if event.as_ref().map_or(true, &is_change) {
                press(&bell);
            }
        })?;
        for parent in &parents {
            watcher.watch(parent, RecursiveMode::NonRecursive)?;
        }
        if let Some(folder) = &folder {
            watcher.watch(folder, RecursiveMode::Recursive)?;
        }
        Ok(watcher)
    }
}
