//! Ranges of bytes that are to be fetched: which of them together.

use std::ops::Range;

use crate::text::sort_by_key;

/// Up to how many bytes between two ranges are fetched along with them: a request costs more than these.
const NEAR: u64 = 2 << 10;

/// How many requests a question may take, as long as saving one does not take too many bytes; at least, and at most in
/// one round.
const WHOLE: usize = 16;
const LEAST: usize = 6;
const MOST: usize = 12;

/// The most bytes that are fetched needlessly to save a request; and to save one where there are more than `MANY` too many.
const FAR: u64 = 5 << 10;
const FARTHER: u64 = 48 << 10;
const MANY: usize = 3;

/// Ranges that hold all of these: rising, near ones made one, and more where the question `asked` for many already and
/// joining costs little.
pub(crate) fn join(mut ranges: Vec<Range<u64>>, asked: usize) -> Vec<Range<u64>> {
    let most = WHOLE.saturating_sub(asked).clamp(LEAST, MOST);
    sort_by_key(&mut ranges, |range| (range.start, range.end));
    let mut joined: Vec<Range<u64>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if last.end + NEAR >= range.start => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    while joined.len() > most {
        let gaps = joined.iter().zip(joined.iter().skip(1)).map(|(one, next)| next.start - one.end);
        let Some((gap, at)) = gaps.zip(0..).min() else { break };
        if gap > if joined.len() > most + MANY { FARTHER } else { FAR } {
            break;
        }
        let next = joined.remove(at + 1);
        if let Some(one) = joined.get_mut(at) {
            one.end = next.end;
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_what_is_near_and_more_where_there_is_much() {
        let at = |starts: &[u64]| starts.iter().map(|&start| start..start + 10).collect::<Vec<_>>();
        assert_eq!(join(at(&[5000, 0, 1000]), 0), [0..1010, 5000..5010]);
        let every = |step: u64| at(&(0..40).map(|at| at * step).collect::<Vec<_>>());
        assert_eq!((join(every(5000), 0).len(), join(every(5000), 8).len(), join(every(5000), 99).len()), (12, 8, 6));
        assert_eq!(join(every(50_000), 0).len(), 40);
        assert_eq!(join(vec![0..100, 10..20, 20..40], 0).as_slice(), std::slice::from_ref(&(0..100)));
        assert_eq!(join(Vec::new(), 0), []);
    }
}
