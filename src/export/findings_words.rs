//! The words of the printed report, in three languages.

use crate::lexicon::Language;
use crate::quote::{Note, Reason, Verdict};

/// The words of one language.
pub(super) struct Words {
    pub language: &'static str,
    pub title: &'static str,
    pub article: &'static str,
    pub resolution: &'static str,
    pub copy: &'static str,
    pub searched: &'static str,
    pub findings: &'static str,
    pub not_quoted: &'static str,
    pub caution: &'static str,
    pub governed: &'static str,
    pub names: &'static str,
    pub counterpart: &'static str,
    pub compare_with: &'static str,
    pub decision: &'static str,
    pub differs: &'static str,
    pub only_article: &'static str,
    pub only_resolution: &'static str,
    pub omission: &'static str,
    pub preamble: &'static str,
    pub paragraph: &'static str,
    pub its_title: &'static str,
    pub its_theme: &'static str,
    verdicts: [&'static str; 7],
    reasons: [&'static str; 6],
    notes: [&'static str; 7],
}

impl Words {
    pub fn verdict(&self, verdict: Verdict) -> &'static str {
        let [verbatim, inflected, altered, spliced, misattributed, not_found, unchecked] = self.verdicts;
        match verdict {
            Verdict::Verbatim => verbatim,
            Verdict::Inflected => inflected,
            Verdict::Altered => altered,
            Verdict::Spliced => spliced,
            Verdict::Misattributed => misattributed,
            Verdict::NotFound => not_found,
            Verdict::Unchecked => unchecked,
        }
    }

    pub fn reason(&self, reason: Reason) -> &'static str {
        let [not_open, speaker, language, short, damaged, limit] = self.reasons;
        match reason {
            Reason::SourceNotOpen => not_open,
            Reason::OtherSpeaker => speaker,
            Reason::OtherLanguage => language,
            Reason::TooShort => short,
            Reason::DamagedCopy => damaged,
            Reason::LimitReached => limit,
        }
    }

    pub fn note(&self, note: Note) -> &'static str {
        let [truncated, reattached, preamble, moved, drift, short, rival] = self.notes;
        match note {
            Note::Truncated => truncated,
            Note::Reattached => reattached,
            Note::Preamble => preamble,
            Note::Moved => moved,
            Note::Drift => drift,
            Note::Short => short,
            Note::Rival => rival,
        }
    }
}

/// The words of a language; English where there are none.
pub(super) const fn words_in(language: Language) -> &'static Words {
    match language {
        Language::Fr => &FRENCH,
        Language::Ar => &ARABIC,
        _ => &ENGLISH,
    }
}

static ENGLISH: Words = Words {
    language: "en",
    title: "Quotations compared",
    article: "Article",
    resolution: "Resolution",
    copy: "Stands in the copy",
    searched: "Resolutions searched",
    findings: "Findings",
    not_quoted: "Not quoted",
    caution: "Differences may come from translation, from an earlier draft, or from how this copy was made.",
    governed: "Governed by, in the resolution / in the article",
    names: "The article names",
    counterpart: "Probably stands for",
    compare_with: "To be compared with",
    decision: "Reviewer’s own decision",
    differs: "Article / resolution",
    only_article: "Stands in the article only",
    only_resolution: "Stands in the resolution only",
    omission: "Not quoted, as the article marks",
    preamble: "preamble, paragraph",
    paragraph: "paragraph",
    its_title: "title",
    its_theme: "theme of the session",
    verdicts: [
        "Word for word",
        "Same words, form adapted",
        "Wording differs",
        "Joined from separate places",
        "Found in another text",
        "Not found in the texts compared",
        "Not compared",
    ],
    reasons: [
        "the text it names is not open here",
        "someone else’s words",
        "other language",
        "too short to have one place",
        "this copy is hard to read here",
        "the work of one check was used up",
    ],
    notes: [
        "The sentence goes on",
        "Subject outside the quotation",
        "Stands in the preamble",
        "Stands elsewhere than stated",
        "Reported with another step of force",
        "Few words only",
        "Also stands in",
    ],
};

