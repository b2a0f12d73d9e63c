//! The words that the page itself says to a reader, by language. To add a language: a row in
//! [`LANGUAGES`].
//!
//! Not here: the word before a credit ("Photo"). It comes with the credit.

/// What the page says in one language, and how it writes a date.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// BCP 47, a language with or without a region.
    pub language: &'a str,
    /// For `og:locale`, which always wants a territory; none where nobody could name one.
    pub locale: Option<&'static str>,
    pub skip_to_story: &'a str,
    pub updated: &'a str,
    pub file_photo: &'a str,
    /// What a fact box without a title is called, and what a screen reader calls the others.
    pub fact_box: &'a str,
    pub table: &'a str,
    pub gallery: &'a str,
    pub embed: &'a str,
    /// The kinds of correction.
    pub correction: &'a str,
    pub clarification: &'a str,
    pub update: &'a str,
    pub editors_note: &'a str,
    /// The lists of the months of a site.
    pub archive: &'a str,
    /// How a place follows a byline; holds {place}.
    pub after_byline: &'a str,
    /// What stands between "File photo" and its date.
    pub comma: &'a str,
    /// What captions say, in small letters, when they already call a picture a file photo.
    pub says_file_photo: &'static [&'static str],
    /// Holds {day}, {month}, {year}, {time} and {zone}; {month} is a name when `months` has names.
    pub date: &'a str,
    pub months: Option<[&'a str; 12]>,
    /// A date of which no more is known; holds {month} and {year}.
    pub month_of_year: &'a str,
    /// Readers know the zone by its letters ("BST") rather than by its offset.
    pub zone_letters: bool,
}

const ENGLISH: Words<'static> = Words {
    language: "en",
    locale: Some("en_GB"),
    skip_to_story: "Skip to story",
    updated: "Updated",
    file_photo: "File photo",
    fact_box: "Background",
    table: "Table",
    gallery: "Gallery",
    embed: "From elsewhere",
    correction: "Correction",
    clarification: "Clarification",
    update: "Update",
    editors_note: "Editor’s note",
    archive: "Archive",
    after_byline: " in {place}",
    comma: ", ",
    says_file_photo: &["file photo", "file picture", "file image", "file pic", "archive photo"],
    date: "{day} {month} {year}, {time} {zone}",
    month_of_year: "{month} {year}",
    months: Some([
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]),
    zone_letters: true,
};

/// A region's row stands before its language's only by being asked for first; the order is free.
static LANGUAGES: [Words<'static>; 8] = [
    ENGLISH,
    Words {
        language: "en-US",
        locale: Some("en_US"),
        date: "{month} {day}, {year}, {time} {zone}",
        ..ENGLISH
    },
    Words {
        language: "tr",
        locale: Some("tr_TR"),
        skip_to_story: "Habere geç",
        updated: "Güncelleme:",
        file_photo: "Arşiv fotoğrafı",
        fact_box: "Bilgi",
        table: "Tablo",
        gallery: "Galeri",
        embed: "Başka bir yerden",
        correction: "Düzeltme",
        clarification: "Açıklama",
        update: "Güncelleme",
        editors_note: "Editörün notu",
        archive: "Arşiv",
        after_byline: " / {place}",
        says_file_photo: &["arşiv"],
        date: "{day} {month} {year}, {time} {zone}",
        months: Some([
            "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül",
            "Ekim", "Kasım", "Aralık",
        ]),
        zone_letters: false,
        ..ENGLISH
    },
    Words {
        language: "de",
        locale: Some("de_DE"),
        skip_to_story: "Zum Text springen",
        updated: "Aktualisiert:",
        file_photo: "Archivbild",
        fact_box: "Hintergrund",
        table: "Tabelle",
        gallery: "Bildergalerie",
        embed: "Von anderswo",
        correction: "Korrektur",
        clarification: "Klarstellung",
        update: "Aktualisierung",
        editors_note: "Anmerkung der Redaktion",
        archive: "Archiv",
        after_byline: " in {place}",
        says_file_photo: &["archivbild", "archivfoto", "archivaufnahme"],
        date: "{day}. {month} {year}, {time} Uhr {zone}",
        months: Some([
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ]),
        zone_letters: false,
        ..ENGLISH
    },
    Words {
        language: "fr",
        locale: Some("fr_FR"),
        skip_to_story: "Aller à l’article",
        updated: "Mis à jour le",
        file_photo: "Photo d’archives",
        fact_box: "Repères",
        table: "Tableau",
        gallery: "Galerie",
        embed: "Vu ailleurs",
        correction: "Rectificatif",
        clarification: "Précision",
        update: "Mise à jour",
        editors_note: "Note de la rédaction",
        archive: "Archives",
        after_byline: ", {place}",
        says_file_photo: &["archives", "photo d’archive", "photo d'archive"],
        date: "{day} {month} {year}, {time} {zone}",
        months: Some([
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ]),
        zone_letters: false,
        ..ENGLISH
    },
    Words {
        language: "es",
        locale: Some("es_ES"),
        skip_to_story: "Ir al texto",
        updated: "Actualizado:",
        file_photo: "Foto de archivo",
        fact_box: "Claves",
        table: "Tabla",
        gallery: "Galería",
        embed: "De otra fuente",
        correction: "Corrección",
        clarification: "Aclaración",
        update: "Actualización",
        editors_note: "Nota de la redacción",
        archive: "Archivo",
        after_byline: " en {place}",
        says_file_photo: &["de archivo"],
        date: "{day} de {month} de {year}, {time} {zone}",
        month_of_year: "{month} de {year}",
        months: Some([
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ]),
        zone_letters: false,
        ..ENGLISH
    },
    Words {
        language: "ar",
        locale: Some("ar_AR"),
        skip_to_story: "انتقل إلى الخبر",
        updated: "آخر تحديث:",
        file_photo: "صورة أرشيفية",
        fact_box: "خلفية",
        table: "جدول",
        gallery: "معرض صور",
        embed: "من موقع آخر",
        correction: "تصحيح",
        clarification: "توضيح",
        update: "تحديث",
        editors_note: "ملاحظة من التحرير",
        archive: "الأرشيف",
        after_byline: " في {place}",
        says_file_photo: &["أرشيف", "ارشيف"],
        // Month names differ between Cairo and Damascus; numbers do not.
        date: "{year}-{month}-{day}، {time} {zone}",
        month_of_year: "{year}-{month}",
        comma: "، ",
        months: None,
        zone_letters: false,
    },
    Words {
        language: "ja",
        locale: Some("ja_JP"),
        skip_to_story: "本文へ移動",
        updated: "更新",
        file_photo: "資料写真",
        fact_box: "背景",
        table: "表",
        gallery: "写真一覧",
        embed: "他サイトより",
        correction: "訂正",
        clarification: "補足",
        update: "更新",
        editors_note: "編集部注",
        archive: "アーカイブ",
        after_byline: "（{place}）",
        says_file_photo: &["資料写真", "資料画像"],
        date: "{year}年{month}月{day}日 {time} {zone}",
        month_of_year: "{year}年{month}月",
        comma: "、",
        months: Some(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]),
        zone_letters: false,
    },
];

