//! `whereas check`

use std::io::{self, Write};

use clap::Args;
use clap::builder::PossibleValuesParser;
use serde::Serialize;
use whereas::Library;
use whereas::export::{findings_head, read_reviews, write_findings, write_page};
use whereas::lexicon::Language;
use whereas::model::Format;
use whereas::quote::{CheckReport, Edit, EditClass, Finding, Level, Note, Reason, Verdict};

use crate::Outcome;
use crate::input::{FileText, complain, read_file, reads_input_twice};
use crate::search::open;

const EXAMPLES: &str = "\
Examples:
  whereas check news.txt 50-48-POL.md
  whereas check --json news.txt resolutions/*.txt > report.json
  curl https://example.org/news.txt | whereas check - 50-48-POL.md --fail-on altered
  whereas check --csv news/*.txt --against archive.whereas > findings.csv
  whereas check --page news.txt 50-48-POL.md --decisions findings.csv > report.html

The exit code is 1 where any quotation is as far from its source as --fail-on says, or farther. A quotation
that could not be compared does not count. With --against, every file before it is an article; --json then prints
one object a line.";

/// What `whereas check` takes.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct CheckArguments {
    /// The article, and the resolutions it is compared with; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
    /// The resolutions that every article is compared with; all other files are articles then
    #[arg(long, num_args = 1.., value_name = "PACK_OR_FILE")]
    against: Vec<String>,
    /// From which distance on a quotation is a finding
    #[arg(long, default_value = "inflected", value_name = "LEVEL",
          value_parser = PossibleValuesParser::new(Level::ALL.map(Level::name)))]
    fail_on: String,
    /// Print one JSON object
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// Print a table with a row for each quotation
    #[arg(long)]
    csv: bool,
    /// Print a page to read or to print on paper; for one article
    #[arg(long, conflicts_with_all = ["csv", "json"])]
    page: bool,
    /// The language of the page: en, fr or ar
    #[arg(long, requires = "page", value_name = "CODE", value_parser = PossibleValuesParser::new(["en", "fr", "ar"]))]
    language: Option<String>,
    /// A table of findings, as --csv writes it, in which someone filled in decision and note; they are set beside the findings
    #[arg(long, value_name = "FILE")]
    decisions: Option<String>,
}

impl CheckArguments {
    /// The articles, and what they are compared with.
    fn sides(&self) -> (&[String], &[String]) {
        if self.against.is_empty() {
            self.files.split_at(1.min(self.files.len()))
        } else {
            (&self.files, &self.against)
        }
    }
}

/// Checks the article's quotations and prints what was found.
pub fn run(arguments: &CheckArguments) -> io::Result<Outcome> {
    let (articles, resolutions) = arguments.sides();
    if reads_input_twice(articles.iter().chain(resolutions)) {
        complain(&"standard input can only be read once");
        return Ok(Outcome::BadUsage);
    }
    if arguments.page && articles.len() > 1 {
        complain(&"a page is about one article; --csv writes one table of many");
        return Ok(Outcome::BadUsage);
    }
    if resolutions.is_empty() {
        complain(&"there is nothing to compare with; name a resolution behind the article");
        return Ok(Outcome::BadUsage);
    }
    let mut library = Library::new();
    for file in resolutions {
        open(&mut library, file)?;
    }
    let reviews = arguments.decisions.as_ref().map(|file| read_file(file).map(|table| read_reviews(&table.text)));
    let reviews = reviews.transpose()?.unwrap_or_default();
    let mut out = anstream::stdout().lock();
    if arguments.csv {
        write!(out, "{}", findings_head())?;
    }
    let level = Level::from_name(&arguments.fail_on);
    let mut outcome = Outcome::Done;
    for file in articles {
        let checked = read_file(file).and_then(|FileText { text: article, format, .. }| {
            let mut report = library.check(&article, &[]).map_err(|error| io::Error::other(error.to_string()))?;
            report.checked.name = Some(file.clone());
            // Whoever has only the file can't see where a span points.
            let plain = matches!(format, Format::Text | Format::Markdown);
            report.checked.text = (!plain).then(|| article.clone());
            for (_, span, review) in reviews.iter().filter(|(article, ..)| article == file) {
                if !report.add_review(*span, review.clone()) {
                    let (start, end) = (span.start, span.end);
                    complain(&format!("{file}: a decision is about {start} to {end}, where no quotation stands"));
                }
            }
            Ok((article, report))
        });
        // What can't be read is said, and the other articles are checked all the same.
        let (article, report) = match checked {
            Ok(checked) => checked,
            Err(error) => {
                complain(&error);
                outcome = Outcome::BadInput;
                continue;
            }
        };
        if arguments.csv {
            write!(out, "{}", write_findings(&report, file))?;
        } else if arguments.page {
            let source = |key: &str| library.source(key).ok().map(|source| source.text);
            let language = arguments.language.as_deref().and_then(Language::from_code).unwrap_or(Language::En);
            write!(out, "{}", write_page(&report, &article, source, language))?;
        } else if arguments.json && arguments.against.is_empty() {
            serde_json::to_writer_pretty(&mut out, &report)?;
            writeln!(out)?;
        } else if arguments.json {
            serde_json::to_writer(&mut out, &Checked { article: file, report: &report })?;
            writeln!(out)?;
        } else {
            if articles.len() > 1 {
                writeln!(out, "\u{1b}[1m{file}\u{1b}[0m")?;
            }
            print(&mut out, &report, &article, &library)?;
        }
        if outcome == Outcome::Done && level.is_some_and(|level| report.reaches(level)) {
            outcome = Outcome::Finding;
        }
    }
    out.flush()?;
    Ok(outcome)
}

/// One article of several with its report.
#[derive(Serialize)]
struct Checked<'a> {
    article: &'a str,
    #[serde(flatten)]
    report: &'a CheckReport,
}

fn print(out: &mut impl Write, report: &CheckReport, article: &str, library: &Library) -> io::Result<()> {
    for text in &report.compared {
        writeln!(out, "compared with {}   {}", text.name.as_deref().unwrap_or(""), text.key)?;
    }
    if report.searched as usize > report.compared.len() {
        writeln!(out, "searched {} resolutions", report.searched)?;
    }
    for finding in &report.quotations {
        writeln!(out)?;
        print_finding(out, finding)?;
        let source = finding.source.as_ref().and_then(|place| library.source(&place.key).ok());
        for edit in &finding.edits {
            print_edit(out, edit, article, source.as_ref().map_or("", |source| source.text.as_ref()))?;
        }
    }
    if report.quotations.is_empty() {
        writeln!(out, "no quotation was found in the article")?;
    }
    if !report.coverage.unquoted.is_empty() {
        writeln!(out, "\nnot quoted: {}", report.coverage.unquoted.join(", "))?;
    }
    Ok(())
}

fn print_finding(out: &mut impl Write, finding: &Finding) -> io::Result<()> {
    writeln!(out, "\u{1b}[1m{}\u{1b}[0m", label(finding))?;
    writeln!(out, "  “{}”", shorten(&finding.text))?;
    if let Some(source) = &finding.source {
        writeln!(out, "  stands in {} of {}", source.address, source.key)?;
    }
    for rival in &finding.rivals {
        writeln!(out, "  also stands in {} of {}", rival.address, rival.key)?;
    }
    if let Some(since) = &finding.since {
        writeln!(out, "  the first of these texts is of {since}")?;
    }
    if let Some(carrier) = &finding.carrier
        && let Some(lead) = &carrier.lead
    {
        match &carrier.reporting {
            Some(verb) => writeln!(out, "  governed by “{lead}”; the article says “{verb}”")?,
            None => writeln!(out, "  governed by “{lead}”")?,
        }
    }
    if let Some(counterpart) = &finding.counterpart {
        let place = &counterpart.source;
        writeln!(out, "  probably stands for {} of {} ({})", place.address, place.key, counterpart.language)?;
    }
    if let Some(version) = &finding.version {
        match &version.key {
            Some(key) => writeln!(out, "  to be compared with {key}")?,
            None => writeln!(out, "  to be compared with {} in {}", version.resolution, version.language)?,
        }
    }
    if let Some(review) = &finding.review {
        writeln!(out, "  own decision: {} {}", review.decision, review.note.as_deref().unwrap_or(""))?;
    }
    if let Some(left_out) = &finding.left_out {
        writeln!(out, "  it goes on: “{}”", shorten(&left_out.text))?;
    }
    if let Some(subjects) = &finding.subjects {
        writeln!(out, "  subject in the resolution: “{}”", shorten(&subjects.source.text))?;
        writeln!(out, "  subject in the article: “{}”", shorten(&subjects.article.text))?;
    }
    Ok(())
}

/// One difference in words; differences of marks alone are left out.
fn print_edit(out: &mut impl Write, edit: &Edit, article: &str, source: &str) -> io::Result<()> {
    let here = edit.article.of(article).unwrap_or("");
    let there = edit.source.of(source).unwrap_or("");
    match edit.class {
        EditClass::Insertion => writeln!(out, "  “{here}” stands in the article only"),
        EditClass::Deletion => writeln!(out, "  “{there}” stands in the resolution only"),
        EditClass::Substitution | EditClass::Inflection | EditClass::Case => {
            writeln!(out, "  “{here}” in the article, “{there}” in the resolution")
        }
        EditClass::Typography | EditClass::Ellipsis => Ok(()),
    }
}

/// The verdict in words, with what else is worth knowing.
fn label(finding: &Finding) -> String {
    let mut label = match finding.verdict {
        Verdict::Verbatim => "Word for word",
        Verdict::Inflected => "Same words, form adapted",
        Verdict::Altered => "Wording differs",
        Verdict::Spliced => "Joined from separate places",
        Verdict::Misattributed => "Found in another text",
        Verdict::NotFound => "Not found in the texts compared",
        Verdict::Unchecked => "Not compared",
    }
    .to_owned();
    if let Some(reason) = finding.reason {
        label.push_str(": ");
        label.push_str(match reason {
            Reason::SourceNotOpen => "the text it names is not among those given",
            Reason::OtherSpeaker => "someone else’s words",
            Reason::OtherLanguage => "other language",
            Reason::TooShort => "too short to have one place",
            Reason::DamagedCopy => "this copy is hard to read here",
            Reason::LimitReached => "the work of one check was used up",
        });
    }
    for note in &finding.also {
        label.push_str(" · ");
        label.push_str(match note {
            Note::Truncated => "the sentence goes on",
            Note::Reattached => "subject outside the quotation",
            Note::Preamble => "stands in the preamble",
            Note::Moved => "stands elsewhere than stated",
            Note::Drift => "reported with another step of force",
            Note::Short => "few words only",
            Note::Rival => "also stands elsewhere",
        });
    }
    label
}

/// At most 200 characters of a passage.
fn shorten(text: &str) -> String {
    let mut shown: String = text.chars().take(200).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
