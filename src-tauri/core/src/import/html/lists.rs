//! Items that say their level, one after the other, as lists that lie in each other.

use super::part::{Leveled, List, Part};

/// Gathers neighbouring items; all other parts stay as they are.
pub(super) fn group(parts: Vec<Part>) -> Vec<Part> {
    let mut out = Vec::new();
    let mut open: Vec<(usize, List)> = Vec::new();
    for part in parts {
        match part {
            Part::Leveled(item) => place(&mut out, &mut open, item),
            part => {
                close_above(&mut out, &mut open, 0);
                out.push(part);
            }
        }
    }
    close_above(&mut out, &mut open, 0);
    out
}

fn place(out: &mut Vec<Part>, open: &mut Vec<(usize, List)>, item: Leveled) {
    close_above(out, open, item.level);
    let goes_on = open
        .last()
        .is_some_and(|(level, list)| *level == item.level && list.ordered == item.ordered);
    if !goes_on {
        // A list of the other kind at the same level is another list.
        if open.last().is_some_and(|(level, _)| *level == item.level) {
            close_above(out, open, item.level - 1);
        }
        let start = item.number.unwrap_or(1);
        open.push((item.level, List { ordered: item.ordered, start, items: Vec::new() }));
    }
    if let Some((_, list)) = open.last_mut() {
        list.items.push(item.content);
    }
}

/// Closes the lists that lie deeper than `level`, each into the last item of the one around it.
fn close_above(out: &mut Vec<Part>, open: &mut Vec<(usize, List)>, level: usize) {
    while open.last().is_some_and(|(here, _)| *here > level) {
        let Some((_, list)) = open.pop() else { return };
        let around = open.last_mut().and_then(|(_, list)| list.items.last_mut());
        around.unwrap_or(out).push(Part::List(list));
    }
}
