//! Where things lie unless somebody says otherwise.

use super::failure::Failure;
use crate::store::StoreError;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The person's own desk: `~/.local/share/cutline/desk` on Linux, and its like elsewhere.
pub fn default_folder() -> PathBuf {
    let share = dirs::data_dir().or_else(dirs::home_dir).unwrap_or_else(env::temp_dir);
    share.join("cutline").join("desk")
}

/// Where exports go: `CUTLINE_EXPORTS`, or the folder Cutline among the person's documents.
pub fn default_exports_folder() -> PathBuf {
    let asked = env::var_os("CUTLINE_EXPORTS").filter(|folder| !folder.is_empty());
    let folder = asked.map(PathBuf::from).unwrap_or_else(|| {
        let documents = dirs::document_dir().or_else(dirs::home_dir);
        documents.unwrap_or_else(env::temp_dir).join("Cutline")
    });
    absolute(&folder)
}

/// The absolute path of a desk's folder. The parents of the default one are made.
pub fn made_ready(folder: &Path) -> Result<PathBuf, Failure> {
    let folder = absolute(folder);
    if folder == default_folder() {
        fs::create_dir_all(&folder)
            .map_err(|cause| StoreError::CannotWrite { path: folder.clone(), cause })?;
    }
    Ok(folder)
}

/// `path` from the root. An empty one stays as it is.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
