//! The ladders on which lead phrases have their force.

use serde::Serialize;

/// A ladder of force. Steps of different ladders are never compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ladder {
    /// Disapproving: from concern to condemning in the strongest terms.
    Censure,
    /// Approving: from interest to tribute.
    Praise,
    /// Asking: from hoping to demanding.
    Direct,
    /// Stating: from observing to declaring.
    Assert,
    /// Backing: from support to endorsement.
    Support,
    /// Binding oneself: from readiness to decision.
    Commit,
}

/// The ladder of this name, as the tables write it.
pub(super) fn read_ladder(name: &str) -> Option<Ladder> {
    match name {
        "censure" => Some(Ladder::Censure),
        "praise" => Some(Ladder::Praise),
        "direct" => Some(Ladder::Direct),
        "assert" => Some(Ladder::Assert),
        "support" => Some(Ladder::Support),
        "commit" => Some(Ladder::Commit),
        _ => None,
    }
}
