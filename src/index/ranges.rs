//! Ranges of bytes that are to be fetched: which of them together.

use std::ops::Range;

use crate::text::sort_by_key;

/// Up to how many bytes between two ranges are fetched along with them: a request costs more than these.
const NEAR: u64 = 2 << 10;

/// Into how many ranges the others are put at most, as long as what lies between them is no longer than `FAR`.
const MOST: usize = 6;

/// The most bytes that are fetched needlessly to save a request.
const FAR: u64 = 12 << 10;

/// Ranges that hold all of these: rising, near ones made one, and no more of them than hosts answer at once where that
/// costs little.
pub(crate) fn join(mut ranges: Vec<Range<u64>>) -> Vec<Range<u64>> {
    sort_by_key(&mut ranges, |range| (range.start, range.end));
    let mut joined: Vec<Range<u64>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if last.end + NEAR >= range.start => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    while joined.len() > MOST {
        let gaps = joined.iter().zip(joined.iter().skip(1)).map(|(one, next)| next.start - one.end);
        let Some((gap, at)) = gaps.zip(0..).min() else { break };
        if gap > FAR {
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
        assert_eq!(join(at(&[5000, 0, 1000])), [0..1010, 5000..5010]);
        let every = |step: u64| at(&(0..40).map(|at| at * step).collect::<Vec<_>>());
        assert_eq!(join(every(5000)).len(), MOST);
        assert_eq!(join(every(50_000)).len(), 40);
        assert_eq!(join(vec![0..100, 10..20, 20..40]).as_slice(), std::slice::from_ref(&(0..100)));
        assert_eq!(join(Vec::new()), []);
    }
}
