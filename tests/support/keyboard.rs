//! The keyboard, wherever the focus is.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

use crate::Page;

impl Page<'_> {
    /// Presses a key wherever the focus is.
    #[track_caller]
    pub fn press(&self, key: Key) {
        self.types(&char::from(key).to_string());
    }

    /// Types wherever the focus is once the page has settled.
    #[track_caller]
    pub fn types(&self, keys: &str) {
        // Not by way of the element that has the focus: in a shadow root WebDriver takes the focus away first.
        let strokes = keys.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        let strokes = strokes.fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.has_settled();
        let pressed = self
            .wait(self.client().perform_actions(strokes))
            .map_err(|error| format!("the keys {keys:?} cannot be pressed: {error}"));
        self.demand(pressed);
        self.settles();
    }

    /// Presses a key wherever the focus is while another one is held down.
    #[track_caller]
    pub fn chord(&self, held: Key, key: char) {
        let held = char::from(held);
        let strokes = [
            KeyAction::Down { value: held },
            KeyAction::Down { value: key },
            KeyAction::Up { value: key },
            KeyAction::Up { value: held },
        ];
        let strokes = strokes.into_iter().fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.has_settled();
        let pressed = self.wait(self.client().perform_actions(strokes));
        self.demand(pressed.map_err(|error| format!("{key:?} cannot be pressed: {error}")));
        self.settles();
    }

    /// How many times Tab is pressed until the element that has the focus fits this selector.
    #[track_caller]
    pub fn tabs_until(&self, selector: &str) -> usize {
        let fits = "return tree.activeElement?.matches(arguments[0]) ?? false";
        for pressed in 0..200 {
            if self.run(fits, vec![selector.into()]) == true {
                return pressed;
            }
            self.press(Key::Tab);
        }
        self.demand(Err(format!("Tab does not lead to {selector}")))
    }

    /// Moves the focus on by Tab until it is on the element of this role and name.
    #[track_caller]
    pub fn tab_to(&self, role: &str, name: &str) {
        let expected = self.role(role).named(name);
        let id = expected.using("is not there", |element| Ok(element.element_id()));
        for _ in 0..80 {
            let active = self.active().map(|element| element.element_id());
            if active.is_ok_and(|active| *active == *id) {
                return;
            }
            self.press(Key::Tab);
        }
        self.demand(Err(format!("Tab does not lead to {expected}")))
    }
}
