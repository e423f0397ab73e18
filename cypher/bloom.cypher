// name: bloom_target()
// Whether the database is one for exploring, whether it holds a store of the service, and whether it holds people.
RETURN EXISTS { MATCH (:Exploration) } AS ours,
  EXISTS { MATCH (:Release|ReleasePart|Change|Posting) } AS used,
  EXISTS { MATCH (n:Profile|Document) WHERE n.expires IS NULL } AS people

// name: bloom_mark(exported, as_of)
// This database is for exploring; when it was filled, and the day that its ads are listed for.
MERGE (e:Exploration {name: 'bloom'})
SET e.exported = $exported, e.as_of = $as_of

// name: bloom_key_skill_label()
// Skills are found by what they are called.
CREATE INDEX bloom_key_skill_label IF NOT EXISTS FOR (n:Skill) ON (n.label)

// name: bloom_key_occupation_label()
// Occupations are found by what they are called.
CREATE INDEX bloom_key_occupation_label IF NOT EXISTS FOR (n:Occupation) ON (n.label)

// name: bloom_key_municipality_name()
// Municipalities are found by name.
CREATE INDEX bloom_key_municipality_name IF NOT EXISTS FOR (n:Municipality) ON (n.name)

// name: bloom_forget_gone()
// Remove concepts that the live release no longer has; nothing here needs to remember them.
MATCH (n:Skill|Occupation|SkillGroup) WHERE n.gone
DETACH DELETE n

// name: bloom_forget_records()
// Remove what only the service reads: the compiled release and the change feed.
MATCH (n:ReleasePart|Change|Counter)
DETACH DELETE n

// name: bloom_ads(rows)
// Ads with what they ask for, and no text of theirs.
UNWIND $rows AS row
MERGE (a:Posting {id: row.id})
SET a = row.own
WITH a, row
CALL (a) {
  OPTIONAL MATCH (a)-[r]->()
  DELETE r
}
CALL (a, row) {
  UNWIND row.asks AS one
  MATCH (s:Skill {uri: one.skill})
  CREATE (a)-[:ASKS {importance: one.importance, weight: one.weight, confidence: one.confidence}]->(s)
}
CALL (a, row) {
  UNWIND row.excludes AS uri
  MATCH (s:Skill {uri: uri})
  CREATE (a)-[:EXCLUDES]->(s)
}
CALL (a, row) {
  UNWIND row.occupations AS one
  MATCH (o:Occupation {uri: one.occupation})
  CREATE (a)-[:FOR {rank: one.rank, confidence: one.confidence}]->(o)
}
CALL (a, row) {
  UNWIND row.workplaces AS one
  MATCH (m:Municipality {code: one.code})
  CREATE (a)-[:AT {postcode: one.postcode}]->(m)
}
CALL (a, row) {
  UNWIND row.demands AS one
  MATCH (c:Credential {code: one.code})
  CREATE (a)-[:DEMANDS {hard: one.hard, either: one.either}]->(c)
}

// name: bloom_forget_ads(exported, size)
// Remove up to `size` ads that this export did not write; how many were removed.
MATCH (a:Posting) WHERE a.exported <> $exported
WITH a LIMIT $size
DETACH DELETE a
RETURN count(*) AS removed

// name: bloom_profile(profile)
// The one pseudonymous profile, in place of any other; without its documents and without places in them.
OPTIONAL MATCH (other:Profile)
DETACH DELETE other
WITH count(*) AS before
CREATE (p:Profile)
SET p = $profile.own
WITH p
CALL (p) {
  UNWIND $profile.claims AS one
  MATCH (s:Skill {uri: one.skill})
  CREATE (p)-[:HAS_SKILL {strength: one.strength, basis: one.basis}]->(s)
}
CALL (p) {
  UNWIND $profile.held AS one
  MATCH (o:Occupation {uri: one.occupation})
  CREATE (p)-[:HELD {current: one.current}]->(o)
}
CALL (p) {
  UNWIND $profile.seeks AS uri
  MATCH (o:Occupation {uri: uri})
  CREATE (p)-[:SEEKS]->(o)
}
CALL (p) {
  UNWIND $profile.holds AS code
  MATCH (c:Credential {code: code})
  CREATE (p)-[:HOLDS]->(c)
}

// name: bloom_forget_expired(now)
// Remove profiles that expired; how many were removed.
MATCH (p:Profile) WHERE p.expires <= $now
DETACH DELETE p
RETURN count(*) AS removed

// name: bloom_forget_profiles()
// Remove every profile that was put here for a day, expired or not; how many were removed.
MATCH (p:Profile) WHERE p.expires IS NOT NULL
DETACH DELETE p
RETURN count(*) AS removed

