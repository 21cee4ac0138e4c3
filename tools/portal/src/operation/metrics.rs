//! What is counted, in the text format that Prometheus reads.
//!
//! To count is to add one to a number that lies ready: a request allocates nothing for it and waits for nobody.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::http::{Method, StatusCode};
use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeLabelSet, MetricEncoder, NoLabelSet};
use prometheus_client::metrics::MetricType;
use prometheus_client::registry::Registry;
use tolken::{Fault, FaultKind, LanguageIdentifier, MatchKind, Matches, Message};

use super::requests::Requests;
use crate::live::{Live, Revision};

/// The counters of one service.
pub(crate) struct Metrics {
    registry: Registry,
    counts: Arc<Counts>,
}

/// What is counted besides what the catalog itself counts.
struct Counts {
    live: Arc<Live>,
    requests: Requests,
    faults: [AtomicU64; FAULTS.len()],
    fallbacks: AtomicU64,
    lookups: [AtomicU64; OUTCOMES.len()],
    connections: AtomicU64,
    opened: AtomicU64,
}

/// The kinds of faults, and what a later version may have besides.
const FAULTS: [Option<FaultKind>; 12] = [
    Some(FaultKind::MissingArgument),
    Some(FaultKind::EmptyArgument),
    Some(FaultKind::UnknownArgument),
    Some(FaultKind::WrongType),
    Some(FaultKind::UnknownCode),
    Some(FaultKind::MissingMessage),
    Some(FaultKind::UnknownFunction),
    Some(FaultKind::UnknownLocale),
    Some(FaultKind::LossyNumber),
    Some(FaultKind::TooLong),
    Some(FaultKind::Cycle),
    None,
];

/// What may come of a lookup: the kind of the best match, or why there is none.
const OUTCOMES: [&str; 6] = [
    "exact",
    "fuzzy",
    "former",
    "truncated",
    "none",
    "incomplete",
];

impl Metrics {
    pub(crate) fn new(live: Arc<Live>) -> Self {
        let counts = Arc::new(Counts {
            live,
            requests: Requests::default(),
            faults: Default::default(),
            fallbacks: AtomicU64::new(0),
            lookups: Default::default(),
            connections: AtomicU64::new(0),
            opened: AtomicU64::new(0),
        });
        let mut registry = Registry::with_prefix("tolken");
        registry.register_collector(Box::new(counts.clone()));
        Metrics { registry, counts }
    }

    /// Counts a message that was rendered.
    pub(crate) fn rendered(&self, revision: &Revision, message: &Message) {
        self.answered(
            revision,
            message.code(),
            Some(message.locale()),
            message.faults(),
        );
    }

    /// Counts what was rendered of a code, with the locale that answered.
    pub(crate) fn answered(
        &self,
        revision: &Revision,
        code: &str,
        locale: Option<&LanguageIdentifier>,
        faults: &[Fault],
    ) {
        revision.renders().count(code, locale);
        for fault in faults {
            let kind = FAULTS.iter().position(|known| *known == Some(fault.kind));
            one(&self.counts.faults[kind.unwrap_or(FAULTS.len() - 1)]);
        }
        // Of a whole message it is the locale that should have answered.
        let is_fallback =
            |fault: &Fault| fault.kind == FaultKind::MissingMessage && fault.locale.is_some();
        if faults.iter().any(is_fallback) {
            one(&self.counts.fallbacks);
        }
    }

    /// Counts a lookup by the kind of its best match.
    pub(crate) fn looked_up(&self, matches: &Matches<'_>) {
        let outcome = match matches.best().map(tolken::Match::kind) {
            Some(MatchKind::Exact) => 0,
            Some(MatchKind::Former) => 2,
            Some(MatchKind::Truncated) => 3,
            // A kind that a later version may have is not surer than this.
            Some(_) => 1,
            None if matches.is_complete() => 4,
            None => 5,
        };
        one(&self.counts.lookups[outcome]);
    }

    /// Counts a request that was answered.
    pub(super) fn requested(
        &self,
        route: &str,
        method: &Method,
        status: StatusCode,
        took: Duration,
    ) {
        self.counts.requests.add(route, method, status, took);
    }

    /// Counts a connection for as long as what is returned is there.
    pub(crate) fn connected(&self) -> Connected {
        one(&self.counts.opened);
        one(&self.counts.connections);
        Connected(self.counts.clone())
    }

    /// All counters, as Prometheus reads them.
    pub(crate) fn text(&self) -> Result<String, fmt::Error> {
        let mut text = String::new();
        prometheus_client::encoding::text::encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

/// A connection that is open.
pub(crate) struct Connected(Arc<Counts>);

impl Drop for Connected {
    fn drop(&mut self) {
        self.0.connections.fetch_sub(1, Ordering::Relaxed);
    }
}

impl fmt::Debug for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the counters of a service")
    }
}

