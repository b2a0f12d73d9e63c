-- What a photo is on disk, and what a person decided about its use. NULL leaves it to the file.
ALTER TABLE photo ADD COLUMN format TEXT NOT NULL DEFAULT 'jpeg';
-- 0: the person took it in without its original; what lies in photos/ was made from it.
ALTER TABLE photo ADD COLUMN original_kept INTEGER NOT NULL DEFAULT 1;
-- What the darkroom saw, as a JSON list of sentences.
ALTER TABLE photo ADD COLUMN remarks TEXT NOT NULL DEFAULT '[]';
ALTER TABLE photo ADD COLUMN rights_category TEXT;
ALTER TABLE photo ADD COLUMN expires_on TEXT;
ALTER TABLE photo ADD COLUMN killed INTEGER;
ALTER TABLE photo ADD COLUMN only_story_id TEXT;
-- What the file calls the picture it is made from, as a JSON list; NULL: nobody has looked yet.
ALTER TABLE photo ADD COLUMN identities TEXT;

CREATE INDEX photo_by_hash ON photo (original_hash);
-- Everything that a suggestion reads: who begins to type a name is waiting for it.
CREATE INDEX photo_fact_by_field ON photo_fact (field, photo_id, position, value);
CREATE INDEX export_photo_by_photo ON export_photo (photo_id);

-- Read from the document as well as that went. The framing of the lead photo as JSON; NULL: plain.
ALTER TABLE story ADD COLUMN byline TEXT NOT NULL DEFAULT '';
ALTER TABLE story ADD COLUMN lead_framing TEXT;

-- Which formats a page offers beside JPEG.
ALTER TABLE publication ADD COLUMN webp INTEGER NOT NULL DEFAULT 1;
ALTER TABLE publication ADD COLUMN avif INTEGER NOT NULL DEFAULT 0;

-- Short codes that stand for longer text while captions are typed: \gs9\ for a player's name.
CREATE TABLE code_replacement (
    code TEXT PRIMARY KEY,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Values to fill into many photos at once; fields as a JSON list of pairs.
CREATE TABLE photo_template (
    name   TEXT PRIMARY KEY,
    fields TEXT NOT NULL
) STRICT, WITHOUT ROWID;
