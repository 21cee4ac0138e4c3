//! Checks folders on a thread of its own, so that nobody who types waits for it.
//!
//! Of one folder only the newest state is checked: what comes while another check runs, or shortly after
//! a first change, takes the place of what was to be checked.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use tolken::Source;
use tolken::check::{Checked, Checker};

/// How long more changes are awaited before a check begins: a few letters of a fast typist.
const QUIET: Duration = Duration::from_millis(40);

/// A state of a folder that is to be checked.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) root: PathBuf,
    /// Which state of the folder it is; later ones are higher.
    pub(super) generation: u64,
    /// The texts of the documents that are open in it.
    pub(super) unsaved: Vec<Source>,
}

/// A folder as it was found.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) root: PathBuf,
    pub(super) generation: u64,
    /// What was found, or why nothing could be.
    pub(super) checked: Result<Checked, String>,
}

/// The thread that checks; it ends when this is dropped.
pub(super) struct Worker(Arc<Queue>);

#[derive(Default)]
struct Queue {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// One a folder, in the order in which they came.
    jobs: Vec<Job>,
    is_closed: bool,
}

impl Worker {
    /// Starts the thread, which tells what it finds.
    pub(super) fn start<E>(outcomes: SyncSender<E>) -> Self
    where
        E: From<Outcome> + Send + 'static,
    {
        let queue = Arc::new(Queue::default());
        let worker = Worker(queue.clone());
        thread::spawn(move || {
            while let Some(job) = queue.next() {
                if outcomes.send(check(job).into()).is_err() {
                    return;
                }
            }
        });
        worker
    }

    /// Has a folder checked, instead of an earlier state of it that is not checked yet.
    pub(super) fn check(&self, job: Job) {
        let mut state = self.0.lock();
        state.jobs.retain(|known| known.root != job.root);
        state.jobs.push(job);
        self.0.changed.notify_one();
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.0.lock().is_closed = true;
        self.0.changed.notify_one();
    }
}

impl Queue {
    /// The state is whole between any two steps, whoever panicked.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a job, and then until it is quiet; `None` at the end.
    fn next(&self) -> Option<Job> {
        let mut state = self.lock();
        while state.jobs.is_empty() && !state.is_closed {
            let waited = self.changed.wait(state);
            state = waited.unwrap_or_else(PoisonError::into_inner);
        }
        let end = Instant::now() + QUIET;
        while !state.is_closed {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Some(state.jobs.remove(0));
            }
            let waited = self.changed.wait_timeout(state, left);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        None
    }
}

fn check(job: Job) -> Outcome {
    let Job {
        root,
        generation,
        unsaved,
    } = job;
    // A check does not panic; if one did, all others would be lost with it.
    let checked = catch_unwind(AssertUnwindSafe(|| {
        let checker = Checker::new().dir_with(&root, unsaved)?;
        checker.run()
    }));
    let checked = match checked {
        Ok(checked) => checked.map_err(|error| format!("cannot check: {error}")),
        Err(_) => Err(format!("cannot check `{}`: tolken failed", root.display())),
    };
    Outcome {
        root,
        generation,
        checked,
    }
}
