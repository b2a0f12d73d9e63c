//! What mail programs do to a quotation: `>` before each line, "On Monday Ada wrote:" above it, or the
//! head of the other letter above all that follows.

use super::super::words::pattern;
use super::part::{Part, Quote, Run, Style, is_blank, text_of};
use super::receipt::Receipt;
use regex::Regex;
use std::sync::LazyLock;

/// Shorter lines were broken by the writer and not by a program.
const BROKEN_BY_PROGRAM: usize = 50;

/// Brings what mail has quoted into quotes, each with who said it.
pub(super) fn arrange(parts: Vec<Part>, receipt: &mut Receipt) -> Vec<Part> {
    let parts = forwarded(marked(parts, receipt));
    said_by(joined(parts))
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '\u{2012}')
}

/// Who is quoted may stand in the quote itself: as its last line after a dash, or, in mail, first.
pub(super) fn take_attribution(quote: &mut Quote) {
    let has_one = quote.content.iter().any(is_attribution);
    if has_one || quote.content.len() < 2 {
        return;
    }
    if let Some(Part::Line { style, runs }) = quote.content.last_mut()
        && *style == Style::Paragraph
        && follows_a_dash(runs)
    {
        *style = Style::Attribution;
        return;
    }
    let first = matches!(quote.content.first(), Some(Part::Line { runs, .. }) if wrote(runs));
    if first && let Part::Line { runs, .. } = quote.content.remove(0) {
        quote.content.push(Part::Line { style: Style::Attribution, runs });
    }
}

fn is_attribution(part: &Part) -> bool {
    matches!(part, Part::Line { style: Style::Attribution, .. })
}

fn follows_a_dash(runs: &[Run]) -> bool {
    let text = text_of(runs);
    let words = text.split_whitespace().count();
    text.trim_start().starts_with(is_dash) && (1..=15).contains(&words)
}

/// "On 4 March 2024 Ada <ada@example.org> wrote:"; without a date or an address it is copy.
fn wrote(runs: &[Run]) -> bool {
    static WROTE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(wrote|writes|schrieb|a écrit|ha scritto|escribió|escreveu|schreef|skrev|kirjoitti|napisał\(?a?\)?|yazdı|написал\(?а?\)?|كتب).{0,80}[:：]\s*$",
        )
    });
    let text = text_of(runs);
    let text = text.trim();
    text.len() <= 400
        && text.contains(|c: char| c.is_ascii_digit() || c == '@')
        && WROTE.is_match(&text.replace('\n', " "))
}

/// Makes quotes of lines that begin with `>`.
fn marked(parts: Vec<Part>, receipt: &mut Receipt) -> Vec<Part> {
    let mut gathered = Gathered::default();
    for part in parts {
        match part {
            Part::Line { style: Style::Paragraph, runs }
                if gathered.quoting.is_some() || text_of(&runs).contains('>') =>
            {
                gathered.lines(runs, receipt);
            }
            part => {
                gathered.end_quote();
                gathered.out.push(part);
            }
        }
    }
    gathered.end_quote();
    gathered.out
}

#[derive(Default)]
struct Gathered {
    out: Vec<Part>,
    /// How many `>`, and the paragraphs behind them.
    quoting: Option<(usize, Vec<Vec<Run>>)>,
    /// How long the last quoted line was.
    last: usize,
}

impl Gathered {
    fn lines(&mut self, runs: Vec<Run>, receipt: &mut Receipt) {
        let mut plain: Vec<Run> = Vec::new();
        for line in split(runs) {
            let depth = self.depth(&text_of(&line));
            if depth == 0 {
                self.end_quote();
                if !plain.is_empty() {
                    plain.push(Run { text: "\n".into(), ..Run::default() });
                }
                plain.extend(line);
                continue;
            }
            self.end_plain(&mut plain);
            receipt.signs.push_str(&">".repeat(depth));
            self.quoted(depth, without_signs(line));
        }
        self.end_plain(&mut plain);
    }

    /// How many signs a line of a quotation begins with; 0 for any other.
    fn depth(&self, text: &str) -> usize {
        let text = text.trim_start();
        let signs = text.chars().take_while(|c| *c == '>' || c.is_whitespace());
        let depth = signs.filter(|c| *c == '>').count();
        let after = text.trim_start_matches('>').chars().next();
        let is_sign = after.is_none_or(char::is_whitespace) || self.quoting.is_some();
        if is_sign { depth } else { 0 }
    }

    fn quoted(&mut self, depth: usize, line: Vec<Run>) {
        if self.quoting.as_ref().is_some_and(|(now, _)| *now != depth) {
            self.end_quote();
        }
        let (_, paragraphs) = self.quoting.get_or_insert((depth, Vec::new()));
        let length = text_of(&line).chars().count();
        match paragraphs.last_mut() {
            _ if is_blank(&line) => paragraphs.push(Vec::new()),
            Some(paragraph) if !paragraph.is_empty() => {
                let gap = if self.last >= BROKEN_BY_PROGRAM { " " } else { "\n" };
                paragraph.push(Run { text: gap.into(), ..Run::default() });
                paragraph.extend(line);
            }
            _ => paragraphs.push(line),
        }
        self.last = length;
    }

