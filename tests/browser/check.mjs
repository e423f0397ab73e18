// Reports as a browser shows them: WCAG 2.1 AA by axe, no sideways scrolling at 320 px, no request, no cut picture in print.
// node check.mjs CHROMIUM FOLDER REPORT...  Pictures and PDFs go to FOLDER; exits 1 where something is wrong.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [chromium, folder, ...reports] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [1280, 320];
const A4 = { width: 794, height: 1123 }; // in CSS pixels
let wrong = 0;

function tell(report, what, detail = "") {
  wrong += 1;
  console.log(`${basename(report)}: ${what} ${detail}`);
}

async function opened(browser, report, width) {
  const page = await browser.newPage();
  page.on("console", (message) => tell(report, "the browser complains:", message.text()));
  page.on("request", (request) => {
    if (request.url() !== pathToFileURL(resolve(report)).href) tell(report, "asks for", request.url());
  });
  await page.setViewport({ width, height: 900 });
  await page.goto(pathToFileURL(resolve(report)).href, { waitUntil: "load" });
  return page;
}

// Axe needs a script in the page, which the page's policy forbids; so the policy is looked at first, then set aside.
async function accessible(browser, report, width) {
  const page = await opened(browser, report, width);
  await page.screenshot({ path: join(folder, `${basename(report, ".html")}-${width}.png`), fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) tell(report, `is ${wide} px wide on a screen of ${width}`);
  await page.setBypassCSP(true);
  await page.reload({ waitUntil: "load" });
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  await page.evaluate(axe);
  const found = await page.evaluate((rules) => axe.run(document, { runOnly: rules }), RULES);
  for (const one of found.violations) tell(report, `${one.id} (${one.impact}) at ${width} px:`, one.nodes[0].html.slice(0, 160));
  console.log(`${basename(report)} at ${width} px: ${found.passes.length} rules hold, ${found.violations.length} do not`);
  await page.close();
}

async function printed(browser, report) {
  const page = await opened(browser, report, A4.width);
  await page.emulateMediaType("print");
  const tall = await page.evaluate((height) =>
    [...document.querySelectorAll("figure")].filter((one) => one.getBoundingClientRect().height > height).length, A4.height);
  if (tall) tell(report, `has ${tall} pictures higher than a page`);
  await page.pdf({ path: join(folder, `${basename(report, ".html")}.pdf`), preferCSSPageSize: true });
  await page.close();
}

const browser = await puppeteer.launch({ executablePath: chromium, headless: true, args: ["--no-sandbox"] });
try {
  for (const report of reports) {
    for (const width of WIDTHS) await accessible(browser, report, width);
    await printed(browser, report);
  }
} finally {
  await browser.close();
}
process.exit(wrong ? 1 : 0);
