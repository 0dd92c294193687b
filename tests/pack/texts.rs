//! Texts made from fixed seeds.

use std::fmt::Write;

use whereas::{Library, ParseOptions};

use super::seeds::Seeds;

const WORDS: [&str; 20] = [
    "peace",
    "sea",
    "Kazakhstan",
    "ocean",
    "écologie",
    "paix",
    "droit",
    "мир",
    "море",
    "сессия",
    "سلام",
    "قرار",
    "مجلس",
    "和平",
    "海洋",
    "法律",
    "70/1",
    "2025",
    "treaty’s",
    "self-help",
];

/// A General Assembly resolution.
pub fn resolution(seeds: &mut Seeds, number: usize) -> String {
    let day = seeds.next(28) + 1;
    let mut text = format!(
        "United Nations\nA/RES/78/{number}\nGeneral Assembly\nDistr.: General\n\n\
         Resolution adopted by the General Assembly on {day} December 2023\n\n78/{number}. The {} of {}\n\n\
         The General Assembly,\n\nRecalling its resolution 78/{} of 20 September 2023,\n\n",
        seeds.word(&WORDS),
        seeds.word(&WORDS),
        seeds.next(40) + 1,
    );
    for paragraph in 1..=seeds.next(40) + 1 {
        let lead = ["Decides", "Urges Member States", "Takes note of", "Calls upon Israel"][seeds.next(4)];
        write!(text, "{paragraph}. {lead}").unwrap();
        for _ in 0..=seeds.next(30) {
            write!(text, " {}", seeds.word(&WORDS)).unwrap();
        }
        text.push_str(";\n\n");
    }
    text
}

/// A library of so many of them.
pub fn library(seed: u64, resolutions: usize) -> Library {
    let mut seeds = Seeds(seed);
    let mut library = Library::new();
    for number in 1..=resolutions {
        let text = resolution(&mut seeds, number);
        library.add(&text, &ParseOptions::new().with_language("en")).unwrap();
    }
    library
}

/// A file that holds several resolutions.
pub fn volume() -> String {
    let mut text = String::from("OIC/CFM-48/2022/POL/RES\n\nRESOLUTIONS ON POLITICAL AFFAIRS\n\n");
    for number in 1..=3 {
        write!(
            text,
            "RESOLUTION NO. {number}/48-POL\nON THE {number} QUESTION OF « É »\n\nThe Forty-Eighth Session of the Council of Foreign \
             Ministers of the Organization of Islamic Cooperation held in Islamabad, Islamic Republic of Pakistan, on \
             22 – 23 March 2022,\n\nRecalling the Charter of the Organization of Islamic Cooperation,\n\n1. Expresses hope \
             that peace prevails;\n\n2. Demands an end of the violence.\n\n"
        )
        .unwrap();
    }
    text
}
