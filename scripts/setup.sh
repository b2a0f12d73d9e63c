#!/usr/bin/env bash
# Sets up what is missing on a Debian or Ubuntu machine, and says what it does. What is there already
# is left alone, so it may be run any number of times.
#
#   scripts/setup.sh desk      compiler and assembler: enough for the command line
#   scripts/setup.sh window    that, the system's web view, and the page
#   scripts/setup.sh check     that, and the tools that look over the code
#   scripts/setup.sh tests     the window, a display without a screen, what drives a window, and the
#                              browser that pages are looked at in
#   scripts/setup.sh export-bench   what desk does, and the program that sites are measured against
#   scripts/setup.sh bench     that, and the editors that the window is measured against
set -euo pipefail
cd "$(dirname "$0")/.."

RUST_NEEDED=1.95
NODE_NEEDED=20.19

main() {
    case "${1:-}" in
    desk)
        packages build-essential pkg-config nasm
        rust
        ;;
    window)
        packages build-essential pkg-config nasm libwebkit2gtk-4.1-dev
        rust
        node_and_page
        ;;
    check)
        main window
        rust_tools
        ;;
    tests)
        packages build-essential pkg-config nasm libwebkit2gtk-4.1-dev xvfb webkit2gtk-driver procps \
            at-spi2-core dbus-daemon hunspell-en-us
        browser
        rust
        node_and_page
        ;;
    export-bench)
        main desk
        packages hugo
        ;;
    bench)
        main tests
        bench_packages
        ;;
    *)
        stop "scripts/setup.sh wants one word: desk, window, check, tests, export-bench or bench."
        ;;
    esac
}

say() { echo "• $*"; }

stop() {
    echo "✗ $*" >&2
    exit 1
}

# Installs those of the named packages that are missing.
packages() {
    local missing
    missing=$(for package in "$@"; do installed "$package" || echo "$package"; done)
    missing=${missing//$'\n'/ }
    [ -n "$missing" ] || return 0
    command -v apt-get >/dev/null ||
        stop "This is not Debian or Ubuntu. Install what they call: $missing. Then try again."
    say "Installing from the system's packages: $missing"
    # shellcheck disable=SC2086 # a list of words
    as_root apt-get -q -o DPkg::Lock::Timeout=300 update >/dev/null &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 \
            install -y --no-install-recommends $missing >/dev/null ||
        stop "They could not be installed. Run: sudo apt-get update && sudo apt-get install $missing"
}

installed() {
    command -v dpkg-query >/dev/null &&
        dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        command -v sudo >/dev/null || stop "Installing packages needs root or sudo: $*"
        sudo "$@"
    fi
}

# Chromium and what drives it, unless the machine has them from elsewhere: Ubuntu's come as a snap.
browser() {
    command -v chromium >/dev/null && command -v chromedriver >/dev/null && return
    packages chromium chromium-driver
}

# Rust, named with the one command that installs it.
rust() {
    local version
    version=$(rustc --version 2>/dev/null | cut -d ' ' -f 2) || true
    if new_enough "$version" "$RUST_NEEDED"; then
        crates
        return
    fi
    local install="curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y"
    command -v rustup >/dev/null && install="rustup update stable && rustup default stable"
    stop "Cutline needs Rust $RUST_NEEDED or newer; $(found "$version"). Install it with:
    $install"
}

# Every crate that the lock names, also those of other systems: whose work ships is told from all.
crates() {
    cargo metadata --locked --offline --format-version 1 >/dev/null 2>&1 && return
    say "fetching the crates"
    cargo fetch --locked --quiet
}

rust_tools() {
    cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 && return
    stop "Looking over the code needs rustfmt and clippy. Install them with:
    rustup component add rustfmt clippy"
}

# Node and npm, named with the one command that installs them; then the page, when it is not built or
# something in it changed.
node_and_page() {
    local version
    version=$(node --version 2>/dev/null | tr -d v) || true
    if ! new_enough "$version" "$NODE_NEEDED" || ! command -v npm >/dev/null; then
        local sudo="sudo -E " install="sudo "
        [ "$(id -u)" = 0 ] && sudo="" install=""
        stop "Cutline needs Node $NODE_NEEDED or newer with npm; $(found "$version"). Install it with:
    curl -fsSL https://deb.nodesource.com/setup_22.x | ${sudo}bash - && ${install}apt-get install -y nodejs"
    fi
    npm_packages
    page
}

npm_packages() {
    local stamp=ui/node_modules/.installed-from.json
    cmp -s ui/package-lock.json "$stamp" && return
    say "Installing the page's packages from npm"
    npm --prefix ui ci --no-audit --no-fund --loglevel=error
    cp ui/package-lock.json "$stamp"
}

bench_packages() {
    [ -d benches/editor/node_modules ] && return
    say "Installing the editors to measure against from npm"
    npm --prefix benches/editor ci --ignore-scripts --no-audit --no-fund --loglevel=error
}

page() {
    local built=ui/dist/index.html sources="ui/src ui/index.html ui/package-lock.json ui/vite.config.ts"
    # shellcheck disable=SC2086 # a list of words
    [ -f "$built" ] && [ -z "$(find $sources -newer "$built" -print -quit)" ] && return
    say "Building the page"
    npm --prefix ui run --silent build -- --logLevel warn
}

new_enough() {
    [ -n "$1" ] && printf '%s\n%s\n' "$2" "$1" | sort -V -C
}

found() {
    if [ -n "$1" ]; then echo "this machine has $1"; else echo "this machine has none"; fi
}

main "$@"
