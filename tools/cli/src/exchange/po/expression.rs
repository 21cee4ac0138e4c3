//! Evaluates the expression of a header `Plural-Forms`, which is C on one unsigned number `n`.
//!
//! It comes from a file, so its length and depth are bounded, and nothing in it can overflow.

/// How long an expression may be, and how deep.
const LONGEST: usize = 1_000;
const DEEPEST: usize = 32;

/// The operators between two values, each with how tightly it binds; a longer one before the one
/// that it begins with.
const OPERATORS: [(&str, u8); 13] = [
    ("||", 1),
    ("&&", 2),
    ("==", 3),
    ("!=", 3),
    ("<=", 4),
    (">=", 4),
    ("<", 4),
    (">", 4),
    ("+", 5),
    ("-", 5),
    ("*", 6),
    ("/", 6),
    ("%", 6),
];

/// The value of an expression for a number; `None` when it has none.
pub(super) fn value(expression: &str, n: u64) -> Option<u64> {
    let mut parser = Parser {
        rest: expression,
        n,
        depth: 0,
    };
    let value = (expression.len() <= LONGEST).then(|| parser.choice())??;
    parser.rest.trim().is_empty().then_some(value)
}

struct Parser<'e> {
    rest: &'e str,
    n: u64,
    depth: usize,
}

impl Parser<'_> {
    fn take(&mut self, token: &str) -> bool {
        let rest = self.rest.trim_start().strip_prefix(token);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// `condition ? value : value`
    fn choice(&mut self) -> Option<u64> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let mut value = self.binary(1)?;
        if self.take("?") {
            let then = self.choice()?;
            let otherwise = if self.take(":") {
                self.choice()?
            } else {
                return None;
            };
            value = if value == 0 { otherwise } else { then };
        }
        self.depth -= 1;
        Some(value)
    }

    /// Operators that bind at least so tightly.
    fn binary(&mut self, least: u8) -> Option<u64> {
        let mut left = self.single()?;
        loop {
            let rest = self.rest.trim_start();
            let mut operators = OPERATORS.iter();
            let found = operators.find(|(operator, _)| rest.starts_with(operator));
            let Some((operator, strength)) = found.filter(|(_, strength)| *strength >= least)
            else {
                return Some(left);
            };
            self.take(operator);
            let right = self.binary(strength + 1)?;
            left = match *operator {
                "||" => u64::from(left != 0 || right != 0),
                "&&" => u64::from(left != 0 && right != 0),
                "==" => u64::from(left == right),
                "!=" => u64::from(left != right),
                "<=" => u64::from(left <= right),
                ">=" => u64::from(left >= right),
                "<" => u64::from(left < right),
                ">" => u64::from(left > right),
                "+" => left.checked_add(right)?,
                "-" => left.checked_sub(right)?,
                "*" => left.checked_mul(right)?,
                "/" => left.checked_div(right)?,
                _ => left.checked_rem(right)?,
            };
        }
    }

    /// A number, `n`, an expression in parentheses, or the negation of one.
    fn single(&mut self) -> Option<u64> {
        if self.take("!") {
            self.depth += 1;
            let value = if self.depth > DEEPEST {
                return None;
            } else {
                self.single()?
            };
            self.depth -= 1;
            return Some(u64::from(value == 0));
        }
        if self.take("(") {
            let value = self.choice()?;
            return self.take(")").then_some(value);
        }
        if self.take("n") {
            return Some(self.n);
        }
        let rest = self.rest.trim_start();
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let (number, rest) = rest.split_at(end);
        self.rest = rest;
        number.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_bind_as_in_c() {
        assert_eq!(value("1 + 2 * 3 == 7 && !(n > 4) || 0", 3), Some(1));
        assert_eq!(value("10 - 2 - 3", 0), Some(5));
        assert_eq!(value("n == 1 ? 0 : n == 2 ? 1 : 2", 2), Some(1));
        assert_eq!(value("(n==0) ? 5 : (n<2 ? 6 : 7)", 1), Some(6));
    }

    #[test]
    fn what_has_no_value_has_none() {
        for broken in [
            "",
            "n %",
            "n % 0",
            "m",
            "n n",
            "(n",
            "0 - 1",
            "n ? 1",
            "99999999999999999999",
        ] {
            assert_eq!(value(broken, 1), None, "{broken}");
        }
        assert_eq!(value(&"(".repeat(900), 1), None);
        assert_eq!(value(&"!".repeat(900), 1), None);
        assert_eq!(value(&"n?1:".repeat(200), 1), None);
        assert_eq!(value(&"1 ".repeat(100_000), 1), None);
    }
}
