//! Pages of a list, and the headers that tell which one it is ("REST API", pagination by offset).

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

use super::query::Query;

/// The page that a request asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Page {
    /// From 1.
    pub(super) number: usize,
    /// The most rows that it has: 1 to 100.
    pub(super) size: usize,
}

impl Page {
    /// Reads `page` and `per_page`.
    pub(super) fn read(query: &mut Query<'_>) -> Self {
        Self {
            number: query.count("page").unwrap_or(1),
            size: query.count("per_page").unwrap_or(20).min(100),
        }
    }

    /// The rows of this page.
    pub(super) fn cut<'a, T>(&self, all: &'a [T]) -> &'a [T] {
        all.chunks(self.size).nth(self.number - 1).unwrap_or_default()
    }

    /// `address` is that of the list, without a query; `query` is that of the request.
    pub(super) fn headers(&self, total: usize, address: &str, query: &[(String, String)]) -> HeaderMap {
        let pages = total.div_ceil(self.size).max(1);
        let next = (self.number < pages).then_some(self.number + 1);
        let before = (self.number > 1 && self.number <= pages + 1).then(|| self.number - 1);
        let number = |page: Option<usize>| page.map(|page| page.to_string()).unwrap_or_default();
        let mut headers = HeaderMap::new();
        let mut set = |name: HeaderName, text: String| {
            // Digits and an encoded address are always valid in a header.
            if let Ok(value) = HeaderValue::from_str(&text) {
                headers.insert(name, value);
            }
        };
        set(HeaderName::from_static("x-total"), total.to_string());
        set(HeaderName::from_static("x-total-pages"), pages.to_string());
        set(HeaderName::from_static("x-page"), self.number.to_string());
        set(HeaderName::from_static("x-per-page"), self.size.to_string());
        set(HeaderName::from_static("x-next-page"), number(next));
        set(HeaderName::from_static("x-prev-page"), number(before));
        let links = [("prev", before), ("next", next), ("first", Some(1)), ("last", Some(pages))];
        let link = |(relation, page): (&str, Option<usize>)| {
            Some(format!("<{address}?{}>; rel=\"{relation}\"", self.query(page?, query)))
        };
        set(header::LINK, links.into_iter().filter_map(link).collect::<Vec<_>>().join(", "));
        headers
    }

    fn query(&self, page: usize, asked: &[(String, String)]) -> String {
        let others = asked.iter().filter(|(name, _)| name != "page" && name != "per_page");
        form_urlencoded::Serializer::new(String::new())
            .extend_pairs(others)
            .append_pair("page", &page.to_string())
            .append_pair("per_page", &self.size.to_string())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::Page;

    #[test]
    fn tells_where_it_is_among_the_others() {
        let asked = [("search".to_owned(), "a b".to_owned()), ("page".to_owned(), "2".to_owned())];
        for (number, total, expected) in [
            (1, 0, ["0", "1", "", ""]),
            (1, 20, ["20", "1", "", ""]),
            (1, 45, ["45", "3", "2", ""]),
            (2, 45, ["45", "3", "3", "1"]),
            (3, 45, ["45", "3", "", "2"]),
            (4, 45, ["45", "3", "", "3"]),
            (9, 45, ["45", "3", "", ""]),
        ] {
            let headers = Page { number, size: 20 }.headers(total, "http://x/projects", &asked);
            let found = ["x-total", "x-total-pages", "x-next-page", "x-prev-page"].map(|name| &headers[name]);
            assert_eq!(found, expected, "page {number} of {total}");
        }
        let headers = Page { number: 2, size: 20 }.headers(45, "http://x/projects", &asked);
        assert_eq!(
            headers["link"],
            "<http://x/projects?search=a+b&page=1&per_page=20>; rel=\"prev\", \
             <http://x/projects?search=a+b&page=3&per_page=20>; rel=\"next\", \
             <http://x/projects?search=a+b&page=1&per_page=20>; rel=\"first\", \
             <http://x/projects?search=a+b&page=3&per_page=20>; rel=\"last\""
        );
    }

    #[test]
    fn holds_its_rows_and_none_beyond_the_end() {
        let all: Vec<_> = (1..=45).collect();
        assert_eq!(Page { number: 3, size: 20 }.cut(&all), [41, 42, 43, 44, 45]);
        assert!(Page { number: 4, size: 20 }.cut(&all).is_empty());
    }
}
