//! Printers' colours as a page shows them: CMYK into sRGB.

use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// RGB for every four bytes of CMYK, by the picture's own profile; without a usable one by plain
/// subtraction, which is more colourful than the print. `inverted`: 0 stands for the most ink, as in
/// every file that names Adobe.
pub(super) fn to_srgb(mut cmyk: Vec<u8>, inverted: bool, profile: Option<&[u8]>) -> Vec<u8> {
    if inverted {
        cmyk.iter_mut().for_each(|ink| *ink = 255 - *ink);
    }
    by_profile(&cmyk, profile).unwrap_or_else(|| plain(&cmyk))
}

/// Whether this is a profile that inks can be converted by.
fn by_profile(cmyk: &[u8], profile: Option<&[u8]>) -> Option<Vec<u8>> {
    let profile = ColorProfile::new_from_slice(profile?).ok()?;
    if profile.color_space != DataColorSpace::Cmyk {
        return None;
    }
    let srgb = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    let transform =
        profile.create_transform_8bit(Layout::Rgba, &srgb, Layout::Rgb, options).ok()?;
    let mut rgb = vec![0; cmyk.len() / 4 * 3];
    transform.transform(cmyk, &mut rgb).ok()?;
    Some(rgb)
}

fn plain(cmyk: &[u8]) -> Vec<u8> {
    let left = |ink: u8, black: u8| {
        let light = (255 - u32::from(ink)) * (255 - u32::from(black));
        ((light + 127) / 255) as u8
    };
    cmyk.chunks_exact(4)
        .flat_map(|inks| [left(inks[0], inks[3]), left(inks[1], inks[3]), left(inks[2], inks[3])])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cmyk: [u8; 4], inverted: bool, expected: [u8; 3]) {
        assert_eq!(to_srgb(cmyk.to_vec(), inverted, None), expected, "{cmyk:?}");
    }

    #[test]
    fn ink_takes_light_away() {
        check([0, 0, 0, 0], false, [255, 255, 255]);
        check([255, 255, 255, 255], true, [255, 255, 255]);
        check([0, 0, 0, 255], false, [0, 0, 0]);
        check([255, 0, 0, 0], false, [0, 255, 255]);
        check([0, 255, 255, 255], true, [0, 255, 255]);
        check([0, 0, 0, 128], false, [127, 127, 127]);
    }

    #[test]
    fn a_profile_of_another_kind_is_dropped() {
        let rgb = ColorProfile::new_srgb().encode().unwrap();
        assert_eq!(to_srgb(vec![0, 255, 0, 0], false, Some(&rgb)), [255, 0, 255]);
    }
}
