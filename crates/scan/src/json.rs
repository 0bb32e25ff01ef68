//! A JSON text, read value by value; nothing is copied and no tree is made.

/// Each byte of a word.
const EACH: u64 = u64::MAX / 255;

/// How deep lists and objects may be nested, as serde_json has it.
const DEEPEST: u32 = 127;

/// A place in a JSON text. Every function gives `None` where the text is not JSON, or not what was asked for: then the
/// place means nothing any more.
pub struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    /// At the beginning of a text.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Whether nothing but white space is left.
    pub fn is_at_end(&mut self) -> bool {
        self.space();
        self.at == self.text.len()
    }

    /// Reads an object: `field` gets each key as it is written, without its quotes, and has to read the value.
    pub fn object(&mut self, field: &mut dyn FnMut(&mut Self, &'a str) -> Option<()>) -> Option<()> {
        self.items(b'{', b'}', &mut |scan| {
            let key = scan.string()?;
            scan.space();
            scan.byte(b':')?;
            field(scan, &key[1..key.len() - 1])
        })
    }

    /// Reads an object as far as these fields go: each value as it is written, where it is; of several with a name, the
    /// last. `None` as well where a name is written with an escape, which may make it one of these.
    pub fn pick(&mut self, names: &[&str], picked: &mut [&'a str]) -> Option<()> {
        self.object(&mut |scan, key| {
            let value = scan.value()?;
            if key.contains('\\') {
                return None;
            }
            if let Some(at) = names.iter().position(|name| *name == key) {
                *picked.get_mut(at)? = value;
            }
            Some(())
        })
    }

    /// Reads a list: `item` has to read each value.
    pub fn array(&mut self, item: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.items(b'[', b']', item)
    }

    /// Passes over any value; gives it as it is written.
    pub fn value(&mut self) -> Option<&'a str> {
        self.space();
        let from = self.at;
        self.pass(0)?;
        Some(&self.text[from..self.at])
    }

    /// The next byte that is no white space; 0 at the end.
    pub fn peek(&mut self) -> u8 {
        self.space();
        self.here()
    }

    fn items(&mut self, open: u8, close: u8, item: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.space();
        self.byte(open)?;
        if self.peek() == close {
            return self.byte(close);
        }
        loop {
            self.space();
            item(self)?;
            if self.peek() == close {
                return self.byte(close);
            }
            self.byte(b',')?;
        }
    }

    fn pass(&mut self, depth: u32) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        match self.peek() {
            b'"' => self.string().map(drop),
            b'{' => self.items(b'{', b'}', &mut |scan| {
                scan.string()?;
                scan.space();
                scan.byte(b':')?;
                scan.pass(depth + 1)
            }),
            b'[' => self.items(b'[', b']', &mut |scan| scan.pass(depth + 1)),
            b't' => self.word("true"),
            b'f' => self.word("false"),
            b'n' => self.word("null"),
            _ => self.number(),
        }
    }

    /// With its quotes.
    fn string(&mut self) -> Option<&'a str> {
        let from = self.at;
        self.byte(b'"')?;
        let bytes = self.text.as_bytes();
        loop {
            self.at += plain(bytes.get(self.at..)?);
            match bytes.get(self.at)? {
                b'"' => break,
                b'\\' => self.escape()?,
                _ => return None,
            }
        }
        self.at += 1;
        Some(&self.text[from..self.at])
    }

    fn escape(&mut self) -> Option<()> {
        self.at += 1;
        match self.here() {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => self.at += 1,
            b'u' => {
                let code = self.text.as_bytes().get(self.at + 1..self.at + 5)?;
                code.iter().all(u8::is_ascii_hexdigit).then_some(())?;
                self.at += 5;
            }
            _ => return None,
        }
        Some(())
    }

    fn number(&mut self) -> Option<()> {
        self.at += usize::from(self.here() == b'-');
        match self.here() {
            b'0' => self.at += 1,
            _ => self.digits()?,
        }
        if self.here() == b'.' {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.here(), b'e' | b'E') {
            self.at += 1;
            self.at += usize::from(matches!(self.here(), b'+' | b'-'));
            self.digits()?;
        }
        Some(())
    }

    /// One or more.
    fn digits(&mut self) -> Option<()> {
        let from = self.at;
        while self.here().is_ascii_digit() {
            self.at += 1;
        }
        (self.at > from).then_some(())
    }

    fn word(&mut self, word: &str) -> Option<()> {
        self.text[self.at..].starts_with(word).then_some(())?;
        self.at += word.len();
        Some(())
    }

    fn byte(&mut self, byte: u8) -> Option<()> {
        (self.here() == byte).then_some(())?;
        self.at += 1;
        Some(())
    }

    fn here(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    fn space(&mut self) {
        while matches!(self.here(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }
}

/// Whether a text in quotes says what it means: no `\\` is in it.
pub fn is_plain(text: &str) -> bool {
    plain(text.as_bytes()) == text.len()
}

/// How many bytes there are before the first that means something in a text: `"`, `\\`, or one below a blank.
fn plain(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    for (nth, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let below = |word: u64, limit: u64| word.wrapping_sub(EACH * limit) & !word;
        let is = |byte: u8| below(word ^ (EACH * u64::from(byte)), 1);
        // The highest bit of each such byte; a borrow may set it above one, never below.
        let found = (below(word, 0x20) | is(b'"') | is(b'\\')) & (EACH << 7);
        if found != 0 {
            return nth * 8 + found.trailing_zeros() as usize / 8;
        }
    }
    let found = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f));
    words.len() * 8 + found.unwrap_or(rest.len())
}
