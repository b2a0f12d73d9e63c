// Made by `make contract` from src-tauri/core/src/desk/contract. Do not edit.

export type AboutDesk = { 
/**
 * Absolute path of the folder that holds the desk.
 */
folder: string, 
/**
 * Where exports go unless a person says otherwise. Absolute.
 */
exportsFolder: string, 
/**
 * Cutline's version.
 */
version: string, publication: Publication, 
/**
 * Who holds the desk, when it is another program: then this one may only read.
 */
heldBy: string | null, };

export type AboutProgram = { version: string, 
/**
 * This run's log. It never holds copy.
 */
log: string, 
/**
 * Absolute path of the folder of logs; `null` when there is none.
 */
logFolder: string | null, 
/**
 * The licences of what Cutline is made of, as plain text.
 */
licences: string, };

export type AddPhotos = { paths: Array<string>, 
/**
 * `false`: the file itself is not kept, only an upright copy without metadata; its facts are.
 */
keepOriginals: boolean, };

export type AddTheme = { folder: string, };

export type AttachPhoto = { storyId: string, photoId: string, place: PhotoPlace, };

export type Carrier = "typed" | "xmp" | "iim" | "exif";

export type ChangeKind = { photoId: string, kind: Kind | null, language: string | null, };

export type ChangePhoto = { photoId: string, field: Field, value: string | null, language: string | null, };

export type ChangePhotos = { changes: Array<PhotoChanges>, language: string | null, };

export type ChangePublication = { name: string | null, siteAddress: string | null, language: string | null, timeZone: string | null, creditTemplate: string | null, headlineLimit: number | null, strict: boolean | null, webp: boolean | null, avif: boolean | null, theme: string | null, };

export type ChangeSettings = { states: Array<WorkState> | null, desks: Array<string> | null, limits: Array<LengthLimit> | null, tkMarks: Array<string> | null, dateline: DatelineStyle | null, typing: Typing | null, looks: Looks | null, };

export type ChangeStories = { storyIds: Array<string>, 
/**
 * The id of a [`WorkState`].
 */
state: string | null, spiked: boolean | null, desk: string | null, assignee: string | null, };

export type ChangeStory = { storyId: string, slug: string | null, urlName: string | null, state: string | null, plan: Plan | null, stops: Stops | null, notes: PrivateNotes | null, };

export type ChangeUsage = { photoId: string, usage: UsageChosen, language: string | null, };

export type Changed = { "what": "stories" } | { "what": "story", id: string, } | { "what": "photo", id: string, } | { "what": "publication" } | { "what": "settings" } | { "what": "words" } | { "what": "themes" };

export type ChangedPart = "language" | "kicker" | "headline" | "standfirst" | "byline" | "dateline" | "webHeadline" | "socialHeadline" | "paragraph" | "crosshead" | "listItem" | "quote" | "pullQuote" | "attribution" | "boxTitle" | "factBox" | "tableHeader" | "tableCell" | "correction" | "embed" | "signOff" | "photo" | "caption" | "credit" | "altText";

export type Changes = { 
/**
 * The export that it is compared with.
 */
number: number, at: string, 
/**
 * Every part that prints otherwise; empty when nothing does.
 */
parts: Array<PartChange>, 
/**
 * The export is from before Cutline remembered what went out: whether something changed is
 * known, and not what.
 */
forgotten: boolean, 
/**
 * It changed, whether or not it is known how.
 */
changed: boolean, 
/**
 * Readers have the story, so that an export of it must say what changed.
 */
mustSay: boolean, 
/**
 * What the story already says of it, in an element that the export did not have.
 */
said: KindOfChange | null, };

export type ChangesSinceExport = { storyId: string, 
/**
 * Of the older state; `null` for the last export.
 */
number: number | null, to: number | null, document: string | null, };

export type CheckStory = { storyId: string, document: string | null, };

export type Checked = { 
/**
 * In reading order, blocks before warnings before notes at the same place.
 */
findings: Array<Finding>, words: number, characters: number, 
/**
 * By the story's language.
 */
readingMinutes: number, 
/**
 * Japanese, Chinese, Korean and Thai copy is measured in characters, other copy in words.
 */
measuredIn: Measure, 
/**
 * The people that the byline names.
 */
bylinePeople: Array<string>, };

export type ClearedChange = { what: WhatChanged, 
/**
 * The photo that it is about; with words, whose own caption changed.
 */
photoId: string | null, 
/**
 * The line with what was taken out of it and put in; empty for a picture.
 */
runs: Array<WordRun>, };

export type Code = "deskHeld" | "storyMovedOn" | "stopped" | "changeUnsaid" | "badRequest" | "themeRefused" | "failed" | "cancelled" | "bug";

export type CodeReplacement = { 
/**
 * Letters, digits and hyphens.
 */
code: string, text: string, };

export type CopiedStory = { form: CopyForm, 
/**
 * What programs that take formatted text are given; `null` where there is only text.
 */
html: string | null, text: string, 
/**
 * The headline, for systems that have a field of its own for it.
 */
headline: string, 
/**
 * How many photos print in it.
 */
photos: number, 
/**
 * How many printed credits it carries.
 */
credits: number, 
/**
 * What it does not carry, and what else to know.
 */
notes: Array<string>, };

