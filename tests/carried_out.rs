//! What leaves in exported pictures, and that none is made twice. The files are read back by others
//! than those who wrote them: an HTML parser, an Exif reader, a plain search for bytes, and ExifTool
//! where it is installed (`make proof-photos` shows what it finds).

#[path = "carried_out/desk.rs"]
mod desk;
#[path = "carried_out/files.rs"]
mod files;

use cutline_core::desk::contract::*;
use cutline_core::photo::darkroom::{Darkroom, Patience};
use cutline_core::photo::{Declared, Field};
use cutline_core::story::{Area, Cover, Figure, Framing, Obscured, Role};
use desk::{Room, line, supplied};
use files::{exiftool, holds};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

const PROFILES: [PhotoProfile; 4] = [
    PhotoProfile::Web,
    PhotoProfile::Agency,
    PhotoProfile::SourceProtection,
    PhotoProfile::KeepOriginal,
];

/// ExifTool's names for what is in no file that leaves, whatever the profile.
const NEVER: &[&str] = &[
    "GPS",
    "Serial",
    "OwnerName",
    "MakerNote",
    "Thumbnail",
    "Preview",
    "History",
    "DocumentID",
    "InstanceID",
    "DerivedFrom",
    "Software",
    "CreatorTool",
    "HostComputer",
    "ImageUniqueID",
    "Region",
    "UserComment",
    "XPKeywords",
    "XPComment",
    "Make",
    "Model",
    "LensModel",
];

#[test]
fn two_hundred_photos_go_out_with_two_hundred_credits() {
    let room = Room::new("two-hundred");
    let mut dice = 7_u64;
    let mut figures = Vec::new();
    let mut credits = BTreeMap::new();
    for number in 0..200_u32 {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let name = format!("Photographer {number}");
        let own_caption = (dice >> 33).is_multiple_of(3);
        let caption_of_file = if own_caption { "A quay in the morning." } else { "" };
        let facts = supplied(&[
            (Field::Photographer, &name),
            (Field::CreditLine, "Havn Press"),
            (Field::Caption, caption_of_file),
        ]);
        let id = room.photo(&format!("{number}.jpg"), number, &facts);
        let mut figure = Figure { photo_id: Some(id), ..Figure::default() };
        match (dice >> 40) % 3 {
            0 => figure.caption = Some(line("The quay, seen from the tram.")),
            1 => figure.caption = Some(line("")),
            _ => {}
        }
        figures.push(figure);
        credits.insert(number, format!("{name} / Havn Press"));
    }
    let exported = room.export(&room.story("Trams run again", figures), PhotoProfile::Web);
    let expected: Vec<String> = credits.values().cloned().collect();
    let printed: Vec<String> = expected.iter().map(|names| format!("Photo: {names}")).collect();
    assert_eq!(exported.credits_on_the_page(), printed);
    assert_eq!(exported.credits_in_json_ld(), expected);
    for (number, names) in &credits {
        let files = exported.pictures(*number as usize + 1);
        assert_eq!(files.len(), 2, "photo {number} in JPEG and WebP");
        for file in files {
            let bytes = fs::read(&file).unwrap();
            let xmp = format!("<photoshop:Credit>{names}</photoshop:Credit>");
            assert!(holds(&bytes, xmp.as_bytes()), "{} has no credit", file.display());
            let artist = files::exif_text(&bytes, exif::Tag::Artist);
            assert_eq!(artist.as_deref(), names.split(" / ").next(), "{}", file.display());
            if file.extension().is_some_and(|ending| ending == "jpg") {
                let iim = files::iim_credit(&bytes);
                assert_eq!(iim.as_deref(), Some(files::cut(names, 32)), "{}", file.display());
            }
        }
    }
    let Some(told) = exiftool(&exported.folder.join("img"), &["-Credit"]) else { return };
    let told = told.iter().filter(|file| file["SourceFile"].as_str() != Some("img/logo.svg"));
    let found = told.filter(|file| !file["XMP:Credit"].is_null()).count();
    println!("ExifTool found a credit in {found} files of 200 photos and the social picture.");
    assert_eq!(found, 401);
}

