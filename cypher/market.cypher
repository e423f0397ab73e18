// name: market_forget()
// Take away the marks of unique ads, before they are set anew; how many ads had one.
MATCH (a:Posting) WHERE a.market_first IS NOT NULL
REMOVE a.market_first, a.market_last, a.market_openings, a.market_gates
RETURN count(a) AS forgotten

// name: market_mark(rows)
// Mark the ads that stand for their copies with the days and the openings of all of them together, and with the codes
// of what they demand themselves; how many were marked.
UNWIND $rows AS row
MATCH (a:Posting {id: row.id})
SET a.market_first = row.first, a.market_last = row.last, a.market_openings = row.openings,
  a.market_gates = row.gates
RETURN count(a) AS marked

// name: market_live(municipalities, first, last)
// Live unique ads of a month and their openings by unit group in some municipalities; an ad brings each its share.
MATCH (a:Posting)-[:FOR {rank: 0}]->(o:Occupation)
WHERE a.market_first <= $last AND a.market_last >= $first
MATCH (a)-[:AT]->(m:Municipality)
WITH a, o, sum(CASE WHEN m.code IN $municipalities THEN 1.0 ELSE 0.0 END) / count(*) AS share
WHERE share > 0
RETURN o.isco AS unit, count(a) AS live, sum(share * a.market_openings) AS openings ORDER BY unit

// name: market_quotients(municipalities, first, last)
// The location quotient of each unit group in some municipalities against all live ads whose place is known.
MATCH (a:Posting)-[:FOR {rank: 0}]->(o:Occupation)
WHERE a.market_first <= $last AND a.market_last >= $first AND EXISTS { (a)-[:AT]->(:Municipality) }
WITH o.isco AS unit, count(a) AS everywhere,
  sum(CASE WHEN EXISTS { MATCH (a)-[:AT]->(m:Municipality) WHERE m.code IN $municipalities } THEN 1 ELSE 0 END) AS here
WITH collect({unit: unit, here: here, everywhere: everywhere}) AS rows, sum(here) AS ads, sum(everywhere) AS all_ads
WHERE ads > 0
UNWIND rows AS row
RETURN row.unit AS unit, row.here AS live, (1.0 * row.here / ads) / (1.0 * row.everywhere / all_ads) AS quotient
ORDER BY unit

// name: market_flow(municipalities, first, last)
// Unique ads that came and that closed in a month by unit group in some municipalities; the median of days that those were listed.
MATCH (a:Posting)-[:FOR {rank: 0}]->(o:Occupation)
WHERE EXISTS { MATCH (a)-[:AT]->(m:Municipality) WHERE m.code IN $municipalities }
WITH o, a, $first <= a.market_first <= $last AS new, $first <= a.market_last <= $last AS closed
WHERE new OR closed
RETURN o.isco AS unit, sum(CASE WHEN new THEN 1 ELSE 0 END) AS new, sum(CASE WHEN closed THEN 1 ELSE 0 END) AS closed,
  percentileCont(CASE WHEN closed THEN duration.inDays(a.market_first, a.market_last).days + 1 END, 0.5) AS days
ORDER BY unit

// name: market_lift(unit, municipalities, first, last, unit_ads, prior, personal)
// What the live ads of a unit group ask for in some municipalities, by what ads for the same occupations ask elsewhere:
// skills, or with `personal` personal competencies.
MATCH (a:Posting)-[:FOR {rank: 0}]->(o:Occupation {isco: $unit})
WHERE a.market_first <= $last AND a.market_last >= $first
WITH a, o, EXISTS { MATCH (a)-[:AT]->(m:Municipality) WHERE m.code IN $municipalities } AS here
WITH o, collect({ad: a, here: here}) AS ads, sum(CASE WHEN here THEN 1.0 ELSE 0.0 END) AS own,
  sum(CASE WHEN here THEN 0.0 ELSE 1.0 END) AS other
WITH collect({ads: ads, worth: own / (other + $unit_ads)}) AS jobs, sum(own) AS total, sum(other) AS elsewhere,
  sum(own * $unit_ads / (other + $unit_ads)) AS shared
WHERE elsewhere > 0
UNWIND jobs AS job
UNWIND job.ads AS one
WITH one.ad AS a, one.here AS here, job.worth + shared / elsewhere AS worth, total
MATCH (a)-[:ASKS]->(s:Skill) WHERE s.personal = $personal
WITH s, total, sum(CASE WHEN here THEN 1 ELSE 0 END) AS found, sum(CASE WHEN here THEN 0.0 ELSE worth END) AS expected
WHERE found > 0
RETURN s.uri AS skill, s.label AS label, found / total AS share, (found + $prior) / (expected + $prior) AS lift
ORDER BY lift DESC, skill

// name: market_gates(unit, municipalities, first, last, unit_ads, prior)
// What the live ads of a unit group demand in some municipalities (credentials, a degree, long experience), by what ads
// for the same occupations demand elsewhere.
MATCH (a:Posting)-[:FOR {rank: 0}]->(o:Occupation {isco: $unit})
WHERE a.market_first <= $last AND a.market_last >= $first
WITH a, o, EXISTS { MATCH (a)-[:AT]->(m:Municipality) WHERE m.code IN $municipalities } AS here
WITH o, collect({ad: a, here: here}) AS ads, sum(CASE WHEN here THEN 1.0 ELSE 0.0 END) AS own,
  sum(CASE WHEN here THEN 0.0 ELSE 1.0 END) AS other
WITH collect({ads: ads, worth: own / (other + $unit_ads)}) AS jobs, sum(own) AS total, sum(other) AS elsewhere,
  sum(own * $unit_ads / (other + $unit_ads)) AS shared
WHERE elsewhere > 0
UNWIND jobs AS job
UNWIND job.ads AS one
WITH one.ad AS a, one.here AS here, job.worth + shared / elsewhere AS worth, total
UNWIND a.market_gates AS gate
WITH gate, total, sum(CASE WHEN here THEN 1 ELSE 0 END) AS found, sum(CASE WHEN here THEN 0.0 ELSE worth END) AS expected
WHERE found > 0
RETURN gate, found / total AS share, (found + $prior) / (expected + $prior) AS lift
ORDER BY lift DESC, gate

// name: market_boilerplate(municipalities, since, first, last, least, few)
// Of the live ads of each unit group in some municipalities the share with a demand out of line: one that fewer than the
// share `few` of at least `least` other ads of the unit group made since `since`, wherever they are.
MATCH (a:Posting)-[:FOR {rank: 0}]->(o:Occupation)
WHERE a.market_first <= $last AND a.market_last >= $since
WITH o.isco AS unit, collect(a) AS ads, count(a) - 1 AS others
WITH unit, ads, others, COLLECT {
  UNWIND ads AS like
  UNWIND like.market_gates AS gate
  WITH gate, count(*) - 1 AS asking
  WHERE others >= $least AND asking < $few * others
  RETURN gate
} AS odd
UNWIND ads AS a
WITH unit, odd, a
WHERE a.market_last >= $first AND EXISTS { MATCH (a)-[:AT]->(m:Municipality) WHERE m.code IN $municipalities }
WITH unit, count(a) AS live, sum(CASE WHEN any(gate IN a.market_gates WHERE gate IN odd) THEN 1.0 ELSE 0.0 END) AS odd_ads
RETURN unit, live, odd_ads / live AS share ORDER BY unit
