//! The people in a byline. The typed text always stays and prints; this only finds names in it.
//!
//! It would rather find nobody than a wrong name: an agency, a desk, a place or a role is nobody, and
//! who edited or took the pictures is not the author. `sections.rs` finds who did what, `names.rs`
//! takes the names apart, `words.rs` holds the words of each language.

mod names;
mod sections;
mod words;

/// The people that a byline names: "By Ana Ruiz and Bo Li in Lima" gives Ana Ruiz and Bo Li.
///
/// A byline that names an agency or a desk names no person: "Newsroom and agencies" gives nobody.
pub fn people(byline: &str) -> Vec<String> {
    let mut people: Vec<String> = Vec::new();
    for section in sections::sections(byline) {
        for name in names::names(&section) {
            if !people.contains(&name) {
                people.push(name);
            }
        }
    }
    people
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
        check("BY ANA RUIZ AND BO LI IN LIMA", &["ANA RUIZ", "BO LI"]);
        check("Ana Ruiz in Lima, Peru", &["Ana Ruiz"]);
        check("By Ana Ruiz in New York and New Delhi", &["Ana Ruiz"]);
        check("By Ana Ruiz in Lima and Bo Li in Quito", &["Ana Ruiz", "Bo Li"]);
        check("By Ana Ruiz and Bo Li", &["Ana Ruiz", "Bo Li"]);
    }

    #[test]
    fn a_list_with_a_particle() {
        check(
            "Jan van der Veen, Elif Kaya and Sam O’Neill",
            &["Jan van der Veen", "Elif Kaya", "Sam O’Neill"],
        );
        check("By Ana Ruiz, Bo Li, and Jeanne d’Arc", &["Ana Ruiz", "Bo Li", "Jeanne d’Arc"]);
        check("Omar al-Sayed & Leila ben Ali", &["Omar al-Sayed", "Leila ben Ali"]);
        check("Por José Ortega y Gasset y Ana Ruiz", &["José Ortega y Gasset", "Ana Ruiz"]);
    }

    #[test]
    fn initials_and_suffixes_belong_to_the_name() {
        check("By J.K. Rowling and J. R. R. Tolkien.", &["J.K. Rowling", "J. R. R. Tolkien"]);
        check("By Martin Luther King, Jr.", &["Martin Luther King, Jr."]);
        check("By Dr Ana Ruiz", &["Dr Ana Ruiz"]);
    }

    #[test]
    fn other_languages_say_by_in_their_own_way() {
        check("Von Anna Schmidt und Max Weber", &["Anna Schmidt", "Max Weber"]);
        check("Par Léa Martin à Lyon", &["Léa Martin"]);
        check("Vonn Anna", &["Vonn Anna"]);
        check("Por Ana Ruiz y Luis Gil en Nueva York", &["Ana Ruiz", "Luis Gil"]);
        check("Door Jan de Vries en Piet Bakker", &["Jan de Vries", "Piet Bakker"]);
        check("Di Luca Rossi e Anna Bianchi", &["Luca Rossi", "Anna Bianchi"]);
        check("Av Anna Svensson i Malmö", &["Anna Svensson"]);
        check("Jan Kowalski i Anna Nowak", &["Jan Kowalski", "Anna Nowak"]);
        check("Elif Kaya ve Deniz Aydın / İstanbul", &["Elif Kaya", "Deniz Aydın"]);
        check("Автор: Анна Иванова и Пётр Смирнов", &["Анна Иванова", "Пётр Смирнов"]);
        check("Text und Fotos: Anna Schmidt", &["Anna Schmidt"]);
        check("Text: Anna Schmidt, Foto: Max Weber", &["Anna Schmidt"]);
    }

    #[test]
    fn right_to_left() {
        check("بقلم أحمد علي وسعيد حسن في القاهرة", &["أحمد علي", "سعيد حسن"]);
        check("كتب: وليد حسن، ليلى منصور", &["وليد حسن", "ليلى منصور"]);
        check("\u{202B}بقلم أحمد علي\u{202C}", &["أحمد علي"]);
        check("מאת דנה כהן ויוסי לוי", &["דנה כהן", "יוסי לוי"]);
        check("به قلم سارا احمدی و علی رضایی", &["سارا احمدی", "علی رضایی"]);
        check("الوكالات", &[]);
        check("تحرير: أحمد علي", &[]);
    }

    #[test]
    fn scripts_without_spaces() {
        check("記者・山田太郎", &["山田太郎"]);
        check("山田 太郎", &["山田 太郎"]);
        check("ジョン・スミス", &["ジョン・スミス"]);
        check("本报记者 张三丰 李四", &["张三丰", "李四"]);
        check("김철수 기자", &["김철수"]);
        check("新华社", &[]);
        check("共同通信", &[]);
        check("โดย สมชาย ใจดี", &["สมชาย ใจดี"]);
    }

    #[test]
    fn who_edited_is_no_author() {
        check(
            "(Reporting by Ana Ruiz in Lima and Bo Li in Quito; Editing by Max Weber)",
            &["Ana Ruiz", "Bo Li"],
        );
        check("Reporting by Ana Ruiz Editing by Max Weber", &["Ana Ruiz"]);
        check("Reporting and writing by Ana Ruiz; additional reporting by Bo Li", &["Ana Ruiz"]);
        check("Words and pictures by Ana Ruiz", &["Ana Ruiz"]);
        check("By Ana Ruiz\nPhotographs by Bo Li", &["Ana Ruiz"]);
        check("By Ana Ruiz with Bo Li", &["Ana Ruiz", "Bo Li"]);
    }

    #[test]
    fn roles_stay_text() {
        check("By Ana Ruiz, Science Correspondent", &["Ana Ruiz"]);
        check("Ana Ruiz, political editor, and Bo Li", &["Ana Ruiz", "Bo Li"]);
        check("Ana Ruiz for The Harbour Post", &["Ana Ruiz"]);
        check("Ana Ruiz (AFP), Bo Li/Reuters", &["Ana Ruiz", "Bo Li"]);
        check("By danah boyd", &["danah boyd"]);
        check("By Ana Ruiz ana@example.org @anaruiz", &["Ana Ruiz"]);
    }

    #[test]
    fn agencies_are_nobody() {
        for byline in [
            "Newsroom and agencies",
            "By Reuters",
            "By The Associated Press",
            "Agence France-Presse",
            "Staff and agencies",
            "By Al Jazeera and AFP",
            "Our City Desk",
            "dpa",
            "BBC News",
            "Redaktion und Agenturen",
            "Anadolu Ajansı",
            "Dış Haberler Servisi",
            "By",
            "",
            " , and ; ",
        ] {
            check(byline, &[]);
        }
        check("Ana Ruiz y agencias", &["Ana Ruiz"]);
        check("Ana Ruiz and Agence France-Presse", &["Ana Ruiz"]);
    }
}