impl Collector for Counts {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let encoder = &mut encoder;
        self.requests.encode(encoder)?;
        self.encode_renders(encoder)?;
        self.encode_catalog(encoder)?;
        let open = self.connections.load(Ordering::Relaxed);
        gauge(encoder, "connections", "Connections that are open", open)?;
        let help = "Connections that were accepted";
        let mut opened = describe(encoder, "connections_opened", help, MetricType::Counter)?;
        opened.encode_counter::<NoLabelSet, _, u64>(&self.opened.load(Ordering::Relaxed), None)
    }
}

impl Counts {
    fn encode_renders(&self, encoder: &mut DescriptorEncoder<'_>) -> fmt::Result {
        let kind = MetricType::Counter;
        let revision = self.live.now();
        let help = "Messages rendered, by code and by the locale that answered";
        let mut renders = describe(encoder, "renders", help, kind)?;
        for (code, locale, count) in revision.renders().all() {
            let labels = [("code", code), ("locale", locale.as_str())];
            counter(&mut renders, &labels, count)?;
        }
        let help = "Messages that the locale asked for does not have, and another gave";
        let fallbacks = self.fallbacks.load(Ordering::Relaxed);
        let mut family = describe(encoder, "fallbacks", help, kind)?;
        family.encode_counter::<NoLabelSet, _, u64>(&fallbacks, None)?;
        let mut faults = describe(encoder, "faults", "Faults met while rendering", kind)?;
        for (kind, count) in FAULTS.iter().zip(&self.faults) {
            let labels = [("kind", kind.map_or("other", FaultKind::name))];
            counter(&mut faults, &labels, count.load(Ordering::Relaxed))?;
        }
        let help = "Texts looked up, by the kind of the best match";
        let mut lookups = describe(encoder, "lookups", help, kind)?;
        for (outcome, count) in OUTCOMES.iter().zip(&self.lookups) {
            let labels = [("outcome", *outcome)];
            counter(&mut lookups, &labels, count.load(Ordering::Relaxed))?;
        }
        Ok(())
    }

    fn encode_catalog(&self, encoder: &mut DescriptorEncoder<'_>) -> fmt::Result {
        let revision = self.live.now();
        let (live, refused) = self.live.reloads();
        let help = "Changes of the catalog, by what became of them";
        let mut reloads = describe(encoder, "reloads", help, MetricType::Counter)?;
        counter(&mut reloads, &[("outcome", "live")], live)?;
        counter(&mut reloads, &[("outcome", "refused")], refused)?;
        let help = "1 while what lies at the catalog's place is refused";
        let is_refused = u64::from(self.live.refused().is_some());
        gauge(encoder, "catalog_refused", help, is_refused)?;
        let help = "The revision that is served";
        let mut info = describe(encoder, "revision", help, MetricType::Gauge)?;
        let labels = [
            ("revision", revision.id()),
            ("origin", self.live.origin().kind()),
        ];
        info.encode_family(&labels)?.encode_gauge(&1u32)?;
        let loaded = u64::try_from(revision.loaded().as_second()).unwrap_or_default();
        let help = "When the revision was loaded, in seconds since 1970";
        gauge(encoder, "revision_loaded_seconds", help, loaded)?;
        let codes = revision.catalog().codes().len() as u64;
        gauge(encoder, "codes", "Codes of the revision", codes)?;
        let locales = revision.catalog().locales().len() as u64;
        gauge(encoder, "locales", "Locales of the revision", locales)?;
        let findings = revision.findings().len() as u64;
        let help = "What is wrong in the files of the revision";
        gauge(encoder, "findings", help, findings)
    }
}

fn one(count: &AtomicU64) {
    count.fetch_add(1, Ordering::Relaxed);
}

/// One series of a counter.
pub(super) fn counter(
    family: &mut MetricEncoder<'_>,
    labels: &impl EncodeLabelSet,
    count: u64,
) -> fmt::Result {
    let mut series = family.encode_family(labels)?;
    series.encode_counter::<NoLabelSet, _, u64>(&count, None)
}

fn describe<'e>(
    encoder: &'e mut DescriptorEncoder<'_>,
    name: &'e str,
    help: &str,
    kind: MetricType,
) -> Result<MetricEncoder<'e>, fmt::Error> {
    encoder.encode_descriptor(name, help, None, kind)
}

fn gauge(encoder: &mut DescriptorEncoder<'_>, name: &str, help: &str, value: u64) -> fmt::Result {
    describe(encoder, name, help, MetricType::Gauge)?.encode_gauge(&value)
}