export type CopyForm = "richText" | "wordpress" | "html" | "markdown" | "wire";

export type CopyStory = { storyId: string, form: CopyForm, 
/**
 * Why it leaves in spite of hold, embargo, legal or not for publication; `null` to be stopped by
 * them. Kept with the story. Passes nothing else.
 */
goingPast: string | null, 
/**
 * Of wire text: lines end before this many characters, 20 to 1000. `null` leaves a paragraph one
 * line.
 */
wrapAt: number | null, 
/**
 * Of wire text: a last line says that it ends here, as "-30-".
 */
endMark: boolean, };

export type DatelineStyle = "firstParagraph" | "afterByline" | "none";

export type DeclareCredit = { photoId: string, declared: Declared | null, language: string | null, };

export type Declared = { "because": "notKnown" } | { "because": "nameWithheld" } | { "because": "handout", from: string, } | { "because": "supplied", by: string, };

export type Done<T> = { value: T, 
/**
 * What clients must read again; nothing else changed.
 */
changed: Array<Changed>, };

export type Duplicate = { photoId: string, fileName: string, addedAt: string, stories: Array<UsedIn>, };

export type Edit = { from: number, to: number, text: string, };

export type Embargo = { 
/**
 * A client may also send what the clocks of the zone show, "2026-05-12 00:01".
 */
until: string, 
/**
 * IANA name of the zone that it was given in, as "Europe/Istanbul".
 */
timeZone: string, 
/**
 * The sentence that names it, as "Embargoed until 12 May 2026, 00:01 Istanbul (21:01 UTC)". The
 * desk writes it; what a client sends is not read.
 */
sentence: string, 
/**
 * Whether it still holds.
 */
holds: boolean, };

export type Event = { "what": "changed", changed: Array<Changed>, } | { "what": "job", job: JobReport, };

export type ExportAgain = { storyId: string, number: number, 
/**
 * The folder that will hold the export's own.
 */
folder: string, 
/**
 * Why it is had back in spite of hold, embargo, legal or not for publication.
 */
goingPast: string | null, };

export type ExportForm = "folder" | "zip" | "oneFile" | "markdown" | "word" | "lawyerCopy" | "ninjs" | "newsMl" | "ans";

export type ExportStory = { storyId: string, 
/**
 * The folder that will hold the story's own folder or file; `null` for the desk's exports
 * folder.
 */
folder: string | null, 
/**
 * What is written into the pictures.
 */
profile: PhotoProfile, form: ExportForm, 
/**
 * Why it goes out in spite of hold, embargo, legal or not for publication; `null` to be stopped
 * by them. Kept, and written into the manifest. Passes nothing else.
 */
goingPast: string | null, 
/**
 * What changed since the last export. Needed for a story that readers have and that changed.
 */
change: SaidChange | null, };

export type Exported = { at: string, form: ExportForm, 
/**
 * Absolute path of what was made: the story's own folder, or its one file.
 */
path: string, 
/**
 * Absolute path of what a browser shows of it; `null` for a form that no browser shows.
 */
page: string | null, 
/**
 * Absolute path of the manifest beside it.
 */
manifest: string, photos: number, wantedLeftOut: number, };

export type Fact = { value: string, carrier: Carrier, 
/**
 * What the carrier says, where a safe repair changed it (see [`tidied`](super::tidied)).
 */
raw: string | null, 
/**
 * Every other reading of this field, equal ones too, in the order XMP, IIM, Exif.
 */
others: Array<Reading>, };

export type Facts = { [key in Field]?: Fact };

export type Failure = { code: Code, 
/**
 * What happened, naming the thing. One sentence.
 */
message: string, 
/**
 * What to do. One instruction.
 */
advice: string, 
/**
 * For the log; never copy.
 */
detail: string | null, };

export type Field = "caption" | "captionWriter" | "headline" | "title" | "keywords" | "photographer" | "photographerTitle" | "contributor" | "creditLine" | "source" | "copyright" | "copyrightOwner" | "usageTerms" | "webStatement" | "licensorName" | "licensorUrl" | "supplier" | "supplierImageId" | "dataMining" | "otherConstraints" | "dateCreated" | "sublocation" | "city" | "state" | "country" | "countryCode" | "locationCreated" | "locationShown" | "instructions" | "jobId" | "altText" | "extendedDescription" | "personShown" | "organisation" | "event" | "category" | "supplementalCategories" | "urgency" | "genre" | "scene" | "subjectCode" | "modelRelease" | "propertyRelease" | "minorModelAge" | "imageGuid" | "fixtureId" | "documentId" | "releaseDate" | "expiryDate" | "actionAdvised" | "aiSystem" | "aiSystemVersion" | "aiPrompt" | "aiPromptWriter" | "digitalSourceType";

export type FieldChange = { field: Field, value: string | null, };

export type Finding = { 
/**
 * The same finding has the same key while its words and its place stay the same; a waiver
 * names it.
 */
key: string, 
/**
 * The rule's name in kebab-case, as "doubled-word".
 */
rule: string, level: Level, place: Place, 
/**
 * One English sentence that names the thing.
 */
message: string, 
/**
 * What the sentence is made of, so that it can be translated.
 */
params: { [key in string]: string }, fix: Fix | null, 
/**
 * Why a person let it pass, when somebody did.
 */
waived: string | null, };

