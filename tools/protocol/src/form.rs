//! What to render: a text for some output, or the body of a response in a profile.

use std::fmt;
use std::str::FromStr;

use tolken::{Output, Profile};

/// What to render, by the name that it has in a request.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    /// A text.
    Text(Output),
    /// The body of a response.
    Body(Profile),
}

impl Form {
    /// All forms, the texts first.
    pub const ALL: &[Form] = &[
        Form::Text(Output::Text),
        Form::Text(Output::Ui),
        Form::Text(Output::Html),
        Form::Text(Output::Log),
        Form::Body(Profile::Envelope),
        Form::Body(Profile::Odata),
        Form::Body(Profile::Problem),
        Form::Body(Profile::Aip193),
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Form::Text(output) => output.name(),
            Form::Body(profile) => profile.name(),
        }
    }

    /// The output that the text of this form is for.
    #[must_use]
    pub fn output(self) -> Output {
        match self {
            Form::Text(output) => output,
            Form::Body(_) => Output::Text,
        }
    }
}

impl Default for Form {
    fn default() -> Self {
        Form::Text(Output::default())
    }
}

impl FromStr for Form {
    type Err = UnknownForm;

    fn from_str(name: &str) -> Result<Self, UnknownForm> {
        let mut forms = Form::ALL.iter().copied();
        forms.find(|form| form.name() == name).ok_or(UnknownForm)
    }
}

/// There is no form of this name; it says which there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownForm;

impl fmt::Display for UnknownForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected ")?;
        for (form, place) in Form::ALL.iter().zip(1..) {
            let before = match place {
                1 => "",
                _ if place == Form::ALL.len() => " or ",
                _ => ", ",
            };
            write!(f, "{before}`{}`", form.name())?;
        }
        Ok(())
    }
}

impl std::error::Error for UnknownForm {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_output_and_profile_can_be_asked_for() {
        for &output in Output::ALL {
            assert_eq!(output.name().parse(), Ok(Form::Text(output)));
        }
        for &profile in Profile::ALL {
            assert_eq!(profile.name().parse(), Ok(Form::Body(profile)));
        }
        assert_eq!(Form::ALL.len(), Output::ALL.len() + Profile::ALL.len());
        assert_eq!(
            UnknownForm.to_string(),
            "expected `text`, `ui`, `html`, `log`, `envelope`, `odata`, `problem` or `aip193`"
        );
    }
}