    fn end_quote(&mut self) {
        let Some((_, paragraphs)) = self.quoting.take() else { return };
        let content: Vec<Part> = paragraphs
            .into_iter()
            .filter(|runs| !is_blank(runs))
            .map(super::part::paragraph)
            .collect();
        if !content.is_empty() {
            self.out.push(Part::Quote(Quote { pull: false, goes_on: false, content }));
        }
    }

    fn end_plain(&mut self, plain: &mut Vec<Run>) {
        let runs = std::mem::take(plain);
        if !is_blank(&runs) {
            self.out.push(super::part::paragraph(runs));
        }
    }
}

/// The lines of a paragraph.
fn split(runs: Vec<Run>) -> Vec<Vec<Run>> {
    let mut lines = vec![Vec::new()];
    for Run { text, marks } in runs {
        for (at, piece) in text.split('\n').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push(Run { text: piece.to_owned(), marks: marks.clone() });
            }
        }
    }
    lines
}

fn without_signs(mut line: Vec<Run>) -> Vec<Run> {
    for run in &mut line {
        let rest = run.text.trim_start_matches(|c: char| c == '>' || c.is_whitespace()).to_owned();
        let is_over = !rest.is_empty();
        run.text = rest;
        if is_over {
            break;
        }
    }
    line
}

/// Under the head of another letter, its text is a quote. At the very top it is the letter itself.
fn forwarded(parts: Vec<Part>) -> Vec<Part> {
    let found = (1..parts.len()).find_map(|at| head(&parts[at..]).map(|length| (at, length)));
    let Some((at, length)) = found else { return parts };
    let mut out = parts;
    let mut letter = out.split_off(at);
    let body = letter.split_off(length);
    let mut said_by: Vec<Run> = Vec::new();
    for part in letter {
        let Part::Line { runs, .. } = part else { continue };
        if !said_by.is_empty() {
            said_by.push(Run { text: "\n".into(), ..Run::default() });
        }
        said_by.extend(runs);
    }
    out.push(Part::Line { style: Style::Attribution, runs: said_by });
    for part in body {
        match part {
            line @ Part::Line { style: Style::Paragraph, .. } => {
                out.push(super::open::quoted(line))
            }
            other => out.push(other),
        }
    }
    out
}

/// How many parts the head of a letter takes, when one begins here: "From:", and two more such lines.
fn head(parts: &[Part]) -> Option<usize> {
    static FROM: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"^\s*(From|Von|De|Da|Van|Fra|Från|Lähettäjä|Od|Kimden|От|من)\s*[:：]")
    });
    static LABEL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^\s*(From|Sent|Date|To|Cc|Subject|Von|Gesendet|Datum|An|Betreff|De|Envoyé|À|Objet|Enviado|Para|Asunto|Da|Inviato|A|Oggetto|Van|Verzonden|Aan|Onderwerp|Fra|Sendt|Til|Emne|Från|Skickat|Till|Ämne|Kimden|Gönderilme|Kime|Konu|Gönderildi|От|Отправлено|Кому|Тема|من|إلى|الموضوع)\s*[:：]",
        )
    });
    let mut labels = 0;
    for (at, part) in parts.iter().enumerate().take(8) {
        let Part::Line { style: Style::Paragraph, runs } = part else {
            return (labels >= 3).then_some(at);
        };
        let text = text_of(runs);
        if at == 0 && !FROM.is_match(&text) {
            return None;
        }
        let lines = || text.split('\n').filter(|line| !line.trim().is_empty());
        if !lines().all(|line| LABEL.is_match(line)) {
            return (labels >= 3).then_some(at);
        }
        labels += lines().count();
    }
    (labels >= 3).then_some(parts.len().min(8))
}

/// Paragraphs that were each set as a quote are one.
fn joined(parts: Vec<Part>) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    for part in parts {
        match (out.last_mut(), part) {
            (Some(Part::Quote(before)), Part::Quote(more))
                if before.goes_on && more.goes_on && before.pull == more.pull =>
            {
                before.content.extend(more.content);
            }
            (_, part) => out.push(part),
        }
    }
    for part in &mut out {
        if let Part::Quote(quote) = part {
            take_attribution(quote);
        }
    }
    out
}

/// Gives the line above a quote to it, where it says who wrote; what is left is copy.
pub(super) fn said_by(parts: Vec<Part>) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    for part in parts {
        let Part::Quote(mut quote) = part else {
            out.push(part);
            continue;
        };
        let names = match out.last() {
            Some(Part::Line { style: Style::Attribution, .. }) => true,
            Some(Part::Line { style: Style::Paragraph, runs }) => wrote(runs),
            _ => false,
        };
        if names
            && !quote.content.iter().any(is_attribution)
            && let Some(Part::Line { runs, .. }) = out.pop()
        {
            quote.content.push(Part::Line { style: Style::Attribution, runs });
        }
        out.push(Part::Quote(quote));
    }
    out
}
