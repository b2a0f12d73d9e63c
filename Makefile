# The commands of every day. `make` alone lists them.

# Where rustup puts cargo, for a shell that was opened before it did.
export PATH := $(PATH):$(HOME)/.cargo/bin

# Every cargo call names the whole workspace: so all of them choose the same features, and what one
# has built the next one takes.
ALL := --locked --workspace

.DEFAULT_GOAL := help
.PHONY: help run test check bless contract corpus licences screens bench bench-drop bench-editor bench-export bench-list bench-photos hostile-photos compare-photos fuzz-photos faults-export proof-photos dev clean

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

run: ## open Cutline on a desk of its own, with the sample story in it
	@scripts/run.sh

test: ## run every test, also those in the real window
	@scripts/setup.sh tests
	cargo build $(ALL) --all-targets
	cargo test $(ALL)
	npm --prefix ui test

check: ## what CI runs first: format, lint, types, the contract unchanged
	@scripts/setup.sh check
	cargo fmt --all --check
	cargo clippy $(ALL) --all-targets -- -D warnings
	npm --prefix ui run lint
	npm --prefix ui run check
	cargo test $(ALL) --test contract

bless: ## write what the program says now into the expected files of the cases
	BLESS=1 cargo test $(ALL) --test cases
	@echo "Read the difference (git diff tests/cases) before you commit it."

contract: ## write ui/src/desk/contract.ts from the core's list of actions
	BLESS=1 cargo test $(ALL) --test contract

licences: ## write assets/licences.txt: whose work ships in Cutline, for Help
	@scripts/setup.sh window
	node scripts/licences.mjs

bench: ## measure: benches/README.md says what and against whom
	@scripts/setup.sh desk
	cargo bench --locked -p cutline-core --bench copy
	cargo test --locked --release -p cutline-core --test saving_under_load -- --nocapture

bench-editor: ## measure typing, opening and starting beside bare ProseMirror, Lexical and an empty window
	@scripts/setup.sh bench
	cargo build --locked --release -p cutline -p cutline-bare
	cargo bench --locked -p cutline-core --bench editor -- "$$(scripts/target.sh)/bench-editor" \
		"$$(scripts/target.sh)/release/cutline" "$$(scripts/target.sh)/release/cutline-bare"

bench-export: ## make a site of ten thousand stories beside Hugo; STORIES=1000 for fewer
	@scripts/setup.sh export-bench
	cargo build --locked --release -p cutline-cli
	cargo bench --locked -p cutline-core --bench site -- "$$(scripts/target.sh)/release/cutline-cli"

bench-drop: ## measure thirty photos of 24 megapixels dropped at once
	@scripts/setup.sh desk
	cargo bench --locked -p cutline-core --bench drop

bench-list: ## measure the story list in a desk of five thousand stories
	@scripts/setup.sh desk
	CUTLINE_BENCH_ASSERTS=1 cargo bench --locked -p cutline-core --bench list

bench-photos: ## measure the pictures of a page beside sharp
	@scripts/setup.sh desk
	cargo bench --locked -p cutline-core --bench photos

hostile-photos: ## open every photo of PHOTOS=folder (../shared/hostile/images) in workers
	@scripts/setup.sh desk
	cargo bench --locked -p cutline-core --bench hostile_photos -- $(abspath $(PHOTOS))

compare-photos: ## compare what we read of photos with ExifTool; PHOTOS=folder asks ExifTool itself
	PHOTOS="$(PHOTOS)" cargo test --locked -p cutline-core --test exiftool

fuzz-photos: ## read COUNT changed photos of every format (a million by default); none may panic or hang
	MUTATIONS="$(or $(COUNT),1000000)" cargo test --locked -p cutline-core --test mutations

faults-export: ## fail every call of an export on a bad disk, and kill it at five hundred moments
	@scripts/setup.sh desk
	FAULTS=all cargo test --locked -p cutline-cli --test faults

proof-photos: ## read every exported picture with ExifTool, where it is installed, and count the credits
	cargo test --locked -p cutline-core --test carried_out -- --nocapture

corpus: ## export a corpus of stories, one for each extreme, into TO=folder, in THEME=plain
	@scripts/setup.sh desk
	cargo run --locked -p cutline-browser-tests --example corpus -- "$(abspath $(TO))" $(THEME)

screens: ## take docs/screens: every view of the real window, light and dark
	@scripts/setup.sh tests
	cargo build $(ALL) --bins
	cargo run --locked -p cutline-desktop-tests --example screens -- docs/screens

dev: ## the window with the page reloading as you edit it
	@scripts/setup.sh window
	CUTLINE_DESK="$$(scripts/target.sh)/desk" ui/node_modules/.bin/tauri dev

clean: ## remove everything that was built
	cargo clean
	rm -rf ui/dist ui/node_modules gen
