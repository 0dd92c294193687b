//! Pages as people find them: what is read of them, and what is left.

use super::*;

fn text(page: &str) -> String {
    read(page).text
}

#[test]
fn takes_the_article_out_of_a_page() {
    let page = "<!DOCTYPE html><html lang=en><head><title>Site</title><style>p{}</style></head><body>
        <header class='site-header'><a href='/'>The Harbour Post</a><nav><ul><li><a href='/w'>World</a></ul></nav></header>
        <div class='cookie-banner'>We use cookies. Accept all of them now.</div>
        <main><article><header><h1>Council adopts text on harbours</h1><p class=byline>By A. Writer</p></header>
        <p>GENEVA, 4 May 2021 (Agency) &ndash; The Council &ldquo;condemned the acts&rdquo;, he said.</p>
        <aside class=related><a href='/x'>More on this</a></aside>
        <blockquote><p>We call on all States to help.</p></blockquote>
        <p>It <q>decides to meet</q> again.<script>track('<p>no</p>')</script></p>
        <div class='share social'><a href='#'>Share</a></div></article></main>
        <footer>Copyright 2021 The Harbour Post. All rights reserved.</footer></body></html>";
    assert_eq!(
        text(page),
        "Council adopts text on harbours\n\nBy A. Writer\n\nGENEVA, 4 May 2021 (Agency) – The Council “condemned the acts”, \
         he said.\n\n> We call on all States to help.\n\nIt “decides to meet” again.\n"
    );
}

#[test]
fn a_headline_above_the_article_belongs_to_it() {
    let page = "<body><div class=page><div class=top><h1>Council meets</h1></div><div class=menu-bar><a href=/a>a</a></div>
        <article><p>The Council met in the harbour and decided what it had to decide, which was not little.</p></article></div>";
    assert!(text(page).starts_with("Council meets\n\nThe Council met"), "{}", text(page));
}

#[test]
fn numbers_items_as_a_browser_does() {
    let page = "<ol start=3><li>Urges States:<ol type=a><li>To meet;<ol type=i><li>In May;<li>In June;</ol></li><li value=5>To report.
        </ol></li><li><p>Decides.</p><p>More of it.</p></ol><ol><li>(a) Own label;</ol><ul><li>Plain</ul>";
    assert_eq!(
        text(page),
        "3. Urges States:\n\n(a) To meet;\n\n(i) In May;\n\n(ii) In June;\n\n(e) To report.\n\n4. Decides.\n\nMore of it.\n\n\
         (a) Own label;\n\nPlain\n"
    );
}

#[test]
fn finds_notes_by_their_links_and_by_raised_numbers() {
    let linked = "<p>Recalling its report,<sup><a href='#fn1' id='r1'>1</a></sup> and more,</p>
        <section class=footnotes><ol><li id=fn1>See A/77/10. <a href='#r1'>↩</a></li></ol></section>";
    assert_eq!(text(linked), "Recalling its report,[^1] and more,\n\n[^1]: See A/77/10.\n");
    let word = "<p>Its report<a href='#_ftn2' name='_ftnref2'>[2]</a>,</p><div id='ftn2'><p><a href='#_ftnref2' name='_ftn2'>[2]</a>
        Ibid., p. 4.</p></div>";
    assert_eq!(text(word), "Its report[^2],\n\n[^2]: Ibid., p. 4.\n");
    let raised = "<p>An area of 4 km<sup>2</sup>, its report<sup>1</sup> and that</p><p><sup>1</sup> See A/77/10.</p>";
    assert_eq!(text(raised), "An area of 4 km2, its report[^1] and that\n\n[^1]: See A/77/10.\n");
}

#[test]
fn reads_tables_and_tables_that_lay_a_page_out() {
    let data = "<p>Votes</p><table><tr><th>In favour<th>Against<tr><td>120<td><p>4</p></table>";
    assert_eq!(text(data), "Votes\n\n| In favour | Against |\n\n| 120 | 4 |\n");
    let labels =
        "<table><tr><td>1.</td><td><i>Decides</i> to meet;</td></tr><tr><td>2.</td><td>Requests it.</td></tr></table>";
    assert_eq!(text(labels), "1. Decides to meet;\n\n2. Requests it.\n");
    let layout = "<table><tr><td><h1>A/RES/1</h1><p>Recalling</p></td><td><p>Side</p></td></tr></table>";
    assert_eq!(text(layout), "A/RES/1\n\nRecalling\n\nSide\n");
}

#[test]
fn keeps_lines_that_are_broken_on_purpose() {
    assert_eq!(
        text("<p>39th meeting<br>1 May 2023<br><br>Next</p><pre>one\n two\n\nthree</pre>"),
        "39th meeting\n1 May 2023\n\nNext\n\none\ntwo\n\nthree\n"
    );
}

#[test]
fn reads_entities_and_drops_what_runs() {
    assert_eq!(
        text("<p onclick='x()'>A&nbsp;&amp;&#x42;&eacute;<img src=x onerror=y><style>z</style>"),
        "A\u{A0}&Bé\n"
    );
    assert_eq!(text("<p>a<svg><script>x</script><text>y</text></svg>b<!-- c -->"), "ab\n");
    assert_eq!(text("<textarea><p>x</textarea><p>kept"), "kept\n");
}

#[test]
fn the_page_says_its_language_where_its_words_do_not() {
    assert_eq!(read("<html lang='ar-EG'><p>12</p>").language, Some("ar"));
    assert_eq!(
        read(
            "<html lang='fr'><p>The General Assembly decides that the text is to be read in the order of the words</p>"
        )
        .language,
        None
    );
}

#[test]
fn hostile_markup_ends_in_time() {
    for piece in [
        "<div>",
        "<a href=#x>",
        "<p><table><tr><td>",
        "<ol start=4000000000 type=i><li>",
        "<blockquote>",
        "<sup>1</sup>",
        "</p>",
        "<!--",
        "<![CDATA[",
        "&",
        "<q>",
        "<svg><",
    ] {
        let page = piece.repeat(20_000);
        assert!(text(&page).len() < 4_000_000, "{piece}");
    }
}
