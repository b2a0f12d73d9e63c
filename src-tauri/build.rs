fn main() {
    // Build scripts run in the package root, where tauri.conf.json lies; only the capabilities
    // live elsewhere.
    tauri_build::try_build(
        tauri_build::Attributes::new()
            .capabilities_path_pattern("./src-tauri/capabilities/**/*.json"),
    )
    .expect("tauri-build failed");
}
