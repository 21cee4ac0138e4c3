//! A thread of its own that sees changes of the catalog and loads them.
//!
//! What happened is not asked, only that something did: then all is read again and its content compared. So
//! nothing depends on how an editor, a deployment or Kubernetes changes files. Where the file system tells
//! nothing, as over NFS, the content is compared every few seconds.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
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

/// What the thread is told.
enum Told {
    /// Something has changed.
    Changed,
    /// To read all again, and to say so.
    Reload,
    /// To end.
    End,
}

/// Watches the catalog of a service as long as it is there.
pub(crate) struct Watch {
    tell: SyncSender<Told>,
    thread: Option<JoinHandle<()>>,
}

impl Watch {
    /// Watches from now on.
    pub(crate) fn start(live: Arc<Live>) -> std::io::Result<Self> {
        // A few notes are enough to know that something happened; further ones are dropped.
        let (tell, told) = sync_channel(16);
        let watching = tell.clone();
        let thread = std::thread::Builder::new().name("catalog".to_owned());
        let thread = thread.spawn(move || run(&live, &watching, &told))?;
        Ok(Watch {
            tell,
            thread: Some(thread),
        })
    }

    /// Reads the catalog again, whether it has changed or not.
    pub(crate) fn reload(&self) {
        // The thread ends only with this.
        let _ = self.tell.send(Told::Reload);
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.tell.send(Told::End);
        if let Some(thread) = self.thread.take() {
            // Had it panicked, its message would be in the log.
            let _ = thread.join();
        }
    }
}

fn run(live: &Live, tell: &SyncSender<Told>, told: &Receiver<Told>) {
    let mut eyes = Eyes::open(live, tell);
    // What changed since the first revision was read, and before the eyes were open.
    let mut is_due = true;
    loop {
        let mut is_asked = false;
        if !is_due {
            match told.recv_timeout(POLL) {
                Ok(Told::Reload) => is_asked = true,
                Ok(Told::End) | Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) if eyes.see_all && !live.is_stale() => continue,
                Ok(Told::Changed) | Err(RecvTimeoutError::Timeout) => {}
            }
        }
        is_due = false;
        match quiet(told) {
            Quiet::Yes { asked } => is_asked |= asked,
            Quiet::Ended => return,
        }
        // Before all is read, so that nothing is missed that happens meanwhile.
        eyes = Eyes::open(live, tell);
        let files = Files::read_settled(live.origin());
        live.take(files, is_asked);
    }
}

/// Whether the file system came to rest.
enum Quiet {
    Yes { asked: bool },
    Ended,
}

/// Waits until nothing happens for a while, or for long enough.
fn quiet(told: &Receiver<Told>) -> Quiet {
    let mut asked = false;
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until {
        match told.recv_timeout(QUIET) {
            Ok(Told::Changed) => {}
            Ok(Told::Reload) => asked = true,
            Ok(Told::End) | Err(RecvTimeoutError::Disconnected) => return Quiet::Ended,
            Err(RecvTimeoutError::Timeout) => break,
        }
    }
    Quiet::Yes { asked }
}

/// What looks at the folders; opened anew for each change, since a change may replace the folders themselves.
struct Eyes {
    _watcher: Option<RecommendedWatcher>,
    /// Whether every place is looked at.
    see_all: bool,
}

impl Eyes {
    fn open(live: &Live, tell: &SyncSender<Told>) -> Self {
        let Some(path) = live.origin().path() else {
            return Eyes {
                _watcher: None,
                see_all: true,
            };
        };
        match Self::at(path, tell) {
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

    fn at(path: &Path, tell: &SyncSender<Told>) -> notify::Result<RecommendedWatcher> {
        let names = places::names(path);
        let parents: BTreeSet<PathBuf> = names
            .iter()
            .filter_map(|name| name.parent())
            .filter(|parent| parent.is_dir())
            .map(Path::to_owned)
            .collect();
        let folder = path.canonicalize().ok().filter(|real| real.is_dir());
        let (root, tell) = (folder.clone(), tell.clone());
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
                let _ = tell.try_send(Told::Changed);
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
