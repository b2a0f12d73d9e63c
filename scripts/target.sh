#!/usr/bin/env bash
# Prints the folder that cargo builds into, wherever CARGO_TARGET_DIR or a configuration puts it.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo metadata --locked --no-deps --format-version 1 |
    sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p'
