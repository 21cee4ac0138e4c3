//! Many lines at once: on all cores, in order, in bounded memory.
//!
//! A thread cuts the input into pieces, each with the whole lines of one read, so that a pipe that
//! is slow is answered at once; workers answer pieces, and this thread writes them in the order of
//! their coming. The queue between them is short: whoever is ahead waits.

use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, anyhow};
use tolken::Index;
use tolken_protocol::LookupAnswer;

use super::summary::Summary;
use super::{LookupArgs, nothing_matches, utf8};
use crate::report;

/// How many bytes are read at a time.
const PIECE: usize = 128 << 10;

/// The longest line that is kept, in bytes: what is behind is more than any text has that is
/// searched.
const LONGEST: usize = 1 << 20;

/// How often the progress is told.
const OFTEN: Duration = Duration::from_millis(100);

/// Some lines of the input, and where their answers go.
struct Work {
    lines: Vec<u8>,
    done: SyncSender<anyhow::Result<Done>>,
}

/// The answers to some lines.
struct Done {
    bytes: u64,
    json: Vec<u8>,
    summary: Summary,
}

/// Answers the lines of standard input; whether anything matches.
pub(super) fn run(args: &LookupArgs, index: &Index) -> anyhow::Result<bool> {
    let input = io::stdin();
    if input.is_terminal() {
        report::note("reading texts, one a line, until Ctrl-D");
    }
    let mut progress = Progress::new(args);
    let mut summary = Summary::default();
    let mut out = io::stdout().lock();
    let result = stream(args, index, input, |done| {
        if args.lines {
            out.write_all(&done.json)
                .and_then(|()| out.flush())
                .context("cannot write the answers")?;
        }
        summary.merge(done.summary);
        progress.tell(done.bytes, &summary);
        Ok(())
    });
    progress.clear();
    result?;
    if args.summary && args.lines {
        // There is nowhere left to complain to when standard error is closed.
        _ = summary.write(&mut anstream::stderr().lock());
    } else if args.summary {
        summary.write(&mut out).context("cannot write the answer")?;
    }
    if summary.lines > 0 && summary.matched == 0 {
        nothing_matches("no line matches any", index);
    }
    Ok(summary.lines == 0 || summary.matched > 0)
}

/// Answers all lines and gives them on in their order.
fn stream(
    args: &LookupArgs,
    index: &Index,
    input: impl Read + Send,
    mut take: impl FnMut(Done) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let (work, waiting) = mpsc::sync_channel::<Work>(workers);
    let (order, dones) = mpsc::sync_channel(2 * workers);
    let waiting = Arc::new(Mutex::new(waiting));
    thread::scope(|scope| {
        for _ in 0..workers {
            let waiting = Arc::clone(&waiting);
            scope.spawn(move || answer(args, index, &waiting));
        }
        drop(waiting);
        scope.spawn(move || cut(input, &work, &order));
        for done in dones {
            let done: Receiver<anyhow::Result<Done>> = done?;
            let done = done.recv().map_err(|_| anyhow!("a thread has ended"))?;
            take(done?)?;
        }
        Ok(())
    })
}

/// Cuts the input into pieces of whole lines, until it ends or nobody waits for answers.
fn cut(
    mut input: impl Read,
    work: &SyncSender<Work>,
    order: &SyncSender<anyhow::Result<Receiver<anyhow::Result<Done>>>>,
) {
    let mut pieces = Pieces::default();
    loop {
        let lines = match pieces.next(&mut input).context("cannot read the texts") {
            Ok(Some(lines)) => lines,
            Ok(None) => return,
            Err(error) => {
                _ = order.send(Err(error));
                return;
            }
        };
        let (done, receiver) = mpsc::sync_channel(1);
        if order.send(Ok(receiver)).is_err() || work.send(Work { lines, done }).is_err() {
            return;
        }
    }
}

/// Cuts an input where lines end.
#[derive(Default)]
struct Pieces {
    /// The beginning of a line whose end is not read.
    rest: Vec<u8>,
}

impl Pieces {
    /// The whole lines of a read; at the end, what is left.
    fn next(&mut self, input: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
        let mut piece = std::mem::take(&mut self.rest);
        loop {
            // Of a line that is too long, the end takes the place of what would be behind the
            // bound: it is as little read, and the line stays one.
            piece.truncate(LONGEST);
            let start = piece.len();
            piece.resize(start + PIECE, 0);
            let read = loop {
                match input.read(&mut piece[start..]) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    read => break read?,
                }
            };
            piece.truncate(start + read);
            if read == 0 {
                return Ok((!piece.is_empty()).then_some(piece));
            }
            if let Some(end) = piece[start..].iter().rposition(|byte| *byte == b'\n') {
                self.rest = piece.split_off(start + end + 1);
                return Ok(Some(piece));
            }
        }
    }
}

