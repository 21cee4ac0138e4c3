//! The pages in a real browser, as agents use them: with a keyboard, on a phone, in the dark, in six languages.
//!
//! Each test is a function of the same name in `browser/*.mjs`. Needs chromium, Node and its packages, which
//! `.ci/chromium` and `.ci/node` install. Leaves pictures of every page in `target/screenshots`.

#![allow(clippy::unwrap_used)] // a test that unwraps nothing says less

#[path = "browser/driver.rs"]
mod driver;
mod script;

/// Tests that run in the browser under their own names, and the list of them.
macro_rules! cases {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            driver::run(stringify!($name));
        })*

        #[test]
        fn every_case_of_the_browser_is_run() {
            let mut names = vec![$(stringify!($name)),*];
            names.sort_unstable();
            assert_eq!(driver::run("names"), names);
        }
    };
}

cases! {
    // watch.mjs
    what_is_wrong_with_a_page_is_noticed
    // agent.mjs
    a_pasted_korean_text_is_explained_in_the_agents_language
    a_word_in_korean_finds_its_code_while_it_is_typed
    codes_are_found_by_their_status
    a_chosen_language_is_remembered_from_page_to_page
    a_shared_link_shows_the_same_arguments_to_others
    a_text_is_copied_as_it_stands
    a_text_is_selected_where_it_may_not_be_copied
    without_javascript_pasting_and_searching_work
    // keyboard.mjs
    the_keyboard_alone_skips_pastes_and_reads_on
    the_keyboard_alone_chooses_a_language
    the_focus_reaches_everything_in_order_and_is_seen
    // hostile.mjs
    a_hostile_argument_does_not_disturb_a_code_page
    a_hostile_text_does_not_disturb_its_answer
    a_long_word_widens_no_page
    // typography.mjs
    each_language_breaks_its_lines_by_its_own_rules
    a_particle_stays_with_its_value
    // sweep.mjs
    every_page_in_en_us_is_accessible_light_dark_and_narrow
    every_page_in_fr_fr_is_accessible_light_dark_and_narrow
    every_page_in_ko_kr_is_accessible_light_dark_and_narrow
    every_page_in_nl_nl_is_accessible_light_dark_and_narrow
    every_page_in_sv_se_is_accessible_light_dark_and_narrow
    every_page_in_zh_cn_is_accessible_light_dark_and_narrow
}
