//! The ASCII names of hosts with letters of other scripts (RFC 3492, with the parameters of IDNA).

const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;

/// The ASCII name of a host: `xn--mnchen-3ya.example` of `München.example`. `None` if the host is ASCII, or if letters and
/// their marks are written apart or letters have another width or style, which only tables could join.
pub fn host(host: &str) -> Option<String> {
    let is_apart = |c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{3200}'..='\u{33ff}' | '\u{f900}'..='\u{fdff}' | '\u{fe70}'..='\u{ffef}');
    if host.is_ascii() {
        return None;
    }
    // These full stops of East Asian scripts separate labels as well.
    let host = host.to_lowercase().replace(['。', '．', '｡'], ".");
    if host.contains(is_apart) {
        return None;
    }
    let labels: Option<Vec<String>> = host.split('.').map(label).collect();
    labels.map(|labels| labels.join("."))
}

fn label(label: &str) -> Option<String> {
    if label.is_ascii() {
        return Some(label.to_owned());
    }
    encode(label).map(|encoded| format!("xn--{encoded}"))
}

fn encode(label: &str) -> Option<String> {
    let mut output: String = label.chars().filter(char::is_ascii).collect();
    let basic = u32::try_from(output.len()).ok()?;
    if basic > 0 {
        output.push('-');
    }
    let all = u32::try_from(label.chars().count()).ok()?;
    let (mut n, mut delta, mut bias, mut done) = (128_u32, 0_u32, 72_u32, basic);
    while done < all {
        let next = label.chars().map(u32::from).filter(|code| *code >= n).min()?;
        delta = delta.checked_add((next - n).checked_mul(done + 1)?)?;
        n = next;
        for code in label.chars().map(u32::from) {
            if code < n {
                delta = delta.checked_add(1)?;
            }
            if code == n {
                let mut q = delta;
                let mut k = BASE;
                loop {
                    let t = k.saturating_sub(bias).clamp(T_MIN, T_MAX);
                    if q < t {
                        break;
                    }
                    output.push(digit(t + (q - t) % (BASE - t))?);
                    q = (q - t) / (BASE - t);
                    k += BASE;
                }
                output.push(digit(q)?);
                bias = adapted(delta, done + 1, done == basic);
                delta = 0;
                done += 1;
            }
        }
        delta = delta.checked_add(1)?;
        n += 1;
    }
    Some(output)
}

/// Letters stand for 0 to 25, digits for 26 to 35.
fn digit(value: u32) -> Option<char> {
    let begin = if value < 26 { u32::from('a') } else { u32::from('0') - 26 };
    char::from_u32(begin + value)
}

fn adapted(delta: u32, count: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / count;
    let mut k = 0;
    while delta > ((BASE - T_MIN) * T_MAX) / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + 38)
}
