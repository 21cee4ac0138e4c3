//! How many requests there were and how long they took, by the route that answered.
//!
//! A route is the template that the router matched, such as `/v1/codes/{code}`, never a path: so there are as
//! many series as routes, whatever is asked for.

use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use arc_swap::ArcSwap;
use axum::http::{Method, StatusCode};
use prometheus_client::encoding::DescriptorEncoder;
use prometheus_client::metrics::MetricType;
use prometheus_client::registry::Unit;

use super::counter;
use super::latency::Latency;

/// The methods that are counted by name.
const METHODS: [&str; 8] = [
    "GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH", "other",
];

/// The statuses of HTTP.
const STATUSES: std::ops::Range<u16> = 100..600;

/// The requests of one service by route.
#[derive(Default)]
pub(super) struct Requests {
    /// Read by each request, and replaced when a route is asked for the first time.
    routes: ArcSwap<HashMap<String, Arc<Route>>>,
    adding: Mutex<()>,
}

/// The requests of one route.
#[derive(Default)]
struct Route {
    /// By method, and there by status; made when a method is first used.
    statuses: [OnceLock<Box<[AtomicU64]>>; METHODS.len()],
    latency: Latency,
}

impl Requests {
    pub(super) fn add(&self, route: &str, method: &Method, status: StatusCode, took: Duration) {
        if let Some(route) = self.routes.load().get(route) {
            return route.add(method, status, took);
        }
        self.route(route).add(method, status, took);
    }

    /// A route that was not asked for before.
    fn route(&self, name: &str) -> Arc<Route> {
        // It guards no data that a panic could have left half done.
        let _adding = self.adding.lock().unwrap_or_else(PoisonError::into_inner);
        let mut routes = HashMap::clone(&self.routes.load());
        let route = routes.entry(name.to_owned()).or_default().clone();
        self.routes.store(Arc::new(routes));
        route
    }

    pub(super) fn encode(&self, encoder: &mut DescriptorEncoder<'_>) -> fmt::Result {
        let routes = self.routes.load();
        let mut routes: Vec<_> = routes.iter().collect();
        routes.sort_unstable_by_key(|(name, _)| *name);
        let kind = MetricType::Counter;
        let mut counts = encoder.encode_descriptor("requests", "Requests answered", None, kind)?;
        for (name, route) in &routes {
            for (method, status, count) in route.counts() {
                let labels = [
                    ("route", name.as_str()),
                    ("method", method),
                    ("status", status.as_str()),
                ];
                counter(&mut counts, &labels, count)?;
            }
        }
        let help = "Time from a request's headers to its answer";
        let (unit, kind) = (Some(&Unit::Seconds), MetricType::Histogram);
        let mut times = encoder.encode_descriptor("request_duration", help, unit, kind)?;
        for (name, route) in &routes {
            route
                .latency
                .encode(times.encode_family(&[("route", name.as_str())])?)?;
        }
        Ok(())
    }
}

impl Route {
    fn add(&self, method: &Method, status: StatusCode, took: Duration) {
        let method = METHODS.iter().position(|known| method == known);
        let statuses = &self.statuses[method.unwrap_or(METHODS.len() - 1)];
        let statuses = statuses.get_or_init(|| STATUSES.map(|_| AtomicU64::new(0)).collect());
        if let Some(count) = statuses.get(usize::from(status.as_u16() - STATUSES.start)) {
            count.fetch_add(1, Ordering::Relaxed);
        }
        self.latency.add(took);
    }

    fn counts(&self) -> impl Iterator<Item = (&'static str, String, u64)> {
        METHODS.iter().zip(&self.statuses).flat_map(|(method, it)| {
            let counts = it.get().into_iter().flat_map(|statuses| statuses.iter());
            let counts = STATUSES.zip(counts.map(|count| count.load(Ordering::Relaxed)));
            let used = counts.filter(|(_, count)| *count > 0);
            used.map(|(status, count)| (*method, status.to_string(), count))
        })
    }
}
