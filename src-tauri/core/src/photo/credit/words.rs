//! The words of a credit in the languages that Cutline prints in.

use super::line;
use crate::photo::facts::{Declared, Kind};

/// One language. The declared words are English where a language has none.
pub(super) struct Words {
    language: &'static str,
    /// Photo, illustration, graphic, composite, video grab.
    labels: [&'static str; 5],
    /// The label of a picture made or changed with generative AI.
    pub made_with_ai: &'static str,
    declared: Option<DeclaredWords>,
}

/// `{}` stands for the name.
struct DeclaredWords {
    not_known: &'static str,
    withheld: &'static str,
    handout: &'static str,
    supplied: &'static str,
}

impl Words {
    /// The words of a BCP 47 language, by its first part.
    pub fn of(language: &str) -> &'static Self {
        let first = language.split(['-', '_']).next().unwrap_or_default();
        TABLE.iter().find(|words| words.language.eq_ignore_ascii_case(first)).unwrap_or(&TABLE[0])
    }

    pub fn label(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Photo => self.labels[0],
            Kind::Illustration => self.labels[1],
            Kind::Graphic => self.labels[2],
            Kind::Composite => self.labels[3],
            Kind::VideoGrab => self.labels[4],
        }
    }

    /// The words that print. `None` when they need a name and there is none.
    pub fn declared(&self, declared: &Declared) -> Option<String> {
        let words = self.declared.as_ref().unwrap_or(&ENGLISH);
        let with = |words: &str, name: &str| {
            let name = line(name);
            (!name.is_empty()).then(|| words.replace("{}", &name))
        };
        match declared {
            Declared::NotKnown => Some(words.not_known.to_owned()),
            Declared::NameWithheld => Some(words.withheld.to_owned()),
            Declared::Handout { from } => with(words.handout, from),
            Declared::Supplied { by } => with(words.supplied, by),
        }
    }
}

const ENGLISH: DeclaredWords = DeclaredWords {
    not_known: "Photographer not known",
    withheld: "Name withheld for safety",
    handout: "Handout from {}",
    supplied: "Supplied by {}",
};

/// English first: it stands in for every language that is not here.
const TABLE: &[Words] = &[
    Words {
        language: "en",
        labels: ["Photo", "Illustration", "Graphic", "Composite", "Video grab"],
        made_with_ai: "Illustration made with AI",
        declared: None,
    },
    Words {
        language: "ar",
        labels: ["صورة", "رسم توضيحي", "رسم بياني", "صورة مركّبة", "لقطة من فيديو"],
        made_with_ai: "رسم توضيحي أُنشئ بالذكاء الاصطناعي",
        declared: Some(DeclaredWords {
            not_known: "المصوّر غير معروف",
            withheld: "حُجب الاسم حفاظًا على السلامة",
            handout: "وزّعتها جهة: {}",
            supplied: "قدّمتها جهة: {}",
        }),
    },
    Words {
        language: "de",
        labels: ["Foto", "Illustration", "Grafik", "Montage", "Videostandbild"],
        made_with_ai: "Mit KI erstellte Illustration",
        declared: Some(DeclaredWords {
            not_known: "Fotograf nicht bekannt",
            withheld: "Name zum Schutz nicht genannt",
            handout: "Handout: {}",
            supplied: "Zur Verfügung gestellt von {}",
        }),
    },
    Words {
        language: "es",
        labels: ["Foto", "Ilustración", "Gráfico", "Montaje", "Captura de vídeo"],
        made_with_ai: "Ilustración hecha con IA",
        declared: Some(DeclaredWords {
            not_known: "Autor desconocido",
            withheld: "Nombre reservado por seguridad",
            handout: "Distribuida por {}",
            supplied: "Cedida por {}",
        }),
    },
    Words {
        language: "fr",
        labels: ["Photo", "Illustration", "Infographie", "Montage", "Capture vidéo"],
        made_with_ai: "Illustration réalisée avec l’IA",
        declared: Some(DeclaredWords {
            not_known: "Photographe inconnu",
            withheld: "Nom non communiqué par sécurité",
            handout: "Document distribué par {}",
            supplied: "Document fourni par {}",
        }),
    },
    Words {
        language: "it",
        labels: ["Foto", "Illustrazione", "Grafica", "Fotomontaggio", "Fermo immagine"],
        made_with_ai: "Illustrazione realizzata con l’IA",
        declared: Some(DeclaredWords {
            not_known: "Autore sconosciuto",
            withheld: "Nome omesso per sicurezza",
            handout: "Distribuita da {}",
            supplied: "Fornita da {}",
        }),
    },
    Words {
        language: "nl",
        labels: ["Foto", "Illustratie", "Infographic", "Montage", "Videobeeld"],
        made_with_ai: "Met AI gemaakte illustratie",
        declared: Some(DeclaredWords {
            not_known: "Fotograaf onbekend",
            withheld: "Naam om veiligheidsredenen niet vermeld",
            handout: "Verspreid door {}",
            supplied: "Aangeleverd door {}",
        }),
    },
    Words {
        language: "pt",
        labels: ["Foto", "Ilustração", "Gráfico", "Montagem", "Captura de vídeo"],
        made_with_ai: "Ilustração feita com IA",
        declared: Some(DeclaredWords {
            not_known: "Autor desconhecido",
            withheld: "Nome omitido por segurança",
            handout: "Distribuída por {}",
            supplied: "Cedida por {}",
        }),
    },
    Words {
        language: "tr",
        labels: ["Fotoğraf", "İllüstrasyon", "Grafik", "Montaj", "Video görüntüsü"],
        made_with_ai: "Yapay zekâyla yapılmış illüstrasyon",
        declared: Some(DeclaredWords {
            not_known: "Fotoğrafçısı bilinmiyor",
            withheld: "İsim güvenlik nedeniyle saklı tutuldu",
            handout: "Dağıtan: {}",
            supplied: "Sağlayan: {}",
        }),
    },
    Words {
        language: "fa",
        labels: ["عکس", "تصویرسازی", "نمودار", "تصویر ترکیبی", "تصویر از ویدیو"],
        made_with_ai: "تصویرسازی با هوش مصنوعی",
        declared: None,
    },
    Words {
        language: "ja",
        labels: ["写真", "イラスト", "図", "合成画像", "動画から"],
        made_with_ai: "AIで作成したイラスト",
        declared: None,
    },
    Words {
        language: "ko",
        labels: ["사진", "일러스트", "그래픽", "합성 이미지", "영상 캡처"],
        made_with_ai: "AI로 만든 일러스트",
        declared: None,
    },
    Words {
        language: "pl",
        labels: ["Foto", "Ilustracja", "Grafika", "Montaż", "Kadr z filmu"],
        made_with_ai: "Ilustracja wykonana z użyciem AI",
        declared: None,
    },
    Words {
        language: "ru",
        labels: ["Фото", "Иллюстрация", "Графика", "Коллаж", "Кадр из видео"],
        made_with_ai: "Иллюстрация, созданная с помощью ИИ",
        declared: None,
    },
    Words {
        language: "uk",
        labels: ["Фото", "Ілюстрація", "Графіка", "Колаж", "Кадр з відео"],
        made_with_ai: "Ілюстрація, створена за допомогою ШІ",
        declared: None,
    },
    Words {
        language: "zh",
        labels: ["照片", "插图", "图表", "合成图", "视频截图"],
        made_with_ai: "使用AI制作的插图",
        declared: None,
    },
];