/// English words around a date in numbers, for a language without a row.
static OTHERS: Words<'static> = Words {
    locale: None,
    date: "{year}-{month}-{day}, {time} {zone}",
    month_of_year: "{year}-{month}",
    months: None,
    after_byline: ", {place}",
    zone_letters: false,
    ..ENGLISH
};

impl<'a> Words<'a> {
    /// The row for a BCP 47 tag: that of its region, else that of its language.
    pub fn of(tag: &str) -> &'static Words<'static> {
        let row = |wanted: &str| {
            LANGUAGES.iter().find(|words| words.language.eq_ignore_ascii_case(wanted))
        };
        row(tag).or_else(|| row(primary(tag))).unwrap_or(&OTHERS)
    }

    /// Whether the language of `tag` has a row here.
    pub fn know(tag: &str) -> bool {
        LANGUAGES.iter().any(|words| words.language.eq_ignore_ascii_case(primary(tag)))
    }

    /// Whether `caption` already says that the picture is a file photo, in this language or English.
    pub fn say_file_photo(&self, caption: &str) -> bool {
        // "ARŞİV" in small letters has a dot too many: one more letter, which no row holds.
        let caption = caption.to_lowercase().replace('\u{307}', "");
        self.says_file_photo
            .iter()
            .chain(ENGLISH.says_file_photo)
            .any(|said| caption.contains(said))
    }

    /// "File photo, 12 May 2024", or without the date.
    pub fn file_photo_of(&self, taken: Option<&str>) -> String {
        match taken {
            Some(taken) => format!("{}{}{taken}", self.file_photo, self.comma),
            None => self.file_photo.to_owned(),
        }
    }

    /// How a day is written: the date without its time.
    pub fn day(&self) -> &'a str {
        let day = self.date.split("{time}").next().unwrap_or_default();
        day.trim_end_matches([',', '،', ' '])
    }

    /// The language to mark these words with, when it is not that of the page.
    pub fn foreign_to(&self, tag: &str) -> Option<&'a str> {
        let same = primary(self.language).eq_ignore_ascii_case(primary(tag));
        (!same).then_some(self.language)
    }
}

/// The language of a BCP 47 tag, without script and region.
pub fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn a_region_without_a_row_has_its_language() {
        assert_eq!(Words::of("en-NG").language, "en");
        assert_eq!(Words::of("EN-us").language, "en-US");
        assert_eq!(Words::of("tr").updated, "Güncelleme:");
    }

    #[test]
    fn a_language_without_a_row_is_marked_english() {
        assert_eq!(Words::of("fi").foreign_to("fi"), Some("en"));
        assert_eq!(Words::of("en-NG").foreign_to("en-NG"), None);
    }

    #[test]
    fn captions_that_say_file_photo_are_known() {
        assert!(Words::of("en").say_file_photo("A FILE PHOTO of the depot"));
        assert!(Words::of("tr").say_file_photo("ARŞİV: Depo"));
        assert!(Words::of("tr").say_file_photo("Depo (file photo)"));
        assert!(!Words::of("en").say_file_photo("The file of a photographer"));
    }
}