export type Fix = { 
/**
 * What it does, in a few words: "Remove one “the”".
 */
label: string, 
/**
 * In descending order of position, so that they can be applied one after the other.
 */
edits: Array<Edit>, 
/**
 * The place lies inside a quotation: offered one by one, with "sic" as an answer, and never
 * part of "mend all".
 */
asksFirst: boolean, };

export type HadBack = { number: number, 
/**
 * When it went out.
 */
at: string, 
/**
 * Absolute path of the folder.
 */
path: string, 
/**
 * Absolute path of what a browser shows of it, where there is something.
 */
page: string | null, 
/**
 * Files that are, byte for byte, what went out.
 */
files: number, 
/**
 * What is not, a sentence each: a picture that was made anew and differs, a photo whose original
 * is gone.
 */
remarks: Array<string>, };

export type HowChanged = "changed" | "putIn" | "takenOut" | "moved" | "shownOtherwise";

export type ImportCodes = { path: string, };

export type ImportNote = { 
/**
 * What happened, in kebab-case, as "credit-set-aside", "guessed-caption", "charset".
 */
rule: string, 
/**
 * 1-based line of the input, where it has one.
 */
line: number | null, 
/**
 * How sure a guess is, in percent. `None` where nothing was guessed.
 */
certainty: number | null, 
/**
 * One English sentence.
 */
message: string, 
/**
 * The words of the input that it is about; all of them when they were set aside.
 */
quote: string | null, };

export type ImportStory = { "from": "file", path: string, } | { "from": "text", text: string, };

export type ImportStyleRules = { path: string, };

export type ImportedCodes = { taken: number, 
/**
 * One sentence for each line that was left out.
 */
leftOut: Array<string>, };

export type ImportedStory = { storyId: string, notes: Array<ImportNote>, };

export type ImportedStyleRules = { taken: number, 
/**
 * Lines that were left out, each with the reason in one sentence.
 */
leftOut: Array<string>, };

export type InClipboard = { form: CopyForm, 
/**
 * As in [`CopiedStory`].
 */
headline: string, photos: number, credits: number, notes: Array<string>, };

export type JobEnd = { "how": "finished" } | { "how": "exported", exported: Exported, } | { "how": "hadBack", hadBack: HadBack, } | { "how": "siteMade", made: SiteMade, } | { "how": "siteStopped", stopped: Array<SiteStopped>, } | { "how": "cancelled" } | { "how": "failed", failure: Failure, };

export type JobId = { jobId: string, };

export type JobItem = { "what": "arriving", index: number, photoId: string, fileName: string, } | { "what": "photo", index: number, photo: Photo, } | { "what": "notTaken", index: number, path: string, failure: Failure, };

export type JobReport = { jobId: string, done: number, total: number, item: JobItem | null, 
/**
 * The last report of the job carries how it ended.
 */
end: JobEnd | null, };

export type KillStory = { storyId: string, 
/**
 * What the page says, a paragraph for each line; `null` for the plain words of its language.
 */
text: string | null, 
/**
 * A folder that will hold the withdrawn page as well.
 */
folder: string | null, };

export type Killed = { at: string, 
/**
 * To be sent to everybody who had the story.
 */
killText: string, 
/**
 * The withdrawn pages that were written. Absolute.
 */
pages: Array<string>, 
/**
 * Exports that could not be reached, a sentence each.
 */
remarks: Array<string>, };

export type Kind = "photo" | "illustration" | "graphic" | "composite" | "videoGrab";

export type KindOfChange = "correction" | "clarification" | "update" | "editorsNote" | "minor";

export type LearnedWord = { word: string, };

export type Legal = { state: LegalState, 
/**
 * Who cleared it.
 */
clearedBy: string | null, 
/**
 * The desk writes it. A client that changes another stop sends back what it read; `null` clears
 * the story anew, as it is saved now.
 */
clearedAt: string | null, 
/**
 * Headline, standfirst, body, caption or picture differ from what was cleared. The desk says so.
 */
changedSince: boolean, };

export type LegalState = "notNeeded" | "needed" | "withLawyer" | "cleared";

export type LengthLimit = { part: MeasuredPart, 
/**
 * `null`: every desk.
 */
desk: string | null, 
/**
 * `null`: every kind of story.
 */
kind: StoryKind | null, 
/**
 * As a reader sees them, spaces included.
 */
characters: number, };

export type Level = "block" | "warn" | "note";

export type LiftKill = { storyId: string, reason: string, };

export type Looks = { theme: Theme, 
/**
 * Stronger lines and no pale words, whatever the system says.
 */
highContrast: boolean, font: StoryFont, 
/**
 * Of the story's text, in per cent of the usual: 80 to 200.
 */
textSize: number, 
/**
 * Characters in a line of the story: 45 to 90.
 */
measure: number, };

export type MakeSite = { 
/**
 * `null`: where it was made last, else beside the desk's exports.
 */
folder: string | null, 
/**
 * Stories that something stops and that a person said may go from the site.
 */
leaveOut: Array<string>, };

export type MarkLive = { storyId: string, live: boolean, };

export type Measure = "words" | "characters";

