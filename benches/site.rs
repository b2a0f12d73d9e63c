//! Making a site of many text stories, beside Hugo making the same articles.
//!
//!     make bench-export                      STORIES=1000 for fewer; ten thousand by default
//!
//! The desk's stories and Hugo's articles hold the same words. Both programs run in turn, [`ROUNDS`]
//! times from nothing; then each once more over what it made, with nothing changed. CPU is user and
//! system time of the program and what it started; memory is the most it held at once.

use cutline_core::clock::Clock;
use cutline_core::desk::Desk;
use cutline_core::desk::contract::*;
use cutline_core::photo::darkroom::Darkroom;
use cutline_core::story::{
    Block, Crosshead, Document, Inline, Line, Paragraph, Quote, Text, write,
};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

const STORIES: usize = 10_000;
const ROUNDS: usize = 3;
const PARAGRAPHS: usize = 12;
const WORDS: usize = 50;

/// What a run cost.
#[derive(Debug, Clone, Copy)]
struct Cost {
    cpu_s: f64,
    wall_s: f64,
    most_mib: f64,
}

fn main() {
    let Some(cli) = env::args().nth(1).filter(|arg| !arg.starts_with("--")) else {
        println!("The bench wants the path of cutline-cli: make bench-export gives it.");
        return;
    };
    let stories = env::var("STORIES").ok().and_then(|n| n.parse().ok()).unwrap_or(STORIES);
    let folder = Folder::new();
    println!("Writing {stories} stories into a desk, and the same articles for Hugo.");
    write_desk(&folder.0, stories);
    write_hugo(&folder.0, stories);

    let (ours, theirs) = (|n: usize| cutline(&cli, &folder.0, n), |n: usize| hugo(&folder.0, n));
    let mut from_nothing = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        from_nothing.0.push(ours(round));
        from_nothing.1.push(theirs(round));
    }
    let (a, b) = (middle(&from_nothing.0), middle(&from_nothing.1));
    let unchanged = ours(ROUNDS - 1);
    println!("\n                      CPU s     ms a story   wall s   MiB");
    for (who, cost) in [("Cutline", a), ("Hugo", b), ("Cutline, unchanged", unchanged)] {
        let each = cost.cpu_s * 1e3 / stories as f64;
        println!("{who:20}{:8.2}{each:12.3}{:11.2}{:8.0}", cost.cpu_s, cost.wall_s, cost.most_mib);
    }
    let sync = sync_s(&folder.0);
    println!("one sync of the same number of files: {sync:.2} s\n");
    let held = [
        check("CPU a story beside Hugo", a.cpu_s / b.cpu_s, 0.5),
        check("wall time beside Hugo's and one sync", a.wall_s / (b.wall_s + sync), 1.0),
        check("CPU with nothing changed beside Hugo", unchanged.cpu_s / b.cpu_s, 0.2),
        check("MiB at most", a.most_mib, 100.0),
    ];
    if env::var_os("CUTLINE_BENCH_ASSERTS").is_some() {
        assert!(held.iter().all(|held| *held), "a bound is not held");
    }
}

fn check(what: &str, measured: f64, bound: f64) -> bool {
    let held = measured <= bound;
    println!("{} {what}: {measured:.2} (bound {bound})", if held { "✓" } else { "✗" });
    held
}

/// The middle of each figure.
fn middle(costs: &[Cost]) -> Cost {
    let of = |figure: fn(&Cost) -> f64| {
        let mut all: Vec<f64> = costs.iter().map(figure).collect();
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    };
    Cost { cpu_s: of(|c| c.cpu_s), wall_s: of(|c| c.wall_s), most_mib: of(|c| c.most_mib) }
}

fn cutline(cli: &str, folder: &Path, round: usize) -> Cost {
    let to = folder.join(format!("cutline-{round}"));
    let desk = folder.join("desk");
    run(Command::new(cli).arg("--desk").arg(desk).arg("site").arg("--to").arg(to))
}

fn hugo(folder: &Path, round: usize) -> Cost {
    let to = folder.join(format!("hugo-{round}"));
    run(Command::new("hugo").arg("--quiet").arg("-s").arg(folder.join("hugo")).arg("-d").arg(to))
}

fn run(command: &mut Command) -> Cost {
    let before = children_s();
    let begin = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().expect("the program starts");
    let most_mib = watch(&mut child);
    let ended = child.wait().expect("the program ends");
    let wall_s = begin.elapsed().as_secs_f64();
    assert!(ended.success(), "{command:?} failed");
    Cost { cpu_s: children_s() - before, wall_s, most_mib }
}

/// The most memory that the program held until it ended.
fn watch(child: &mut Child) -> f64 {
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0.0f64;
    while matches!(child.try_wait(), Ok(None)) {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        most = most.max(kib.unwrap_or_default() / 1024.0);
        thread::sleep(Duration::from_millis(10));
    }
    most
}

/// User and system time of all ended children in seconds (proc(5), fields 16 and 17 of stat, counted
/// in hundredths).
fn children_s() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("Linux tells of this process");
    let after_name = stat.rsplit(") ").next().unwrap_or_default();
    let field = |n: usize| after_name.split(' ').nth(n - 3).and_then(|f| f.parse::<f64>().ok());
    (field(16).unwrap_or_default() + field(17).unwrap_or_default()) / 100.0
}

/// How long the disk takes to sync what one of the sites wrote, written anew.
fn sync_s(folder: &Path) -> f64 {
    let (from, to) = (folder.join("cutline-0"), folder.join("copy"));
    let copied = Command::new("cp").arg("-r").arg(from).arg(to).status();
    assert!(copied.expect("cp runs").success());
    let begin = Instant::now();
    let synced = Command::new("sync").arg("-f").arg(folder.join("copy")).status();
    assert!(synced.expect("sync runs").success());
    begin.elapsed().as_secs_f64()
}

