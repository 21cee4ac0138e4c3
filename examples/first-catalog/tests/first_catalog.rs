//! What the page about this catalog shows is what it prints.

use std::process::Command;

const SHOWN: &str = "\
ko-KR QuotaExceeded: 파일 1,500개가 할당량 서버를 모두 사용했습니다.
ko-KR TokenExpired: 토큰이 2026년 11월 5일에 만료되었습니다.
en-US QuotaExceeded: Quota 서버 is used up by 1,500 files.
en-US TokenExpired: The token expired on November 5, 2026.
";

#[test]
fn it_prints_what_the_page_shows() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolken-first-catalog"));
    let output = command
        .args(["ko", "en"])
        .output()
        .expect("the example runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout), SHOWN);
    let page = include_str!("../../../docs/FIRST-CATALOG.md");
    assert!(
        page.contains(SHOWN.trim_end()),
        "docs/FIRST-CATALOG.md shows something else"
    );
}

/// The page shows the files as they are.
#[test]
fn the_page_shows_the_files() {
    let page = include_str!("../../../docs/FIRST-CATALOG.md");
    for (name, text) in [
        ("catalog.toml", include_str!("../locales/catalog.toml")),
        (
            "en-US/errors.ftl",
            include_str!("../locales/en-US/errors.ftl"),
        ),
        (
            "ko-KR/errors.ftl",
            include_str!("../locales/ko-KR/errors.ftl"),
        ),
    ] {
        assert!(
            page.contains(text.trim_end()),
            "docs/FIRST-CATALOG.md shows another {name}"
        );
    }
}
