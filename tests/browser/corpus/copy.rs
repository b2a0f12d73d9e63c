//! English copy for stories of ordinary length.

/// Some 400 words, in the paragraphs of a news story.
pub const FOUR_HUNDRED_WORDS: [&str; 10] = [
    "The swing bridge at Marensund carried its first tram in nine years on Tuesday morning, two \
     minutes early and with forty people standing. Nobody had sold them a ticket: the machines on \
     the new platform will not be switched on until Monday.",
    "“I wanted to hear the points,” said Ingrid Moe, who drove the last tram over the old span in \
     2017 and had asked to be at the front of this one. “You can tell from the sound whether \
     somebody has done the work.”",
    "The works cost 214 million kroner, eleven million under the figure the council agreed in \
     2023. Most of the saving came from the deck, where engineers found that the timber laid in \
     1958 could be turned over and used again.",
    "The bridge closed after an inspection found cracks in the pivot, a casting of six tonnes that \
     had been in place since 1911. A new one was poured in Halden in the spring and came down the \
     fjord on a barge, covered by a tarpaulin against the salt.",
    "For nine years the town’s two halves were joined by a ferry that ran every twenty minutes and \
     by a road of fourteen kilometres. Shops on the northern quay say that they lost a third of \
     their trade. Four of them did not see the first tram.",
    "“We were told two winters,” said Tora Vik, the county’s chief engineer, who took over the \
     project in 2021. “I am not going to stand here and say that nine is two. What I can say is \
     that this pivot will be here when everybody on this quay is gone.”",
    "The ferry is to stay until the end of the year. After that the council will decide whether a \
     town with a bridge needs a boat as well. A petition to keep it has 3,100 names.",
    "Not everything is finished. The lamps along the parapet wait for a permit, and the lift on \
     the southern side stopped twice before noon with people in it. The contractor said that a \
     sensor had been set for the weight of the old cabin.",
    "The timetable begins with six trams an hour in each direction, falling to three after nine in \
     the evening. When the bridge is open for ships the trams will wait, as they always did. The \
     longest wait in the trial runs was eleven minutes.",
    "Moe rode to the end of the line and back. She said the points were good.",
];

/// A word of 79 letters and an address without a place to break.
pub const LONG_WORDS: [&str; 2] = [
    "The company is called Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft, \
     and its board met on Tuesday.",
    "Minutes are at https://post.example/archive/2026/05/12/minutes-of-the-meeting-of-the-harbour-board-of-marensund-in-full.pdf \
     until June.",
];

/// 300 characters.
pub const LONG_HEADLINE: &str = "The swing bridge at Marensund carries its first tram in nine \
    years, two minutes early and with forty people standing, while the ferry that took its place \
    runs on until the council has decided whether a town that has its bridge back, and a petition \
    of three thousand names, still needs a boat of its own";

/// What tries to become markup, or to break the text around it.
pub const HOSTILE: [&str; 7] = [
    "</script><script>alert(1)</script><!-- </style><style>*{display:none}",
    "5\" pipe <b>\"O’Brien & Sons\"</b> &amp; &lt;i&gt; <img src=x onerror=alert(1)>",
    "Line\u{2028}separator, paragraph\u{2029}separator, null\u{0}, bell\u{7}, tab\tand\u{a0}space",
    "Turned about: \u{202e}txt.exe\u{202c} \u{2067}right\u{2069} \u{200f}mark",
    "{{ story.body }} {% raw %} ${7*7} <%= 7*7 %> [[include]] {{{x}}}",
    "A lone emoji 🚋, a family 👩‍👩‍👧‍👦, a flag 🇳🇴, and ﷽, and Z̸̢̛͔̬a̵͓̔l̷̡̈g̴̙̈o̸̧̊",
    "javascript:alert(1) data:text/html,<script>alert(1)</script> //example.org",
];
