//! The place of the service.
