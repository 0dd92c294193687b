//! One case for each form, in real wording, in two languages and more.

use crate::lexicon::Language::{self, Ar, En, Es, Fr, Ru, Zh};

use super::*;

/// What is cited, as `words=target#pinpoint`.
fn cited_by(text: &str, context: &Context) -> Vec<String> {
    let one = |citation: Citation| {
        assert_eq!(citation.span.of(text), Some(citation.text.as_str()));
        let target = citation.target.as_deref().unwrap_or("?");
        let place = citation.pinpoint.map(|place| {
            let first = format!("#{:?} {}..{}", place.part, place.from, place.to).to_lowercase();
            place.others.iter().fold(first, |row, range| format!("{row},{}..{}", range.from, range.to))
        });
        format!("{}={target}{}", citation.text, place.unwrap_or_default())
    };
    find_citations(text, context).into_iter().map(one).collect()
}

/// What a text of the General Assembly's seventy-seventh session cites.
fn cited(language: Language, text: &str) -> Vec<String> {
    cited_by(text, &Context::new(language).with_organ("un", "ga").with_session(77))
}

#[track_caller]
fn check(language: Language, text: &str, expected: &[&str]) {
    assert_eq!(cited(language, text), expected, "{text}");
}

#[test]
fn reads_rows_of_numbers_under_one_noun() {
    check(
        En,
        "Recalling its resolutions 37/4 of 22 October 1982, 38/4 of 28 October 1983 and 75/16 of 1 December 2020,",
        &["37/4=un:ga:res:37/4", "38/4=un:ga:res:38/4", "75/16=un:ga:res:75/16"],
    );
    check(
        Fr,
        "Rappelant ses résolutions 37/4 du 22 octobre 1982 et 38/4 du 28 octobre 1983,",
        &["37/4=un:ga:res:37/4", "38/4=un:ga:res:38/4"],
    );
    check(
        Es,
        "Recordando sus resoluciones 37/4, de 22 de octubre de 1982, y 38/4, de 28 de octubre de 1983,",
        &["37/4=un:ga:res:37/4", "38/4=un:ga:res:38/4"],
    );
    check(
        Ru,
        "ссылаясь на свои резолюции 37/4 от 22 октября 1982 года и 38/4 от 28 октября 1983 года,",
        &["37/4=un:ga:res:37/4", "38/4=un:ga:res:38/4"],
    );
    check(
        Ar,
        "وإذ تشير إلى قراريها 37/4 المؤرخ 22 تشرين الأول/أكتوبر 1982 و 38/4 المؤرخ 28 تشرين الأول/أكتوبر 1983،",
        &["37/4=un:ga:res:37/4", "38/4=un:ga:res:38/4"],
    );
    check(
        Zh,
        "回顾其1982年10月22日第37/4号和1983年10月28日第38/4号决议，",
        &["37/4=un:ga:res:37/4", "38/4=un:ga:res:38/4"],
    );
}

#[test]
fn keeps_every_letter_and_makes_a_work_of_each() {
    check(
        En,
        "Recalling its resolutions 74/255 A and B of 27 December 2019 and 40/152 O,",
        &["74/255 A=un:ga:res:74/255A", "B=un:ga:res:74/255B", "40/152 O=un:ga:res:40/152O"],
    );
    check(
        Es,
        "su resolución 75/254 A a C, de 31 de diciembre de 2020",
        &["75/254 A=un:ga:res:75/254A", "a=un:ga:res:75/254B", "C=un:ga:res:75/254C"],
    );
    check(Ar, "قرارها 40/152 سين المؤرخ 16 كانون الأول/ديسمبر 1985", &["40/152 سين=un:ga:res:40/152O"]);
    check(Zh, "1992年12月15日第47/120 B号决议", &["47/120 B=un:ga:res:47/120B"]);
}