#[test]
fn an_unchanged_story_goes_out_again_without_a_picture_being_made() {
    let mut room = Room::new("again");
    let id = room.photo("quay.jpg", 1, &supplied(&[(Field::CreditLine, "Havn Press")]));
    let small = Figure { photo_id: Some(id.clone()), role: Role::Thumbnail, ..Figure::default() };
    let whole = Figure { photo_id: Some(id.clone()), ..Figure::default() };
    let story = room.story("Trams run again", vec![whole, small]);
    let first = room.export(&story, PhotoProfile::Web).bytes();
    // A darkroom that cannot make anything: every order to it would fail the export.
    room.open_with(Darkroom::of_program(PathBuf::from("no/such/program"), Patience::default()));
    assert_eq!(room.export(&story, PhotoProfile::Web).bytes(), first);
    // A new caption is written into the same pictures.
    let request = ChangePhoto {
        photo_id: id,
        field: Field::Caption,
        value: Some("The new quay.".into()),
        language: None,
    };
    room.desk().change_photo(request).unwrap();
    let captioned = room.export(&story, PhotoProfile::Web);
    assert!(captioned.holds(b"The new quay."));
    // What the disk damaged is no picture any more, and is made again.
    let kept = room.folder().join("desk/renditions");
    for entry in fs::read_dir(&kept).unwrap() {
        let path = entry.unwrap().path();
        let mut bytes = fs::read(&path).unwrap();
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        fs::write(&path, bytes).unwrap();
    }
    assert!(room.try_export(&story, PhotoProfile::Web).is_err());
    room.open_with(Darkroom::in_process());
    assert_eq!(room.export(&story, PhotoProfile::Web).bytes(), captioned.bytes());
    fs::remove_dir_all(&kept).unwrap();
    assert_eq!(room.export(&story, PhotoProfile::Web).bytes(), captioned.bytes());
}

#[test]
fn a_name_removed_from_a_caption_is_in_no_byte() {
    let room = Room::new("removed");
    let facts = supplied(&[
        (Field::CreditLine, "Havn Press"),
        (Field::Caption, "Wren Aldous outside the court in Halden."),
        (Field::Headline, "Wren Aldous leaves court"),
        (Field::Keywords, "court; Aldous"),
        (Field::PersonShown, "Wren Aldous"),
        (Field::Instructions, "Wren Aldous must not be named"),
        (Field::ExtendedDescription, "Wren Aldous in a grey coat"),
        (Field::City, "Halden"),
    ]);
    for (place, profile) in
        [PhotoProfile::Web, PhotoProfile::Agency, PhotoProfile::SourceProtection]
            .into_iter()
            .enumerate()
    {
        let jpeg = room.photo("wren-aldous.jpg", 1, &facts);
        let clear = room.transparent_photo("wren.png", &facts);
        let caption = "A defendant outside the court in Halden.";
        let figure = |id: &str| Figure {
            photo_id: Some(id.into()),
            caption: Some(line(caption)),
            ..Figure::default()
        };
        let story = room.story(&format!("Court {place}"), vec![figure(&jpeg), figure(&clear)]);
        let exported = room.export(&story, profile);
        assert!(exported.holds(caption.as_bytes()));
        for word in ["Wren", "Aldous", "wren", "aldous"] {
            exported.must_not_hold(word.as_bytes());
            let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            exported.must_not_hold(&wide);
        }
    }
}

#[test]
fn a_withheld_name_is_in_no_file_of_any_profile() {
    let room = Room::new("withheld");
    let facts = supplied(&[
        (Field::Photographer, "Wren Hidden"),
        (Field::CreditLine, "Hidden Pictures"),
        (Field::Copyright, "© Wren Hidden"),
        (Field::UsageTerms, "Ask Wren Hidden"),
        (Field::WebStatement, "https://hidden.example/rights"),
        (Field::LicensorUrl, "https://hidden.example/buy"),
        (Field::Source, "Hidden"),
        (Field::CaptionWriter, "Wren Hidden"),
        (Field::Caption, "The quay."),
    ]);
    for (place, profile) in PROFILES.into_iter().enumerate() {
        let jpeg = room.photo("a.jpg", 1, &facts);
        let clear = room.transparent_photo("b.png", &facts);
        for photo_id in [&jpeg, &clear] {
            let declared = Some(Declared::NameWithheld);
            let photo_id = photo_id.clone();
            let request = DeclareCredit { photo_id, declared, language: None };
            room.desk().declare_credit(request).unwrap();
        }
        let figure = |id: &str| Figure { photo_id: Some(id.into()), ..Figure::default() };
        let story = room.story(&format!("Quay {place}"), vec![figure(&jpeg), figure(&clear)]);
        let exported = room.export(&story, profile);
        assert!(!exported.folder.join("originals").exists());
        for word in ["Wren", "Hidden", "hidden"] {
            exported.must_not_hold(word.as_bytes());
        }
    }
}