export type MeasuredPart = "headline" | "webHeadline" | "socialHeadline" | "printHeadline" | "standfirst";

export type NewStory = { 
/**
 * The name of a story template.
 */
template: string | null, 
/**
 * The story that this one follows up. Its slug, kicker and kind come along; its text does not.
 */
followUpOf: string | null, };

export type NoteKind = "note" | "source" | "legal";

export type Nothing = Record<symbol, never>;

export type Offer = { 
/**
 * "Write the name as “Elif Kaya”?"
 */
sentence: string, 
/**
 * What it would type, all together.
 */
changes: Array<FieldChange>, };

export type OpenLink = { address: string, };

export type OwnFolder = "desk" | "log" | "exports" | "themes";

export type PageTheme = { 
/**
 * "plain", or what the folder of a desk's own is called.
 */
name: string, 
/**
 * What it is called on screen: "Plain". The name, where the theme cannot be read.
 */
title: string, 
/**
 * It comes with Cutline and cannot be removed.
 */
ships: boolean, 
/**
 * How credits print in it, where it does not follow the publication.
 */
credit: string | null, 
/**
 * Why it cannot be used, with file and line.
 */
problem: string | null, };

export type PartChange = { part: ChangedPart, 
/**
 * Its number among parts of its kind, from 1: in the newer state, or in the older one when it was
 * taken out. 0 where there is one only, and for the lead photo.
 */
number: number, 
/**
 * In words: "headline", "paragraph 3", "caption of photo 2".
 */
label: string, 
/**
 * The photo that it belongs to.
 */
photoId: string | null, change: HowChanged, 
/**
 * The words of both states in reading order. Without those that were put in they are the older
 * state, without those that were taken out the newer one.
 */
runs: Array<WordRun>, };

export type PassageNote = { 
/**
 * The `noteId` of the mark on the passage. A note whose mark is gone stands without a passage.
 */
id: string, kind: NoteKind, text: string, resolved: boolean, at: string, };

export type PastExport = { 
/**
 * Counts the story's exports from 1.
 */
number: number, at: string, form: ExportForm, theme: string | null, profile: PhotoProfile, 
/**
 * What the desk called the change; `null` when nothing had changed, or the story was not live.
 */
change: KindOfChange | null, 
/**
 * Where it went. Absolute; it may have been moved since.
 */
path: string, photos: number, 
/**
 * How many files it had; 0: it is from before they were remembered, and cannot be had back.
 */
files: number, };

export type PastedParts = { 
/**
 * The body's blocks as a JSON list of nodes, in the document's own shape.
 */
blocks: string, 
/**
 * One line: "Kept 3 links, 2 quotes and 1 list; 1 picture was not in the clipboard."
 */
receipt: string, 
/**
 * What was left out or could not be kept, each in one sentence.
 */
leftOut: Array<string>, };

export type Photo = { id: string, 
/**
 * Upright.
 */
widthPx: number, heightPx: number, addedAt: string, 
/**
 * The name it came under. Stays in the desk; never exported.
 */
fileName: string, facts: Facts, declared: Declared | null, kind: Kind, 
/**
 * Chosen by a person, rather than read from the digital source type.
 */
kindChosen: boolean, printsAs: PrintsAs, 
/**
 * What the file carries and no export will, in words: "position", "camera serial number".
 */
removedOnExport: Array<string>, 
/**
 * "JPEG", "HEIC"
 */
format: string, 
/**
 * `false`: a person took it in without its original.
 */
originalKept: boolean, 
/**
 * What was mended in the file's words at once; `facts` has the raw values.
 */
repairs: Array<Repair>, 
/**
 * What a person may change with one click, such as the spelling of a name.
 */
offers: Array<Offer>, 
/**
 * What else to know of the file, in sentences.
 */
remarks: Array<string>, usage: Usage, 
/**
 * The oldest other photo of the desk with the same bytes.
 */
sameAs: string | null, };

export type PhotoChanges = { photoId: string, fields: Array<FieldChange>, };

export type PhotoId = { photoId: string, };

export type PhotoPlace = { "at": "lead" } | { "at": "wanted", number: number, } | { "at": "next" };

export type PhotoProfile = "web" | "agency" | "sourceProtection" | "keepOriginal";

export type PhotoTemplate = { name: string, fields: Array<FieldChange>, };

export type PhotoTemplateName = { name: string, };

export type PhotoUse = { 
/**
 * Newest change first. Spiked stories too.
 */
stories: Array<UsedIn>, 
/**
 * Other records of the same bytes, oldest first.
 */
duplicates: Array<Duplicate>, };

export type Photos = { photoIds: Array<string>, 
/**
 * BCP 47; the words of the printed credit follow it. `null` for the publication's.
 */
language: string | null, };

export type Place = { 
/**
 * In words: "headline", "paragraph 6", "lead photo".
 */
label: string, from: number | null, to: number | null, photoId: string | null, };

export type Plan = { kind: StoryKind, 
/**
 * One of the desk's own names, or empty.
 */
desk: string, 
/**
 * Who writes it, as text.
 */
assignee: string, 
/**
 * A client may also send what the clocks of the publication show, "2026-05-12 18:00".
 */
dueAt: string | null, targetWords: number | null, };