// name: bloom_node_properties()
// The properties of each label with their types.
CALL db.schema.nodeTypeProperties() YIELD nodeLabels, propertyName, propertyTypes
RETURN nodeLabels[0] AS name, propertyName AS property, propertyTypes AS types ORDER BY name, property

// name: bloom_relationship_properties()
// The properties of each relationship type with their types.
CALL db.schema.relTypeProperties() YIELD relType, propertyName, propertyTypes
RETURN replace(replace(relType, ':', ''), '`', '') AS name, propertyName AS property, propertyTypes AS types
ORDER BY name, property

// name: bloom_segments()
// Which labels each relationship type connects.
MATCH (a)-[r]->(b)
RETURN DISTINCT labels(a)[0] AS source, type(r) AS type, labels(b)[0] AS target ORDER BY source, type, target

// name: bloom_indexes()
// What nodes are found by.
SHOW INDEXES YIELD labelsOrTypes, properties, type, entityType
WHERE type = 'RANGE' AND entityType = 'NODE'
RETURN labelsOrTypes[0] AS label, properties ORDER BY label, properties

// name: bloom_ads_asking(kompetence, kommune)
// Search phrase: the ads in a municipality that ask for a skill, and what they are for.
MATCH asks = (a:Posting)-[ask:ASKS]->(:Skill {label: $kompetence})
MATCH at = (a)-[:AT]->(:Municipality {name: $kommune})
WHERE a.listed AND coalesce(a.listed_until, date()) >= date()
OPTIONAL MATCH job = (a)-[:FOR {rank: 0}]->(:Occupation)
RETURN asks, at, job ORDER BY ask.weight DESC, a.id LIMIT 50

// name: bloom_ways_out(stilling)
// Search phrase: the strongest moves into other industries, three jobs an industry, none absent from Denmark or two levels up.
MATCH (o:Occupation {label: $stilling})-[m:MOVES_TO]->(b:Occupation)-[:IN_INDUSTRY {main: true}]->(i:Industry)
WHERE b.in_denmark AND coalesce(b.level, 0) < coalesce(o.level, 0) + 2
  AND NOT EXISTS { (o)-[:IN_INDUSTRY {main: true}]->(i) }
WITH o, m, b, i ORDER BY m.feasibility DESC, b.uri
WITH o, i, collect(b)[..3] AS jobs, max(m.feasibility) AS best ORDER BY best DESC, i.code LIMIT 8
UNWIND jobs AS b
MATCH path = (o)-[:MOVES_TO]->(b)-[:IN_INDUSTRY {main: true}]->(i)
RETURN path

// name: bloom_gap(stilling, anden_stilling)
// Search phrase: the essential skills of a job that those of another do not carry (proximity below 0.5), and its credentials.
MATCH (a:Occupation {label: $stilling})
MATCH (b:Occupation {label: $anden_stilling})
OPTIONAL MATCH move = (a)-[:MOVES_TO]->(b)
OPTIONAL MATCH skill = (b)-[:REQUIRES {importance: 'essential'}]->(s:Skill)
WHERE NOT EXISTS { (a)-[:REQUIRES {importance: 'essential'}]->(s) }
  AND NOT EXISTS { MATCH (a)-[:REQUIRES {importance: 'essential'}]->(:Skill)-[n:NEAR]->(s) WHERE n.proximity >= 0.5 }
WITH a, b, move, s, skill ORDER BY s.specificity DESC, s.uri
WITH a, b, move, collect(skill)[..25] AS skills
CALL (a, b) {
  OPTIONAL MATCH gate = (b)-[:DEMANDS]->(c:Credential) WHERE NOT EXISTS { (a)-[:DEMANDS]->(c) }
  RETURN collect(gate) AS gates
}
UNWIND (CASE WHEN skills + gates = [] THEN [null] ELSE skills + gates END) AS missing
RETURN a, b, move, missing

// name: bloom_uses(kompetence, kommune)
// Search phrase: jobs that a skill is used in, with ads within an hour by public transport (estimated) from a municipality.
MATCH (s:Skill {label: $kompetence})
MATCH (:Municipality {name: $kommune})-[r:REACHES]->(m:Municipality)<-[:AT]-(a:Posting)-[:FOR {rank: 0}]->(o:Occupation)
WHERE r.minutes_transit <= 60 AND a.listed AND coalesce(a.listed_until, date()) >= date()
  AND (EXISTS { (a)-[:ASKS]->(s) } OR EXISTS { (o)-[:REQUIRES]->(s) })
WITH s, o, a, m ORDER BY r.minutes_transit, a.id
WITH s, o, collect({ad: a, town: m})[..3] AS shown, count(DISTINCT a) AS ads ORDER BY ads DESC, o.uri LIMIT 20
UNWIND shown AS one
WITH s, o, one.ad AS a, one.town AS m
MATCH place = (o)<-[:FOR {rank: 0}]-(a)-[:AT]->(m)
OPTIONAL MATCH needs = (o)-[:REQUIRES]->(s)
OPTIONAL MATCH asks = (a)-[:ASKS]->(s)
RETURN place, needs, asks