#[test]
fn originals_go_along_unless_the_story_hides_a_part_of_them() {
    let room = Room::new("originals");
    let facts = supplied(&[(Field::CreditLine, "Havn Press")]);
    let ids: Vec<String> =
        (0..3).map(|n| room.photo(&format!("secret-{n}.jpg"), n, &facts)).collect();
    let area = Area { left: 100, top: 100, width: 5_000, height: 5_000 };
    let obscured = vec![Obscured { area, cover: Cover::Block }];
    let framings = [
        Framing { turn: 90, ..Framing::default() },
        Framing { crop: Some(area), ..Framing::default() },
        Framing { obscured, ..Framing::default() },
    ];
    let figures = ids.iter().zip(framings).map(|(id, framing)| Figure {
        photo_id: Some(id.clone()),
        framing,
        ..Figure::default()
    });
    let story = room.story("Quay", figures.collect());
    let exported = room.export(&story, PhotoProfile::KeepOriginal);
    let originals: Vec<PathBuf> = exported.files("originals");
    let names: Vec<_> = originals.iter().map(|path| path.file_name().unwrap()).collect();
    assert_eq!(names, ["quay-1.jpg"]);
    assert_eq!(
        fs::read(&originals[0]).unwrap(),
        fs::read(room.folder().join("secret-0.jpg")).unwrap()
    );
    assert!(!exported.page.contains("originals"));
    let request = ReleaseStory {
        story_id: story,
        way_out: WayOut::Export,
        form: ExportForm::default(),
        profile: PhotoProfile::KeepOriginal,
    };
    let notes = room.desk().release(request).unwrap().notes.join(" ");
    assert!(notes.contains("secret-1.jpg stays here: it is cropped"), "{notes}");
    assert!(notes.contains("secret-2.jpg stays here: a part of it is covered"), "{notes}");
}

#[test]
fn the_same_photo_framed_twice_makes_different_files() {
    let room = Room::new("framed");
    let id = room.photo("quay.jpg", 1, &supplied(&[(Field::CreditLine, "Havn Press")]));
    let crop = Some(Area { left: 0, top: 0, width: 5_000, height: 10_000 });
    let figure = |crop| Figure {
        photo_id: Some(id.clone()),
        framing: Framing { crop, ..Framing::default() },
        ..Figure::default()
    };
    let story = room.story("Quay", vec![figure(None), figure(crop), figure(None)]);
    let exported = room.export(&story, PhotoProfile::Web);
    let sizes = exported.sizes_on_the_page();
    assert_eq!(sizes.len(), 3);
    assert_eq!(sizes[0], sizes[2]);
    assert_eq!((sizes[1].1, sizes[1].2), (sizes[0].1 / 2, sizes[0].2));
    assert_ne!(sizes[0].0, sizes[1].0);
    for (file, width, height) in &sizes {
        let made = image::open(exported.folder.join(file)).unwrap();
        assert_eq!((made.width(), made.height()), (*width, *height));
    }
}

#[test]
fn avif_pictures_are_made_before_anybody_exports() {
    let room = Room::new("ahead");
    let request = ChangePublication { avif: Some(true), ..Default::default() };
    room.desk().change_publication(request).unwrap();
    let id = room.photo("quay.jpg", 1, &supplied(&[(Field::CreditLine, "Havn Press")]));
    // One picture, and what the darkroom saw.
    room.wait_for_renditions(2);
    let turned = Framing { turn: 90, ..Framing::default() };
    room.story("Quay", vec![Figure { photo_id: Some(id), framing: turned, ..Figure::default() }]);
    room.wait_for_renditions(4);
}