export type PreviewCredit = { photoId: string, field: Field, value: string, language: string | null, };

export type PrintsAs = { 
/**
 * The whole line, "Photo: Elif Kaya / AFP". `null`: the credit is missing.
 */
line: string | null, 
/**
 * What else to know, as "no photographer named".
 */
note: string | null, };

export type PrivateNotes = { note: string, source: string, legal: string, };

export type Proof = { 
/**
 * `proof://localhost/<token>/index.html`, good until the next but one proof of the same story.
 */
address: string, 
/**
 * Printed credits on it, for a glance.
 */
credits: number, bytes: number, 
/**
 * The page itself, to measure how tall it is: a frame of no origin tells nobody.
 */
html: string, };

export type ProofStory = { storyId: string, 
/**
 * What stands in the window now; `null` for the saved draft.
 */
document: string | null, 
/**
 * A theme to try; `null` for the one that the desk's pages stand in.
 */
theme: string | null, };

export type ProposedExpiry = { 
/**
 * "2026-12-31"
 */
on: string, 
/**
 * The words that say so.
 */
quoted: string, };

export type Publication = { name: string, 
/**
 * "https://example.org" or with a path, without a slash at the end. Without one, pages carry no
 * canonical address and use relative ones.
 */
siteAddress: string | null, 
/**
 * BCP 47; the language of new stories.
 */
language: string, 
/**
 * IANA name, as "Europe/Istanbul".
 */
timeZone: string, 
/**
 * How a credit prints: "{label}: {photographer} / {credit}".
 */
creditTemplate: string, 
/**
 * Headlines over this many characters get a note.
 */
headlineLimit: number, 
/**
 * Alt texts and captions stop a story instead of warning.
 */
strict: boolean, 
/**
 * Pages offer WebP beside JPEG.
 */
webp: boolean, 
/**
 * Pages offer AVIF too. It takes long to make, so it is made in the background when a photo is
 * taken in.
 */
avif: boolean, 
/**
 * What pages look like: "plain", or another of `themes`.
 */
theme: string, 
/**
 * How credits print in that theme; it stands before `credit_template`. `null`: as the publication
 * prints them.
 */
themeCredit: string | null, };

export type PutBackCorrection = { storyId: string, 
/**
 * The finding's.
 */
key: string, };

export type ReadHtml = { html: string, 
/**
 * The plain text that lay beside it; empty when there was none.
 */
plain: string, language: string, };

export type Reading = { carrier: Carrier, value: string, };

export type RecordKind = "live" | "notLive" | "correction" | "clarification" | "update" | "editorsNote" | "minor" | "killed" | "killLifted" | "hadBack" | "other";

export type RelatedStory = { id: string, 
/**
 * Its slug, else its headline, else "(no slug)".
 */
name: string, };

export type Release = { mayLeave: boolean, 
/**
 * What stops it.
 */
blocks: Array<Finding>, 
/**
 * What one key passes.
 */
warnings: Array<Finding>, 
/**
 * Wanted photos that stay out of the page.
 */
wantedLeftOut: number, 
/**
 * Stops among `blocks` that a typed reason goes past; what is not among them has to be mended.
 */
passable: Array<string>, 
/**
 * What a copy that is left open says at its head and foot, a line for each stop that holds.
 */
banner: Array<string>, 
/**
 * What else to know, as "No site address is set, so the page does not say where it will stand."
 */
notes: Array<string>, 
/**
 * Where the export will go unless said otherwise. Absolute.
 */
folder: string, };

export type ReleaseStory = { storyId: string, wayOut: WayOut, 
/**
 * What an export writes: a form that is only to be read by a lawyer or a colleague leaves as a
 * reading copy.
 */
form: ExportForm, 
/**
 * What will be written into the pictures.
 */
profile: PhotoProfile, };

export type RemoveNote = { storyId: string, id: string, };

export type Repair = { field: Field, from: string, to: string, 
/**
 * Why, as a short phrase: "the copyright sign".
 */
why: string, };

export type ReplacePhoto = { oldPhotoId: string, newPhotoId: string, 
/**
 * What a person says; `null` leaves it to the files (same bytes, or the same identity in both).
 */
samePicture: boolean | null, language: string | null, };

export type ReplacedPhoto = { 
/**
 * The new one is a re-crop or a copy of the old one: its text stays. Otherwise credit, rights
 * and alt text are the new file's, and the caption must be looked at.
 */
samePicture: boolean, 
/**
 * The new photo.
 */
photo: Photo, };

export type RightsCategory = "staff" | "commissioned" | "agency" | "stock" | "pool" | "handout" | "publicRelations" | "supplied" | "socialMedia" | "screengrab" | "creativeCommons" | "publicDomain" | "refused";

export type RunKind = "same" | "takenOut" | "putIn";

export type SaidChange = { kind: KindOfChange, 
/**
 * Printed under today's day, a paragraph for each line. `null` for a minor change, and where the
 * story already says it in an element of this kind that the last export did not have.
 */
text: string | null, 
/**
 * At the head of the body instead of its foot.
 */
top: boolean, };

