//! oEmbed for a published copy: sites that make a frame of a pasted address read it. It needs the address at which `dist/` will
//! stand; where that is not known, nothing is announced.

/// Name of the variable that holds the address.
pub const BASE_URL: &str = "BASE_URL";

/// The answer as JSON, and the link that leads to it.
pub struct OEmbed {
    /// Content of `oembed.json`.
    pub json: String,
    /// For the heads of the pages.
    pub link: String,
}

/// For a copy at an address; the reason where it is none.
pub fn at(base: &str) -> Result<OEmbed, String> {
    let sound = base.chars().all(|letter| letter.is_ascii_graphic() && !"\"'<>&?#\\".contains(letter));
    if !sound || !(base.starts_with("https://") || base.starts_with("http://")) {
        return Err(format!("{BASE_URL} is no address of a folder: {base}"));
    }
    let base = format!("{}/", base.trim_end_matches('/'));
    let title = "API, fine-tune or from scratch?";
    let frame = format!(
        "<iframe src=\\\"{base}embed.html?view=chart\\\" title=\\\"{title}\\\" width=\\\"100%\\\" height=\\\"880\\\" loading=\\\"lazy\\\"></iframe>"
    );
    let json = format!(
        "{{\"version\":\"1.0\",\"type\":\"rich\",\"title\":\"{title}\",\"provider_name\":\"ai-build-vs-buy\",\"provider_url\":\"{base}\",\"width\":640,\"height\":880,\"html\":\"{frame}\"}}\n"
    );
    let link = format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{base}oembed.json\" title=\"{title}\">"
    );
    Ok(OEmbed { json, link })
}

/// A page that announces it, early in its head.
pub fn announced(page: &str, link: &str) -> String {
    page.replacen("<meta charset=\"utf-8\">\n", &format!("<meta charset=\"utf-8\">\n    {link}\n"), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_in_it_is_absolute() {
        for base in ["https://example.org/widget", "https://example.org/widget/"] {
            let OEmbed { json, link } = at(base).unwrap();
            assert!(json.contains("src=\\\"https://example.org/widget/embed.html?view=chart\\\""), "{json}");
            assert!(link.contains("href=\"https://example.org/widget/oembed.json\""), "{link}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for base in ["", "example.org", "/widget/", "https://example.org/\"><script>", "https://example.org/?a"] {
            assert!(at(base).is_err(), "{base}");
        }
    }

    #[test]
    fn the_link_stands_before_the_script() {
        let page = announced("<head>\n    <meta charset=\"utf-8\">\n    <script></script>", "<link>");
        assert_eq!(page, "<head>\n    <meta charset=\"utf-8\">\n    <link>\n    <script></script>");
    }
}
