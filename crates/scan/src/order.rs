//! A rough order of many names.

use std::cmp::Ordering;

/// The indexes of the names in an order that is nearly that of a reader's language: letters of ASCII whatever their case, and
/// numbers by their value. Names that are equal so far keep their order.
///
/// What sorts by the rules of a language asks for each pair with effort, and far less often for names that are nearly sorted.
pub fn rough_order(names: &[String]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by(|a, b| compare(names[*a].as_bytes(), names[*b].as_bytes()));
    order
}

fn compare(mut a: &[u8], mut b: &[u8]) -> Ordering {
    loop {
        let (Some(first), Some(other)) = (a.first(), b.first()) else { return a.len().cmp(&b.len()) };
        if first.is_ascii_digit() && other.is_ascii_digit() {
            let (one, two) = (number(&mut a), number(&mut b));
            // Without zeros before them, longer numbers are greater.
            match one.len().cmp(&two.len()).then_with(|| one.cmp(two)) {
                Ordering::Equal => {}
                different => return different,
            }
        } else {
            match first.to_ascii_lowercase().cmp(&other.to_ascii_lowercase()) {
                Ordering::Equal => (a, b) = (&a[1..], &b[1..]),
                different => return different,
            }
        }
    }
}

/// Takes the digits at the beginning; gives them without zeros before them.
fn number<'a>(text: &mut &'a [u8]) -> &'a [u8] {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (number, rest) = text.split_at(digits);
    *text = rest;
    let zeros = number.iter().take_while(|byte| **byte == b'0').count();
    &number[zeros..]
}

#[cfg(test)]
mod tests {
    use super::rough_order;

    #[test]
    fn orders_by_letters_and_by_the_value_of_numbers() {
        let names =
            ["b", "item 10", "Item 9", "item 009b", "", "a", "B", "item", "é", "item 9", "1", "A1", "a"];
        let names = names.map(str::to_owned);
        let ordered: Vec<&str> = rough_order(&names).into_iter().map(|at| &*names[at]).collect();
        assert_eq!(
            ordered,
            ["", "1", "a", "a", "A1", "b", "B", "item", "Item 9", "item 9", "item 009b", "item 10", "é"]
        );
        let equal = ["x", "X", "x", "X"].map(str::to_owned);
        assert_eq!(rough_order(&equal), [0, 1, 2, 3]);
        assert_eq!(rough_order(&[]), Vec::<usize>::new());
    }

    #[test]
    fn every_name_is_there_once() {
        let names: Vec<String> =
            (0..2_000_u64).map(|at| format!("{}-{}", at * 7919 % 101, at * 31 % 17)).collect();
        let mut order = rough_order(&names);
        order.sort_unstable();
        assert!(order.into_iter().eq(0..2_000));
    }
}
