//! Which rows of a long table are in view: arithmetic only.

/// Rows drawn beyond each edge, so that scrolling and the Tab key always find some.
pub const OVERSCAN: usize = 10;

/// The rows that are drawn: from `start` up to but not including `end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// The first row drawn.
    pub start: usize,
    /// The row after the last one drawn.
    pub end: usize,
}

/// What to draw of `count` rows of `row_height` when the first row's top is `top` below the top edge of the view
/// (negative once it is scrolled out) and the view is `view_height` high; all in CSS pixels.
pub fn window(count: usize, row_height: f64, top: f64, view_height: f64) -> Window {
    let first = ((-top / row_height).floor().max(0.0) as usize).min(count.saturating_sub(1));
    // One more for the row that is cut by each edge: then the end moves only when the first row does.
    let in_view = (view_height / row_height).ceil().max(0.0) as usize + 1;
    Window {
        start: first.saturating_sub(OVERSCAN),
        end: count.min(first.saturating_add(in_view).saturating_add(OVERSCAN)),
    }
}

impl Window {
    /// Those of them that are in view, for the same measures as [`window`].
    pub fn in_view(self, row_height: f64, top: f64, view_height: f64) -> Self {
        let rows = |pixels: f64| (pixels.max(0.0) / row_height) as usize;
        let end = self.end.min(rows(view_height - top) + 1);
        Self { start: self.start.max(rows(-top)).min(end), end }
    }
}

#[cfg(test)]
mod tests {
    use super::{Window, window};

    #[test]
    fn tells_what_is_in_view() {
        let cases = [
            // (count, top, start, end), rows of 50 px in a view of 500 px
            (0, 100.0, 0, 0),
            (5, 100.0, 0, 5),
            (10_000, 100.0, 0, 9),
            (10_000, 600.0, 0, 1),
            (10_000, -49.0, 0, 11),
            (10_000, -50.0, 1, 12),
            (10_000, -5_000.0, 100, 111),
            (10_000, -499_500.0, 9_990, 10_000),
            (10_000, -900_000.0, 10_000, 10_000),
        ];
        for (count, top, start, end) in cases {
            let seen = window(count, 50.0, top, 500.0).in_view(50.0, top, 500.0);
            assert_eq!(seen, Window { start, end }, "{count} rows, top {top}");
        }
    }

    #[test]
    fn draws_what_is_in_view_and_ten_rows_around() {
        let cases = [
            // (count, top, start, end), rows of 50 px in a view of 500 px
            (0, 100.0, 0, 0),
            (5, 100.0, 0, 5),
            (10_000, 100.0, 0, 21),
            (10_000, -49.0, 0, 21),
            (10_000, -50.0, 0, 22),
            (10_000, -5_000.0, 90, 121),
            (10_000, -499_500.0, 9_980, 10_000),
            (10_000, -900_000.0, 9_989, 10_000),
        ];
        for (count, top, start, end) in cases {
            assert_eq!(window(count, 50.0, top, 500.0), Window { start, end }, "{count} rows, top {top}");
        }
    }
}
