//! Writes the contract down in TypeScript, for `ui/src/desk/contract.ts`.

use super::*;
use std::any::TypeId;
use std::collections::BTreeMap;
use ts_rs::{Config, TS, TypeVisitor};

const HEAD: &str = "\
// Made by `make contract` from src-tauri/core/src/desk/contract. Do not edit.
";

/// The whole file: every type by name, then the two lists of actions.
pub fn typescript() -> String {
    let config = Config::default();
    let mut types = Types { config: &config, seen: Vec::new(), declarations: BTreeMap::new() };
    types.add::<Event>();
    let mut lists = String::new();
    macro_rules! list {
        ($($name:ident($request:ty) -> $reply:ty;)*) => {
            $(
                types.add::<$request>();
                types.add::<$reply>();
                lists += &format!(
                    "  {}: {{ request: {}; reply: {} }};\n",
                    stringify!($name),
                    <$request>::name(&config),
                    <$reply>::name(&config),
                );
            )*
        };
    }
    lists += "/** What the desk does. */\nexport interface Actions {\n";
    crate::actions!(list);
    lists += "}\n\n/** What the window's shell does around the desk. */\n";
    lists += "export interface WindowActions {\n";
    crate::window_actions!(list);
    lists += "}\n";
    let declarations: Vec<&String> = types.declarations.values().collect();
    let declarations: String =
        declarations.iter().map(|declaration| format!("export {declaration}\n\n")).collect();
    format!("{HEAD}\n{declarations}{lists}")
}

struct Types<'a> {
    config: &'a Config,
    seen: Vec<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl Types<'_> {
    fn add<T: TS + 'static + ?Sized>(&mut self) {
        if self.seen.contains(&TypeId::of::<T>()) {
            return;
        }
        self.seen.push(TypeId::of::<T>());
        if T::output_path().is_some() {
            self.declarations.insert(T::ident(self.config), T::decl(self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl TypeVisitor for Types<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}