export type SaveDraft = { storyId: string, 
/**
 * The revision that the editor started from. Refused with `storyMovedOn` when it is no longer
 * the newest; nothing is written then.
 */
basedOn: number, 
/**
 * Stored as it is. Its content cannot make a save fail.
 */
document: string, };

export type SaveStoryTemplate = { name: string, storyId: string, };

export type SavedDraft = { revision: number, savedAt: string, };

export type SetCode = { code: string, text: string, };

export type SetNote = { storyId: string, 
/**
 * A UUID.
 */
id: string, kind: NoteKind, text: string, resolved: boolean, };

export type Settings = { 
/**
 * In the order of the work. The five that Cutline knows are always there, whatever their names.
 */
states: Array<WorkState>, 
/**
 * The desks that a story may belong to, as "City".
 */
desks: Array<string>, limits: Array<LengthLimit>, 
/**
 * What stands for a fact still to come, as "TK". Compared letter by letter.
 */
tkMarks: Array<string>, dateline: DatelineStyle, typing: Typing, looks: Looks, };

export type ShowFolder = { folder: OwnFolder, };

export type SinceCleared = { changes: Array<ClearedChange>, };

export type SiteMade = { at: string, 
/**
 * Absolute.
 */
folder: string, 
/**
 * Absolute path of the front page.
 */
page: string, stories: number, 
/**
 * Files that were written, left as they were, and taken away.
 */
written: number, unchanged: number, removed: number, 
/**
 * Stories that were left out because a person said so.
 */
leftOut: number, };

export type SiteStanding = { 
/**
 * Absolute path of the site's folder, where it is or would be made.
 */
folder: string, 
/**
 * When it was made last; `null`: never.
 */
madeAt: string | null, 
/**
 * Stories that are published now.
 */
stories: number, 
/**
 * What to know before, as "No site address is set, so there are no feeds and no sitemap."
 */
notes: Array<string>, };

export type SiteStopped = { storyId: string, slug: string, headline: string, blocks: Array<Finding>, };

export type Started = { jobId: string, };

export type StateCount = { state: string, stories: number, };

export type Stops = { hold: boolean, notForPublication: boolean, embargo: Embargo | null, legal: Legal, };

export type Stories = { 
/**
 * Words that must all occur in slug, text, captions, credits or alt texts, in any order,
 * whatever their case and accents.
 */
filter: string, 
/**
 * The id of a [`WorkState`](super::WorkState); `null` for all.
 */
state: string | null, 
/**
 * The spiked ones instead of the others.
 */
spiked: boolean, 
/**
 * Only those that something holds back, or that miss a credit, a photo or a mended finding.
 */
flag: StoryFlag | null, sort: StorySort, 
/**
 * How many to leave out at the head of the list.
 */
skip: number, 
/**
 * How many to answer with at most; 0: all of them.
 */
most: number, };

export type Story = { id: string, 
/**
 * The desk's working name; never public.
 */
slug: string, 
/**
 * Lower-case letters, digits and hyphens. Empty until typed or first exported, then fixed.
 */
urlName: string, 
/**
 * The id of a [`WorkState`](super::WorkState).
 */
state: string, plan: Plan, stops: Stops, notes: PrivateNotes, 
/**
 * Notes on passages, oldest first.
 */
passageNotes: Array<PassageNote>, 
/**
 * The story that it follows up.
 */
followUpOf: RelatedStory | null, 
/**
 * The stories that follow it up, oldest first.
 */
followedBy: Array<RelatedStory>, 
/**
 * The document, exactly as it was saved.
 */
document: string, 
/**
 * Counts the saves; the next save must name it.
 */
revision: number, savedAt: string, createdAt: string, importNotes: Array<ImportNote>, 
/**
 * The photos that the document names.
 */
photos: Array<Photo>, exported: Exported | null, 
/**
 * It differs from what was last exported.
 */
changedSince: boolean, 
/**
 * Since when readers have it; `null`: they do not, or nobody has said.
 */
liveAt: string | null, 
/**
 * Since when it is withdrawn.
 */
killedAt: string | null, 
/**
 * What became of it after it went out, oldest first.
 */
records: Array<StoryRecord>, owed: Array<string>, spiked: boolean, 
/**
 * The document's hash no longer matches: the disk changed it. The text is shown all the same.
 */
damaged: boolean, };

export type StoryCounts = { total: number, 
/**
 * Every state of the desk, in the order of the work.
 */
byState: Array<StateCount>, };

export type StoryFlag = "stopped" | "noCredit" | "photoWanted" | "owed" | "changedSince" | "due" | "killed";

export type StoryFont = "serif" | "sans" | "mono";

export type StoryId = { storyId: string, };

export type StoryKind = "news" | "brief" | "feature" | "analysis" | "opinion" | "explainer" | "interview" | "review";

export type StoryRecord = { at: string, what: RecordKind, 
/**
 * The reason, or what was printed.
 */
text: string, };