/// The words of one article: a pattern, so that every article is another one.
struct Article {
    number: usize,
}

impl Article {
    const VOCABULARY: [&'static str; 32] = [
        "council", "budget", "vote", "river", "school", "minister", "police", "harbour", "report",
        "city", "evening", "after", "before", "under", "against", "market", "hospital", "train",
        "strike", "union", "farmer", "climate", "storm", "bridge", "court", "judge", "appeal",
        "witness", "festival", "museum", "island", "ferry",
    ];

    fn words(&self, paragraph: usize, count: usize) -> Vec<&'static str> {
        let word = |n: usize| {
            let mixed = (self.number * 7919 + paragraph * 104_729 + n * 1_299_709) >> 3;
            Self::VOCABULARY[mixed % Self::VOCABULARY.len()]
        };
        (0..count).map(word).collect()
    }

    fn paragraph(&self, n: usize) -> String {
        format!("{}.", self.words(n, WORDS).join(" "))
    }

    fn headline(&self) -> String {
        format!("{} {}", self.words(99, 7).join(" "), self.number)
    }

    fn quote(&self) -> String {
        format!("{}.", self.words(98, 20).join(" "))
    }
}

fn write_desk(folder: &Path, stories: usize) {
    let darkroom = Darkroom::in_process();
    let desk = Desk::open(&folder.join("desk"), "the bench", Clock::System, darkroom, |_| ())
        .expect("the desk opens");
    let publication = ChangePublication {
        name: Some("The Marensund Post".into()),
        site_address: Some("https://example.org".into()),
        ..ChangePublication::default()
    };
    desk.change_publication(publication).expect("the publication changes");
    for number in 0..stories {
        let article = Article { number };
        let story = desk.new_story(NewStory::default()).expect("a story begins").value;
        let document = write(&document(&article));
        let save = SaveDraft { story_id: story.id.clone(), based_on: 1, document };
        desk.save_draft(save).expect("saved");
        let change = ChangeStory {
            story_id: story.id,
            state: Some("published".into()),
            ..ChangeStory::default()
        };
        desk.change_story(change).expect("the state changes");
    }
}

fn document(article: &Article) -> Document {
    let text = |text: String| vec![Inline::Text(Text { at: 0, text, marks: Vec::new() })];
    let paragraph = |words: String| {
        Block::Paragraph(Paragraph { content: text(words), ..Paragraph::default() })
    };
    let mut body = Vec::new();
    for n in 0..PARAGRAPHS {
        body.push(paragraph(article.paragraph(n)));
        if n == 4 {
            let content = text("Background".into());
            body.push(Block::Crosshead(Crosshead {
                at: 0,
                level: 2,
                content,
                extra: Default::default(),
            }));
        }
        if n == 6 {
            let content = vec![paragraph(article.quote())];
            body.push(Block::Quote(Quote {
                at: 0,
                content,
                attribution: None,
                extra: Default::default(),
            }));
        }
    }
    let line = |words: String| Line { content: text(words), ..Line::default() };
    Document {
        headline: line(article.headline()),
        standfirst: line(format!("{} in short.", article.headline())),
        byline: line("By Ana Ruiz".into()),
        body,
        ..Document::default()
    }
}

/// The same articles as a site for Hugo, with the plainest layout that shows them.
fn write_hugo(folder: &Path, stories: usize) {
    let posts = folder.join("hugo/content/posts");
    let layouts = folder.join("hugo/layouts/_default");
    fs::create_dir_all(&posts).expect("a folder");
    fs::create_dir_all(&layouts).expect("a folder");
    for number in 0..stories {
        let article = Article { number };
        let mut text = format!(
            "---\ntitle: \"{0}\"\ndate: 2026-{1:02}-{2:02}\ndescription: \"{0} in short.\"\n\
             author: \"Ana Ruiz\"\nslug: story-{number}\n---\n",
            article.headline(),
            1 + number % 12,
            1 + number % 28
        );
        for n in 0..PARAGRAPHS {
            text += &format!("{}\n\n", article.paragraph(n));
            if n == 4 {
                text += "## Background\n\n";
            }
            if n == 6 {
                text += &format!("> {}\n\n", article.quote());
            }
        }
        fs::write(posts.join(format!("story-{number}.md")), text).expect("an article");
    }
    let page = "<!doctype html><html lang=en><head><meta charset=utf-8><title>{{.Title}}</title>\
        <meta name=description content=\"{{.Description}}\"></head><body><article><h1>{{.Title}}</h1>\
        <p>{{.Params.author}} <time>{{.Date.Format \"2006-01-02\"}}</time></p>{{.Content}}</article>\
        </body></html>";
    let list = "<!doctype html><ul>{{range first 50 .Site.RegularPages}}<li>\
        <a href=\"{{.RelPermalink}}\">{{.Title}}</a></li>{{end}}</ul>";
    let config = "baseURL=\"https://example.org/\"\ntitle=\"Site\"\n\
        disableKinds=[\"taxonomy\",\"term\",\"RSS\",\"sitemap\",\"robotsTXT\",\"404\"]\n";
    fs::write(layouts.join("single.html"), page).expect("a layout");
    fs::write(layouts.join("list.html"), list).expect("a layout");
    fs::write(folder.join("hugo/layouts/index.html"), list).expect("a layout");
    fs::write(folder.join("hugo/config.toml"), config).expect("a configuration");
}

struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        let folder = env::temp_dir().join(format!("cutline-site-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder of our own");
        Folder(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
