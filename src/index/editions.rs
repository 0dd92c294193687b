//! Which resolutions of a pack a key or the id of a work leads to.

use super::facts::Fact;
use super::pack::Pack;
use super::record::DocId;

/// Gives the edition with this key, or every edition of the work with this id, to `take`, in the order of keys.
pub(crate) fn find_editions(pack: &Pack, id: &str, mut take: impl FnMut(&str, DocId)) {
    let mut give = |term: &str, info| {
        // A key that was given again after its text was taken out has two.
        let mut list = pack.postings(info);
        while let (Some(key), Some(found)) = (Fact::KEY.text_of(term), list.next()) {
            take(key, found.doc);
        }
        true
    };
    let term = Fact::KEY.term(id);
    match pack.find(&term) {
        Some(info) => _ = give(&term, info),
        None => pack.for_each_with_prefix(&format!("{term}@"), give),
    }
}