export type StoryRow = { id: string, slug: string, urlName: string, headline: string, 
/**
 * The id of a [`WorkState`](super::WorkState).
 */
state: string, kind: StoryKind, desk: string, assignee: string, dueAt: string | null, targetWords: number | null, words: number, photos: number, photosWanted: number, creditsMissing: number, 
/**
 * What was let through at the last export, as "2 alt texts".
 */
owed: Array<string>, leadPhotoId: string | null, 
/**
 * How the lead photo is framed, as the JSON that `photo://localhost/<id>?framing=` takes;
 * `null` when it is shown as it is.
 */
leadFraming: string | null, changedAt: string, exportedAt: string | null, 
/**
 * It differs from what was last exported.
 */
changedSince: boolean, 
/**
 * Since when readers have it; `null`: they do not, or nobody has said.
 */
liveAt: string | null, 
/**
 * Since when it is withdrawn. What is published anew, a feed or a map of a site, leaves it out.
 */
killedAt: string | null, 
/**
 * What holds it back, in a few words each: "Hold", "Embargo 00:01 Istanbul".
 */
stoppedBy: Array<string>, 
/**
 * The slug or headline of the story that it follows up.
 */
followUpOf: string | null, 
/**
 * Private notes, passages' included, that are not resolved.
 */
openNotes: number, spiked: boolean, };

export type StorySort = "changed" | "due" | "slug" | "state";

export type StoryTemplate = { name: string, headline: string, words: number, kind: StoryKind, desk: string, targetWords: number | null, };

export type StoryTemplateName = { name: string, };

export type StyleRule = { 
/**
 * Whole words, whatever their case; `*` stands for the rest of a word.
 */
find: string, 
/**
 * What to write instead; empty when there is only something to say.
 */
instead: string, reason: string, };

export type Suggest = { field: Field, 
/**
 * What is typed so far; accents and case do not count. Empty: the commonest.
 */
typed: string, 
/**
 * At most 20.
 */
limit: number, };

export type Synthetic = "no" | "generated" | "composite";

export type TakeBackWaiver = { storyId: string, key: string, };

export type Theme = "system" | "light" | "dark";

export type ThemeName = { name: string, };

export type ThemeState = { 
/**
 * Another one as soon as a file of the theme was written. Empty for a theme that comes with
 * Cutline, and for none.
 */
state: string, };

export type Typing = { 
/**
 * Quotes and dashes by the story's language.
 */
smart: boolean, spelling: boolean, 
/**
 * The line shows what an input method is composing.
 */
preedit: boolean, 
/**
 * Codes between backslashes turn into their text.
 */
expansions: boolean, };

export type Usage = { chosen: UsageChosen, 
/**
 * As chosen, else as the file suggests.
 */
category: RightsCategory | null, 
/**
 * What the category means, in one plain sentence.
 */
sentence: string | null, 
/**
 * What the supplier forbids or demands, in its own words, from Instructions and Usage terms.
 */
restrictions: Array<string>, 
/**
 * The last day of its use, "2026-12-31", from the file or as chosen.
 */
expiresOn: string | null, 
/**
 * A last day read from free text; nothing follows from it until somebody takes it.
 */
expiryProposed: ProposedExpiry | null, 
/**
 * Not to be used before this day or time, as the file says it.
 */
embargoedUntil: string | null, killed: boolean, synthetic: Synthetic, };

export type UsageChosen = { category: RightsCategory | null, 
/**
 * The last day of its use, "2026-12-31". Empty: without an end, whatever the file says.
 */
expiresOn: string | null, 
/**
 * Withdrawn by its supplier.
 */
killed: boolean | null, 
/**
 * The only story that may show it.
 */
onlyStoryId: string | null, };

export type UsedIn = { storyId: string, 
/**
 * The slug, or the headline where there is none.
 */
name: string, 
/**
 * When it last left the desk with this photo.
 */
exportedAt: string | null, 
/**
 * Some part of the photo is covered there.
 */
obscured: boolean, };

export type WaiveFinding = { storyId: string, key: string, rule: string, reason: string, };

export type WayOut = "export" | "copy" | "again" | "site" | "proof" | "readingCopy";

export type WhatChanged = "words" | "photoPutIn" | "photoTakenOut" | "photoShownOtherwise" | "photosMoved";

export type WordRun = { kind: RunKind, text: string, };

export type WorkState = { 
/**
 * "writing", "desk", "subs", "ready", "published", or the id of one that the desk added.
 */
id: string, name: string, };

export type WriteIn = { 
/**
 * BCP 47.
 */
language: string, spelling: boolean, preedit: boolean, };

export type WritesIn = { 
/**
 * The dictionary in use, as "en_GB"; `null`: this machine has none for the language.
 */
dictionary: string | null, };

export type ZoomWindow = { 
/**
 * 100 is the usual size; 50 to 400, and the nearest of them for anything else.
 */
percent: number, };

