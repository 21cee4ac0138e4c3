//! What is printed of a message: a text for some output, or the body of a response.

use std::str::FromStr;

use clap::ValueEnum;
use clap::builder::PossibleValue;
use tolken::{Output, Profile, Report};
use uuid::Uuid;

use crate::hint::any_of;

/// What to print: a text for some output, or a profile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Form {
    Text(Output),
    Body(Profile),
}

impl ValueEnum for Form {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Form::Text(Output::Text),
            Form::Text(Output::Ui),
            Form::Text(Output::Html),
            Form::Text(Output::Log),
            Form::Body(Profile::Envelope),
            Form::Body(Profile::Odata),
            Form::Body(Profile::Problem),
            Form::Body(Profile::Aip193),
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

impl FromStr for Form {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let mut forms = Form::value_variants().iter().copied();
        let names = forms.clone().map(Form::name);
        forms
            .find(|form| form.name() == name)
            .ok_or_else(|| format!("expected {}", any_of(names)))
    }
}

impl Form {
    fn name(self) -> &'static str {
        match self {
            Form::Text(output) => output.name(),
            Form::Body(profile) => profile.name(),
        }
    }

    /// The output that the text of this form is for.
    pub(crate) fn output(self) -> Output {
        match self {
            Form::Text(output) => output,
            Form::Body(_) => Output::Text,
        }
    }
}

/// A report with the tracking ID given, or a new one.
pub(crate) fn tracked(report: Report, tracking_id: Option<&String>) -> Report {
    report.with_tracking_id(match tracking_id {
        Some(id) => id.clone(),
        None => Uuid::new_v4().to_string(),
    })
}

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
    }
}