// name: bloom_suggest_municipalities(kompetence)
// Suggestion: municipalities with ads that ask for the skill.
MATCH (m:Municipality)<-[:AT]-(a:Posting)-[:ASKS]->(:Skill {label: $kompetence})
WHERE a.listed AND coalesce(a.listed_until, date()) >= date()
RETURN DISTINCT m.name AS kommune ORDER BY kommune

// name: bloom_suggest_occupations()
// Suggestion: occupations with a place on the Danish labour market.
MATCH (o:Occupation) WHERE o.in_denmark
RETURN DISTINCT o.label AS stilling ORDER BY stilling

// name: bloom_suggest_moves(stilling)
// Suggestion: the jobs that an occupation moves to, the most feasible first.
MATCH (o:Occupation {label: $stilling})-[m:MOVES_TO]->(b:Occupation) WHERE b.in_denmark
RETURN b.label AS stilling ORDER BY m.feasibility DESC, stilling LIMIT 100

// name: bloom_show_ads(nodes)
// Scene action: the ads of the selected jobs, skills, municipalities or credentials.
MATCH (n) WHERE elementId(n) IN $nodes
MATCH path = (n)<-[:FOR|ASKS|AT|DEMANDS]-(a:Posting)
WHERE a.listed AND coalesce(a.listed_until, date()) >= date()
RETURN path ORDER BY a.id LIMIT 100

// name: bloom_show_moves(nodes)
// Scene action: the ten most feasible moves of each selected job.
MATCH (o:Occupation) WHERE elementId(o) IN $nodes
CALL (o) {
  MATCH path = (o)-[m:MOVES_TO]->(b:Occupation) WHERE b.in_denmark
  RETURN path ORDER BY m.feasibility DESC LIMIT 10
}
RETURN path

// name: bloom_show_needed(nodes)
// Scene action: the essential skills of each selected job, the most specific first, and its credentials.
MATCH (o:Occupation) WHERE elementId(o) IN $nodes
CALL (o) {
  MATCH path = (o)-[:REQUIRES {importance: 'essential'}]->(s:Skill)
  RETURN path ORDER BY s.specificity DESC LIMIT 25
  UNION
  MATCH path = (o)-[:DEMANDS]->(:Credential)
  RETURN path
}
RETURN path

// name: bloom_show_shared(nodes)
// Scene action: the skills that at least two of the selected jobs have in common.
MATCH (o:Occupation)-[:REQUIRES]->(s:Skill) WHERE elementId(o) IN $nodes
WITH s, count(DISTINCT o) AS jobs WHERE jobs > 1
WITH s ORDER BY jobs DESC, s.specificity DESC LIMIT 25
MATCH path = (o:Occupation)-[:REQUIRES]->(s) WHERE elementId(o) IN $nodes
RETURN path

// name: bloom_show_near(nodes)
// Scene action: the ten skills that each selected skill carries to most.
MATCH (s:Skill) WHERE elementId(s) IN $nodes
CALL (s) {
  MATCH path = (s)-[n:NEAR]->(:Skill)
  RETURN path ORDER BY n.proximity DESC LIMIT 10
}
RETURN path

// name: bloom_show_way(relationships)
// Scene action: the skills on the way of the selected nearnesses.
MATCH (s:Skill)-[n:NEAR]->(:Skill) WHERE elementId(n) IN $relationships
UNWIND n.via AS step
MATCH (stop:Skill {uri: split(step, ' ')[-1]})
RETURN DISTINCT s, stop

// name: bloom_show_reach(nodes)
// Scene action: what is reached within an hour by public transport (estimated) from each selected municipality.
MATCH path = (m:Municipality)-[r:REACHES]->(other:Municipality)
WHERE elementId(m) IN $nodes AND m <> other AND r.minutes_transit <= 60
RETURN path ORDER BY r.minutes_transit LIMIT 60

// name: bloom_show_overlap(nodes)
// Scene action: the ten ads that share most with the selected profile, by strength and weight; not the score of the service.
MATCH (p:Profile)-[h:HAS_SKILL]->(:Skill)<-[ask:ASKS]-(a:Posting)
WHERE elementId(p) IN $nodes AND p.expires > datetime()
  AND a.listed AND coalesce(a.listed_until, date()) >= date()
WITH p, a, sum(h.strength * ask.weight) AS shared ORDER BY shared DESC, a.id LIMIT 10
MATCH path = (p)-[:HAS_SKILL]->(:Skill)<-[:ASKS]-(a)
RETURN path
