//! Text and marks in Markdown. Every sign of the text that could be read as markup is escaped; a mark
//! is a sign where CommonMark surely reads it as one, and a tag where it might not (6.2, "emphasis"
//! begins and ends beside letters only under conditions).

use super::spans::{Marks, Span, What};

/// A paragraph: a break is a line end after two spaces, several are one because an empty line would end
/// it, and no line begins with what begins a block.
pub fn lines(spans: &[Span]) -> String {
    let all = inline(spans);
    let all = all.lines().filter(|line| !line.trim().is_empty());
    all.map(line).collect::<Vec<_>>().join("\n")
}

/// A heading is one line; signs at its end would count as its own.
pub fn heading(spans: &[Span]) -> String {
    inline(spans).replace("  \n", " ").replace('#', "\\#")
}

/// A run of text with its marks, as it may stand inside a line.
pub fn inline(spans: &[Span]) -> String {
    let mut out = String::new();
    for (at, chunk) in chunks(spans, |marks| marks.link.clone()) {
        let after = next_char(spans, at + chunk.len());
        match chunk[0].marks.link.as_deref() {
            None => styled(chunk, after, &mut out),
            Some(link) => {
                // An exclamation mark would make a picture of it.
                if out.ends_with('!') {
                    out.insert(out.len() - 1, '\\');
                }
                out.push('[');
                styled(chunk, Some(']'), &mut out);
                out.push_str(&format!("]({})", address(link)));
            }
        }
    }
    out
}

/// Text inside a line, without marks.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let is_sign = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '<' | '>' | '~' | '|' | '^' | '$'
        );
        if is_sign || (c == '&' && begins_reference(&text[at..])) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// An address in round brackets: it has no space and no angle bracket in it.
pub fn address(link: &str) -> String {
    let mut out = String::with_capacity(link.len());
    for (at, c) in link.char_indices() {
        if matches!(c, '(' | ')' | '\\' | '|') || (c == '&' && begins_reference(&link[at..])) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// "&amp;" and "&#38;" would be read as the sign they name.
fn begins_reference(text: &str) -> bool {
    let name = text[1..].split(';').next().unwrap_or_default();
    name.len() + 1 < text.len()
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
        && !name.is_empty()
}

/// A line that does not begin a block: a heading, an item, a quotation, a rule, a definition.
fn line(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mut after = line[digits..].chars();
    let (sign, next) = (after.next(), after.next());
    match (digits, sign) {
        (0, Some('#' | '=')) => format!("\\{line}"),
        (0, Some('+' | '-' | ':')) if !next.is_some_and(char::is_alphanumeric) => {
            format!("\\{line}")
        }
        (1.., Some('.' | ')')) if next.is_none_or(|c| c == ' ') => {
            format!("{}\\{}", &line[..digits], &line[digits..])
        }
        _ => line.to_owned(),
    }
}

/// Chunks of neighbours alike in one mark, with where each begins.
fn chunks<T: PartialEq>(
    spans: &[Span],
    mark: impl Fn(&Marks) -> T,
) -> impl Iterator<Item = (usize, &[Span])> {
    spans.chunk_by(move |a, b| mark(&a.marks) == mark(&b.marks)).scan(0, |at, chunk| {
        let begins = *at;
        *at += chunk.len();
        Some((begins, chunk))
    })
}

fn styled(spans: &[Span], after: Option<char>, out: &mut String) {
    for (at, chunk) in chunks(spans, |marks| marks.strong) {
        let after = next_char(spans, at + chunk.len()).or(after);
        let mut inside = String::new();
        emphasised(chunk, (out, after), &mut inside);
        match chunk[0].marks.strong {
            true => wrap(&inside, ("**", "strong"), after, out),
            false => out.push_str(&inside),
        }
    }
}

fn emphasised(spans: &[Span], (before, after): (&str, Option<char>), out: &mut String) {
    for (at, chunk) in chunks(spans, |marks| marks.em) {
        let after = next_char(spans, at + chunk.len()).or(after);
        let inside: String = chunk.iter().map(bare).collect();
        if !chunk[0].marks.em {
            out.push_str(&inside);
            continue;
        }
        // What stands before the first of them is not in `out` yet.
        let outside = if out.is_empty() { before.to_owned() } else { String::new() };
        let mut whole = outside.clone();
        whole.push_str(out);
        wrap(&inside, ("_", "em"), after, &mut whole);
        *out = whole[outside.len()..].to_owned();
    }
}

fn bare(span: &Span) -> String {
    match &span.what {
        What::Text(text) => escaped(text),
        What::Break => "  \n".to_owned(),
    }
}

/// Puts a mark around `inside`, whose spaces stand outside of it.
fn wrap(inside: &str, (sign, tag): (&str, &str), after: Option<char>, out: &mut String) {
    let core = inside.trim();
    if core.is_empty() {
        return out.push_str(inside);
    }
    let begins = inside.len() - inside.trim_start().len();
    let (space_before, space_after) = (&inside[..begins], &inside[begins + core.len()..]);
    out.push_str(space_before);
    let next = space_after.chars().next().or(after);
    let sure = stands_free(out.chars().next_back()) && stands_free(next) && !core.contains("  \n");
    match sure {
        true => out.push_str(&format!("{sign}{core}{sign}")),
        false => out.push_str(&format!("<{tag}>{core}</{tag}>")),
    }
    out.push_str(space_after);
}

/// Beside nothing, a space, or a sign that every reader of Markdown counts as punctuation, a mark
/// begins and ends whatever it stands around; not beside another mark's own sign.
fn stands_free(neighbour: Option<char>) -> bool {
    match neighbour {
        None | Some(' ' | '\n') => true,
        Some('*' | '_' | '\\') => false,
        Some(c) => {
            c.is_ascii_punctuation()
                || matches!(c, '“' | '”' | '‘' | '’' | '«' | '»' | '—' | '–' | '…')
        }
    }
}

/// The first character of what comes at `at`.
fn next_char(spans: &[Span], at: usize) -> Option<char> {
    spans.get(at).map(|span| match &span.what {
        What::Text(text) => text.chars().next().unwrap_or(' '),
        What::Break => '\n',
    })
}
