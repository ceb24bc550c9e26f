//! The pages of docs/embed show the very files of the sites that are built and used in a browser.

use std::fs;
use std::path::Path;

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn hosts() -> Vec<String> {
    let entries = fs::read_dir(top().join("tests/hosts")).unwrap().flatten();
    let sites = entries.filter(|entry| entry.path().is_dir() && entry.file_name() != "node_modules");
    let mut names: Vec<String> = sites.map(|site| site.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn page(host: &str) -> String {
    fs::read_to_string(top().join(format!("docs/embed/{host}.md"))).unwrap_or_else(|error| panic!("{host}.md: {error}"))
}

/// The fenced blocks of a page: what stands after the three signs, and the content.
fn blocks(page: &str) -> Vec<(&str, &str)> {
    let fenced = page.split("```").skip(1).step_by(2);
    fenced.map(|block| block.split_once('\n').unwrap()).collect()
}

#[test]
fn every_block_is_a_file_of_the_site_or_its_commands() {
    for host in hosts() {
        let page = page(&host);
        let blocks = blocks(&page);
        assert_eq!(blocks.iter().filter(|(hint, _)| *hint == "sh run").count(), 1, "{host}: one block of commands");
        for (hint, content) in blocks.iter().filter(|(hint, _)| *hint != "sh run") {
            let (_, file) = hint.split_once(" file=").unwrap_or_else(|| panic!("{host}: “{hint}” names no file"));
            let there = fs::read_to_string(top().join("tests/hosts").join(&host).join(file)).unwrap();
            assert_eq!(*content, there, "{host}/{file}");
        }
    }
}

#[test]
fn every_page_has_a_site_and_a_place_in_the_list() {
    let list = page("README");
    let entries = fs::read_dir(top().join("docs/embed")).unwrap().flatten();
    let mut pages: Vec<String> =
        entries.map(|entry| entry.path().file_stem().unwrap().to_string_lossy().into_owned()).collect();
    pages.retain(|name| name != "README");
    pages.sort();
    assert_eq!(pages, hosts());
    for host in pages {
        assert!(list.contains(&format!("({host}.md)")), "{host}");
    }
}
