// A consultant's way through the service, against a running one: KOMPETENCEBRO_ADDRESS, and where the demo's files are.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { Client, ServiceError } from "../src/client.js";
import {
  AnswerDocument,
  BridgesDocument,
  EraseDocument,
  IngestCvDocument,
  IngestUploadDocument,
  JobProgressDocument,
  MatchesDocument,
  OpenedDocument,
  type PersonFragment,
  QuestionsDocument,
  SetReachDocument,
} from "../src/generated/operations.js";
import { matches } from "../src/pages.js";

const asOf = "2026-11-25";
const client = new Client(process.env.KOMPETENCEBRO_ADDRESS ?? "http://127.0.0.1:8000");
const demo = process.env.KOMPETENCEBRO_DEMO ?? "../../api/demo";
const filter = { within: "4000", minutes: 240, means: "CAR" } as const;
let person: PersonFragment;

async function shown(text: string): Promise<PersonFragment> {
  const { ingestCv } = await client.ask(IngestCvDocument, { text });
  assert.equal(ingestCv.__typename, "Profile");
  assert.ok(ingestCv.__typename === "Profile");
  return ingestCv;
}

before(async () => {
  person = await shown(await readFile(`${demo}/cvs/citizen-5.txt`, "utf8"));
});

after(async () => {
  await client.close();
});

test("a CV becomes a profile with skills under a pseudonym, the same for the same text", async () => {
  const again = await shown(await readFile(`${demo}/cvs/citizen-5.txt`, "utf8"));

  assert.ok(person.skills.length > 0);
  assert.ok(person.skills.every((one) => one.strength > 0 && one.skill.label !== ""));
  assert.equal(again.pseudonym, person.pseudonym);
});

test("pages by cursor hold the same matches in the same order as one page, each once", async () => {
  const whole = await client.ask(MatchesDocument, { profile: person.id, asOf, filter, first: 100 });
  const paged: string[] = [];
  for await (const match of matches(client, { profile: person.id, asOf, filter, first: 3 })) {
    paged.push(match.posting.sourceId);
  }

  assert.ok(paged.length > 6);
  assert.deepEqual(
    paged,
    whole.profile?.matches.edges.map((edge) => edge.node.posting.sourceId),
  );
  assert.equal(new Set(paged).size, whole.profile?.matches.totalCount);
});

test("the points of an opened match sum to its score, and its words are Danish sentences", async () => {
  const { profile } = await client.ask(MatchesDocument, { profile: person.id, asOf, filter, first: 1 });
  const best = profile?.matches.edges[0]?.node;
  assert.ok(best);
  const opened = (await client.ask(OpenedDocument, { profile: person.id, posting: best.posting.id, asOf })).profile?.match;

  assert.ok(opened);
  const sum = opened.contributions.reduce((total, line) => total + line.points, 0);
  assert.ok(Math.abs(sum - opened.score) < 1e-9);
  assert.ok(Math.abs(best.score - opened.score) < 1e-9);
  assert.equal(opened.inWords.length, opened.contributions.length);
});

test("bridges lead to other jobs, each with what carries it", async () => {
  const bridges = (await client.ask(BridgesDocument, { profile: person.id, asOf, filter })).profile?.bridges ?? [];

  assert.ok(bridges.length > 0);
  assert.equal(new Set(bridges.map((one) => one.occupation)).size, bridges.length);
  assert.ok(bridges.every((one) => one.carrying.length > 0 || one.knownWhy));
  assert.ok(bridges.every((one) => one.fit >= 0 && one.fit <= 1));
});

test("a question that is answered with no is not asked again, and the skill is not held", async () => {
  const ask = async () =>
    (await client.ask(QuestionsDocument, { profile: person.id, asOf, filter })).profile?.questions ?? [];
  const about = (await ask()).find((one) => one.subject === "SKILL");
  assert.ok(about);
  const { answer } = await client.ask(AnswerDocument, { profile: person.id, what: about.what, answer: "NO" });

  assert.ok(answer.__typename === "Profile");
  assert.ok(answer.skills.every((one) => one.skill.escoUri !== about.what));
  assert.ok((await ask()).every((one) => one.what !== about.what));
});

test("a file is a job whose progress is told over the websocket until it is done", async () => {
  const upload = await client.upload("cv.docx", await readFile(`${demo}/cvs/citizen-2.docx`));
  const { ingestUpload } = await client.ask(IngestUploadDocument, { upload, kind: "CV" });
  assert.ok(ingestUpload.__typename === "Job");
  const states: string[] = [];
  let kept: string[] = [];
  for await (const { job } of client.follow(JobProgressDocument, { id: ingestUpload.id })) {
    states.push(job.state);
    kept = job.kept;
  }

  assert.equal(states.at(-1), "DONE");
  assert.equal(kept.length, 1);
});

test("a value that cannot be used is a problem that names its argument, not an error", async () => {
  const { setReach } = await client.ask(SetReachDocument, { profile: person.id, postcode: "0001" });

  assert.ok(setReach.__typename === "BadInput");
  assert.equal(setReach.argument, "postcode");
  assert.match(setReach.message, /postnummer/);
});

test("a profile that is not there is told by the kind of the problem", async () => {
  const { erase } = await client.ask(EraseDocument, { profile: "0000000000000000" });

  assert.equal(erase.__typename, "NotFound");
});

test("a cursor that is none is an error with the next step in Danish", async () => {
  const asked = client.ask(MatchesDocument, { profile: person.id, asOf, filter, first: 3, after: "nej" });

  await assert.rejects(asked, (error) => error instanceof ServiceError && /endCursor/.test(error.message));
});

test("an erased profile is gone", async () => {
  const gone = await shown(await readFile(`${demo}/cvs/citizen-7.txt`, "utf8"));
  const { erase } = await client.ask(EraseDocument, { profile: gone.id });
  const after = await client.ask(MatchesDocument, { profile: gone.id, asOf, first: 1 });

  assert.ok(erase.__typename === "Erased");
  assert.equal(erase.pseudonym, gone.pseudonym);
  assert.equal(after.profile, null);
});
