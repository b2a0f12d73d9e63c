/** What is said of a story's plan and of the stories it belongs to. */
import type { StoryKind } from "../desk/contract";

const kinds: Record<StoryKind, string> = {
  news: "News",
  brief: "Brief",
  feature: "Feature",
  analysis: "Analysis",
  opinion: "Opinion",
  explainer: "Explainer",
  interview: "Interview",
  review: "Review",
};

export const planWords = {
  label: "Plan",
  kinds,
  kind: "Kind",
  desk: "Desk",
  noDesk: "No desk",
  assignee: "Writer",
  assigneeHint: "Who writes it",
  due: "Due",
  dueHint: "tomorrow 18:00",
  target: "Target",
  targetHint: "words",
  targetLabel: "Target in words",
  strangeMoment: "Write a day and a time, as “23 Nov 18:00”, “tomorrow 9:00” or “18:00”.",
  strangeTarget: "Write the number of words, as 600.",
  follows: "Follows",
  followedBy: "Followed by",
  openRelated: (name: string) => `Open ${name}`,
} as const;
