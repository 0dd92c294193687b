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
