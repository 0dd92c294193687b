//! Votes as texts state them.

use super::*;
use crate::lexicon::Language;

type Vote = (AdoptionMethod, Option<u16>, Option<u16>, Option<u16>);

fn vote(text: &str) -> Option<Vote> {
    let adoption = find_adoption(text, &Context::new(Language::Und))?;
    Some((adoption.method, adoption.yes, adoption.no, adoption.abstain))
}

#[test]
fn reads_counted_votes() {
    for (text, yes, no, abstain) in [
        ("Adopted at the 105th meeting by 10 votes to none, with 1 abstention (Yemen).", 10, Some(0), Some(1)),
        ("Adopted by 13 votes to none ,with 2 absten- tions (China, Yemen).", 13, Some(0), Some(2)),
        (
            "Adopted at the 298Ist meeting by 12 votes to 1 (Cuba) with 2 abstentions (Ecuador, Yemen).",
            12,
            Some(1),
            Some(2),
        ),
        ("Adopted at the 2101st meeting by 14 votes to none.", 14, Some(0), None),
        ("Adapted at the 338th meeting by 7 votes to I (Yemen), with 2abstentions (Cuba, Peru).", 7, Some(1), Some(2)),
        ("[Adopted by a recorded vote of 104 to 4, with 13 abstentions.]", 104, Some(4), Some(13)),
        ("Adoptée à la 3000e séance par 13 voix contre zéro, avec 2 abstentions.", 13, Some(0), Some(2)),
        ("Aprobada en la 3000a sesión por 13 votos contra ninguno y 2 abstenciones.", 13, Some(0), Some(2)),
    ] {
        assert_eq!(vote(text), Some((AdoptionMethod::RecordedVote, Some(yes), no, abstain)), "{text}");
    }
}

#[test]
fn tells_three_ways_without_a_count_apart() {
    for (text, method) in [
        ("Adopted unanimously at the 3000th meeting.", AdoptionMethod::Unanimous),
        ("of the matter.\nAdopted unan-\nimously at the 3000th meeting", AdoptionMethod::Unanimous),
        ("Adopted without a vote at the 3007th meeting.", AdoptionMethod::WithoutVote),
        ("Adopted by consensus at the 3007th meeting.", AdoptionMethod::Consensus),
        ("Adoptée à l’unanimité à la 3000e séance.", AdoptionMethod::Unanimous),
        ("Adoptée sans vote à la 3007e séance.", AdoptionMethod::WithoutVote),
        ("Aprobada por unanimidad en la 3000a sesión.", AdoptionMethod::Unanimous),
        ("Принята единогласно на 3000-м заседании.", AdoptionMethod::Unanimous),
    ] {
        assert_eq!(vote(text), Some((method, None, None, None)), "{text}");
    }
}

#[test]
fn reads_votes_in_six_languages() {
    for (text, yes, no, abstain) in [
        ("[Adopted by a recorded vote of 28 to 6, with 13 abstentions.", 28, 6, 13),
        ("[Adoptée par 28 voix contre 6, avec 13 abstentions, à l’issue d’un vote enregistré.", 28, 6, 13),
        ("[Aprobada en votación registrada por 28 votos contra 6 y 13 abstenciones.", 28, 6, 13),
        ("[Принята в результате заносимого в отчет голосования 28 голосами против 6 при 13 воздержавшихся.", 28, 6, 13),
        ("[اعتُمد في تصويت مسجل بأغلبية 28 صوتا مقابل 6 أصوات وامتناع 13 عضوا عن التصويت.", 28, 6, 13),
        ("[以28票对6票、13票弃权的记录表决获得通过。", 28, 6, 13),
        ("[以28票赞成、6票反对、13票弃权通过。", 28, 6, 13),
    ] {
        assert_eq!(vote(text), Some((AdoptionMethod::RecordedVote, Some(yes), Some(no), Some(abstain))), "{text}");
    }
    let method = |text: &str| vote(text).map(|(method, ..)| method);
    for (text, expected) in [
        ("[Adoptée par consensus.]", AdoptionMethod::Consensus),
        ("[Aprobada sin votación.]", AdoptionMethod::WithoutVote),
        ("[Принята без голосования.]", AdoptionMethod::WithoutVote),
        ("[Принята консенсусом.]", AdoptionMethod::Consensus),
        ("[اعتُمد بدون تصويت.]", AdoptionMethod::WithoutVote),
        ("[اعتمد بالإجماع.]", AdoptionMethod::Unanimous),
        ("[未经表决获得通过。]", AdoptionMethod::WithoutVote),
        ("[经协商一致通过。]", AdoptionMethod::Consensus),
        ("[一致通过。]", AdoptionMethod::Unanimous),
    ] {
        assert_eq!(method(text), Some(expected), "{text}");
    }
}

#[test]
fn reads_the_columns_of_a_vote() {
    let text = "PASSED AND ADOPTED this 4th day of March, 2031, by the following vote:\nAYES: Ash, Birch\nNOES: Cedar\nABSENT: None";
    let adoption = find_adoption(text, &Context::new(Language::En)).unwrap();
    assert_eq!((adoption.method, adoption.yes), (AdoptionMethod::RecordedVote, None));
    assert_eq!(adoption.names["yes"], ["Ash", "Birch"]);
    let text = "[Adopted by a recorded vote of 2 to 1, with 1 abstention. The voting was as follows:\nIn favour:\nAlbania, Chile\nAgainst:\nCuba\nAbstaining:\nMalaysia]";
    let adoption = find_adoption(text, &Context::new(Language::En)).unwrap();
    assert_eq!(adoption.ids["yes"], [Some("ALB"), Some("CHL")]);
    assert_eq!((adoption.names["no"].len(), adoption.names["abstain"].len()), (1, 1));
}

#[test]
fn names_who_voted_how() {
    let text = "Adopted by 12 votes to 1 (Cuba) with 2 abstentions (Ecuador, United Kingdom of Great Britain and Northern Ireland).";
    let adoption = find_adoption(text, &Context::new(Language::En)).unwrap();
    assert_eq!(adoption.names["no"], ["Cuba"]);
    assert_eq!(adoption.names["abstain"], ["Ecuador", "United Kingdom of Great Britain and Northern Ireland"]);
    assert_eq!(adoption.span.of(text), Some(text.trim_end_matches('.')));
}

#[test]
fn invents_nothing() {
    for text in [
        "Adopted at the 49th meeting. 14",
        "Resolution adopted by the General Assembly on 5 May 2021",
        "Recalling that the Conference adopted unanimously the Declaration,",
        "Noting the consensus expressed by the President",
        "",
    ] {
        assert_eq!(vote(text), None, "{text}");
    }
}
