//! Pairs credits with captions. What stands together with no body between is one cluster; inside it a
//! credit goes to the caption next to it, never over another picture and never into the next cluster.

use super::ImportNote;
use super::caption::CaptionLine;
use super::label::{Label, Labelled};
use super::pieces::Piece;

/// A line of the story, or a place for a photo made of its caption and its credit.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Placed {
    Line(Labelled),
    Figure(WantedPhoto),
}

/// A place for a photo that the copy speaks of.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct WantedPhoto {
    pub caption: Option<String>,
    pub credit: Option<String>,
    pub file_photo: bool,
}

/// Turns the captions and credits in `lines` into wanted photos, each at its place.
pub(super) fn place(lines: Vec<Labelled>, notes: &mut Vec<ImportNote>) -> Vec<Placed> {
    let mut placed = Vec::with_capacity(lines.len());
    let mut cluster = Vec::new();
    for line in lines {
        match member(line) {
            Ok(member) => {
                cluster.push(member);
                if cluster.len() == LARGEST_CLUSTER {
                    placed.extend(figures(std::mem::take(&mut cluster), notes));
                }
            }
            Err(line) => {
                placed.extend(figures(std::mem::take(&mut cluster), notes));
                placed.push(Placed::Line(line));
            }
        }
    }
    placed.extend(figures(cluster, notes));
    placed
}

/// More captions and credits in a row are a list of pictures, and taken in pieces of this size.
const LARGEST_CLUSTER: usize = 100;

/// A caption or a credit of a cluster.
enum Member {
    Caption { piece: Piece, line: CaptionLine, credit: Option<usize> },
    Credit { piece: Piece, name: String, certainty: u32, used: bool },
}

fn member(line: Labelled) -> Result<Member, Labelled> {
    let Labelled { piece, label, certainty } = line;
    match label {
        Label::Caption(line) => Ok(Member::Caption { piece, line, credit: None }),
        Label::Credit(name) => {
            Ok(Member::Credit { piece, name, certainty: certainty.unwrap_or(50), used: false })
        }
        label => Err(Labelled { piece, label, certainty }),
    }
}

fn figures(mut cluster: Vec<Member>, notes: &mut Vec<ImportNote>) -> Vec<Placed> {
    pair_neighbours(&mut cluster);
    pair_doubles(&mut cluster);
    let mut found = Vec::new();
    for index in 0..cluster.len() {
        match &cluster[index] {
            Member::Caption { piece, line, credit } => {
                let photo = captioned(&cluster, piece, line, *credit, notes);
                found.push(Placed::Figure(photo));
            }
            Member::Credit { used: true, .. } => {}
            Member::Credit { piece, name, .. } if repeats(&cluster, index) => {
                notes.push(set_aside(piece, name));
            }
            Member::Credit { piece, name, .. } => {
                notes.push(without_caption(piece, name));
                let credit = Some(name.clone());
                found.push(Placed::Figure(WantedPhoto { credit, ..WantedPhoto::default() }));
            }
        }
    }
    found
}

/// A page has its credits over its captions or under them, one way in a cluster. Each caption takes
/// the credit on that side; the one on the other side only if no caption behind it has it there.
fn pair_neighbours(cluster: &mut [Member]) {
    let credit_first = matches!(cluster.first(), Some(Member::Credit { .. }));
    for index in 0..cluster.len() {
        let (above, below) = (index.checked_sub(1), Some(index + 1));
        let (near, far) = if credit_first { (above, below) } else { (below, above) };
        let beyond = if credit_first { Some(index + 2) } else { index.checked_sub(2) };
        let far_is_another_s = beyond
            .and_then(|at| cluster.get(at))
            .is_some_and(|m| matches!(m, Member::Caption { .. }));
        if !take(cluster, index, near) && !far_is_another_s {
            take(cluster, index, far);
        }
    }
}

/// Gives the credit at `from` to the caption at `index`; answers whether it could.
fn take(cluster: &mut [Member], index: usize, from: Option<usize>) -> bool {
    let free = |member: Option<&Member>| matches!(member, Some(Member::Credit { used: false, .. }));
    let wants = matches!(
        cluster.get(index),
        Some(Member::Caption { line: CaptionLine { tail: None, .. }, credit: None, .. })
    );
    let Some(from) = from.filter(|at| wants && free(cluster.get(*at))) else { return false };
    if let Some(Member::Caption { credit, .. }) = cluster.get_mut(index) {
        *credit = Some(from);
    }
    if let Some(Member::Credit { used, .. }) = cluster.get_mut(from) {
        *used = true;
    }
    true
}

/// Identical credits in a row stand for as many pictures: one that is left over goes to the nearest
/// caption of the cluster that has none.
fn pair_doubles(cluster: &mut [Member]) {
    for index in 0..cluster.len() {
        let left_over = matches!(cluster[index], Member::Credit { used: false, .. });
        if !left_over || !repeats(cluster, index) {
            continue;
        }
        let nearest = (0..cluster.len())
            .filter(|at| matches!(&cluster[*at], Member::Caption { line, credit: None, .. } if line.tail.is_none()))
            .min_by_key(|at| at.abs_diff(index));
        if let Some(caption) = nearest {
            take(cluster, caption, Some(index));
        }
    }
}

