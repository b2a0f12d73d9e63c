//! The tree that the HTML parser builds: nodes in one list, named by their place in it, so that no
//! depth of nesting is ever walked by calling oneself, not even to let go of the tree.

use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, QualName};
use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

/// A node's place in the list.
pub(super) type Id = usize;

/// The document itself.
pub(super) const ROOT: Id = 0;

#[derive(Debug, Default)]
pub(super) struct Node {
    pub parent: Option<Id>,
    pub children: Vec<Id>,
    pub content: Content,
}

#[derive(Debug, Default)]
pub(super) enum Content {
    Element(Element),
    Text(String),
    /// The document, a comment, or what stands for the inside of a template.
    #[default]
    Nothing,
}

#[derive(Debug)]
pub(super) struct Element {
    name: QualName,
    attrs: Vec<Attribute>,
}

impl Element {
    /// In small letters, with the prefix that Office gives some: "p", "o:p".
    pub fn name(&self) -> &str {
        &self.name.local
    }

    /// The attribute's value; empty when it is not there.
    pub fn attr(&self, name: &str) -> &str {
        self.find(name).unwrap_or_default()
    }

    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    fn find(&self, name: &str) -> Option<&str> {
        self.attrs.iter().find(|attr| &*attr.name.local == name).map(|attr| &*attr.value)
    }

    pub fn classes(&self) -> impl Iterator<Item = &str> {
        self.attr("class").split_ascii_whitespace()
    }
}

/// A tree while it is built and after.
pub(super) struct Tree {
    nodes: RefCell<Vec<Node>>,
    /// How deep the element lies that the parser is in.
    depth: Cell<usize>,
    /// The name of what is no element. The parser asks for none.
    no_name: RefCell<QualName>,
}

impl Tree {
    pub fn new() -> Tree {
        let no_name = QualName::new(None, html5ever::ns!(html), html5ever::local_name!(""));
        Tree {
            nodes: RefCell::new(vec![Node::default()]),
            depth: Cell::new(0),
            no_name: RefCell::new(no_name),
        }
    }

    pub fn len(&self) -> usize {
        self.nodes.borrow().len()
    }

    pub fn depth(&self) -> usize {
        self.depth.get()
    }

    pub fn into_nodes(self) -> Vec<Node> {
        self.nodes.into_inner()
    }

    fn make(&self, content: Content) -> Id {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { content, ..Node::default() });
        nodes.len() - 1
    }

    /// How many elements lie around `id`. The parser is kept from going deep, so this is short.
    fn depth_of(&self, id: Id) -> usize {
        let nodes = self.nodes.borrow();
        std::iter::successors(Some(id), |id| nodes[*id].parent).count()
    }

    fn detach(&self, id: Id) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(parent) = nodes[id].parent.take() {
            // What is moved came last, nearly always.
            if let Some(at) = nodes[parent].children.iter().rposition(|child| *child == id) {
                nodes[parent].children.remove(at);
            }
        }
    }

    fn insert(&self, parent: Id, at: usize, child: NodeOrText<Id>) {
        let child = match child {
            NodeOrText::AppendNode(id) => {
                self.detach(id);
                id
            }
            NodeOrText::AppendText(text) => match self.add_to_text(parent, at, &text) {
                true => return,
                false => self.make(Content::Text(text.to_string())),
            },
        };
        let mut nodes = self.nodes.borrow_mut();
        let at = at.min(nodes[parent].children.len());
        nodes[child].parent = Some(parent);
        nodes[parent].children.insert(at, child);
    }

    /// Two texts side by side are one.
    fn add_to_text(&self, parent: Id, at: usize, more: &str) -> bool {
        let mut nodes = self.nodes.borrow_mut();
        let before = at.checked_sub(1).and_then(|at| nodes[parent].children.get(at).copied());
        match before.map(|id| &mut nodes[id].content) {
            Some(Content::Text(text)) => {
                text.push_str(more);
                true
            }
            _ => false,
        }
    }

    fn last(&self, parent: Id) -> usize {
        self.nodes.borrow()[parent].children.len()
    }
}

impl TreeSink for Tree {
    type Handle = Id;
    type Output = Tree;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Tree {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        ROOT
    }

    fn elem_name<'a>(&'a self, id: &'a Id) -> Ref<'a, QualName> {
        let name = Ref::filter_map(self.nodes.borrow(), |nodes| match &nodes[*id].content {
            Content::Element(element) => Some(&element.name),
            _ => None,
        });
        name.unwrap_or_else(|_| self.no_name.borrow())
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, _: ElementFlags) -> Id {
        self.make(Content::Element(Element { name, attrs }))
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.make(Content::Nothing)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.make(Content::Nothing)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        if let NodeOrText::AppendNode(_) = &child {
            self.depth.set(self.depth_of(*parent) + 1);
        }
        self.insert(*parent, self.last(*parent), child);
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        let has_parent = self.nodes.borrow()[*element].parent.is_some();
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn pop(&self, id: &Id) {
        self.depth.set(self.depth_of(*id).saturating_sub(1));
    }

    /// What lies in a template is shown by nobody, so it may lie anywhere that is not walked.
    fn get_template_contents(&self, _: &Id) -> Id {
        self.make(Content::Nothing)
    }

    fn same_node(&self, one: &Id, other: &Id) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        if let NodeOrText::AppendNode(id) = &child {
            self.detach(*id);
        }
        let place = {
            let nodes = self.nodes.borrow();
            nodes[*sibling].parent.map(|parent| {
                let at = nodes[parent].children.iter().rposition(|child| child == sibling);
                (parent, at.unwrap_or(nodes[parent].children.len()))
            })
        };
        if let Some((parent, at)) = place {
            self.insert(parent, at, child);
        }
    }

    fn add_attrs_if_missing(&self, id: &Id, attrs: Vec<Attribute>) {
        if let Content::Element(element) = &mut self.nodes.borrow_mut()[*id].content {
            for attr in attrs {
                if !element.attrs.iter().any(|known| known.name == attr.name) {
                    element.attrs.push(attr);
                }
            }
        }
    }

    fn remove_from_parent(&self, id: &Id) {
        self.detach(*id);
    }

    fn reparent_children(&self, from: &Id, to: &Id) {
        let mut nodes = self.nodes.borrow_mut();
        let children = std::mem::take(&mut nodes[*from].children);
        for child in &children {
            nodes[*child].parent = Some(*to);
        }
        nodes[*to].children.extend(children);
    }
}
