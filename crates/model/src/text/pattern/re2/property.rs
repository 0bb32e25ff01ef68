//! Character properties: `\p{Lu}`, `\PL`, `\p{^Greek}`.

use super::super::error::{Fault, PatternError};
use super::super::lack::Lack;
use super::super::source::Source;

const CATEGORIES: &str = "C Cc Cf Co Cs L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl \
                          Zp Zs Any";
/// Those of Java and Perl that are named classes in RE2.
const POSIX: &str = "Alnum Alpha Blank Cntrl Digit Graph Lower Print Punct Space Upper XDigit ASCII Word";

/// Reads the `\p` or `\P` at the cursor.
pub(super) fn property(source: &mut Source) -> Result<(), PatternError> {
    let start = source.cursor;
    let letter = source.raw(1).unwrap_or('p');
    source.cursor += 2;
    let open = |source: &Source| Err(source.error(start, Fault::OpenProperty(letter)));
    let name = match source.raw(0) {
        None => return open(source),
        Some('{') => {
            let rest = source.text(source.cursor + 1, usize::MAX);
            let Some((name, _)) = rest.split_once('}') else { return open(source) };
            source.cursor += name.chars().count() + 2;
            name.to_owned()
        }
        Some(c) => {
            source.cursor += 1;
            c.to_string()
        }
    };
    let plain = name.strip_prefix('^').unwrap_or(&name);
    if is_category(plain) || is_script(plain) {
        return Ok(());
    }
    let lack = Lack::Property { text: source.text(start, source.cursor), instead: instead(plain) };
    Err(source.error(start, Fault::Re2(lack)))
}

fn is_category(name: &str) -> bool {
    CATEGORIES.split(' ').any(|known| known == name)
}

/// Which scripts there are depends on the version of RE2.
fn is_script(name: &str) -> bool {
    let mut chars = name.chars();
    let begins = chars.next().is_some_and(|first| first.is_ascii_uppercase());
    let is_word = name.len() > 2 && chars.all(|c| c.is_ascii_alphabetic() || c == '_');
    begins && is_word && of_java(name).is_none() && !POSIX.split(' ').any(|posix| posix == name)
}

/// The script or category in a name as Java has it: `IsLatin`, `InGreek`.
fn of_java(name: &str) -> Option<&str> {
    let rest = name.strip_prefix("Is").or(name.strip_prefix("In"))?;
    rest.starts_with(|c: char| c.is_ascii_uppercase()).then_some(rest)
}

/// What means the same in RE2. Other languages take names in any case.
fn instead(name: &str) -> Option<String> {
    if let Some(posix) = POSIX.split(' ').find(|posix| posix.eq_ignore_ascii_case(name)) {
        return Some(format!("[[:{}:]]", posix.to_lowercase()));
    }
    let rest = of_java(name).or(name.split_once('=').map(|(_, value)| value)).unwrap_or(name);
    if rest.starts_with("java") {
        return None;
    }
    let (first, others) = (rest.get(..1)?, rest.get(1..)?);
    let name = first.to_uppercase() + others;
    (is_category(&name) || is_script(&name)).then(|| format!("\\p{{{name}}}"))
}
