-- Times are UTC in RFC 3339 with milliseconds; ids are text; hashes are BLAKE3 in lower-case hex.

CREATE TABLE publication (
    one             INTEGER PRIMARY KEY CHECK (one = 1),
    name            TEXT NOT NULL,
    site_address    TEXT,
    language        TEXT NOT NULL,
    time_zone       TEXT NOT NULL,
    credit_template TEXT NOT NULL,
    headline_limit  INTEGER NOT NULL,
    strict          INTEGER NOT NULL
) STRICT;

CREATE TABLE story (
    id                 TEXT PRIMARY KEY,
    slug               TEXT NOT NULL,
    url_name           TEXT NOT NULL,
    state              TEXT NOT NULL,
    -- What the editor wrote, byte for byte, and the hash over those bytes.
    document           TEXT NOT NULL,
    document_hash      TEXT NOT NULL,
    revision           INTEGER NOT NULL,
    created_at         TEXT NOT NULL,
    saved_at           TEXT NOT NULL,
    changed_at         TEXT NOT NULL,
    -- Orders the list: a clock can be set back, a count cannot.
    change_number      INTEGER NOT NULL,
    spiked_at          TEXT,
    first_published_at TEXT,
    -- Read from the document as well as that went, for the list and its filter.
    headline           TEXT NOT NULL,
    words              INTEGER NOT NULL,
    photos_wanted      INTEGER NOT NULL,
    lead_photo_id      TEXT,
    folded_slug        TEXT NOT NULL,
    folded_text        TEXT NOT NULL
) STRICT;

CREATE INDEX story_by_change ON story (change_number DESC);
CREATE UNIQUE INDEX story_by_url_name ON story (url_name) WHERE url_name <> '';

CREATE TABLE private_note (
    story_id TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    kind     TEXT NOT NULL CHECK (kind IN ('note', 'source', 'legal')),
    text     TEXT NOT NULL,
    PRIMARY KEY (story_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_raw (
    story_id    TEXT PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE,
    imported_at TEXT NOT NULL,
    text        TEXT NOT NULL,
    -- The notes as a JSON list.
    notes       TEXT NOT NULL
) STRICT;

CREATE TABLE photo (
    id                TEXT PRIMARY KEY,
    -- The untouched file is photos/<original>; the name begins with its hash.
    original          TEXT NOT NULL,
    original_hash     TEXT NOT NULL,
    width_px          INTEGER NOT NULL,
    height_px         INTEGER NOT NULL,
    -- The name it came under; it never leaves the desk.
    file_name         TEXT NOT NULL,
    declared          TEXT,
    declared_name     TEXT,
    kind_chosen       TEXT,
    -- What no export carries, in words, as a JSON list.
    removed_on_export TEXT NOT NULL,
    -- Whether a credit prints. Kept here so that the story list can count.
    credited          INTEGER NOT NULL,
    -- Over everything of the photo that a page prints.
    facts_hash        TEXT NOT NULL,
    added_at          TEXT NOT NULL,
    changed_at        TEXT NOT NULL
) STRICT;

-- One row for every reading. Position 0 is what a person typed; 1 is what stands of the file; the
-- rest is what else the file says, in the order of its carriers.
CREATE TABLE photo_fact (
    photo_id TEXT NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
    field    TEXT NOT NULL,
    position INTEGER NOT NULL,
    carrier  TEXT NOT NULL,
    value    TEXT NOT NULL,
    PRIMARY KEY (photo_id, field, position)
) STRICT, WITHOUT ROWID;

-- The photos that a document names. Not a foreign key: a document may name a photo that is not here.
CREATE TABLE story_photo (
    story_id TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    photo_id TEXT NOT NULL,
    PRIMARY KEY (story_id, photo_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX story_photo_by_photo ON story_photo (photo_id);

CREATE TABLE waiver (
    story_id TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    key      TEXT NOT NULL,
    rule     TEXT NOT NULL,
    reason   TEXT NOT NULL,
    at       TEXT NOT NULL,
    PRIMARY KEY (story_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE export (
    id              TEXT PRIMARY KEY,
    story_id        TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    number          INTEGER NOT NULL,
    at              TEXT NOT NULL,
    folder          TEXT NOT NULL,
    document_hash   TEXT NOT NULL,
    photos          INTEGER NOT NULL,
    wanted_left_out INTEGER NOT NULL,
    -- What was let through, as a JSON list of phrases.
    owed            TEXT NOT NULL,
    UNIQUE (story_id, number)
) STRICT;

CREATE TABLE export_photo (
    export_id  TEXT NOT NULL REFERENCES export (id) ON DELETE CASCADE,
    photo_id   TEXT NOT NULL,
    facts_hash TEXT NOT NULL,
    PRIMARY KEY (export_id, photo_id)
) STRICT, WITHOUT ROWID;
