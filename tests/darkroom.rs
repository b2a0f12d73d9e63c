//! The darkroom with real worker processes: whatever happens to one of them costs one picture, and
//! the program goes on.
//!
//! The trouble is made by the worker itself, on the word of a file that is no picture; a build for
//! release knows no such words, so these tests are of builds for development.
#![cfg(debug_assertions)]

use cutline_core::photo::PhotoError;
use cutline_core::photo::darkroom::{
    Allowed, Darkroom, Order, Original, Patience, PictureFormat, Purpose, Rendition, Size, Wanted,
};
use cutline_core::story::Framing;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

#[test]
fn a_worker_makes_the_pictures_that_the_program_itself_makes() {
    let bytes = sample();
    let by_worker = develop(&darkroom(), Original::Bytes(&bytes)).unwrap();
    let by_itself = develop(&Darkroom::in_process(), Original::Bytes(&bytes)).unwrap();
    assert_eq!(by_worker.len(), 2);
    assert!(by_worker == by_itself, "the pictures differ");
    let thumbnail = darkroom().thumbnail(&bytes, 200).unwrap();
    assert_eq!(thumbnail.width_px.max(thumbnail.height_px), 200);
}

#[test]
fn a_kept_file_is_compared_with_its_hash() {
    let path = sample_path();
    let hash = blake3::hash(&sample()).to_hex();
    let of = |hash| develop(&darkroom(), Original::File { path: &path, hash });
    assert_eq!(of(&hash).unwrap().len(), 2);
    assert!(matches!(of("another hash"), Err(PhotoError::Changed)));
    let path = Path::new("no such file");
    let missing = develop(&darkroom(), Original::File { path, hash: &hash });
    assert!(matches!(missing, Err(PhotoError::Unreadable { .. })));
}

/// The trouble costs one picture, within a time; the next picture is made by the same darkroom.
fn check(trouble: &str, expected: &str) {
    check_in(&darkroom(), trouble, expected);
}

fn check_in(darkroom: &Darkroom, trouble: &str, expected: &str) {
    let trouble = format!("trouble: {trouble}").into_bytes();
    let refused = develop(darkroom, Original::Bytes(&trouble)).unwrap_err();
    assert!(refused.to_string().contains(expected), "{refused} should have {expected:?}");
    let refused = darkroom.thumbnail(&trouble, 200).unwrap_err();
    assert!(refused.to_string().contains(expected), "{refused} should have {expected:?}");
    assert_eq!(develop(darkroom, Original::Bytes(&sample())).unwrap().len(), 2);
}

#[test]
fn a_worker_that_crashes_costs_one_picture() {
    check("crash", "is damaged and cannot be opened");
}

#[test]
fn a_worker_that_panics_costs_one_picture() {
    check("panic", "is damaged and cannot be opened");
}

#[test]
fn a_worker_that_sleeps_is_ended() {
    check_in(&impatient(), "sleep", "took too long");
}

#[test]
#[cfg(target_os = "linux")]
fn a_worker_that_runs_in_circles_is_ended() {
    check_in(&impatient(), "spin", "took too long");
}

#[test]
#[cfg(target_os = "linux")]
fn a_worker_that_takes_all_memory_gets_no_more() {
    check("hoard", "needs more memory");
}

#[test]
fn a_library_that_prints_disturbs_nothing() {
    check("shout", "is not a picture");
}

#[test]
fn a_worker_reaches_nothing_outside() {
    check("look around", "is not a picture");
}

#[test]
fn a_worker_that_died_while_it_was_idle_is_replaced() {
    let darkroom = darkroom();
    let refused = darkroom.thumbnail(b"trouble: crash when idle", 200).unwrap_err();
    assert!(matches!(refused, PhotoError::NotAPhoto), "{refused}");
    sleep(Duration::from_millis(600));
    assert_eq!(develop(&darkroom, Original::Bytes(&sample())).unwrap().len(), 2);
}

#[test]
fn an_order_is_broken_off_at_once() {
    let (darkroom, bytes) = (darkroom(), sample());
    let mut made = 0;
    let begun = Instant::now();
    let order = order((1..=12).map(|width| width * 100).collect());
    let broken_off = darkroom.develop(Original::Bytes(&bytes), &order, &mut |_, _| {
        made += 1;
        ControlFlow::Break(())
    });
    assert!(broken_off.is_ok(), "{broken_off:?}");
    assert_eq!(made, 1);
    assert!(begun.elapsed() < Duration::from_secs(20), "it took {:?}", begun.elapsed());
    assert_eq!(develop(&darkroom, Original::Bytes(&bytes)).unwrap().len(), 2);
}

