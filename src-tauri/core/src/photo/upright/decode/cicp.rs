//! Colours that a file names by number (ITU-T H.273) and not by a profile.

use moxcms::ColorProfile;

/// The profile of these primaries; `None` for those of sRGB and for numbers that say nothing.
pub(super) fn profile(primaries: u16) -> Option<Vec<u8>> {
    let profile = match primaries {
        9 => ColorProfile::new_bt2020(),
        11 | 12 => ColorProfile::new_display_p3(),
        _ => return None,
    };
    profile.encode().ok()
}

/// PQ and HLG.
pub(super) fn is_hdr(transfer: u16) -> bool {
    matches!(transfer, 16 | 18)
}
