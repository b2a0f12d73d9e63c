import { expect, test } from "vitest";
import { forgetBanner, withBanner, withoutBannerHtml, withoutBannerText } from "./stopBanner";

const LINES = ["ON HOLD", "EMBARGOED UNTIL 12 May 2026, 00:01 Istanbul (21:01 UTC 11 May) <b>"];
const HTML = '<p data-pm-slice="1 1 []">Trams run.</p>';

test("a copied passage says at head and foot what holds it", () => {
  const copied = withBanner({ html: HTML, text: "Trams run." }, LINES);
  expect(copied.text.split("\n\n")).toEqual([LINES.join("\n"), "Trams run.", LINES.join("\n")]);
  const page = new DOMParser().parseFromString(copied.html, "text/html").body;
  expect([...page.children].map((part) => part.textContent)).toEqual([...LINES, "Trams run.", ...LINES]);
});

test("back in the window it is what it was", () => {
  const copied = withBanner({ html: HTML, text: "Trams\n\nrun." }, LINES);
  expect(withoutBannerHtml(copied.html)).toBe(HTML);
  expect(withoutBannerText(copied.text)).toBe("Trams\n\nrun.");
  expect(withoutBannerText(copied.text.replace(/\n/g, "\r\n"))).toBe("Trams\n\nrun.");
});

test("other text stays as it came", () => {
  withBanner({ html: "", text: "a" }, ["ON HOLD"]);
  expect(withoutBannerText("ON HOLD")).toBe("ON HOLD");
  expect(withoutBannerText("ON HOLD\n\nis a song")).toBe("ON HOLD\n\nis a song");
  forgetBanner();
  expect(withoutBannerText("ON HOLD\n\na\n\nON HOLD")).toBe("ON HOLD\n\na\n\nON HOLD");
  expect(withoutBannerHtml("<p>data-cutline</p>")).toBe("<p>data-cutline</p>");
});
