//! What a language needs for quotations to be made in it.

use std::fs;

/// The rows of a language's table, by kind.
pub struct Forms {
    /// Quotation marks, opening and closing.
    pub marks: Vec<(String, String)>,
    pub headlines: Vec<String>,
    /// The first sentence, which names the resolution `{s}`.
    pub openings: Vec<String>,
    /// The same where none is named.
    pub blanks: Vec<String>,
    /// Sentences around a quotation `{q}` that say nothing of the act.
    pub plains: Vec<String>,
    /// Sentences around a quotation that name its source `{s}`.
    pub named: Vec<String>,
    /// Sentences around a person's words.
    pub speeches: Vec<String>,
    /// Sentences of a body that stand in no text.
    pub invented: Vec<String>,
    /// Words that replace others.
    pub contents: Vec<String>,
    /// Function words that are never left out for words of content.
    pub avoided: Vec<String>,
    /// Forms of one word.
    pub inflections: Vec<Vec<String>>,
    /// Function words that are put in and left out.
    pub drops: Vec<String>,
    /// Function words that stand for each other.
    pub swaps: Vec<(String, String)>,
    /// Protected words that stand for each other.
    pub protected: Vec<(String, String)>,
    /// Phrases that narrow what is asked.
    pub qualifiers: Vec<String>,
    /// The word that joins the last part of a list.
    pub joiner: String,
    /// Sentences in which a subject stands before a predicate `{q}`.
    pub subjects: Vec<String>,
    /// Finite verbs that such a predicate begins with.
    pub predicates: Vec<String>,
    /// Concept of a lead phrase, a sentence that reports it, and whether it drifts.
    pub reports: Vec<(String, String, bool)>,
    /// Sentences that say that `{q}` was decided.
    pub decided: Vec<String>,
}

impl Forms {
    pub fn of(language: &str) -> Self {
        let table = fs::read_to_string(format!("tests/quotations/data/{language}.tsv")).unwrap();
        let rows: Vec<Vec<&str>> =
            table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect();
        let cells = |kind: &str| -> Vec<Vec<String>> {
            let of_kind = rows.iter().filter(|row| row[0] == kind);
            of_kind.map(|row| row[1..].iter().map(|cell| (*cell).to_owned()).collect()).collect()
        };
        let ones = |kind: &str| -> Vec<String> { cells(kind).into_iter().map(|mut row| row.remove(0)).collect() };
        let words = |kind: &str| -> Vec<String> { cells(kind).into_iter().flatten().collect() };
        let pairs = |kind: &str| cells(kind).into_iter().map(|row| (row[0].clone(), row[1].clone())).collect();
        Self {
            marks: pairs("marks"),
            headlines: ones("headline"),
            openings: ones("opening"),
            blanks: ones("blank"),
            plains: ones("plain"),
            named: ones("named"),
            speeches: ones("speech"),
            invented: ones("invented"),
            contents: words("content"),
            avoided: words("avoid"),
            inflections: cells("inflect"),
            drops: words("drop"),
            swaps: pairs("swap"),
            protected: pairs("protected"),
            qualifiers: words("qualifier"),
            joiner: ones("joiner").remove(0),
            subjects: ones("subject"),
            predicates: words("predicate"),
            reports: cells("report")
                .into_iter()
                .map(|row| (row[0].clone(), row[1].clone(), row[2] == "drift"))
                .collect(),
            decided: ones("decided"),
        }
    }

    /// Another form of a word, where the table has one.
    pub fn inflect(&self, word: &str, turn: usize) -> Option<String> {
        let small = word.to_lowercase();
        let forms = self.inflections.iter().find(|forms| forms.contains(&small))?;
        let others: Vec<&String> = forms.iter().filter(|form| **form != small).collect();
        others.get(turn % others.len().max(1)).map(|form| (*form).clone())
    }
}
