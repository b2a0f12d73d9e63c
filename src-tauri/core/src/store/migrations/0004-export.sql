-- Texts that went out, and what they were made of: each once, by its BLAKE3 hash, so that an export
-- can be compared with the story and be had back.
CREATE TABLE kept (
    hash  TEXT PRIMARY KEY,
    -- Deflated, with zlib's head.
    bytes BLOB NOT NULL
) STRICT;

-- What an export is. The document is in `kept` under the export's document_hash.
ALTER TABLE export ADD COLUMN form TEXT NOT NULL DEFAULT 'folder';
ALTER TABLE export ADD COLUMN theme TEXT;
ALTER TABLE export ADD COLUMN profile TEXT NOT NULL DEFAULT 'web';
-- 0: a copy for a lawyer or a colleague. It is remembered, and nothing is compared with it.
ALTER TABLE export ADD COLUMN for_readers INTEGER NOT NULL DEFAULT 1;
-- What the desk called the change since the export before; NULL: nothing had changed, or nobody was
-- asked because the story was not live.
ALTER TABLE export ADD COLUMN change TEXT;
-- The times that the page says. NULL in an export from before this schema.
ALTER TABLE export ADD COLUMN published_at TEXT;
ALTER TABLE export ADD COLUMN modified_at TEXT;
-- In `kept`, as JSON: how the photos and the publication printed. NULL as above.
ALTER TABLE export ADD COLUMN printed_hash TEXT;
-- The corrections that stood in it, as a JSON list.
ALTER TABLE export ADD COLUMN corrections TEXT NOT NULL DEFAULT '[]';

-- Every file of an export by its name in the folder, in the order in which they were written. A text
-- is in `kept` under its hash; a picture is made again from `export_picture`.
CREATE TABLE export_file (
    export_id TEXT NOT NULL REFERENCES export (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    name      TEXT NOT NULL,
    hash      TEXT NOT NULL,
    -- The number of its picture, and the size and format of it as JSON; an empty text for the
    -- untouched original. NULL: it is no picture.
    picture   INTEGER,
    wanted    TEXT,
    PRIMARY KEY (export_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX export_file_by_hash ON export_file (hash);

-- A photo as an export showed it: from which original, how it was framed, and what was written into
-- its files. Framing and facts as JSON.
CREATE TABLE export_picture (
    export_id     TEXT NOT NULL REFERENCES export (id) ON DELETE CASCADE,
    number        INTEGER NOT NULL,
    photo_id      TEXT NOT NULL,
    original      TEXT NOT NULL,
    original_hash TEXT NOT NULL,
    framing       TEXT NOT NULL,
    facts         TEXT NOT NULL,
    PRIMARY KEY (export_id, number)
) STRICT, WITHOUT ROWID;

-- What became of a story after it went out: live, corrected, killed, brought back. Nothing of it is
-- ever taken away, and nothing of it prints.
CREATE TABLE story_record (
    story_id TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    number   INTEGER NOT NULL,
    at       TEXT NOT NULL,
    what     TEXT NOT NULL,
    -- The reason, or what was printed.
    text     TEXT NOT NULL,
    PRIMARY KEY (story_id, number)
) STRICT, WITHOUT ROWID;

-- Since when readers have it, and since when it is withdrawn.
ALTER TABLE story ADD COLUMN live_at TEXT;
ALTER TABLE story ADD COLUMN killed_at TEXT;
UPDATE story SET live_at = first_published_at WHERE state = 'published';

DROP INDEX story_list;
CREATE INDEX story_list ON story (
    spiked_at, change_number DESC, id, slug, url_name, headline, state, kind, desk, assignee, due_at,
    target_words, words, photos, photos_wanted, lead_photo_id, lead_framing, changed_at, hold,
    not_for_publication, embargo_until, embargo_zone, legal_state, legal_hash, document_hash,
    follow_up_of, folded_slug, live_at, killed_at
);

-- Stops that a person went past, each with the typed reason. Nothing of it is ever taken away.
CREATE TABLE passed_stop (
    story_id TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    number   INTEGER NOT NULL,
    at       TEXT NOT NULL,
    -- The stop's rule, and what it said then.
    stop     TEXT NOT NULL,
    said     TEXT NOT NULL,
    reason   TEXT NOT NULL,
    -- By which way the story left.
    way_out  TEXT NOT NULL,
    PRIMARY KEY (story_id, number)
) STRICT, WITHOUT ROWID;

-- Which embargo ends next.
CREATE INDEX story_by_embargo ON story (embargo_until) WHERE embargo_until IS NOT NULL;

-- Where the desk's site lies. One row.
CREATE TABLE site (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    folder  TEXT NOT NULL,
    made_at TEXT NOT NULL
) STRICT;

-- The stories on the site, as they were laid down last.
CREATE TABLE site_story (
    story_id TEXT PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE,
    -- Over everything that its page is made of.
    made_of  TEXT NOT NULL,
    -- What the lists show of it, as JSON.
    listed   TEXT NOT NULL,
    -- Its files with their hashes, as JSON.
    files    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
