//! Behaviour through the public interface, one module a subject.
