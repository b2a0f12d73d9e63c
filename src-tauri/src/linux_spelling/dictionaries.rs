//! Which dictionaries may serve a language: the names under which enchant knows them, as "en_GB".

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::PathBuf;

/// Where a language has no country of its own name: where its dictionaries are usually from. A name
/// with an underscore stands as it is.
const FROM: [(&str, &str); 33] = [
    ("be", "BY"),
    ("bn", "BD IN"),
    ("ca", "ES"),
    ("cs", "CZ"),
    ("cy", "GB"),
    ("da", "DK"),
    ("el", "GR"),
    ("en", "US GB AU CA ZA"),
    ("es", "ES MX"),
    ("et", "EE"),
    ("eu", "ES"),
    ("fa", "IR"),
    ("ga", "IE"),
    ("gd", "GB"),
    ("gl", "ES"),
    ("gu", "IN"),
    ("he", "IL"),
    ("hi", "IN"),
    ("hy", "AM"),
    ("ka", "GE"),
    ("kk", "KZ"),
    ("ko", "KR"),
    ("nb", "NO"),
    ("nn", "NO"),
    ("no", "nb_NO"),
    ("pt", "PT BR"),
    ("sl", "SI"),
    ("sq", "AL"),
    ("sr", "RS"),
    ("sv", "SE"),
    ("ta", "IN"),
    ("uk", "UA"),
    ("vi", "VN"),
];

/// Where hunspell's dictionaries lie, the most personal first.
const FOLDERS: [&str; 3] =
    ["/usr/local/share/hunspell", "/usr/share/hunspell", "/usr/share/myspell/dicts"];

/// Every name under which a dictionary for `language` (BCP 47) may be known on this machine, the
/// best first.
pub fn candidates(language: &str) -> Vec<String> {
    named(language, &session(), &installed())
}

fn named(language: &str, session: &str, installed: &BTreeSet<String>) -> Vec<String> {
    let tag = language.replace('-', "_");
    let parts: Vec<&str> = tag.split('_').filter(|part| !part.is_empty()).collect();
    let Some(first) = parts.first().map(|first| first.to_ascii_lowercase()) else {
        return Vec::new();
    };
    let mut names = Vec::new();
    if let Some(region) = parts.iter().skip(1).find(|part| is_region(part)) {
        names.push(format!("{first}_{}", region.to_ascii_uppercase()));
    }
    names.push(tag.clone());
    // A person's own country decides between the English of two.
    names.extend(session.split(':').filter_map(|name| of_session(name, &first)));
    names.extend(usual(&first));
    names.push(first.clone());
    let others = installed.iter().filter(|name| primary(name) == first).cloned();
    names.extend(others);
    let mut seen = BTreeSet::new();
    names.retain(|name| is_plain(name) && seen.insert(name.clone()));
    names
}

fn is_region(part: &str) -> bool {
    part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// "tr_TR.UTF-8" is the name of a dictionary with an ending.
fn of_session(name: &str, language: &str) -> Option<String> {
    let name = name.split(['.', '@']).next().unwrap_or_default();
    (primary(name) == language && name != language).then(|| name.to_owned())
}

fn usual(language: &str) -> Vec<String> {
    let regions = FROM.iter().find(|(known, _)| *known == language).map(|(_, regions)| *regions);
    let own = language.to_ascii_uppercase();
    let whole = |region: &str| match region.contains('_') {
        true => region.to_owned(),
        false => format!("{language}_{region}"),
    };
    regions.unwrap_or(&own).split(' ').map(whole).collect()
}

fn primary(name: &str) -> &str {
    name.split(['_', '-']).next().unwrap_or_default()
}

/// It becomes the name of a file.
fn is_plain(name: &str) -> bool {
    name.len() <= 35 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn session() -> String {
    ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| env::var(name).ok())
        .find(|value| !value.is_empty())
        .unwrap_or_default()
}

fn installed() -> BTreeSet<String> {
    let entries = FOLDERS.iter().map(PathBuf::from).filter_map(|folder| fs::read_dir(folder).ok());
    let paths = entries.flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let dictionaries = paths.filter(|path| path.extension().is_some_and(|end| end == "aff"));
    dictionaries.filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: &str, session: &str, expected: &[&str]) {
        let installed = ["de_AT", "en_NZ", "sr_Latn_RS"].map(String::from).into();
        assert_eq!(named(language, session, &installed), expected, "{language} in {session}");
    }

    #[test]
    fn the_tag_comes_first_and_then_the_persons_own_country() {
        check("en-GB", "C.UTF-8", &["en_GB", "en_US", "en_AU", "en_CA", "en_ZA", "en", "en_NZ"]);
        let ours = ["en", "en_CA", "en_US", "en_GB", "en_AU", "en_ZA", "en_NZ"];
        check("en", "en_CA.UTF-8", &ours);
        check("de", "tr_TR.UTF-8:de_AT@euro:en", &["de", "de_AT", "de_DE"]);
        check("tr", "", &["tr", "tr_TR"]);
        check("no", "", &["no", "nb_NO"]);
        check("zh-Hant-TW", "", &["zh_TW", "zh_Hant_TW", "zh_ZH", "zh"]);
        check("sr", "", &["sr", "sr_RS", "sr_Latn_RS"]);
    }

    #[test]
    fn no_name_leads_out_of_the_folder() {
        check("", "", &[]);
        check("../../etc", "", &[]);
        check("en/../x", "", &[]);
    }
}