#[test]
fn reads_the_older_numbers_with_the_session_in_roman() {
    check(
        En,
        "in its resolutions 217 A (III), 3362 (S-VII) and 2252 (ES-V), and its resolution 1514 (XV)",
        &[
            "217 A (III)=un:ga:res:217A(III)",
            "3362 (S-VII)=un:ga:res:3362(S-VII)",
            "2252 (ES-V)=un:ga:res:2252(ES-V)",
            "1514 (XV)=un:ga:res:1514(XV)",
        ],
    );
    check(
        Ar,
        "قراراتها 3369 (د-29) المؤرخ 10 تشرين الأول/أكتوبر 1975 و 377 ألف (د-5) و 1874 (دإ-4)",
        &["3369 (د-29)=un:ga:res:3369(XXIX)", "377 ألف (د-5)=un:ga:res:377A(V)", "1874 (دإ-4)=un:ga:res:1874(S-IV)"],
    );
    check(Zh, "第377A(V)号决议", &["377A(V)=un:ga:res:377A(V)"]);
    check(En, "Economic and Social Council resolution 1503 (XLVIII)", &["1503 (XLVIII)=un:ecosoc:res:1503(XLVIII)"]);
    check(Fr, "la résolution 155 C (VII) du Conseil économique et social", &["155 C (VII)=un:ecosoc:res:155C(VII)"]);
}

#[test]
fn reads_special_sessions() {
    check(
        En,
        "its resolutions ES-11/1 and ES‑10/22, and resolution S-13/2",
        &["ES-11/1=un:ga:res:ES-11/1", "ES‑10/22=un:ga:res:ES-10/22", "S-13/2=un:ga:res:S-13/2"],
    );
    check(Ar, "قراريها دإط-10/15 المؤرخ 20 تموز/يوليه 2004", &["دإط-10/15=un:ga:res:ES-10/15"]);
    check(Fr, "la résolution S-21/1 du Conseil des droits de l’homme", &["S-21/1=un:hrc:res:S-21/1"]);
}

#[test]
fn tells_decisions_from_resolutions() {
    check(
        En,
        "its decision 55/488, resolution 76/1 and decisions 76/516 and ES-7/11",
        &["55/488=un:ga:dec:55/488", "76/1=un:ga:res:76/1", "76/516=un:ga:dec:76/516", "ES-7/11=un:ga:dec:ES-7/11"],
    );
    check(Ru, "ее решение 76/516 от 24 декабря 2021 года", &["76/516=un:ga:dec:76/516"]);
    check(Zh, "其2020年4月13日第74/550号决定", &["74/550=un:ga:dec:74/550"]);
}

#[test]
fn takes_the_body_from_the_words_around_the_number() {
    check(
        En,
        "Recalling Security Council resolution 2593 (2021) and Human Rights Council resolution 16/18 of 24 March 2011, \
         Economic and Social Council resolution 2006/46 and Commission on Human Rights resolution 2005/74,",
        &[
            "2593 (2021)=un:sc:res:2593(2021)",
            "16/18=un:hrc:res:16/18",
            "2006/46=un:ecosoc:res:2006/46",
            "2005/74=un:chr:res:2005/74",
        ],
    );
    check(
        Fr,
        "les résolutions 16/18 du 24 mars 2011 et 40/3 du 21 mars 2019 du Conseil des droits de l’homme",
        &["16/18=un:hrc:res:16/18", "40/3=un:hrc:res:40/3"],
    );
    check(Es, "la resolución 2006/46 del Consejo Económico y Social", &["2006/46=un:ecosoc:res:2006/46"]);
    check(Ru, "резолюцией S‑28/1 Совета по правам человека", &["S‑28/1=un:hrc:res:S-28/1"]);
    check(Ar, "قرار مجلس حقوق الإنسان 16/18 المؤرخ 24 آذار/مارس 2011", &["16/18=un:hrc:res:16/18"]);
    check(
        Zh,
        "人权理事会2011年4月29日S-16/1号、2012年3月23日第19/22号决议和安全理事会第2623(2022)号决议",
        &["S-16/1=un:hrc:res:S-16/1", "19/22=un:hrc:res:19/22", "2623(2022)=un:sc:res:2623(2022)"],
    );
}

#[test]
fn lets_the_date_tell_the_assembly_from_the_council() {
    check(
        En,
        "Human Rights Council resolutions on the subject, including resolution 42/9 of 26 September 2019",
        &["42/9=un:hrc:res:42/9"],
    );
    check(Zh, "回顾其2006年3月15日关于设立人权理事会的第60/251号决议", &["60/251=un:ga:res:60/251"]);
}

#[test]
fn lets_the_body_that_speaks_decide_where_one_shape_belongs_to_two() {
    let text = "Recalling Resolution 2424 (2022),";
    let pace = Context::new(En).with_organ("coe", "pace");
    assert_eq!(cited_by(text, &pace), ["2424 (2022)=coe:pace:res:2424(2022)"]);
    check(En, text, &["2424 (2022)=un:sc:res:2424(2022)"]);
    let council = Context::new(En).with_organ("un", "hrc").with_year(2019);
    assert_eq!(cited_by("Recalling its resolution 40/3,", &council), ["40/3=un:hrc:res:40/3"]);
}