#[test]
fn many_at_once_each_get_their_own() {
    let (darkroom, bytes) = (darkroom(), sample());
    let expected = develop(&Darkroom::in_process(), Original::Bytes(&bytes)).unwrap();
    std::thread::scope(|scope| {
        for number in 0..12 {
            let (darkroom, bytes, expected) = (darkroom.clone(), &bytes, &expected);
            scope.spawn(move || match number % 3 {
                0 => drop(darkroom.thumbnail(b"trouble: crash", 9).unwrap_err()),
                1 => assert!(darkroom.thumbnail(bytes, 40).unwrap().width_px <= 40),
                _ => assert!(develop(&darkroom, Original::Bytes(bytes)).unwrap() == *expected),
            });
        }
    });
}

#[test]
fn a_program_that_is_no_worker_is_named_as_the_reason() {
    for program in ["no such program", "/bin/true", "/bin/cat"] {
        let darkroom = Darkroom::of_program(program.into(), Patience::default());
        let refused = darkroom.thumbnail(&sample(), 200).unwrap_err();
        assert!(matches!(refused, PhotoError::NoWorker { .. }), "{program}: {refused}");
    }
}

/// A picture of each format, and what it is cut from when its end is missing.
#[test]
fn each_format_opens_whole_and_is_refused_when_it_is_cut_short() {
    let darkroom = darkroom();
    let formats =
        [PictureFormat::Jpeg, PictureFormat::Png, PictureFormat::WebP, PictureFormat::Avif];
    let made = formats.map(|format| (format!("{format:?}"), of_format(&darkroom, format)));
    let drawn = [("Tiff".to_owned(), tiff()), ("Gif".to_owned(), gif())];
    for (name, bytes) in made.into_iter().chain(drawn) {
        let opened = develop(&darkroom, Original::Bytes(&bytes));
        assert!(opened.is_ok(), "{name}: {opened:?}");
        for part in [2, 5, 9] {
            let cut = &bytes[..bytes.len() * part / 10];
            assert!(develop(&darkroom, Original::Bytes(cut)).is_err(), "{part} tenths of a {name}");
            assert!(darkroom.thumbnail(cut, 200).is_err(), "{part} tenths of a {name}");
        }
    }
}

fn of_format(darkroom: &Darkroom, format: PictureFormat) -> Vec<u8> {
    let wanted = Wanted { size: Size::Width(200), format, purpose: Purpose::Preview };
    let order = Order { framing: Framing::default(), wanted: vec![wanted] };
    let mut bytes = Vec::new();
    let each = &mut |_, made: Rendition| {
        bytes = made.bytes;
        ControlFlow::Continue(())
    };
    darkroom.develop(Original::Bytes(&sample()), &order, each).unwrap();
    bytes
}

/// 16 × 16 pixels of RGB, one strip at the end.
fn tiff() -> Vec<u8> {
    let entries: [(u16, u16, u32, u32); 9] = [
        (256, 3, 1, 16),
        (257, 3, 1, 16),
        (258, 3, 3, 122),
        (259, 3, 1, 1),
        (262, 3, 1, 2),
        (273, 4, 1, 128),
        (277, 3, 1, 3),
        (278, 3, 1, 16),
        (279, 4, 1, 768),
    ];
    let mut bytes = b"II*\0\x08\0\0\0\x09\0".to_vec();
    for (tag, kind, count, value) in entries {
        bytes.extend(tag.to_le_bytes());
        bytes.extend(kind.to_le_bytes());
        bytes.extend(count.to_le_bytes());
        bytes.extend(value.to_le_bytes());
    }
    bytes.extend([0; 4]);
    bytes.extend([8, 0, 8, 0, 8, 0]);
    bytes.extend((0..768).map(|sample| (sample % 251) as u8));
    bytes
}

/// One black pixel.
fn gif() -> Vec<u8> {
    b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF,\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0;"
        .to_vec()
}

#[test]
fn what_is_made_to_do_harm_is_refused_in_words() {
    let darkroom = darkroom();
    let vast_png = b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\xFF\xDC\0\0\xFF\xDC\x08\x02\0\0\0\0\0\0\0\
        \0\0\0\x01IDAT.\0\0\0\0\0\0\0\0IEND\xAEB\x60\x82";
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    for (bytes, expected) in [(&vast_png[..], "more than Cutline opens"), (svg, "SVG")] {
        let refused = develop(&darkroom, Original::Bytes(bytes)).unwrap_err().to_string();
        assert!(refused.contains(expected), "{refused} should have {expected:?}");
    }
    let refused = develop(&darkroom, Original::Bytes(&many_passes())).unwrap_err();
    assert!(matches!(refused, PhotoError::TooManyScans { .. }), "{refused}");
}

/// The sample with its last pass written again and again.
fn many_passes() -> Vec<u8> {
    let bytes = of_format(&darkroom(), PictureFormat::Jpeg);
    let last = bytes.windows(2).rposition(|two| two == [0xFF, 0xDA]).unwrap();
    let pass = bytes[last..bytes.len() - 2].repeat(200);
    [&bytes[..last], &pass, &bytes[bytes.len() - 2..]].concat()
}

