//! Which types of Rust are values of which type of the manifest.
//!
//! One trait for each type of argument, so that the compiler can say what does not fit and why; the
//! code that `#[derive(Localize)]` writes calls them, and nothing else needs to.

use std::borrow::Cow;
use std::fmt::Display;
use std::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroIsize, NonZeroU8, NonZeroU16, NonZeroU32,
    NonZeroU64, NonZeroUsize,
};
use std::rc::Rc;
use std::sync::Arc;

use crate::value::{DateTime, Number, Value};

/// A value for an argument of the type `string`: a text, shown as it is.
#[diagnostic::on_unimplemented(
    message = "an argument of the type `string` takes a text, but found `{Self}`",
    label = "expected `String`, `&str`, `Cow<str>`, `Box<str>`, `Rc<str>` or `Arc<str>`",
    note = "`#[tolken(from = Display)]` on the field takes what its `Display` writes"
)]
pub trait StringArgument {
    /// The value, its text borrowed.
    fn value(&self) -> Value<'_>;
}

/// A value for an argument of the type `integer`: a whole number.
#[diagnostic::on_unimplemented(
    message = "an argument of the type `integer` takes a whole number, but found `{Self}`",
    label = "expected an integer of at most 64 bits, `i128`, or a `NonZero` of one"
)]
pub trait IntegerArgument {
    /// The value, every digit kept.
    fn value(&self) -> Value<'_>;
}

/// A value for an argument of the type `number`: a number.
#[diagnostic::on_unimplemented(
    message = "an argument of the type `number` takes a number, but found `{Self}`",
    label = "expected an integer, `f32`, `f64` or `tolken::Number`"
)]
pub trait NumberArgument {
    /// The value.
    fn value(&self) -> Value<'_>;
}

/// A value for an argument of the type `datetime`: a date, a time or both.
#[diagnostic::on_unimplemented(
    message = "an argument of the type `datetime` takes a date or a time, but found `{Self}`",
    label = "expected `tolken::DateTime`, or a type of jiff or time with the feature of that name"
)]
pub trait DateTimeArgument {
    /// The value.
    fn value(&self) -> Value<'_>;
}

/// A value for an argument of the type `list`: several values.
#[diagnostic::on_unimplemented(
    message = "an argument of the type `list` takes several values, but found `{Self}`",
    label = "expected a `Vec`, an array or a slice of texts or numbers"
)]
pub trait ListArgument {
    /// The values, their texts borrowed.
    fn value(&self) -> Value<'_>;
}

/// A value for an argument of the type `enum`: one of the values that the manifest names.
///
/// `#[derive(EnumArgument)]` of the crate `tolken-derive` implements it for an enum without fields.
#[diagnostic::on_unimplemented(
    message = "an argument of the type `enum` takes one of the manifest's values, but found `{Self}`",
    label = "expected an enum with `#[derive(tolken_derive::EnumArgument)]`",
    note = "a text may be none of them, which nobody would find before a user does"
)]
pub trait EnumArgument {
    /// All values that there are, as the manifest spells them.
    const VALUES: &'static [&'static str];

    /// This one of them.
    fn name(&self) -> &'static str;
}

/// A value among those of a [list](ListArgument).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no value of a list",
    label = "expected a text, a number or a date"
)]
pub trait ListItem {
    /// The value, its text borrowed.
    fn value(&self) -> Value<'_>;
}

/// A value for an argument of which nothing says the type, since there is no manifest.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no value for an argument",
    label = "expected a text, a number, a date or a list",
    note = "`#[tolken(from = Display)]` on the field takes what its `Display` writes"
)]
pub trait AnyArgument {
    /// The value, its text borrowed.
    fn value(&self) -> Value<'_>;
}

/// Implements traits for types, by an expression of `self`.
macro_rules! values {
    ($($trait:ident),+: |$this:ident| $value:expr; $($type:ty),+) => {
        values!(@traits [$($trait)+] $this $value; [$($type)+]);
    };
    (@traits [] $this:ident $value:expr; $types:tt) => {};
    (@traits [$first:ident $($rest:ident)*] $this:ident $value:expr; $types:tt) => {
        values!(@types $first $this $value; $types);
        values!(@traits [$($rest)*] $this $value; $types);
    };
    (@types $trait:ident $this:ident $value:expr; [$($type:ty)+]) => {$(
        impl $trait for $type {
            #[inline]
            fn value(&self) -> Value<'_> {
                let $this = self;
                $value
            }
        }
    )+};
}