#[test]
fn reads_symbols_that_name_their_body() {
    check(
        En,
        "see A/RES/76/300, A/RES/217 (III), A/RES/ES-11/1, A/RES/69/96 A-B, S/RES/2593 (2021), S/RES/6(1946), \
         S/PRST/2002/37, E/RES/2006/46, A/HRC/RES/45/30, E/ESCAP/RES/72/4 and E/CN.4/RES/2005/74",
        &[
            "A/RES/76/300=un:ga:res:76/300",
            "A/RES/217 (III)=un:ga:res:217(III)",
            "A/RES/ES-11/1=un:ga:res:ES-11/1",
            "A/RES/69/96 A=un:ga:res:69/96A",
            "B=un:ga:res:69/96B",
            "S/RES/2593 (2021)=un:sc:res:2593(2021)",
            "S/RES/6(1946)=un:sc:res:6(1946)",
            "S/PRST/2002/37=un:sc:prst:2002/37",
            "E/RES/2006/46=un:ecosoc:res:2006/46",
            "A/HRC/RES/45/30=un:hrc:res:45/30",
            "E/ESCAP/RES/72/4=un:escap:res:72/4",
            "E/CN.4/RES/2005/74=un:chr:res:2005/74",
        ],
    );
    check(
        En,
        "on the report (A/77/408, para. 33) and A/62/PV.117.",
        &["A/77/408=un:doc:A/77/408", "A/62/PV.117=un:doc:A/62/PV.117"],
    );
}

#[test]
fn reads_the_numbers_of_the_islamic_conference() {
    check(
        En,
        "According to the OIC Resolution No. 50/48-pol «On Solidarity»",
        &["OIC Resolution No. 50/48-pol=oic:cfm:res:50/48-POL"],
    );
    check(
        En,
        "Recalling Resolutions 1/8-P, 7/33-P, 11/33-P/Rev.1, 10/11-P(IS), 1/6-EX (IS) and 2/38-POL,",
        &[
            "1/8-P=oic:icfm:res:1/8-P",
            "7/33-P=oic:icfm:res:7/33-P",
            "11/33-P/Rev.1=oic:icfm:res:11/33-P",
            "10/11-P(IS)=oic:is:res:10/11-P(IS)",
            "1/6-EX (IS)=oic:is:res:1/6-EX(IS)",
            "2/38-POL=oic:cfm:res:2/38-POL",
        ],
    );
    check(
        Fr,
        "Rappelant la Résolution N°1/47-CS et la résolution n°1 /37- POL",
        &["Résolution N°1/47-CS=oic:cfm:res:1/47-CS", "résolution n°1 /37- POL=oic:cfm:res:1/37-POL"],
    );
    check(
        Ar,
        "القرار الرقم 38/20 - س و 6/43- إق و 2/8- أ.ف (ق.إ)",
        &[
            "القرار الرقم 38/20 - س=oic:icfm:res:38/20-P",
            "6/43- إق=oic:cfm:res:6/43-E",
            "2/8- أ.ف (ق.إ)=oic:is:res:2/8-AF(IS)",
        ],
    );
    check(En, "OIC/CFM-48/2022/POL/RES", &["OIC/CFM-48/2022/POL/RES=oic:doc:OIC/CFM-48/2022/POL/RES"]);
    check(En, "OIC /CFM-47/2020/CS/RES/FINAL", &["OIC /CFM-47/2020/CS/RES/FINAL=oic:doc:OIC/CFM-47/2020/CS/RES/FINAL"]);
}

