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
