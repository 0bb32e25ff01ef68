//! Files that somebody gives to the page.

use serde_json::{Value, json};

use crate::Page;

impl Page<'_> {
    /// Chooses a file of this name with this content, as the button lets a person do it.
    #[track_caller]
    pub fn chooses_file(&self, name: &str, content: impl AsRef<[u8]>) {
        let script = "
            const files = new DataTransfer();
            files.items.add(new File([new Uint8Array(arguments[1])], arguments[0]));
            const input = tree.querySelector('input[type=file]');
            input.files = files.files;
            input.dispatchEvent(new Event('change', { bubbles: true }));";
        self.run(script, vec![json!(name), json!(content.as_ref())]);
    }

    /// Drops one where files can be dropped. Gives for the events `dragover` and `drop` whether they were left to the
    /// browser, which would open the file.
    #[track_caller]
    pub fn drops_file(&self, name: &str, content: impl AsRef<[u8]>) -> Value {
        let script = "
            const files = new DataTransfer();
            files.items.add(new File([new Uint8Array(arguments[1])], arguments[0]));
            const on = tree.querySelector('.drop');
            const send = (type) => on.dispatchEvent(
                new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: files }));
            return [send('dragover'), send('drop')];";
        self.run(script, vec![json!(name), json!(content.as_ref())])
    }
}
