//! The parts of atlassian-plugin.xml that matter in a browser.

use roxmltree::{Document, Node};

use super::archive::Archive;
use super::labels::Labels;

/// The context whose scripts are in every page of the administration.
const ADMINISTRATION: &str = "atl.admin";

/// The parts of a plugin.
pub(crate) struct Descriptor {
    /// The plugin's key. With a module's key it is the folder of that module's files.
    pub(crate) key: String,
    /// Files that a browser can load.
    pub(crate) resources: Vec<Resource>,
    /// Files in the jar whose code is in every page of the administration.
    pub(crate) scripts: Vec<String>,
    /// Pages below /secure/admin/.
    pub(crate) actions: Vec<Action>,
    /// Groups of links beside the pages of "Manage apps".
    pub(crate) sections: Vec<Section>,
}

pub(crate) struct Resource {
    pub(crate) module: String,
    pub(crate) name: String,
    /// Its file in the jar.
    pub(crate) location: String,
    pub(crate) content_type: Option<String>,
}

pub(crate) struct Action {
    /// Its address without `.jspa`.
    pub(crate) alias: String,
    /// Whether it is for administrators.
    pub(crate) is_restricted: bool,
    /// Its page in the jar.
    pub(crate) view: String,
}

pub(crate) struct Section {
    pub(crate) title: String,
    pub(crate) links: Vec<Link>,
}

pub(crate) struct Link {
    /// The page's `admin.active.tab` names this id.
    pub(crate) id: String,
    pub(crate) title: String,
    /// Without the context path.
    pub(crate) href: String,
    /// Whether it is for administrators.
    pub(crate) is_restricted: bool,
}

impl Descriptor {
    /// An error is a sentence.
    pub(crate) fn read(archive: &Archive) -> Result<Self, String> {
        const FILE: &str = "atlassian-plugin.xml";
        let document = Document::parse(archive.text(FILE)?);
        let document = document.map_err(|error| format!("{FILE} in it is not XML: {error}."))?;
        let root = document.root_element();
        let labels = match children(root, "resource").find(|resource| is(*resource, "type", "i18n")) {
            Some(i18n) => archive.text(&format!("{}.properties", attribute(i18n, "location")?))?,
            None => "",
        };
        let labels = Labels::read(labels);
        let key = attribute(root, "key")?;
        let resources: Vec<Resource> = children(root, "web-resource")
            .map(resources)
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .flatten()
            .collect();
        for Resource { location, .. } in &resources {
            archive.bytes(location).ok_or_else(|| format!("There is no {location} in it."))?;
        }
        let scripts = children(root, "web-resource")
            .filter(|module| {
                children(*module, "context").any(|context| context.text() == Some(ADMINISTRATION))
            })
            .map(|module| attribute(module, "key"))
            .collect::<Result<Vec<_>, _>>()?;
        let scripts = resources.iter().filter(|resource| scripts.contains(&resource.module));
        let scripts = scripts.map(|resource| resource.location.clone()).collect();
        let actions = root.descendants().filter(|node| node.has_tag_name("action")).map(action);
        let actions = actions.collect::<Result<Vec<_>, _>>()?;
        let sections = children(root, "web-section").map(|section| self::section(root, section, &labels));
        let sections = sections.collect::<Result<Vec<_>, _>>()?;
        Ok(Self { key, resources, scripts, actions, sections })
    }

    /// The file of this module and name.
    pub(crate) fn resource(&self, module: &str, name: &str) -> Option<&Resource> {
        let module = module.strip_prefix(&self.key)?.strip_prefix(':')?;
        self.resources.iter().find(|resource| resource.module == module && resource.name == name)
    }
}

fn resources(module: Node<'_, '_>) -> Result<Vec<Resource>, String> {
    let downloads = children(module, "resource").filter(|resource| is(*resource, "type", "download"));
    let one = |resource| {
        Ok(Resource {
            module: attribute(module, "key")?,
            name: attribute(resource, "name")?,
            location: attribute(resource, "location")?,
            content_type: children(resource, "param")
                .find(|param| is(*param, "name", "content-type"))
                .map(|param| attribute(param, "value"))
                .transpose()?,
        })
    };
    downloads.map(one).collect()
}

fn action(action: Node<'_, '_>) -> Result<Action, String> {
    let view =
        children(action, "view").find(|view| is(*view, "name", "success")).and_then(|view| view.text());
    let alias = attribute(action, "alias")?;
    let view = view.ok_or_else(|| format!("The action {alias} has no view for success."))?;
    Ok(Action {
        is_restricted: action.has_attribute("roles-required"),
        view: view.trim_start_matches('/').to_owned(),
        alias,
    })
}

fn section(root: Node<'_, '_>, section: Node<'_, '_>, labels: &Labels) -> Result<Section, String> {
    let place = format!("{}/{}", attribute(section, "location")?, attribute(section, "key")?);
    let links = children(root, "web-item").filter(|item| is(*item, "section", &place));
    let one = |item: Node<'_, '_>| {
        let link = child(item, "link")?;
        Ok(Link {
            id: attribute(link, "linkId")?,
            title: label(item, labels)?,
            href: link.text().unwrap_or_default().to_owned(),
            is_restricted: children(item, "condition").next().is_some(),
        })
    };
    Ok(Section { title: label(section, labels)?, links: links.map(one).collect::<Result<_, String>>()? })
}

fn label(node: Node<'_, '_>, labels: &Labels) -> Result<String, String> {
    Ok(labels.of(&attribute(child(node, "label")?, "key")?))
}

fn child<'a, 'd>(node: Node<'a, 'd>, tag: &str) -> Result<Node<'a, 'd>, String> {
    let missing = || format!("<{}> in atlassian-plugin.xml has no <{tag}>.", node.tag_name().name());
    children(node, tag).next().ok_or_else(missing)
}

fn children<'a, 'd>(node: Node<'a, 'd>, tag: &str) -> impl Iterator<Item = Node<'a, 'd>> {
    node.children().filter(move |child| child.has_tag_name(tag))
}

fn attribute(node: Node<'_, '_>, name: &str) -> Result<String, String> {
    let missing = || format!("<{}> in atlassian-plugin.xml has no {name}.", node.tag_name().name());
    node.attribute(name).map(str::to_owned).ok_or_else(missing)
}

fn is(node: Node<'_, '_>, name: &str, value: &str) -> bool {
    node.attribute(name) == Some(value)
}