#[test]
fn reads_the_forms_of_other_bodies() {
    check(
        En,
        "P9_TA(2022)0012 (2022/2505(RSP)), B9-0065/2022 and RC-B9-0065/2022",
        &[
            "P9_TA(2022)0012=eu:ep:res:P9_TA(2022)0012",
            "2022/2505(RSP)=eu:ep:proc:2022/2505(RSP)",
            "B9-0065/2022=eu:ep:motion:B9-0065/2022",
            "RC-B9-0065/2022=eu:ep:motion:RC-B9-0065/2022",
        ],
    );
    check(
        En,
        "Assembly/AU/Dec.621(XXVIII), Assembly/AU/Decl.1-2(XXVIII), Assembly/AU/Decl. 8 (XXVI) and EX.CL/1006(XXIX)",
        &[
            "Assembly/AU/Dec.621(XXVIII)=au:assembly:dec:621(XXVIII)",
            "Assembly/AU/Decl.1-2(XXVIII)=au:assembly:decl:1-2(XXVIII)",
            "Assembly/AU/Decl. 8 (XXVI)=au:assembly:decl:8(XXVI)",
            "EX.CL/1006(XXIX)=au:excl:1006(XXIX)",
        ],
    );
    check(
        En,
        "AG/RES. 2898 (XLVII-O/17), AG/DEC. 95 (XLVII-O/17), APA/Res/2009/12 and 38GA/2017/REP/JTCOM",
        &[
            "AG/RES. 2898 (XLVII-O/17)=oas:ag:res:2898",
            "AG/DEC. 95 (XLVII-O/17)=oas:ag:dec:95",
            "APA/Res/2009/12=apa:APA/Res/2009/12",
            "38GA/2017/REP/JTCOM=aipa:38GA:2017:REP/JTCOM",
        ],
    );
    check(Ar, "(ق 1490/ دع 29/ ج 6 - 9/9/1958)", &["ق 1490/ دع 29/ ج 6 - 9/9/1958=las:council:res:1490"]);
}

#[test]
fn finds_works_that_are_cited_by_name() {
    for (language, text, words, target) in [
        (
            En,
            "Recalling the principles of the Charter of the Organization of Islamic Cooperation, which",
            "Charter of the Organization of Islamic Cooperation",
            "oic:charter",
        ),
        (Fr, "Guidée par la Charte des Nations Unies,", "Charte des Nations Unies", "un:charter"),
        (Es, "los propósitos de la Carta de las Naciones Unidas,", "Carta de las Naciones Unidas", "un:charter"),
        (Ru, "целями Устава Организации Объединенных Наций,", "Устава Организации Объединенных Наций", "un:charter"),
        (Ar, "وإذ تسترشد بميثاق الأمم المتحدة،", "ميثاق الأمم المتحدة", "un:charter"),
        (Zh, "遵循《联合国宪章》的宗旨和原则，", "《联合国宪章》", "un:charter"),
    ] {
        let found = find_citations(text, &Context::new(language));
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!((found[0].text.as_str(), found[0].target.as_deref()), (words, Some(target)));
        assert_eq!(found[0].form, CitationForm::Title);
    }
    check(
        En,
        "Article 2 (2) of the Charter of the United Nations and Article 73 e of the Charter of the United Nations",
        &[
            "Charter of the United Nations=un:charter#article 2.2..2.2",
            "Charter of the United Nations=un:charter#article 73.e..73.e",
        ],
    );
    check(Fr, "l’Article 51 de la Charte des Nations Unies", &["Charte des Nations Unies=un:charter#article 51..51"]);
}

#[test]
fn finds_works_that_are_described() {
    let target = Some("eu:ep:res:P9_TA(2022)0012");
    for (language, text, words) in [
        (
            En,
            "Expresses disapproval of the resolution on the situation in Kazakhstan adopted by the European Parliament on \
             20 January 2022, which undermines",
            "the resolution on the situation in Kazakhstan adopted by the European Parliament on 20 January 2022",
        ),
        (
            En,
            "having regard to the European Parliament resolution of 20 January 2022 on the situation in Kazakhstan,",
            "European Parliament resolution of 20 January 2022",
        ),
        (
            Fr,
            "la résolution sur la situation au Kazakhstan adoptée par le Parlement européen le 20 janvier 2022",
            "la résolution sur la situation au Kazakhstan adoptée par le Parlement européen le 20 janvier 2022",
        ),
        (
            Ru,
            "резолюция Европейского парламента от 20 января 2022 года о положении в Казахстане",
            "резолюция Европейского парламента от 20 января 2022",
        ),
    ] {
        let found = find_citations(text, &Context::new(language));
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!((found[0].text.as_str(), found[0].target.as_deref()), (words, target));
        assert_eq!(found[0].form, CitationForm::Descriptive);
        assert!(found[0].basis.starts_with(&["body", "date"]));
    }
    let article =
        "the resolution on the situation in our country adopted by the European Parliament last January was met";
    let found = find_citations(article, &Context::new(En).with_year(2022));
    assert_eq!(
        found[0].text,
        "the resolution on the situation in our country adopted by the European Parliament last January"
    );
    assert_eq!((found[0].target.as_deref(), found[0].basis.as_slice()), (target, ["body", "date"].as_slice()));
    // Without a date there is no one work.
    assert!(
        find_citations("the positions of the European Parliament on its resolutions", &Context::new(En)).is_empty()
    );
    // A body's work that is in no table is cited all the same.
    let other = "the resolution adopted by the European Parliament on 5 May 2011";
    assert_eq!(find_citations(other, &Context::new(En))[0].target, None);
}

