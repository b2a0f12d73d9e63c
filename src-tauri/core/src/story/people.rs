//! The people in a byline. The typed text always stays and prints; this only finds names in it.

/// The people that a byline names: "By Ana Ruiz and Bo Li in Lima" gives Ana Ruiz and Bo Li.
///
/// A byline that names an agency or a desk names no person: "Newsroom and agencies" gives nobody.
pub fn people(byline: &str) -> Vec<String> {
    let named = strip_place(strip_by(byline.trim()));
    named
        .replace(" & ", " and ")
        .split([',', ';'])
        .flat_map(|part| part.split(" and ").map(str::to_owned).collect::<Vec<_>>())
        .map(|name| name.trim().trim_end_matches('.').to_owned())
        .filter(|name| is_person(name))
        .collect()
}

fn strip_by(byline: &str) -> &str {
    const PREFIXES: [&str; 10] =
        ["words by ", "written by ", "by ", "von ", "par ", "por ", "di ", "door ", "av ", "af "];
    for prefix in PREFIXES {
        if byline.get(..prefix.len()).is_some_and(|head| head.to_lowercase() == prefix) {
            return byline[prefix.len()..].trim_start();
        }
    }
    byline
}

/// Drops " in Lima" at the end, and what follows it.
fn strip_place(byline: &str) -> &str {
    byline.find(" in ").map_or(byline, |at| &byline[..at])
}

/// A person has at least two words, each beginning with a letter, none of them a desk's or an
/// agency's word. Particles ("van", "de", "al") may be small.
fn is_person(name: &str) -> bool {
    const NOT_PEOPLE: [&str; 13] = [
        "agencies",
        "agency",
        "staff",
        "newsroom",
        "desk",
        "reporters",
        "reporter",
        "correspondent",
        "correspondents",
        "press",
        "news",
        "wires",
        "editorial",
    ];
    let words: Vec<&str> = name.split_whitespace().collect();
    words.len() >= 2
        && words.iter().all(|word| word.chars().next().is_some_and(char::is_alphabetic))
        && !words.iter().any(|word| NOT_PEOPLE.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::people;

    fn check(byline: &str, expected: &[&str]) {
        assert_eq!(people(byline), expected, "{byline}");
    }

    #[test]
    fn two_people_in_a_place() {
        check("By Ana Ruiz and Bo Li in Lima", &["Ana Ruiz", "Bo Li"]);
    }

    #[test]
    fn a_list_with_a_particle() {
        check(
            "Jan van der Veen, Elif Kaya and Sam O’Neill",
            &["Jan van der Veen", "Elif Kaya", "Sam O’Neill"],
        );
    }

    #[test]
    fn other_languages_say_by_in_their_own_way() {
        check("Von Anna Schmidt", &["Anna Schmidt"]);
        check("Par Léa Martin", &["Léa Martin"]);
        check("Vonn Anna", &["Vonn Anna"]);
    }

    #[test]
    fn agencies_are_nobody() {
        check("Newsroom and agencies", &[]);
        check("By Reuters", &[]);
        check("", &[]);
    }
}