static FRENCH: Words = Words {
    language: "fr",
    title: "Citations comparées",
    article: "Article",
    resolution: "Résolution",
    copy: "Figure dans l’exemplaire",
    searched: "Résolutions consultées",
    findings: "Constats",
    not_quoted: "Non cité",
    caution: "Les différences peuvent venir de la traduction, d’un projet antérieur ou de la manière dont cet exemplaire a été fait.",
    governed: "Introduit par, dans la résolution / dans l’article",
    names: "L’article nomme",
    counterpart: "Correspond sans doute à",
    compare_with: "À comparer avec",
    decision: "Décision de la personne qui relit",
    differs: "Article / résolution",
    only_article: "Ne figure que dans l’article",
    only_resolution: "Ne figure que dans la résolution",
    omission: "Non cité, comme l’article le signale",
    preamble: "préambule, alinéa",
    paragraph: "paragraphe",
    its_title: "titre",
    its_theme: "thème de la session",
    verdicts: [
        "Mot pour mot",
        "Mêmes mots, forme adaptée",
        "Le texte diffère",
        "Réunit des passages distincts",
        "Figure dans un autre texte",
        "Absent des textes comparés",
        "Non comparé",
    ],
    reasons: [
        "le texte nommé n’est pas ouvert ici",
        "paroles d’une autre personne",
        "autre langue",
        "trop court pour n’avoir qu’une place",
        "cet exemplaire est difficile à lire ici",
        "le travail d’une comparaison est épuisé",
    ],
    notes: [
        "La phrase continue",
        "Sujet hors de la citation",
        "Figure dans le préambule",
        "Figure ailleurs qu’indiqué",
        "Rapporté avec un autre degré de force",
        "Quelques mots seulement",
        "Figure aussi dans",
    ],
};

static ARABIC: Words = Words {
    language: "ar",
    title: "مقارنة الاقتباسات",
    article: "المقال",
    resolution: "القرار",
    copy: "وارد في النسخة",
    searched: "القرارات التي جرى البحث فيها",
    findings: "النتائج",
    not_quoted: "لم يُقتبس",
    caution: "قد تعود الفروق إلى الترجمة أو إلى مشروع سابق أو إلى كيفية إعداد هذه النسخة.",
    governed: "العبارة الحاكمة في القرار / في المقال",
    names: "يسمي المقال",
    counterpart: "يقابل على الأرجح",
    compare_with: "يُقارن مع",
    decision: "قرار المراجِع",
    differs: "المقال / القرار",
    only_article: "وارد في المقال وحده",
    only_resolution: "وارد في القرار وحده",
    omission: "لم يُقتبس، كما يشير المقال",
    preamble: "الديباجة، الفقرة",
    paragraph: "الفقرة",
    its_title: "العنوان",
    its_theme: "شعار الدورة",
    verdicts: [
        "مطابق حرفيًّا",
        "الكلمات نفسها بصيغة مختلفة",
        "اختلاف في الألفاظ",
        "مجموع من مواضع متفرقة",
        "ورد في نص آخر",
        "لم يُعثر عليه في النصوص المقارَنة",
        "لم تُجرَ المقارنة",
    ],
    reasons: [
        "النص المذكور غير مفتوح هنا",
        "كلام شخص آخر",
        "لغة أخرى",
        "أقصر من أن يكون له موضع واحد",
        "تصعب قراءة هذه النسخة هنا",
        "استُنفد عمل المقارنة الواحدة",
    ],
    notes: [
        "للجملة بقية",
        "الفاعل خارج الاقتباس",
        "وارد في الديباجة",
        "وارد في موضع غير المذكور",
        "نُقل بدرجة أخرى من القوة",
        "كلمات قليلة فقط",
        "وارد أيضا في",
    ],
};
