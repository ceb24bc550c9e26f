//! What has been observed since: how accurate the model is, and what the vendor has done. All of it is optional; blank is
//! unknown.

use schemars::JsonSchema;
use serde::Serialize;

use crate::reader::fields;
use crate::units::Share;

/// How good the model is, on the team's own test set (M5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Accuracy {
    /// Measured now, 0 to 1.
    pub measured: Option<Share>,
    /// What the product needs, 0 to 1.
    pub wanted: Option<Share>,
    /// What the last retraining added, 0 to 1.
    pub last_gain: Option<Share>,
    /// Below this gain, tuning counts as stalled.
    pub smallest_gain: Option<Share>,
}

fields! {
    Accuracy default Self::default(), {
        measured = "measured",
        wanted = "wanted",
        last_gain = "lastGain",
        smallest_gain = "smallestGain",
    }
}

/// Events at the vendor that open the decision again, one for each risk (M9, R1 to R5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct VendorEvents {
    /// Leaving has become a project of its own (R1).
    pub lock_in: Option<bool>,
    /// The price or its terms have changed (R2).
    pub price: Option<bool>,
    /// An update has changed behaviour (R3).
    pub behaviour: Option<bool>,
    /// Terms on user data have changed, or data has leaked (R4).
    pub data: Option<bool>,
    /// Limits or an outage have hit the product (R5).
    pub availability: Option<bool>,
}

fields! {
    VendorEvents default Self::default(), {
        lock_in = "lockIn",
        price = "price",
        behaviour = "behaviour",
        data = "data",
        availability = "availability",
    }
}