/// Every profile and every format, read by ExifTool: what is to be there as printed, what never is.
#[test]
fn exiftool_finds_what_is_printed_and_nothing_else() {
    let room = Room::new("exiftool");
    let request = ChangePublication { avif: Some(true), ..Default::default() };
    room.desk().change_publication(request).unwrap();
    let facts = supplied(&[
        (Field::Photographer, "Elif Kaya"),
        (Field::CreditLine, "AFP"),
        (Field::Copyright, "© 2026 Elif Kaya / AFP"),
        (Field::UsageTerms, "Editorial use only"),
        (Field::WebStatement, "https://afp.example/rights"),
        (Field::LicensorUrl, "https://afp.example/buy"),
        (Field::DigitalSourceType, "digitalCapture"),
        (Field::DateCreated, "2026-05-12T05:41:00+02:00"),
        (Field::Caption, "The supplier's caption."),
        (Field::City, "Halden"),
        (Field::Country, "Norway"),
        (Field::Keywords, "quay; trams"),
        (Field::Instructions, "Mandatory credit"),
        (Field::JobId, "JOB-1"),
    ]);
    for (place, profile) in PROFILES.into_iter().enumerate() {
        let figure = |photo_id: String| Figure {
            photo_id: Some(photo_id),
            caption: Some(line("İskele, 写真: as the story says.")),
            alt_text: Some(line("Two trams")),
            ..Figure::default()
        };
        let figures = vec![
            figure(room.photo("a.jpg", 1, &facts)),
            figure(room.transparent_photo("b.png", &facts)),
        ];
        let story = room.story(&format!("Trams {place}"), figures);
        let exported = room.export(&story, profile);
        for file in exported.files("img").iter().filter(|file| !file.ends_with("logo.svg")) {
            let bytes = fs::read(file).unwrap();
            let copyright = files::exif_text(&bytes, exif::Tag::Copyright);
            assert_eq!(copyright.as_deref(), Some("© 2026 Elif Kaya / AFP"), "{}", file.display());
            assert!(holds(&bytes, b"<photoshop:Credit>Elif Kaya / AFP</photoshop:Credit>"));
        }
        let Some(told) = exiftool(&exported.folder.join("img"), &["-all"]) else { continue };
        let endings: Vec<&str> =
            told.iter().filter_map(|f| f["SourceFile"].as_str()?.rsplit('.').next()).collect();
        for ending in ["jpg", "png", "webp", "avif"] {
            assert!(endings.contains(&ending), "{profile:?} has no {ending}: {endings:?}");
        }
        println!("ExifTool reads {} files of {profile:?}.", told.len());
        for file in &told {
            as_printed(file, profile);
            for tag in file.as_object().unwrap().keys() {
                let name = tag.rsplit(':').next().unwrap_or(tag);
                let barred = NEVER.iter().find(|barred| name.starts_with(**barred));
                assert_eq!(barred, None, "{tag} in {}", file["SourceFile"]);
            }
        }
    }
}

/// The keep-list of a profile, and that what belongs to another profile is not there.
fn as_printed(file: &Value, profile: PhotoProfile) {
    let protects = profile == PhotoProfile::SourceProtection;
    let agency = profile == PhotoProfile::Agency;
    let expected = [
        ("XMP:Credit", Some(json!("Elif Kaya / AFP"))),
        ("XMP:Rights", Some(json!("© 2026 Elif Kaya / AFP"))),
        ("XMP:AltTextAccessibility", Some(json!("Two trams"))),
        ("EXIF:Copyright", Some(json!("© 2026 Elif Kaya / AFP"))),
        ("EXIF:Orientation", Some(json!("Horizontal (normal)"))),
        ("EXIF:ColorSpace", Some(json!("sRGB"))),
        ("ExifTool:Validate", Some(json!("OK"))),
        ("XMP:Description", (!protects).then(|| json!("İskele, 写真: as the story says."))),
        ("XMP:Creator", (!protects).then(|| json!(["Elif Kaya"]))),
        ("XMP:UsageTerms", (!protects).then(|| json!("Editorial use only"))),
        ("XMP:WebStatement", (!protects).then(|| json!("https://afp.example/rights"))),
        ("XMP:City", (!protects).then(|| json!("Halden"))),
        ("XMP:Country", (!protects).then(|| json!("Norway"))),
        ("XMP:DateCreated", (!protects).then(|| json!("2026:05:12 05:41:00+02:00"))),
        ("EXIF:DateTimeOriginal", (!protects).then(|| json!("2026:05:12 05:41:00"))),
        ("XMP:Subject", agency.then(|| json!(["quay", "trams"]))),
        ("XMP:Instructions", agency.then(|| json!("Mandatory credit"))),
        ("XMP:TransmissionReference", agency.then(|| json!("JOB-1"))),
    ];
    for (tag, expected) in expected {
        let found = file.get(tag).cloned();
        assert_eq!(found, expected, "{tag} of {} for {profile:?}", file["SourceFile"]);
    }
}
