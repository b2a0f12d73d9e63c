-- What a desk has set, by the contract's name for it, as JSON. Absent: the default.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a desk plans for a story.
ALTER TABLE story ADD COLUMN kind TEXT NOT NULL DEFAULT 'news';
ALTER TABLE story ADD COLUMN desk TEXT NOT NULL DEFAULT '';
ALTER TABLE story ADD COLUMN assignee TEXT NOT NULL DEFAULT '';
ALTER TABLE story ADD COLUMN due_at TEXT;
ALTER TABLE story ADD COLUMN target_words INTEGER;
ALTER TABLE story ADD COLUMN follow_up_of TEXT REFERENCES story (id) ON DELETE SET NULL;

CREATE INDEX story_by_first ON story (follow_up_of) WHERE follow_up_of IS NOT NULL;

-- What holds a story back.
ALTER TABLE story ADD COLUMN hold INTEGER NOT NULL DEFAULT 0;
ALTER TABLE story ADD COLUMN not_for_publication INTEGER NOT NULL DEFAULT 0;
ALTER TABLE story ADD COLUMN embargo_until TEXT;
ALTER TABLE story ADD COLUMN embargo_zone TEXT;
ALTER TABLE story ADD COLUMN legal_state TEXT NOT NULL DEFAULT 'notNeeded';
ALTER TABLE story ADD COLUMN legal_cleared_by TEXT;
ALTER TABLE story ADD COLUMN legal_cleared_at TEXT;
-- Over what a lawyer reads of the draft. Empty until the draft is saved or cleared.
ALTER TABLE story ADD COLUMN legal_hash TEXT NOT NULL DEFAULT '';

-- What was cleared: the words and pictures of the story then, so that a later draft can be compared.
CREATE TABLE clearance (
    story_id TEXT PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    hash     TEXT NOT NULL,
    text     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Captions that the story took from its photos when it was cleared. NULL: the photo had none.
CREATE TABLE clearance_photo (
    story_id TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    photo_id TEXT NOT NULL,
    caption  TEXT,
    PRIMARY KEY (story_id, photo_id)
) STRICT, WITHOUT ROWID;

-- A note on a passage. Nothing that leaves the desk reads it.
CREATE TABLE passage_note (
    story_id TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    id       TEXT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('note', 'source', 'legal')),
    text     TEXT NOT NULL,
    resolved INTEGER NOT NULL,
    -- When it was first written.
    at       TEXT NOT NULL,
    PRIMARY KEY (story_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_template (
    name     TEXT PRIMARY KEY,
    document TEXT NOT NULL,
    headline TEXT NOT NULL,
    words    INTEGER NOT NULL,
    -- Kind, desk and target, as JSON.
    plan     TEXT NOT NULL
) STRICT;

CREATE TABLE learned_word (
    word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE style_rule (
    position INTEGER PRIMARY KEY,
    find     TEXT NOT NULL,
    instead  TEXT NOT NULL,
    reason   TEXT NOT NULL
) STRICT;

-- Distinct photos that the document names.
ALTER TABLE story ADD COLUMN photos INTEGER NOT NULL DEFAULT 0;
UPDATE story SET photos = (SELECT count(*) FROM story_photo WHERE story_id = story.id);

-- Words to search in, without case and accents, apart from the rows that the list reads. Those of a
-- photo are its credit, caption and alt text.
CREATE TABLE story_text (
    story_id TEXT PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE,
    folded   TEXT NOT NULL
) STRICT;
INSERT INTO story_text (story_id, folded) SELECT id, folded_text FROM story;
ALTER TABLE story DROP COLUMN folded_text;

CREATE TABLE photo_text (
    photo_id TEXT PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE,
    folded   TEXT NOT NULL
) STRICT;

-- Everything that the list shows of a story, so that it never walks over the documents.
CREATE INDEX story_list ON story (
    spiked_at, change_number DESC, id, slug, url_name, headline, state, kind, desk, assignee, due_at,
    target_words, words, photos, photos_wanted, lead_photo_id, lead_framing, changed_at, hold,
    not_for_publication, embargo_until, embargo_zone, legal_state, legal_hash, document_hash,
    follow_up_of, folded_slug
);
