//! Secrets that GitLab wants, typed once for all that need them.

use crate::browser::numbers::count_of;
use crate::form::{FieldView, FormState};
use leptos::prelude::*;
use patchbay_model::form::Required;
use patchbay_model::gitlab::plan::{Asked, Opened, Planned, with_secrets};
use patchbay_model::{Entry, Field, Kind, Mode, Schema, Secret, Section, Values, Vendor};
use std::sync::Arc;

/// The secrets of a page, and what is typed; copies are the same.
#[derive(Clone, Copy)]
pub struct Secrets {
    /// For each field: of which integration it is, the key of its setting, and the steps that need it.
    fields: StoredValue<Vec<Wanted>>,
    /// What is typed. It is here and nowhere else until the plan is shown.
    pub form: FormState,
}

#[derive(Clone)]
struct Wanted {
    slug: String,
    key: String,
    field: Field,
    steps: usize,
}

impl Secrets {
    /// What the steps of a plan lack.
    pub fn asked(asked: Vec<Asked>) -> Self {
        let several = asked.iter().any(|one| Some(&one.slug) != asked.first().map(|first| &first.slug));
        let fields = asked.into_iter().map(|Asked { slug, title, mut field, steps }| {
            let key = field.key.to_string();
            // One form has the fields of several integrations.
            if several {
                field.label = format!("{title}: {}", field.label).into();
            }
            if field.file.is_none() {
                field.key = format!("{key}-{slug}").into();
            }
            field.required = Required::No;
            Wanted { slug, key, field, steps: steps.len() }
        });
        Self::of(fields.collect())
    }

    /// All secrets of one integration in these: those that GitLab requires must be given.
    pub fn of_integration(slug: &str, opened: &[Opened]) -> Self {
        let mut fields: Vec<Wanted> = Vec::new();
        for one in opened.iter().filter(|one| one.is_active()) {
            for field in one.form().fields().filter(|field| field.kind == Kind::Secret) {
                match fields.iter_mut().find(|other| other.key == field.key) {
                    Some(other) => other.steps += 1,
                    None => {
                        let (slug, key) = (slug.to_owned(), field.key.to_string());
                        fields.push(Wanted { slug, key, field: field.clone(), steps: 1 });
                    }
                }
            }
        }
        Self::of(fields)
    }

    fn of(fields: Vec<Wanted>) -> Self {
        let names = fields.iter().filter_map(|one| one.field.file).map(|file| {
            let mut name = Field::new(file.name_key, "Name of the key’s file", Kind::Text);
            name.required = Required::No;
            name
        });
        let schema = Schema {
            vendor: Vendor::GitLab,
            wants_required: false,
            mode: Mode::Create,
            sections: vec![Section::new(
                "",
                "",
                fields.iter().map(|one| one.field.clone()).chain(names).collect(),
            )],
            rules: Vec::new(),
            warnings: Vec::new(),
            corrections: Vec::new(),
        };
        let start = schema.defaults();
        let form = FormState::new(Arc::new(schema), start.clone(), start);
        Self { fields: StoredValue::new(fields), form }
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.fields.with_value(Vec::is_empty)
    }

    /// Whether any is typed; followed.
    pub fn any(self) -> bool {
        let values = self.form.live_values();
        self.fields.with_value(|fields| {
            let typed = |one: &Wanted| values.get(&one.field.key).is_some_and(is_typed);
            fields.iter().any(typed)
        })
    }

    /// What is wrong with one, as a sentence; `None` if nothing is. Followed.
    pub fn problem(self) -> Option<String> {
        let fields = self.fields.get_value();
        fields.iter().find_map(|one| {
            let problem = self.form.leaf(&one.field.key)?.problem.get()?;
            Some(format!("{}: {problem}", one.field.label))
        })
    }

    /// What is typed for one integration, by the keys of its settings; not followed.
    pub fn values(self, slug: &str) -> Values {
        let typed = self.form.values();
        self.fields.with_value(|fields| {
            let of_it = fields.iter().filter(|one| one.slug == slug);
            let entries = of_it.flat_map(|one| {
                let secret = typed.get(&one.field.key).map(|entry| (one.key.clone(), entry.clone()));
                let name = one
                    .field
                    .file
                    .and_then(|file| Some((file.name_key.to_owned(), typed.get(file.name_key)?.clone())));
                secret.filter(|(_, entry)| is_typed(entry)).into_iter().chain(name).collect::<Vec<_>>()
            });
            entries.collect()
        })
    }

    /// The steps with what is typed.
    pub fn given(self, planned: Vec<Planned>) -> Vec<Planned> {
        let mut slugs: Vec<String> =
            self.fields.with_value(|fields| fields.iter().map(|one| one.slug.clone()).collect());
        slugs.dedup();
        let each: Vec<(String, Values)> =
            slugs.into_iter().map(|slug| (slug.clone(), self.values(&slug))).collect();
        let give = |planned: Planned| {
            each.iter().fold(planned, |planned, (slug, values)| with_secrets(planned, slug, values))
        };
        planned.into_iter().map(give).collect()
    }

    /// The fields under a heading; nothing where there are none.
    pub fn view(self, title: &'static str, about: &'static str) -> Option<AnyView> {
        if self.is_empty() {
            return None;
        }
        let form = self.form;
        let draw = |one: Wanted| {
            let leaf = form.leaf(&one.field.key)?;
            let field = Field {
                help: format!("For {}.", count_of(one.steps, "project or group", "projects and groups"))
                    .into(),
                ..one.field
            };
            Some(view! { <FieldView form field leaf editing=false /> })
        };
        let fields = self.fields.get_value().into_iter().filter_map(draw).collect_view();
        let view = view! {
            <section class="section" aria-label=title>
                <header>
                    <h2>{title}</h2>
                    <span class="sub">{about}</span>
                </header>
                <div class="grid2">{fields}</div>
            </section>
        };
        Some(view.into_any())
    }
}

fn is_typed(entry: &Entry) -> bool {
    matches!(entry, Entry::Secret(Secret::Replace(text)) if !text.is_empty())
}