#[test]
fn reads_pinpoints() {
    check(En, "paragraph 5 of its resolution 76/199", &["76/199=un:ga:res:76/199#op 5..5"]);
    check(
        En,
        "paragraphs 5 and 6 of Security Council resolution 2593 (2021)",
        &["2593 (2021)=un:sc:res:2593(2021)#op 5..6"],
    );
    check(
        En,
        "paragraph 12 (b) of General Assembly resolution 72/262 C",
        &["72/262 C=un:ga:res:72/262C#op 12.b..12.b"],
    );
    check(En, "resolution 69/283, annex II", &["69/283=un:ga:res:69/283#annex ii..ii"]);
    check(En, "the annex to its resolution 69/313", &["69/313=un:ga:res:69/313#annex 1..1"]);
    check(Fr, "au paragraphe 5 de sa résolution 76/199", &["76/199=un:ga:res:76/199#op 5..5"]);
    check(Es, "el párrafo 5 de su resolución 76/199", &["76/199=un:ga:res:76/199#op 5..5"]);
    check(Ru, "в пункте 5 своей резолюции 76/199", &["76/199=un:ga:res:76/199#op 5..5"]);
    check(Ar, "الفقرة 5 من قرارها 76/199", &["76/199=un:ga:res:76/199#op 5..5"]);
    check(Zh, "第76/199号决议第5段", &["76/199=un:ga:res:76/199#op 5..5"]);
    check(Zh, "第76/199号决议第5和第7段", &["76/199=un:ga:res:76/199#op 5..5,7..7"]);
    check(Zh, "第76/199号决议第5段和第9段、第10段", &["76/199=un:ga:res:76/199#op 5..5,9..10"]);
    check(Zh, "第76/199号决议第3至5段", &["76/199=un:ga:res:76/199#op 3..5"]);
    check(Zh, "第76/199号决议第5段和第70/1号决议", &["76/199=un:ga:res:76/199#op 5..5", "70/1=un:ga:res:70/1"]);
}

#[test]
fn takes_nothing_else_for_a_citation() {
    for text in [
        "Recalling its resolutions, for the period 2022/23",
        "its resolutions on the 2015/16 El Niño",
        "two thirds, 2/3, on 25/09/2015",
        "general comment No. 15 (2002) of the Committee, adopted by a decision",
        "the programme budget for 2015/16",
        "the 2030 Agenda and paragraphs 12/13",
        "and/or (a) the States (2)",
        "open 24/7 by decision of the Board",
    ] {
        check(En, text, &[]);
    }
    check(Ar, "تعليقها العام رقم 12 (1999) بشأن الحق في الغذاء", &[]);
}

#[test]
fn is_quick_on_a_text_of_nothing_but_marks() {
    for text in
        ["/".repeat(300_000), "1/".repeat(150_000), "(".repeat(300_000), "1 (".repeat(100_000), "A/".repeat(150_000)]
    {
        assert!(find_citations(&text, &Context::new(En)).len() < 10);
    }
}

#[test]
fn takes_no_organisation_for_the_work_it_is_named_after() {
    check(En, "the Preparatory Commission for the Comprehensive Nuclear-Test-Ban Treaty Organization", &[]);
    check(
        Fr,
        "la Commission préparatoire de l’Organisation du Traité d’interdiction complète des essais nucléaires",
        &[],
    );
    check(Es, "la Organización del Tratado de Prohibición Completa de los Ensayos Nucleares", &[]);
    check(Ru, "Организации по Договору о всеобъемлющем запрещении ядерных испытаний", &[]);
    check(Ar, "اللجنة التحضيرية لمنظمة معاهدة الحظر الشامل للتجارب النووية", &[]);
    check(
        En,
        "the entry into force of the Comprehensive Nuclear-Test-Ban Treaty",
        &["Comprehensive Nuclear-Test-Ban Treaty=un:treaty:ctbt"],
    );
    check(
        Fr,
        "en faveur du Traité d’interdiction complète des essais nucléaires",
        &["Traité d’interdiction complète des essais nucléaires=un:treaty:ctbt"],
    );
}