/// Not a test of its own: the program that the next test starts, in order to end it.
#[test]
#[cfg(target_os = "linux")]
fn the_program_that_is_killed() {
    if std::env::var_os(KILLED).is_some() {
        let patience = Patience::default();
        let _ = Darkroom::of_program(program(), patience).thumbnail(b"trouble: sleep", 9);
    }
}

#[cfg(target_os = "linux")]
const KILLED: &str = "CUTLINE_TEST_KILLED";

#[test]
#[cfg(target_os = "linux")]
fn a_worker_ends_with_its_program() {
    let mut parent = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "the_program_that_is_killed"])
        .env(KILLED, "yes")
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let worker = wait_for(|| child_of(parent.id()).filter(|worker| is_named(*worker, "darkroom")));
    parent.kill().unwrap();
    parent.wait().unwrap();
    wait_for(|| (!is_named(worker, "darkroom")).then_some(()));
}

/// Not a test of its own: the program that the next test watches.
#[test]
#[cfg(target_os = "linux")]
fn the_program_that_rests() {
    let Some(until) = std::env::var_os(RESTS) else { return };
    let darkroom = darkroom();
    assert!(darkroom.thumbnail(&sample(), 40).unwrap().width_px <= 40);
    wait_for(|| Path::new(&until).exists().then_some(()));
    assert!(darkroom.thumbnail(&sample(), 40).unwrap().width_px <= 40);
}

#[cfg(target_os = "linux")]
const RESTS: &str = "CUTLINE_TEST_RESTS";

/// Its memory is given back, and the next picture finds another.
#[test]
#[cfg(target_os = "linux")]
fn a_worker_that_nobody_wants_ends_and_another_follows() {
    let until = std::env::temp_dir().join(format!("cutline-rests-{}", std::process::id()));
    let mut parent = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "the_program_that_rests"])
        .env(RESTS, &until)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let worker = wait_for(|| child_of(parent.id()).filter(|worker| is_named(*worker, "darkroom")));
    wait_for(|| (!is_named(worker, "darkroom")).then_some(()));
    fs::write(&until, "").unwrap();
    let ended = parent.wait().unwrap();
    fs::remove_file(&until).unwrap();
    assert!(ended.success(), "{ended}");
}

#[cfg(target_os = "linux")]
fn wait_for<T>(mut done: impl FnMut() -> Option<T>) -> T {
    for _ in 0..400 {
        if let Some(done) = done() {
            return done;
        }
        sleep(Duration::from_millis(50));
    }
    panic!("waited in vain");
}

/// A process whose parent is this one, by the fourth value of its `stat` (proc(5)).
#[cfg(target_os = "linux")]
fn child_of(parent: u32) -> Option<u32> {
    let parent = parent.to_string();
    let processes = fs::read_dir("/proc").ok()?.flatten();
    let mut numbers = processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    numbers.find(|number: &u32| {
        let stat = fs::read_to_string(format!("/proc/{number}/stat")).unwrap_or_default();
        stat.rsplit_once(") ").and_then(|(_, rest)| rest.split(' ').nth(1)) == Some(&parent)
    })
}

#[cfg(target_os = "linux")]
fn is_named(process: u32, name: &str) -> bool {
    fs::read_to_string(format!("/proc/{process}/comm")).is_ok_and(|found| found.trim() == name)
}

fn program() -> PathBuf {
    env!("CARGO_BIN_EXE_cutline-cli").into()
}

fn darkroom() -> Darkroom {
    Darkroom::of_program(program(), Patience::default())
}

/// A darkroom that loses patience soon; a busy machine needs this much for a sound picture.
fn impatient() -> Darkroom {
    let to_open = Allowed { cpu: Duration::from_secs(4), clock: Duration::from_secs(12) };
    Darkroom::of_program(program(), Patience { to_open, ..Patience::default() })
}

fn order(widths: Vec<u32>) -> Order {
    let wanted = |width| Wanted {
        size: Size::Width(width),
        format: PictureFormat::Jpeg,
        purpose: Purpose::Page,
    };
    Order { framing: Framing::default(), wanted: widths.into_iter().map(wanted).collect() }
}

/// Two widths, in their order.
fn develop(darkroom: &Darkroom, original: Original) -> Result<Vec<Rendition>, PhotoError> {
    let mut made = Vec::new();
    darkroom.develop(original, &order(vec![300, 120]), &mut |index, rendition| {
        made.push((index, rendition));
        ControlFlow::Continue(())
    })?;
    made.sort_by_key(|(index, _)| *index);
    Ok(made.into_iter().map(|(_, rendition)| rendition).collect())
}

fn sample_path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/sample/harbour-at-dawn.jpg")
}

fn sample() -> Vec<u8> {
    fs::read(sample_path()).unwrap()
}