values!(StringArgument, ListItem, AnyArgument: |text| Value::String(Cow::Borrowed(text));
    str, String, Box<str>, Rc<str>, Arc<str>, Cow<'_, str>);
values!(IntegerArgument, NumberArgument, ListItem, AnyArgument: |number| Value::from(*number);
    i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, usize);
values!(IntegerArgument, NumberArgument, ListItem, AnyArgument: |number| Value::from(number.get());
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroIsize,
    NonZeroU8, NonZeroU16, NonZeroU32, NonZeroU64, NonZeroUsize);
values!(NumberArgument, ListItem, AnyArgument: |number| Value::from(*number); f32, f64, Number);
values!(DateTimeArgument, ListItem, AnyArgument: |when| Value::from(*when); DateTime);

impl AnyArgument for Value<'_> {
    fn value(&self) -> Value<'_> {
        self.borrowed()
    }
}

/// Implements traits for the types of a crate of dates.
#[cfg(any(feature = "jiff", feature = "time"))]
macro_rules! dates {
    ($($type:ty),+) => {$(
        impl DateTimeArgument for $type {
            fn value(&self) -> Value<'_> {
                Value::from(self.clone())
            }
        }

        impl ListItem for $type {
            fn value(&self) -> Value<'_> {
                Value::from(self.clone())
            }
        }

        impl AnyArgument for $type {
            fn value(&self) -> Value<'_> {
                Value::from(self.clone())
            }
        }
    )+};
}

#[cfg(feature = "jiff")]
dates!(
    jiff::Zoned,
    jiff::Timestamp,
    jiff::civil::DateTime,
    jiff::civil::Date,
    jiff::civil::Time
);

#[cfg(feature = "time")]
dates!(
    time::OffsetDateTime,
    time::PrimitiveDateTime,
    time::Date,
    time::Time
);

/// A reference is what it leads to.
macro_rules! references {
    ($($trait:ident),+) => {$(
        impl<T: $trait + ?Sized> $trait for &T {
            #[inline]
            fn value(&self) -> Value<'_> {
                (**self).value()
            }
        }
    )+};
}

references!(
    StringArgument,
    IntegerArgument,
    NumberArgument,
    DateTimeArgument,
    ListArgument,
    ListItem,
    AnyArgument
);

impl<T: EnumArgument> EnumArgument for &T {
    const VALUES: &'static [&'static str] = T::VALUES;

    fn name(&self) -> &'static str {
        (**self).name()
    }
}

macro_rules! lists {
    ($($trait:ident),+) => {$(
        impl<T: ListItem> $trait for [T] {
            fn value(&self) -> Value<'_> {
                Value::List(self.iter().map(ListItem::value).collect())
            }
        }

        impl<T: ListItem, const LENGTH: usize> $trait for [T; LENGTH] {
            fn value(&self) -> Value<'_> {
                $trait::value(self.as_slice())
            }
        }

        impl<T: ListItem> $trait for Vec<T> {
            fn value(&self) -> Value<'_> {
                $trait::value(self.as_slice())
            }
        }
    )+};
}

lists!(ListArgument, AnyArgument);

/// Whether all values are among those allowed; what the derived code asks when it is compiled.
#[doc(hidden)]
#[must_use]
pub const fn holds(allowed: &[&str], values: &[&str]) -> bool {
    let mut value = 0;
    while value < values.len() {
        let mut is_there = false;
        let mut index = 0;
        while index < allowed.len() {
            is_there = is_there || is_same(allowed[index].as_bytes(), values[value].as_bytes());
            index += 1;
        }
        if !is_there {
            return false;
        }
        value += 1;
    }
    true
}

/// The text that a `Display` writes; what the derived code asks for `from = Display`.
#[doc(hidden)]
#[must_use]
pub fn displayed<T: Display + ?Sized>(value: &T) -> Value<'static> {
    Value::String(Cow::Owned(value.to_string()))
}

/// Equality that a constant can be made of.
const fn is_same(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_held_as_they_are_spelled() {
        assert!(holds(&["machine", "alert"], &["alert"]));
        assert!(holds(&[], &[]));
        assert!(!holds(&["machine"], &["machines"]));
        assert!(!holds(&["machine"], &["machine", "alert"]));
        assert!(!holds(&["machine"], &["Machine"]));
        assert!(!holds(&["machine"], &["maschin"]));
    }

    #[test]
    fn texts_are_borrowed_and_digits_kept() {
        let is_borrowed = |value: Value<'_>| matches!(value, Value::String(Cow::Borrowed(_)));
        assert!(is_borrowed(StringArgument::value("해시")));
        assert!(is_borrowed(StringArgument::value(&&String::from("é"))));
        assert_eq!(IntegerArgument::value(&i128::MIN), Value::from(i128::MIN));
        assert_eq!(IntegerArgument::value(&u64::MAX), Value::from(u64::MAX));
        let list = ListArgument::value(&["가", "나"]);
        assert_eq!(list, Value::List(vec!["가".into(), "나".into()]));
    }
}