/// Whether the credit at `index` says again what stands next to it: another of the same name that has
/// found its photo or stands before this one, or the tail of a caption.
fn repeats(cluster: &[Member], index: usize) -> bool {
    let Some(Member::Credit { name, .. }) = cluster.get(index) else { return false };
    let same =
        |at: &usize| matches!(&cluster[*at], Member::Credit { name: other, .. } if other == name);
    let used = |at: usize| matches!(&cluster[at], Member::Credit { used: true, .. });
    let above = (0..index).rev().take_while(same).count();
    let below = (index + 1..cluster.len()).take_while(same).count();
    let (first, last) = (index - above, index + below);
    let tail_says_it = |at: Option<usize>| match at.and_then(|at| cluster.get(at)) {
        Some(Member::Caption { line, .. }) => {
            line.tail.as_ref().is_some_and(|(other, _)| other.contains(name.as_str()))
        }
        _ => false,
    };
    index > first
        || (first..=last).any(used)
        || tail_says_it(first.checked_sub(1))
        || tail_says_it(Some(last + 1))
}

fn captioned(
    cluster: &[Member],
    piece: &Piece,
    line: &CaptionLine,
    credit: Option<usize>,
    notes: &mut Vec<ImportNote>,
) -> WantedPhoto {
    let mut photo =
        WantedPhoto { caption: Some(line.text.clone()), credit: None, file_photo: line.file_photo };
    if let Some((name, tail)) = &line.tail {
        let message =
            format!("“{name}” was taken out of the caption and kept as its wanted credit.");
        notes.push(ImportNote::line("credit-in-caption", piece.line, tail, message).certain(90));
        photo.credit = Some(name.clone());
    } else if let Some(Member::Credit { piece: at, name, certainty, .. }) =
        credit.and_then(|at| cluster.get(at))
    {
        let message = format!(
            "“{name}” was kept as the wanted credit of the photo captioned on line {}.",
            piece.line
        );
        notes.push(
            ImportNote::line("guessed-credit", at.line, &at.text, message).certain(*certainty),
        );
        photo.credit = Some(name.clone());
    }
    photo
}

fn set_aside(piece: &Piece, name: &str) -> ImportNote {
    let message =
        format!("The credit “{name}” stood twice for one photo; one of the two was set aside.");
    ImportNote::line("credit-set-aside", piece.line, &piece.text, message)
}

fn without_caption(piece: &Piece, name: &str) -> ImportNote {
    let message =
        format!("No caption stands by the credit “{name}”. A wanted photo was put in its place.");
    ImportNote::line("credit-without-caption", piece.line, &piece.text, message).certain(50)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lower-case letters are captions, "A" and "B" credits, "." is body. A figure comes out as its
    /// caption and its credit, "-" for none.
    fn check(lines: &str, expected: &str, set_aside: usize) {
        let mut notes = Vec::new();
        let placed = place(lines.chars().map(line).collect(), &mut notes);
        let shown: Vec<String> = placed.iter().map(show).collect();
        assert_eq!(shown.join(" "), expected, "{lines}");
        let aside = notes.iter().filter(|note| note.rule == "credit-set-aside").count();
        assert_eq!(aside, set_aside, "{lines}");
    }

    fn line(c: char) -> Labelled {
        let label = match c {
            'A' | 'B' => Label::Credit(c.into()),
            '.' => Label::Paragraph,
            _ => Label::Caption(CaptionLine {
                text: c.into(),
                tail: None,
                file_photo: false,
                certainty: 80,
            }),
        };
        Labelled { piece: Piece { line: 1, text: c.into() }, label, certainty: Some(80) }
    }

    fn show(placed: &Placed) -> String {
        match placed {
            Placed::Line(_) => ".".into(),
            Placed::Figure(photo) => format!(
                "{}{}",
                photo.caption.as_deref().unwrap_or("-"),
                photo.credit.as_deref().unwrap_or("-")
            ),
        }
    }

    #[test]
    fn a_credit_goes_to_the_caption_next_to_it() {
        check("Ax.", "xA .", 0);
        check("xA.", "xA .", 0);
        check("AxBy", "xA yB", 0);
        check("xAyB", "xA yB", 0);
        check("xAy", "xA y-", 0);
        check("Axy", "xA y-", 0);
    }

    #[test]
    fn a_credit_never_crosses_body() {
        check("A.x", "-A . x-", 0);
        check("Ax.y", "xA . y-", 0);
    }

    #[test]
    fn a_doubled_credit_is_folded_or_shared() {
        check("AAx.", "xA .", 1);
        check("AA.", "-A .", 1);
        check("AAxy.", "xA yA .", 0);
        check("AAAx.", "xA .", 2);
    }

    #[test]
    fn two_different_credits_stay_two() {
        check("ABx.", "-A xB .", 0);
        check("AB.", "-A -B .", 0);
    }
}