/// Answers pieces until there are no more.
fn answer(args: &LookupArgs, index: &Index, waiting: &Mutex<Receiver<Work>>) {
    loop {
        let next = waiting
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .recv();
        let Ok(Work { lines, done }) = next else {
            return;
        };
        // Nobody waits for it when the output is closed.
        _ = done.send(look_up(args, index, &lines));
    }
}

fn look_up(args: &LookupArgs, index: &Index, lines: &[u8]) -> anyhow::Result<Done> {
    let mut json = Vec::new();
    let mut summary = Summary::default();
    let reader = args.language.language();
    let whole = lines.strip_suffix(b"\n").unwrap_or(lines);
    for line in whole.split(|byte| *byte == b'\n') {
        let line = utf8(line.strip_suffix(b"\r").unwrap_or(line));
        let matches = index.lookup(&args.query(&line));
        summary.add(&matches);
        if args.lines {
            let answer = LookupAnswer::new(index.catalog(), matches, reader);
            serde_json::to_writer(&mut json, &answer).context("cannot write the answers")?;
            json.push(b'\n');
        }
    }
    Ok(Done {
        bytes: lines.len() as u64,
        json,
        summary,
    })
}

/// How far it is, on a terminal that shows nothing else.
struct Progress {
    is_shown: bool,
    started: Instant,
    told: Option<Instant>,
    bytes: u64,
    /// How long the input is, if that is known.
    total: Option<u64>,
    width: usize,
}

impl Progress {
    fn new(args: &LookupArgs) -> Self {
        let is_alone = !args.lines || !io::stdout().is_terminal();
        let is_file = |file: &fs::Metadata| file.is_file() && file.len() > 0;
        Progress {
            is_shown: is_alone && io::stderr().is_terminal() && !io::stdin().is_terminal(),
            started: Instant::now(),
            told: None,
            bytes: 0,
            // Where there is no such file, the length is not known.
            total: fs::metadata("/dev/stdin")
                .ok()
                .filter(is_file)
                .map(|file| file.len()),
            width: 0,
        }
    }

    fn tell(&mut self, bytes: u64, summary: &Summary) {
        self.bytes += bytes;
        let now = Instant::now();
        let is_early = |told: Instant| now.duration_since(told) < OFTEN;
        if !self.is_shown || self.told.is_some_and(is_early) {
            return;
        }
        self.told = Some(now);
        let millis = self.started.elapsed().as_millis().max(1);
        let speed = u128::from(summary.lines) * 1_000 / millis;
        let share = match self.total {
            Some(total) => format!("{:3} %  ", (self.bytes * 100 / total).min(100)),
            None => String::new(),
        };
        let (lines, matched) = (summary.lines, summary.matched);
        let text = format!("{share}lines: {lines}, with a match: {matched}, a second: {speed}");
        self.write(&text);
    }

    /// Takes it off the terminal.
    fn clear(&mut self) {
        if self.told.is_some() {
            // Twice: with spaces over the last text, then back to the beginning.
            self.write("");
            self.write("");
        }
    }

    fn write(&mut self, text: &str) {
        let width = std::mem::replace(&mut self.width, text.len()).max(text.len());
        // There is nowhere left to complain to when standard error is closed.
        _ = write!(io::stderr(), "\r{text:width$}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(mut input: impl Read) -> Vec<Vec<u8>> {
        let mut pieces = Pieces::default();
        std::iter::from_fn(|| pieces.next(&mut input).expect("memory can be read")).collect()
    }

    #[test]
    fn pieces_are_the_input_and_end_where_lines_do() {
        let text = "해시 값\n\n".repeat(100_000) + "end";
        let pieces = pieces(text.as_bytes());
        assert!(pieces.len() > 3);
        assert_eq!(pieces.concat(), text.as_bytes());
        let whole = &pieces[..pieces.len() - 1];
        assert!(whole.iter().all(|piece| piece.ends_with(b"\n")));
        assert_eq!(pieces.last().map(Vec::as_slice), Some(&b"end"[..]));
    }

    #[test]
    fn a_line_without_end_is_one_line_and_takes_bounded_room() {
        let long = vec![b'x'; 5 * LONGEST + 17];
        let pieces = pieces(long.chain(&b"\nnext\n"[..]));
        let joined = pieces.concat();
        assert!(joined.len() < LONGEST + 2 * PIECE);
        assert_eq!(joined.split(|byte| *byte == b'\n').count(), 3);
        assert!(joined.ends_with(b"x\nnext\n"));
    }

    #[test]
    fn a_read_is_answered_before_the_next() {
        let mut pieces = Pieces::default();
        let mut input = &b"a\nb"[..];
        let first = pieces.next(&mut input).expect("memory can be read");
        assert_eq!(first.as_deref(), Some(&b"a\n"[..]));
    }
}
