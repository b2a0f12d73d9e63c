#!/usr/bin/env bash
# Opens Cutline on a desk of its own in cargo's target folder, with the sample story in it. Where
# there is no display, does a desk's job without a window: takes the sample story and its photos in,
# checks it, exports it, and says where the page is.
set -euo pipefail
cd "$(dirname "$0")/.."

# What the window ends with when no display answers (EX_UNAVAILABLE).
NO_DISPLAY=69

main() {
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        with_window
    else
        say "There is no display here, so Cutline does its job without a window."
        without_window
    fi
}

with_window() {
    scripts/setup.sh window
    say "Building Cutline; the first time takes some minutes"
    cargo build --locked --workspace --bins
    prepare
    sample >/dev/null
    say "Opening Cutline on the desk $desk"
    local ended=0
    "$build/cutline" --desk "$desk" || ended=$?
    [ "$ended" = "$NO_DISPLAY" ] || return "$ended"
    say "So Cutline does its job without a window."
    without_window
}

without_window() {
    scripts/setup.sh desk
    say "Building the command line; the first time takes a minute or two"
    cargo build --locked --workspace --bin cutline-cli
    prepare
    local story
    story=$(sample)
    photos "$story"
    say "Checking the story"
    cli check "$story" || stopped "$?"
    say "Exporting the story"
    cli export "$story" --yes
    say "Open the page that is named above in a browser."
}

say() { echo "• $*"; }

prepare() {
    local target
    target=$(scripts/target.sh)
    build=$target/debug
    desk=$target/desk
    # Exports of a trial stay out of the person's own documents.
    export CUTLINE_EXPORTS=$target/exports
}

cli() { "$build/cutline-cli" --desk "$desk" "$@"; }

# Prints the id of the sample story; makes it when this desk has none yet.
sample() {
    local stamp=$desk/sample-story
    if ! [ -s "$stamp" ]; then
        say "Importing the sample story into the desk $desk" >&2
        local made
        made=$(cli sample --json)
        sed -n 's/.*"storyId": *"\([^"]*\)".*/\1/p' <<<"$made" >"$stamp"
    fi
    cat "$stamp"
}

# Puts the sample photos into the places that want one, once.
photos() {
    local stamp=$desk/sample-photos folder=assets/sample
    [ -e "$stamp" ] && return
    say "Taking the sample photos in"
    cli photo add --story "$1" "$folder/last-tram.jpg" "$folder/council-vote.jpg" "$folder/opening-day.jpg"
    touch "$stamp"
}

# The checks end with 3 when something stops the story. The export then says so too.
stopped() { [ "$1" = 3 ] || exit "$1"; }

main "$@"
