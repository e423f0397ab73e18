// name: live_digest()
// The digests of the release that is live and of its job titles.
MATCH (r:Release {name: 'live'}) RETURN r.digest AS digest, coalesce(r.titles, '') AS titles

// name: import_state()
// The import under way: the digest that it will make live, and how many rows of which stage are written.
MATCH (i:Import {name: 'ontology'}) RETURN i.digest AS digest, i.stage AS stage, i.done AS done

// name: begin_import(digest)
// Note that a release is being imported; the compiled release that is live stays until it is whole.
MERGE (i:Import {name: 'ontology'})
SET i.digest = $digest, i.stage = 0, i.done = 0

// name: note_progress(stage, done)
// How many rows of a stage are written; in the transaction that wrote them.
MATCH (i:Import {name: 'ontology'}) SET i.stage = $stage, i.done = $done

// name: end_import(digest, titles, release)
// The release is whole and live.
MERGE (r:Release {name: 'live'})
SET r.digest = $digest, r.titles = $titles, r.release = $release
WITH r
MATCH (i:Import {name: 'ontology'})
DELETE i

// name: save_skills(rows)
// Skills with their labels, kind and idf over ISCO unit groups.
UNWIND $rows AS row
MERGE (s:Skill {uri: row.uri})
SET s += row, s.gone = false

// name: save_skill_groups(rows)
// Groups of the skill hierarchy.
UNWIND $rows AS row
MERGE (g:SkillGroup {uri: row.uri})
SET g += row, g.gone = false

// name: save_occupations(rows)
// Occupations with their labels and unit group.
UNWIND $rows AS row
MERGE (o:Occupation {uri: row.uri})
SET o += row, o.gone = false

// name: save_occupation_groups(rows)
// ISCO-08 groups.
UNWIND $rows AS row
MERGE (g:OccupationGroup {code: row.code})
SET g += row

// name: forget_relations(size)
// Remove up to `size` relations of the release that is replaced; how many were removed.
MATCH (:Skill|SkillGroup|Occupation|OccupationGroup)-[r:REQUIRES|RELATED|BROADER|NEAR|MOVES_TO]->()
WITH r LIMIT $size
DELETE r
RETURN count(*) AS removed

// name: mark_gone(release)
// Mark what the release no longer has: its row is -1.
MATCH (n:Skill|Occupation|SkillGroup) WHERE n.release <> $release AND NOT n.gone
SET n.gone = true, n.row = -1

// name: save_requires(rows)
// Which skills an occupation needs.
UNWIND $rows AS row
MATCH (o:Occupation {uri: row.source}) MATCH (s:Skill {uri: row.target})
CREATE (o)-[:REQUIRES {importance: row.importance}]->(s)

// name: save_related(rows)
// Skills that ESCO relates.
UNWIND $rows AS row
MATCH (a:Skill {uri: row.source}) MATCH (b:Skill {uri: row.target})
CREATE (a)-[:RELATED {importance: row.importance}]->(b)

// name: save_skill_broader(rows)
// A skill to the broader skill.
UNWIND $rows AS row
MATCH (a:Skill {uri: row.source}) MATCH (b:Skill {uri: row.target})
CREATE (a)-[:BROADER]->(b)

// name: save_skill_in_group(rows)
// A skill to its narrowest group.
UNWIND $rows AS row
MATCH (a:Skill {uri: row.source}) MATCH (b:SkillGroup {uri: row.target})
CREATE (a)-[:BROADER]->(b)

// name: save_group_broader(rows)
// A skill group to the broader group.
UNWIND $rows AS row
MATCH (a:SkillGroup {uri: row.source}) MATCH (b:SkillGroup {uri: row.target})
CREATE (a)-[:BROADER]->(b)

// name: save_occupation_in_group(rows)
// An occupation to its unit group.
UNWIND $rows AS row
MATCH (a:Occupation {uri: row.source}) MATCH (b:OccupationGroup {code: row.target})
CREATE (a)-[:BROADER]->(b)

// name: save_isco_broader(rows)
// An ISCO-08 group to the group above it.
UNWIND $rows AS row
MATCH (a:OccupationGroup {code: row.source}) MATCH (b:OccupationGroup {code: row.target})
CREATE (a)-[:BROADER]->(b)

// name: forget_titles()
// Remove STAR's job titles.
MATCH (t:JobTitle) DETACH DELETE t

// name: save_titles(rows)
// STAR's job titles.
UNWIND $rows AS row
CREATE (t:JobTitle)
SET t = row

// name: link_exact(rows)
// A job title to what it is exactly.
UNWIND $rows AS row
MATCH (t:JobTitle {uri: row.source}) MATCH (o:Occupation|OccupationGroup {uri: row.target})
CREATE (t)-[:EXACT]->(o)

// name: link_close(rows)
// A job title to what it is nearly.
UNWIND $rows AS row
MATCH (t:JobTitle {uri: row.source}) MATCH (o:Occupation|OccupationGroup {uri: row.target})
CREATE (t)-[:CLOSE]->(o)

// name: link_broad(rows)
// A job title to one of those that it is broader than.
UNWIND $rows AS row
MATCH (t:JobTitle {uri: row.source}) MATCH (o:Occupation|OccupationGroup {uri: row.target})
CREATE (t)-[:BROAD]->(o)

// name: link_narrow(rows)
// A job title to what it is narrower than.
UNWIND $rows AS row
MATCH (t:JobTitle {uri: row.source}) MATCH (o:Occupation|OccupationGroup {uri: row.target})
CREATE (t)-[:NARROW]->(o)

// name: save_near(rows)
// The pruned closure of proximity, with the path that won.
UNWIND $rows AS row
MATCH (a:Skill {uri: row.source}) MATCH (b:Skill {uri: row.target})
CREATE (a)-[:NEAR {proximity: row.proximity, via: row.via}]->(b)

// name: save_moves(rows)
// The strongest moves of an occupation, with the terms that make them.
UNWIND $rows AS row
MATCH (a:Occupation {uri: row.source}) MATCH (b:Occupation {uri: row.target})
CREATE (a)-[:MOVES_TO {feasibility: row.feasibility, terms: row.terms}]->(b)

// name: concepts_called(words, count)
// Skills and occupations that are called something like these words, best first; Danish inflection is understood.
CALL db.index.fulltext.queryNodes('concept_text', $words) YIELD node, score
WHERE NOT node.gone
RETURN node.uri AS uri, node.label AS label, labels(node)[0] AS kind, score
ORDER BY score DESC, uri LIMIT $count

// name: save_part(part, data)
// One part of the compiled release, from which a process builds its index.
MERGE (p:ReleasePart {name: $part}) SET p.data = $data

// name: forget_parts()
// Remove the compiled release.
MATCH (p:ReleasePart) DELETE p

// name: release_parts()
// The compiled release that is live.
MATCH (p:ReleasePart) RETURN p.name AS name, p.data AS data
