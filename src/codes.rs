// Generated from `locales/`. Do not edit; run:
// TOLKEN_GENERATE=1 cargo test -p tolken-derive generated

//! A struct for each code of the built-in catalog, its arguments as fields.
//!
//! A typed code is [`Localized`](crate::Localized): it cannot lack an argument, nor have one of
//! another type. Texts stand for arguments of the type `string`, and are shown as they are.
//!
//! ```
//! use tolken::codes::{ResourceNotFound, ResourceType};
//! use tolken::{Catalog, Localized};
//!
//! let error = ResourceNotFound { resource_type: ResourceType::Machine, resource_id: "123123123" };
//! let message = error.localize(&Catalog::builtin(), &["ko-KR".parse()?]);
//! assert_eq!(message.text(), "컴퓨터 123123123을 찾을 수 없습니다.");
//! assert_eq!(error.status(), Some(404));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

/**`BadRequest`, HTTP status 400.

> The request is invalid.
>
> Check the syntax and parameters of the request against the API documentation.*/
#[derive(Clone, Copy, PartialEq)]
pub struct BadRequest;
#[automatically_derived]
impl crate::Localized for BadRequest {
    fn code(&self) -> &::core::primitive::str {
        match self {
            Self { .. } => "BadRequest",
        }
    }
    fn args(&self) -> &dyn crate::Arguments {
        self
    }
    fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
        match self {
            Self { .. } => ::core::option::Option::Some(400u16),
        }
    }
}
#[automatically_derived]
impl crate::Arguments for BadRequest {
    fn len(&self) -> ::core::primitive::usize {
        match self {
            Self { .. } => 0usize,
        }
    }
    fn entry(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<(&::core::primitive::str, crate::Value<'_>)> {
        _ = index;
        ::core::option::Option::None
    }
    #[allow(unreachable_code)]
    fn find(
        &self,
        name: &::core::primitive::str,
    ) -> ::core::option::Option<(::core::primitive::usize, crate::Value<'_>)> {
        _ = name;
        ::core::option::Option::None
    }
}
impl ::core::fmt::Debug for BadRequest {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}
impl ::core::fmt::Display for BadRequest {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::localized::describe(self, &[], f)
    }
}
impl ::core::error::Error for BadRequest {}
/**`ODataError`, HTTP status 400.

> The OData URI query is invalid: {$detail}
>
> Correct the OData query options in the URI, and then try again.*/
#[derive(Clone, Copy, PartialEq)]
pub struct ODataError<'a> {
    ///`$detail`, for example `Could not find a property named 'machineName' on type 'Machine'.`.
    pub detail: &'a ::core::primitive::str,
}
#[automatically_derived]
impl<'a> crate::Localized for ODataError<'a> {
    fn code(&self) -> &::core::primitive::str {
        match self {
            Self { .. } => "ODataError",
        }
    }
    fn args(&self) -> &dyn crate::Arguments {
        self
    }
    fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
        match self {
            Self { .. } => ::core::option::Option::Some(400u16),
        }
    }
}
#[automatically_derived]
impl<'a> crate::Arguments for ODataError<'a> {
    fn len(&self) -> ::core::primitive::usize {
        match self {
            Self { .. } => 1usize,
        }
    }
    fn entry(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<(&::core::primitive::str, crate::Value<'_>)> {
        match (self, index) {
            (Self { detail: __field, .. }, 0usize) => {
                ::core::option::Option::Some((
                    "detail",
                    <&'a ::core::primitive::str as crate::localized::StringArgument>::value(
                        __field,
                    ),
                ))
            }
            _ => ::core::option::Option::None,
        }
    }
    #[allow(unreachable_code)]
    fn find(
        &self,
        name: &::core::primitive::str,
    ) -> ::core::option::Option<(::core::primitive::usize, crate::Value<'_>)> {
        let index: ::core::primitive::usize = match (self, name) {
            (Self { .. }, "detail") => 0usize,
            _ => return ::core::option::Option::None,
        };
        let (_, value) = crate::Arguments::entry(self, index)?;
        ::core::option::Option::Some((index, value))
    }
}
impl<'a> ::core::fmt::Debug for ODataError<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}
impl<'a> ::core::fmt::Display for ODataError<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::localized::describe(self, &[], f)
    }
}
impl<'a> ::core::error::Error for ODataError<'a> {}
/**`InvalidInput`, HTTP status 400.

> The input “{$input}” is invalid.
>
> Correct the value, and then try again.*/
#[derive(Clone, Copy, PartialEq)]
pub struct InvalidInput<'a> {
    ///`$input`, for example `severity=Extreme`.
    pub input: &'a ::core::primitive::str,
}
#[automatically_derived]
impl<'a> crate::Localized for InvalidInput<'a> {
    fn code(&self) -> &::core::primitive::str {
        match self {
            Self { .. } => "InvalidInput",
        }
    }
    fn args(&self) -> &dyn crate::Arguments {
        self
    }
    fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
        match self {
            Self { .. } => ::core::option::Option::Some(400u16),
        }
    }
}
#[automatically_derived]
impl<'a> crate::Arguments for InvalidInput<'a> {
    fn len(&self) -> ::core::primitive::usize {
        match self {
            Self { .. } => 1usize,
        }
    }
    fn entry(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<(&::core::primitive::str, crate::Value<'_>)> {
        match (self, index) {
            (Self { input: __field, .. }, 0usize) => {
                ::core::option::Option::Some((
                    "input",
                    <&'a ::core::primitive::str as crate::localized::StringArgument>::value(
                        __field,
                    ),
                ))
            }
            _ => ::core::option::Option::None,
        }
    }
    #[allow(unreachable_code)]
    fn find(
        &self,
        name: &::core::primitive::str,
    ) -> ::core::option::Option<(::core::primitive::usize, crate::Value<'_>)> {
        let index: ::core::primitive::usize = match (self, name) {
            (Self { .. }, "input") => 0usize,
            _ => return ::core::option::Option::None,
        };
        let (_, value) = crate::Arguments::entry(self, index)?;
        ::core::option::Option::Some((index, value))
    }
}
impl<'a> ::core::fmt::Debug for InvalidInput<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}
impl<'a> ::core::fmt::Display for InvalidInput<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::localized::describe(self, &[], f)
    }
}
impl<'a> ::core::error::Error for InvalidInput<'a> {}
/**`InvalidRequestBody`, HTTP status 400.

> The request body is invalid.
>
> Check that the body is well formed and that the parameter names match the documentation, including letter case.*/
#[derive(Clone, Copy, PartialEq)]
pub struct InvalidRequestBody;
#[automatically_derived]
impl crate::Localized for InvalidRequestBody {
    fn code(&self) -> &::core::primitive::str {
        match self {
            Self { .. } => "InvalidRequestBody",
        }
    }
    fn args(&self) -> &dyn crate::Arguments {
        self
    }
    fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
        match self {
            Self { .. } => ::core::option::Option::Some(400u16),
        }
    }
}
#[automatically_derived]
impl crate::Arguments for InvalidRequestBody {
    fn len(&self) -> ::core::primitive::usize {
        match self {
            Self { .. } => 0usize,
        }
    }
    fn entry(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<(&::core::primitive::str, crate::Value<'_>)> {
        _ = index;
        ::core::option::Option::None
    }
    #[allow(unreachable_code)]
    fn find(
        &self,
        name: &::core::primitive::str,
    ) -> ::core::option::Option<(::core::primitive::usize, crate::Value<'_>)> {
        _ = name;
        ::core::option::Option::None
    }
}
impl ::core::fmt::Debug for InvalidRequestBody {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}
impl ::core::fmt::Display for InvalidRequestBody {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::localized::describe(self, &[], f)
    }
}
impl ::core::error::Error for InvalidRequestBody {}
/**`InvalidHashValue`, HTTP status 400.

> Hash value {$hash} is invalid.
>
> Provide a complete hash value in a supported format.*/
#[derive(Clone, Copy, PartialEq)]
pub struct InvalidHashValue<'a> {
    ///`$hash`, for example `44d88612fea8a8f36de82e1278abb02`.
    pub hash: &'a ::core::primitive::str,
}
#[automatically_derived]
impl<'a> crate::Localized for InvalidHashValue<'a> {
    fn code(&self) -> &::core::primitive::str {
        match self {
            Self { .. } => "InvalidHashValue",
        }
    }
    fn args(&self) -> &dyn crate::Arguments {
        self
    }
    fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
        match self {
            Self { .. } => ::core::option::Option::Some(400u16),
        }
    }
}
#[automatically_derived]
impl<'a> crate::Arguments for InvalidHashValue<'a> {
    fn len(&self) -> ::core::primitive::usize {
        match self {
            Self { .. } => 1usize,
        }
    }
    fn entry(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<(&::core::primitive::str, crate::Value<'_>)> {
        match (self, index) {
            (Self { hash: __field, .. }, 0usize) => {
                ::core::option::Option::Some((
                    "hash",
                    <&'a ::core::primitive::str as crate::localized::StringArgument>::value(
                        __field,
                    ),
                ))
            }
            _ => ::core::option::Option::None,
        }
    }
    #[allow(unreachable_code)]
    fn find(
        &self,
        name: &::core::primitive::str,
    ) -> ::core::option::Option<(::core::primitive::usize, crate::Value<'_>)> {
        let index: ::core::primitive::usize = match (self, name) {
            (Self { .. }, "hash") => 0usize,
            _ => return ::core::option::Option::None,
        };
        let (_, value) = crate::Arguments::entry(self, index)?;
        ::core::option::Option::Some((index, value))
    }
}
impl<'a> ::core::fmt::Debug for InvalidHashValue<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}
impl<'a> ::core::fmt::Display for InvalidHashValue<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::localized::describe(self, &[], f)
    }
}
impl<'a> ::core::error::Error for InvalidHashValue<'a> {}
/**`InvalidDomainName`, HTTP status 400.

> Domain name {$domain} is invalid.
>
> Provide a valid domain name, such as example.com.*/
#[derive(Clone, Copy, PartialEq)]
pub struct InvalidDomainName<'a> {
    ///`$domain`, for example `contoso..com`.
    pub domain: &'a ::core::primitive::str,
}
#[automatically_derived]
impl<'a> crate::Localized for InvalidDomainName<'a> {
    fn code(&self) -> &::core::primitive::str {
        match self {
            Self { .. } => "InvalidDomainName",
        }
    }
    fn args(&self) -> &dyn crate::Arguments {
        self
    }
    fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
        match self {
            Self { .. } => ::core::option::Option::Some(400u16),
        }
    }
}
#[automatically_derived]
impl<'a> crate::Arguments for InvalidDomainName<'a> {
    fn len(&self) -> ::core::primitive::usize {
        match self {
            Self { .. } => 1usize,
        }
    }
    fn entry(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<(&::core::primitive::str, crate::Value<'_>)> {
        match (self, index) {
            (Self { domain: __field, .. }, 0usize) => {
                ::core::option::Option::Some((
                    "domain",
                    <&'a ::core::primitive::str as crate::localized::StringArgument>::value(
                        __field,
                    ),
                ))
            }
            _ => ::core::option::Option::None,
        }
    }
    #[allow(unreachable_code)]
    fn find(
        &self,
        name: &::core::primitive::str,
    ) -> ::core::option::Option<(::core::primitive::usize, crate::Value<'_>)> {
        let index: ::core::primitive::usize = match (self, name) {
            (Self { .. }, "domain") => 0usize,
            _ => return ::core::option::Option::None,
        };
        let (_, value) = crate::Arguments::entry(self, index)?;
        ::core::option::Option::Some((index, value))
    }
}
impl<'a> ::core::fmt::Debug for InvalidDomainName<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}
impl<'a> ::core::fmt::Display for InvalidDomainName<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::localized::describe(self, &[], f)
    }
}
impl<'a> ::core::error::Error for InvalidDomainName<'a> {}
/**`InvalidIpAddress`, HTTP status 400.

> IP address {$ip\_address} is invalid.
>
> Provide a valid IPv4 or IPv6 address.*/
#[derive(Clone, Copy, PartialEq)]
pub struct InvalidIpAddress<'a> {
    ///`$ip_address`, for example `10.0.0.256`.
    pub ip_address: &'a ::core::primitive::str,
}
#[automatically_derived]
impl<'a> crate::Localized for InvalidIpAddress<'a> {
    fn code(&self) -> &::core::primitive::str {
        match self {
            Self { .. } => "InvalidIpAddress",
        }
    }
    fn args(&self) -> &dyn crate::Arguments {
        self
    }
    fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
        match self {
            Self { .. } => ::core::option::Option::Some(400u16),
        }
    }
}
#[automatically_derived]
impl<'a> crate::Arguments for InvalidIpAddress<'a> {
    fn len(&self) -> ::core::primitive::usize {
        match self {
            Self { .. } => 1usize,
        }
    }
    fn entry(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<(&::core::primitive::str, crate::Value<'_>)> {
        match (self, index) {
            (Self { ip_address: __field, .. }, 0usize) => {
                ::core::option::Option::Some((
                    "ip_address",
                    <&'a ::core::primitive::str as crate::localized::StringArgument>::value(
                        __field,
                    ),
                ))
            }
            _ => ::core::option::Option::None,
        }
    }
    #[allow(unreachable_code)]
    fn find(
        &self,
        name: &::core::primitive::str,
    ) -> ::core::option::Option<(::core::primitive::usize, crate::Value<'_>)> {
        let index: ::core::primitive::usize = match (self, name) {
            (Self { .. }, "ip_address") => 0usize,
            _ => return ::core::option::Option::None,
        };
        let (_, value) = crate::Arguments::entry(self, index)?;
        ::core::option::Option::Some((index, value))
    }
}
impl<'a> ::core::fmt::Debug for InvalidIpAddress<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}
impl<'a> ::core::fmt::Display for InvalidIpAddress<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::localized::describe(self, &[], f)
    }
}
impl<'a> ::core::error::Error for InvalidIpAddress<'a> {}
/**`InvalidUrl`, HTTP status 400.

> URL {$url} is invalid.
>
> Provide a complete URL, including the scheme (for example, https://).*/
#[derive(Clone, Copy, PartialEq)]
pub struct InvalidUrl<'a> {
    ///`$url`, for example `htp://contoso.com/a`.
    pub url: &'a ::core::primitive::str,
}
#[automatically_derived]
impl<'a> crate::Localized for InvalidUrl<'a> {
    fn code(&self) -> &::core::primitive::str {
        match self {
            Self { .. } => "InvalidUrl",
        }
    }
    fn args(&self) -> &dyn crate::Arguments {
        self
    }
    fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
        match self {
            Self { .. } => ::core::option::Option::Some(400u16),
        }
    }
}
#[automatically_derived]
impl<'a> crate::Arguments for InvalidUrl<'a> {
    fn len(&self) -> ::core::primitive::usize {
        match self {
            Self { .. } => 1usize,
        }
    }
    fn entry(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<(&::core::primitive::str, crate::Value<'_>)> {
        match (self, index) {
            (Self { url: __field, .. }, 0usize) => {
                ::core::option::Option::Some((
                    "url",
                    <&'a ::core::primitive::str as crate::localized::StringArgument>::value(
                        __field,
                    ),
                ))
            }
            _ => ::core::option::Option::None,
        }
    }
    #[allow(unreachable_code)]
    fn find(
        &self,
        name: &::core::primitive::str,
    ) -> ::core::option::Option<(::core::primitive::usize, crate::Value<'_>)> {
        let index: ::core::primitive::usize = match (self, name) {
            (Self { .. }, "url") => 0usize,
            _ => return ::core::option::Option::None,
        };
        let (_, value) = crate::Arguments::entry(self, index)?;
        ::core::option::Option::Some((index, value))
    }
}
impl<'a> ::core::fmt::Debug for InvalidUrl<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}
impl<'a> ::core::fmt::Display for InvalidUrl<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::localized::describe(self, &[], f)
    }
}
impl<'a> ::core::error::Error for InvalidUrl<'a> {}
/**`MaximumBatchSizeExceeded`, HTTP status 400.

> The maximum batch size was exceeded. Received: {$received}; allowed: {$allowed}.
>
> Send no more than {$allowed} items per request.*/
#[derive(Clone, Copy, PartialEq)]
pub struct MaximumBatchSizeExceeded {
    ///`$received`, for example `1500`.
    pub received: ::core::primitive::i128,
    ///`$allowed`, for example `1000`.
    pub allowed: ::core::primitive::i128,
}
#[automatically_derived]
impl crate::Localized for MaximumBatchSizeExceeded {
    fn code(&self) -> &::core::primitive::str {
        match self {
            Self { .. } => "MaximumBatchSizeExceeded",
        }
    }
    fn args(&self) -> &dyn crate::Arguments {
        self
    }
    fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
        match self {
            Self { .. } => ::core::option::Option::Some(400u16),
        }
    }
}
#[automatically_derived]
impl crate::Arguments for MaximumBatchSizeExceeded {
    fn len(&self) -> ::core::primitive::usize {
        match self {
            Self { .. } => 2usize,
        }
    }
    fn entry(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<(&::core::primitive::str, crate::Value<'_>)> {
        match (self, index) {
            (Self { received: __field, .. }, 0usize) => {
                ::core::option::Option::Some((
                    "received",
                    <::core::primitive::i128 as crate::localized::IntegerArgument>::value(
                        __field,
                    ),
                ))
            }
            (Self { allowed: __field, .. }, 1usize) => {
                ::core::option::Option::Some((
                    "allowed",
                    <::core::primitive::i128 as crate::localized::IntegerArgument>::value(
                        __field,
                    ),
                ))
            }
            _ => ::core::option::Option::None,
        }
    }
    #[allow(unreachable_code)]
    fn find(
        &self,
        name: &::core::primitive::str,
    ) -> ::core::option::Option<(::core::primitive::usize, crate::Value<'_>)> {
        let index: ::core::primitive::usize = match (self, name) {
            (Self { .. }, "received") => 0usize,
            (Self { .. }, "allowed") => 1usize,
            _ => return ::core::option::Option::None,
        };
        let (_, value) = crate::Arguments::entry(self, index)?;
        ::core::option::Option::Some((index, value))
    }
}
impl ::core::fmt::Debug for MaximumBatchSizeExceeded {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}
impl ::core::fmt::Display for MaximumBatchSizeExceeded {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::localized::describe(self, &[], f)
    }
}
impl ::core::error::Error for MaximumBatchSizeExceeded {}
/**`MissingRequiredParameter`, HTTP status 400.

> Required parameter {$parameter} is missing.
>
> Add the parameter {$parameter} to the request. Parameter names are case-sensitive.*/
#[derive(Clone, Copy, PartialEq)]
pub struct MissingRequiredParameter<'a> {
    ///`$parameter`, for example `machineId`.
    pub parameter: &'a ::core::primitive::str,
}
#[automatically_derived]
impl<'a> crate::Localized for MissingRequiredParameter<'a> {
    fn code(&self) -> &::core::primitive::str {
        match self {
            Self { .. } => "MissingRequiredParameter",
        }
    }
    fn args(&self) -> &dyn crate::Arguments {
        self
    }
    fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
        match self {
            Self { .. } => ::core::option::Option::Some(400u16),
        }
    }
}
#[automatically_derived]
impl<'a> crate::Arguments for MissingRequiredParameter<'a> {
    fn len(&self) -> ::core::primitive::usize {
        match self {
            Self { .. } => 1usize,
        }
    }
    fn entry(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<(&::core::primitive::str, crate::Value<'_>)> {
        match (self, index) {
            (Self { parameter: __field, .. }, 0usize) => {
                ::core::option::Option::Some((
                    "parameter",
                    <&'a ::core::primitive::str as crate::localized::StringArgument>::value(
                        __field,
                    ),
                ))
            }
            _ => ::core::option::Option::None,
        }
    }
    #[allow(unreachable_code)]
    fn find(
        &self,
        name: &::core::primitive::str,
    ) -> ::core::option::Option<(::core::primitive::usize, crate::Value<'_>)> {
        let index: ::core::primitive::usize = match (self, name) {
            (Self { .. }, "parameter") => 0usize,
            _ => return ::core::option::Option::None,
        };
        let (_, value) = crate::Arguments::entry(self, index)?;
        ::core::option::Option::Some((index, value))
    }
}
impl<'a> ::core::fmt::Debug for MissingRequiredParameter<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}
impl<'a> ::core::fmt::Display for MissingRequiredParameter<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::localized::describe(self, &[], f)
    }
}
impl<'a> ::core::error::Error for MissingRequiredParameter<'a> {}
/**`OsPlatformNotSupported`, HTTP status 400.

> OS platform {$os\_platform} is not supported for this action.
>
> Run the action on a device with a supported OS platform.*/
#[derive(Clone, Copy, PartialEq)]
pub struct OsPlatformNotSupported<'a> {
    ///`$os_platform`, for example `Linux`.
    pub os_platform: &'a ::core::primitive::str,
}
#[automatically_derived]
impl<'a> crate::Localized for OsPlatformNotSupported<'a> {
    fn code(&self) -> &::core::primitive::str {
        match self {
            Self { .. } => "OsPlatformNotSupported",
        }
    }
    fn args(&self) -> &dyn crate::Arguments {
        self
    }
    fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
        match self {
            Self { .. } => ::core::option::Option::Some(400u16),
        }
    }
}
#[automatically_derived]
impl<'a> crate::Arguments for OsPlatformNotSupported<'a> {
    fn len(&self) -> ::core::primitive::usize {
        match self {
            Self { .. } => 1usize,
        }
    }
    fn entry(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<(&::core::primitive::str, crate::Value<'_>)> {
        match (self, index) {
            (Self { os_platform: __field, .. }, 0usize) => {
                ::core::option::Option::Some((
                    "os_platform",
                    <&'a ::core::primitive::str as crate::localized::StringArgument>::value(
                        __field,
                    ),
                ))
            }
            _ => ::core::option::Option::None,
        }
    }
    #[allow(unreachable_code)]
    fn find(
        &self,
        name: &::core::primitive::str,
    ) -> ::core::option::Option<(::core::primitive::usize, crate::Value<'_>)> {
        let index: ::core::primitive::usize = match (self, name) {
            (Self { .. }, "os_platform") => 0usize,
            _ => return ::core::option::Option::None,
        };
        let (_, value) = crate::Arguments::entry(self, index)?;
        ::core::option::Option::Some((index, value))
    }
}
impl<'a> ::core::fmt::Debug for OsPlatformNotSupported<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}
impl<'a> ::core::fmt::Display for OsPlatformNotSupported<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::localized::describe(self, &[], f)
    }
}
impl<'a> ::core::error::Error for OsPlatformNotSupported<'a> {}
/**`ClientVersionNotSupported`, HTTP status 400.

> Action {$action} is supported on client version {$minimum\_version} and later.
>
> Update the client to version {$minimum\_version} or later.*/
#[derive(Clone, Copy, PartialEq)]
pub struct ClientVersionNotSupported<'a> {
    ///`$action`, for example `IsolateMachine`.
    pub action: &'a ::core::primitive::str,
    ///`$minimum_version`, for example `10.5850.17763`.
    pub minimum_version: &'a ::core::primitive::str,
}
#[automatically_derived]
impl<'a> crate::Localized for ClientVersionNotSupported<'a> {
    fn code(&self) -> &::core::primitive::str {
        match self {
            Self { .. } => "ClientVersionNotSupported",
        }
    }
    fn args(&self) -> &dyn crate::Arguments {
        self
    }
    fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
        match self {
            Self { .. } => ::core::option::Option::Some(400u16),
        }
    }
}
#[automatically_derived]
impl<'a> crate::Arguments for ClientVersionNotSupported<'a> {
    fn len(&self) -> ::core::primitive::usize {
        match self {
            Self { .. } => 2usize,
        }
    }
    fn entry(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<(&::core::primitive::str, crate::Value<'_>)> {
        match (self, index) {
            (Self { action: __field, .. }, 0usize) => {
                ::core::option::Option::Some((
                    "action",
                    <&'a ::core::primitive::str as crate::localized::StringArgument>::value(
                        __field,
                    ),
                ))
            }
            (Self { minimum_version: __field, .. }, 1usize) => {
                ::core::option::Option::Some((
                    "minimum_version",
                    <&'a ::core::primitive::str as crate::localized::StringArgument>::value(
                        __field,
                    ),
                ))
            }
            _ => ::core::option::Option::None,
        }
    }
    #[allow(unreachable_code)]
    fn find(
        &self,
        name: &::core::primitive::str,
    ) -> ::core::option::Option<(::core::primitive::usize, crate::Value<'_>)> {
        let index: ::core::primitive::usize = match (self, name) {
            (Self { .. }, "action") => 0usize,
            (Self { .. }, "minimum_version") => 1usize,
            _ => return ::core::option::Option::None,
        };
        let (_, value) = crate::Arguments::entry(self, index)?;
        ::core::option::Option::Some((index, value))
    }
}
impl<'a> ::core::fmt::Debug for ClientVersionNotSupported<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}
impl<'a> ::core::fmt::Display for ClientVersionNotSupported<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::localized::describe(self, &[], f)
    }
}
impl<'a> ::core::error::Error for ClientVersionNotSupported<'a> {}
/**`Unauthorized`, HTTP status 401.

> Authentication failed. The authorization header might be invalid or expired.
>
> Get a new access token, and then send it in the Authorization header.*/
#[derive(Clone, Copy, PartialEq)]
pub struct Unauthorized;
#[automatically_derived]
impl crate::Localized for Unauthorized {
    fn code(&self) -> &::core::primitive::str {
        match self {
            Self { .. } => "Unauthorized",
        }
    }
    fn args(&self) -> &dyn crate::Arguments {
        self
    }
    fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
        match self {
            Self { .. } => ::core::option::Option::Some(401u16),
        }
    }
}
#[automatically_derived]
impl crate::Arguments for Unauthorized {
    fn len(&self) -> ::core::primitive::usize {
        match self {
            Self { .. } => 0usize,
        }
    }
    fn entry(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<(&::core::primitive::str, crate::Value<'_>)> {
        _ = index;
        ::core::option::Option::None
    }
    #[allow(unreachable_code)]
    fn find(
        &self,
        name: &::core::primitive::str,
    ) -> ::core::option::Option<(::core::primitive::usize, crate::Value<'_>)> {
        _ = name;
        ::core::option::Option::None
    }
}
impl ::core::fmt::Debug for Unauthorized {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}
impl ::core::fmt::Display for Unauthorized {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::localized::describe(self, &[], f)
    }
}
impl ::core::error::Error for Unauthorized {}
/**`Forbidden`, HTTP status 403.

> Access denied. The token is valid, but it does not have sufficient permission for this action.
>
> Ask an administrator to grant the required permission.*/
#[derive(Clone, Copy, PartialEq)]
pub struct Forbidden;
#[automatically_derived]
impl crate::Localized for Forbidden {
    fn code(&self) -> &::core::primitive::str {
        match self {
            Self { .. } => "Forbidden",
        }
    }
    fn args(&self) -> &dyn crate::Arguments {
        self
    }
    fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
        match self {
            Self { .. } => ::core::option::Option::Some(403u16),
        }
    }
}
#[automatically_derived]
impl crate::Arguments for Forbidden {
    fn len(&self) -> ::core::primitive::usize {
        match self {
            Self { .. } => 0usize,
        }
    }
    fn entry(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<(&::core::primitive::str, crate::Value<'_>)> {
        _ = index;
        ::core::option::Option::None
    }
    #[allow(unreachable_code)]
    fn find(
        &self,
        name: &::core::primitive::str,
    ) -> ::core::option::Option<(::core::primitive::usize, crate::Value<'_>)> {
        _ = name;
        ::core::option::Option::None
    }
}
impl ::core::fmt::Debug for Forbidden {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}
impl ::core::fmt::Display for Forbidden {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::localized::describe(self, &[], f)
    }
}
impl ::core::error::Error for Forbidden {}
/**`DisabledFeature`, HTTP status 403.

> This feature is not enabled for the tenant.
>
> Ask a tenant administrator to enable the feature.*/
#[derive(Clone, Copy, PartialEq)]
pub struct DisabledFeature;
#[automatically_derived]
impl crate::Localized for DisabledFeature {
    fn code(&self) -> &::core::primitive::str {
        match self {
            Self { .. } => "DisabledFeature",
        }
    }
    fn args(&self) -> &dyn crate::Arguments {
        self
    }
    fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
        match self {
            Self { .. } => ::core::option::Option::Some(403u16),
        }
    }
}
#[automatically_derived]
impl crate::Arguments for DisabledFeature {
    fn len(&self) -> ::core::primitive::usize {
        match self {
            Self { .. } => 0usize,
        }
    }
    fn entry(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<(&::core::primitive::str, crate::Value<'_>)> {
        _ = index;
        ::core::option::Option::None
    }
    #[allow(unreachable_code)]
    fn find(
        &self,
        name: &::core::primitive::str,
    ) -> ::core::option::Option<(::core::primitive::usize, crate::Value<'_>)> {
        _ = name;
        ::core::option::Option::None
    }
}
impl ::core::fmt::Debug for DisabledFeature {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}
impl ::core::fmt::Display for DisabledFeature {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::localized::describe(self, &[], f)
    }
}
impl ::core::error::Error for DisabledFeature {}
/**`DisallowedOperation`, HTTP status 403.

> Operation {$operation} is not allowed. Reason: {$reason}
>
> Resolve the issue described in the reason, or use an operation that is allowed.*/
#[derive(Clone, Copy, PartialEq)]
pub struct DisallowedOperation<'a> {
    ///`$operation`, for example `OffboardMachine`.
    pub operation: &'a ::core::primitive::str,
    ///`$reason`, for example `The machine is already offboarded.`.
    pub reason: &'a ::core::primitive::str,
}
#[automatically_derived]
impl<'a> crate::Localized for DisallowedOperation<'a> {
    fn code(&self) -> &::core::primitive::str {
        match self {
            Self { .. } => "DisallowedOperation",
        }
    }
    fn args(&self) -> &dyn crate::Arguments {
        self
    }
    fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
        match self {
            Self { .. } => ::core::option::Option::Some(403u16),
        }
    }
}
#[automatically_derived]
impl<'a> crate::Arguments for DisallowedOperation<'a> {
    fn len(&self) -> ::core::primitive::usize {
        match self {
            Self { .. } => 2usize,
        }
    }
    fn entry(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<(&::core::primitive::str, crate::Value<'_>)> {
        match (self, index) {
            (Self { operation: __field, .. }, 0usize) => {
                ::core::option::Option::Some((
                    "operation",
                    <&'a ::core::primitive::str as crate::localized::StringArgument>::value(
                        __field,
                    ),
                ))
            }
            (Self { reason: __field, .. }, 1usize) => {
                ::core::option::Option::Some((
                    "reason",
                    <&'a ::core::primitive::str as crate::localized::StringArgument>::value(
                        __field,
                    ),
                ))
            }
            _ => ::core::option::Option::None,
        }
    }
    #[allow(unreachable_code)]
    fn find(
        &self,
        name: &::core::primitive::str,
    ) -> ::core::option::Option<(::core::primitive::usize, crate::Value<'_>)> {
        let index: ::core::primitive::usize = match (self, name) {
            (Self { .. }, "operation") => 0usize,
            (Self { .. }, "reason") => 1usize,
            _ => return ::core::option::Option::None,
        };
        let (_, value) = crate::Arguments::entry(self, index)?;
        ::core::option::Option::Some((index, value))
    }
}
impl<'a> ::core::fmt::Debug for DisallowedOperation<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}
impl<'a> ::core::fmt::Display for DisallowedOperation<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::localized::describe(self, &[], f)
    }
}
impl<'a> ::core::error::Error for DisallowedOperation<'a> {}
/**`NotFound`, HTTP status 404.

> The requested item was not found.
>
> Check the path and the identifiers in the request.*/
#[derive(Clone, Copy, PartialEq)]
pub struct NotFound;
#[automatically_derived]
impl crate::Localized for NotFound {
    fn code(&self) -> &::core::primitive::str {
        match self {
            Self { .. } => "NotFound",
        }
    }
    fn args(&self) -> &dyn crate::Arguments {
        self
    }
    fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
        match self {
            Self { .. } => ::core::option::Option::Some(404u16),
        }
    }
}
#[automatically_derived]
impl crate::Arguments for NotFound {
    fn len(&self) -> ::core::primitive::usize {
        match self {
            Self { .. } => 0usize,
        }
    }
    fn entry(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<(&::core::primitive::str, crate::Value<'_>)> {
        _ = index;
        ::core::option::Option::None
    }
    #[allow(unreachable_code)]
    fn find(
        &self,
        name: &::core::primitive::str,
    ) -> ::core::option::Option<(::core::primitive::usize, crate::Value<'_>)> {
        _ = name;
        ::core::option::Option::None
    }
}
impl ::core::fmt::Debug for NotFound {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}
impl ::core::fmt::Display for NotFound {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::localized::describe(self, &[], f)
    }
}
impl ::core::error::Error for NotFound {}
/**`ResourceNotFound`, HTTP status 404.

> Resource {$resource\_id} was not found.
>
> Check the identifier, and make sure that the resource still exists.*/
#[derive(Clone, Copy, PartialEq)]
pub struct ResourceNotFound<'a> {
    ///`$resource_type`, for example `machine`.
    pub resource_type: ResourceType,
    ///`$resource_id`, for example `123123123`.
    pub resource_id: &'a ::core::primitive::str,
}
const _: () = ::core::assert!(
    crate ::localized::holds(& ["machine", "alert", "incident", "other"], < ResourceType
    as crate ::localized::EnumArgument > ::VALUES,),
    "this enum has a value that argument `resource_type` of `ResourceNotFound` does not have; expected `machine`, `alert`, `incident`, `other`",
);
#[automatically_derived]
impl<'a> crate::Localized for ResourceNotFound<'a> {
    fn code(&self) -> &::core::primitive::str {
        match self {
            Self { .. } => "ResourceNotFound",
        }
    }
    fn args(&self) -> &dyn crate::Arguments {
        self
    }
    fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
        match self {
            Self { .. } => ::core::option::Option::Some(404u16),
        }
    }
}
#[automatically_derived]
impl<'a> crate::Arguments for ResourceNotFound<'a> {
    fn len(&self) -> ::core::primitive::usize {
        match self {
            Self { .. } => 2usize,
        }
    }
    fn entry(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<(&::core::primitive::str, crate::Value<'_>)> {
        match (self, index) {
            (Self { resource_type: __field, .. }, 0usize) => {
                ::core::option::Option::Some((
                    "resource_type",
                    crate::Value::from(
                        <ResourceType as crate::localized::EnumArgument>::name(__field),
                    ),
                ))
            }
            (Self { resource_id: __field, .. }, 1usize) => {
                ::core::option::Option::Some((
                    "resource_id",
                    <&'a ::core::primitive::str as crate::localized::StringArgument>::value(
                        __field,
                    ),
                ))
            }
            _ => ::core::option::Option::None,
        }
    }
    #[allow(unreachable_code)]
    fn find(
        &self,
        name: &::core::primitive::str,
    ) -> ::core::option::Option<(::core::primitive::usize, crate::Value<'_>)> {
        let index: ::core::primitive::usize = match (self, name) {
            (Self { .. }, "resource_type") => 0usize,
            (Self { .. }, "resource_id") => 1usize,
            _ => return ::core::option::Option::None,
        };
        let (_, value) = crate::Arguments::entry(self, index)?;
        ::core::option::Option::Some((index, value))
    }
}
impl<'a> ::core::fmt::Debug for ResourceNotFound<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}
impl<'a> ::core::fmt::Display for ResourceNotFound<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::localized::describe(self, &[], f)
    }
}
impl<'a> ::core::error::Error for ResourceNotFound<'a> {}
/**`InternalServerError`, HTTP status 500.

> An internal server error occurred.
>
> Try the operation again. If the problem persists, contact support and include the tracking ID.*/
#[derive(Clone, Copy, PartialEq)]
pub struct InternalServerError;
#[automatically_derived]
impl crate::Localized for InternalServerError {
    fn code(&self) -> &::core::primitive::str {
        match self {
            Self { .. } => "InternalServerError",
        }
    }
    fn args(&self) -> &dyn crate::Arguments {
        self
    }
    fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
        match self {
            Self { .. } => ::core::option::Option::Some(500u16),
        }
    }
}
#[automatically_derived]
impl crate::Arguments for InternalServerError {
    fn len(&self) -> ::core::primitive::usize {
        match self {
            Self { .. } => 0usize,
        }
    }
    fn entry(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<(&::core::primitive::str, crate::Value<'_>)> {
        _ = index;
        ::core::option::Option::None
    }
    #[allow(unreachable_code)]
    fn find(
        &self,
        name: &::core::primitive::str,
    ) -> ::core::option::Option<(::core::primitive::usize, crate::Value<'_>)> {
        _ = name;
        ::core::option::Option::None
    }
}
impl ::core::fmt::Debug for InternalServerError {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}
impl ::core::fmt::Display for InternalServerError {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::localized::describe(self, &[], f)
    }
}
impl ::core::error::Error for InternalServerError {}
///A value of the argument of this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ResourceType {
    ///`machine`.
    Machine,
    ///`alert`.
    Alert,
    ///`incident`.
    Incident,
    ///`other`.
    Other,
}
impl crate::localized::EnumArgument for ResourceType {
    const VALUES: &'static [&'static ::core::primitive::str] = &[
        "machine",
        "alert",
        "incident",
        "other",
    ];
    fn name(&self) -> &'static ::core::primitive::str {
        match self {
            Self::Machine => "machine",
            Self::Alert => "alert",
            Self::Incident => "incident",
            Self::Other => "other",
        }
    }
}