/** What the desk does. */
export interface Actions {
  about_desk: { request: Nothing; reply: AboutDesk };
  change_publication: { request: ChangePublication; reply: Done<Publication> };
  settings: { request: Nothing; reply: Settings };
  change_settings: { request: ChangeSettings; reply: Done<Settings> };
  stories: { request: Stories; reply: Array<StoryRow> };
  count_stories: { request: Stories; reply: StoryCounts };
  story: { request: StoryId; reply: Story };
  new_story: { request: NewStory; reply: Done<Story> };
  duplicate_story: { request: StoryId; reply: Done<Story> };
  change_stories: { request: ChangeStories; reply: Done<Nothing> };
  story_templates: { request: Nothing; reply: Array<StoryTemplate> };
  save_story_template: { request: SaveStoryTemplate; reply: Done<Nothing> };
  remove_story_template: { request: StoryTemplateName; reply: Done<Nothing> };
  set_note: { request: SetNote; reply: Done<Nothing> };
  remove_note: { request: RemoveNote; reply: Done<Nothing> };
  save_draft: { request: SaveDraft; reply: Done<SavedDraft> };
  change_story: { request: ChangeStory; reply: Done<Story> };
  spike_story: { request: StoryId; reply: Done<Nothing> };
  unspike_story: { request: StoryId; reply: Done<Nothing> };
  import_story: { request: ImportStory; reply: Done<ImportedStory> };
  import_sample: { request: Nothing; reply: Done<ImportedStory> };
  read_html: { request: ReadHtml; reply: PastedParts };
  proof: { request: ProofStory; reply: Proof };
  themes: { request: Nothing; reply: Array<PageTheme> };
  theme_state: { request: ThemeName; reply: ThemeState };
  check_theme: { request: AddTheme; reply: PageTheme };
  add_theme: { request: AddTheme; reply: Done<PageTheme> };
  remove_theme: { request: ThemeName; reply: Done<Nothing> };
  learned_words: { request: Nothing; reply: Array<LearnedWord> };
  learn_word: { request: LearnedWord; reply: Done<Nothing> };
  forget_word: { request: LearnedWord; reply: Done<Nothing> };
  style_rules: { request: Nothing; reply: Array<StyleRule> };
  import_style_rules: { request: ImportStyleRules; reply: Done<ImportedStyleRules> };
  add_photos: { request: AddPhotos; reply: Started };
  photos: { request: Photos; reply: Array<Photo> };
  change_photo: { request: ChangePhoto; reply: Done<Photo> };
  declare_credit: { request: DeclareCredit; reply: Done<Photo> };
  change_kind: { request: ChangeKind; reply: Done<Photo> };
  change_photos: { request: ChangePhotos; reply: Done<Array<Photo>> };
  change_usage: { request: ChangeUsage; reply: Done<Photo> };
  replace_photo: { request: ReplacePhoto; reply: Done<ReplacedPhoto> };
  photo_use: { request: PhotoId; reply: PhotoUse };
  preview_credit: { request: PreviewCredit; reply: PrintsAs };
  attach_photo: { request: AttachPhoto; reply: Done<SavedDraft> };
  suggest: { request: Suggest; reply: Array<string> };
  code_replacements: { request: Nothing; reply: Array<CodeReplacement> };
  set_code: { request: SetCode; reply: Done<Nothing> };
  import_codes: { request: ImportCodes; reply: Done<ImportedCodes> };
  photo_templates: { request: Nothing; reply: Array<PhotoTemplate> };
  save_photo_template: { request: PhotoTemplate; reply: Done<Nothing> };
  remove_photo_template: { request: PhotoTemplateName; reply: Done<Nothing> };
  check_story: { request: CheckStory; reply: Checked };
  waive_finding: { request: WaiveFinding; reply: Done<Nothing> };
  take_back_waiver: { request: TakeBackWaiver; reply: Done<Nothing> };
  since_cleared: { request: StoryId; reply: SinceCleared };
  release: { request: ReleaseStory; reply: Release };
  export_story: { request: ExportStory; reply: Started };
  copy_story: { request: CopyStory; reply: CopiedStory };
  exports: { request: StoryId; reply: Array<PastExport> };
  changes_since_export: { request: ChangesSinceExport; reply: Changes };
  export_again: { request: ExportAgain; reply: Started };
  put_back_correction: { request: PutBackCorrection; reply: Done<SavedDraft> };
  mark_live: { request: MarkLive; reply: Done<Nothing> };
  kill_story: { request: KillStory; reply: Done<Killed> };
  lift_kill: { request: LiftKill; reply: Done<Nothing> };
  site: { request: Nothing; reply: SiteStanding };
  make_site: { request: MakeSite; reply: Started };
  cancel_job: { request: JobId; reply: Nothing };
}

/** What the window's shell does around the desk. */
export interface WindowActions {
  pick_photos: { request: Nothing; reply: Array<string> };
  pick_photo_folder: { request: Nothing; reply: Array<string> };
  pick_codes: { request: Nothing; reply: string | null };
  pick_style_rules: { request: Nothing; reply: string | null };
  clipboard_photos: { request: Nothing; reply: Array<string> };
  clipboard_html: { request: Nothing; reply: string | null };
  copy_to_clipboard: { request: CopyStory; reply: InClipboard };
  write_in: { request: WriteIn; reply: WritesIn };
  print_proof: { request: StoryId; reply: Nothing };
  about_program: { request: Nothing; reply: AboutProgram };
  show_folder: { request: ShowFolder; reply: Nothing };
  zoom_window: { request: ZoomWindow; reply: Nothing };
  pick_copy: { request: Nothing; reply: string | null };
  pick_folder: { request: Nothing; reply: string | null };
  show_export: { request: StoryId; reply: Nothing };
  show_site: { request: Nothing; reply: Nothing };
  reveal_export: { request: StoryId; reply: Nothing };
  open_link: { request: OpenLink; reply: Nothing };
  may_close: { request: Nothing; reply: Nothing };
}
