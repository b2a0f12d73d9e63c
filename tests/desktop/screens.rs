//! Takes pictures of every view of the real window, light and dark, into the folder that is named:
//! `make screens`. Each has at most 256 colours, so that it stays small.

#[path = "page.rs"]
#[allow(dead_code)]
mod page;
#[path = "views.rs"]
mod views;

use color_quant::NeuQuant;
use serde_json::json;
use std::collections::HashMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use support::{Machine, Window};

const WIDTH: u32 = 1440;
const HEIGHT: u32 = 900;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = std::env::args().nth(1).expect("name the folder that the pictures go into");
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder).expect("the folder cannot be made");
    let machine = Machine::new("screens");
    let window = machine.start().await;
    window.client.set_window_size(WIDTH, HEIGHT).await.expect("the window keeps its size");
    views::all(&window, async |view| {
        for theme in ["light", "dark"] {
            show(&window, theme).await;
            let file = folder.join(format!("{view}-{theme}.png"));
            save(&window.png().await, &file);
            println!("{}", file.display());
        }
    })
    .await;
}

async fn show(window: &Window<'_>, theme: &str) {
    const SHOW: &str = "document.documentElement.dataset.theme = arguments[0]";
    window.run(SHOW, vec![json!(theme)]).await;
}

/// Writes a picture again with a palette of its own.
fn save(picture: &[u8], file: &Path) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(picture)).read_info().expect("a PNG");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a picture of this machine's size")];
    let frame = reader.next_frame(&mut bytes).expect("a whole PNG");
    let rgba = opaque(&bytes[..frame.buffer_size()], frame.color_type);
    // Every tenth pixel is enough to know a picture's colours by.
    let palette = NeuQuant::new(10, 256, &rgba);
    let mut known: HashMap<[u8; 4], u8> = HashMap::new();
    let mut index = |pixel: &[u8]| {
        let colour = [pixel[0], pixel[1], pixel[2], pixel[3]];
        *known.entry(colour).or_insert_with(|| palette.index_of(&colour) as u8)
    };
    let pixels: Vec<u8> = rgba.chunks_exact(4).map(&mut index).collect();
    let mut encoder =
        png::Encoder::new(File::create(file).expect("a file"), frame.width, frame.height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_compression(png::Compression::High);
    encoder.set_palette(palette.color_map_rgb());
    let mut writer = encoder.write_header().expect("the picture cannot be written");
    writer.write_image_data(&pixels).expect("the picture cannot be written");
}

fn opaque(bytes: &[u8], kind: png::ColorType) -> Vec<u8> {
    match kind {
        png::ColorType::Rgb => {
            bytes.chunks_exact(3).flat_map(|rgb| [rgb[0], rgb[1], rgb[2], 255]).collect()
        }
        png::ColorType::Rgba => bytes.to_vec(),
        other => panic!("a window is painted in colour, not in {other:?}"),
    }
}
