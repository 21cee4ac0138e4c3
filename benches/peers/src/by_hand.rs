//! `write!` by hand: one arm a message and language, the floor that nobody maintains.

use std::fmt::Write;

use crate::{Message, Peer};

/// The texts are the program.
pub struct ByHand;

impl Peer for ByHand {
    const NAME: &'static str = "write! by hand";

    fn load() -> Self {
        ByHand
    }

    fn render<R>(
        &self,
        locale: usize,
        message: Message<'_>,
        out: &mut String,
        read: impl FnOnce(&str) -> R,
    ) -> R {
        out.clear();
        let written = match message {
            Message::Plain => match locale {
                0 => write!(out, "The requested item was not found."),
                1 => write!(out, "L’élément demandé est introuvable."),
                2 => write!(out, "요청한 항목을 찾을 수 없습니다."),
                3 => write!(out, "Het aangevraagde item is niet gevonden."),
                4 => write!(out, "Det begärda objektet hittades inte."),
                _ => write!(out, "找不到所请求的项。"),
            },
            Message::Text(url) => match locale {
                0 => write!(out, "URL {url} is invalid."),
                1 => write!(out, "L’URL {url} n’est pas valide."),
                2 => write!(out, "잘못된 URL입니다: {url}"),
                3 => write!(out, "De URL {url} is ongeldig."),
                4 => write!(out, "URL:en {url} är ogiltig."),
                _ => write!(out, "URL {url} 无效。"),
            },
            Message::Integers(received, allowed) => match locale {
                0 => write!(
                    out,
                    "The maximum batch size was exceeded. Received: {received}; allowed: {allowed}."
                ),
                1 => write!(
                    out,
                    "La taille maximale du lot a été dépassée. Taille reçue\u{a0}: {received}\u{202f}; taille autorisée\u{a0}: {allowed}."
                ),
                2 => write!(
                    out,
                    "최대 일괄 처리 크기를 초과했습니다. 받은 항목은 {received}개이며 {allowed}개까지 허용됩니다."
                ),
                3 => write!(
                    out,
                    "De maximale batchgrootte is overschreden. Ontvangen: {received}, toegestaan: {allowed}."
                ),
                4 => write!(
                    out,
                    "Den maximala batchstorleken har överskridits. Mottaget antal: {received}, tillåtet antal: {allowed}."
                ),
                _ => write!(
                    out,
                    "已超出最大批处理大小。收到：{received}；允许：{allowed}。"
                ),
            },
            Message::Plural(allowed) => match (locale, allowed) {
                (0, 1) => write!(out, "Send no more than {allowed} item per request."),
                (0, _) => write!(out, "Send no more than {allowed} items per request."),
                (1, 0 | 1) => write!(out, "Envoyez au maximum {allowed} élément par requête."),
                (1, _) => write!(out, "Envoyez au maximum {allowed} éléments par requête."),
                (2, _) => write!(out, "요청당 항목을 {allowed}개까지만 보내십시오."),
                (3, 1) => write!(out, "Verzend maximaal {allowed} item per aanvraag."),
                (3, _) => write!(out, "Verzend maximaal {allowed} items per aanvraag."),
                (4, _) => write!(out, "Skicka högst {allowed} objekt per begäran."),
                _ => write!(out, "请在每个请求中最多发送 {allowed} 项。"),
            },
        };
        written.expect("writing to a string does not fail");
        read(out)
    }
}
