// name: next_change(count)
// Take the next `count` sequence numbers; the counter's lock is held until commit, so their order is commit order.
MERGE (c:Counter {name: 'change'})
ON CREATE SET c.value = 0
SET c.value = c.value + $count
RETURN c.value - $count AS before

// name: save_changes(rows)
// Note changes: sequence number, kind, id, and whether the thing is gone.
UNWIND $rows AS row
CREATE (c:Change)
SET c = row

// name: changes_after(seq, size)
// The first that changed after a sequence number, in order.
MATCH (c:Change) WHERE c.seq > $seq
RETURN c.seq AS seq, c.kind AS kind, c.id AS id, c.gone AS gone ORDER BY seq LIMIT $size

// name: last_change()
// What changed last.
MATCH (c:Change) WHERE c.seq > 0
RETURN c.seq AS seq, c.kind AS kind, c.id AS id, c.gone AS gone ORDER BY seq DESC LIMIT 1

// name: save_documents(rows)
// Redacted documents.
UNWIND $rows AS row
MERGE (d:Document {id: row.id})
SET d.data = row.data

// name: document(id)
// A redacted document.
MATCH (d:Document {id: $id}) RETURN d.data AS data

// name: save_profile(id, data, properties, documents)
// A profile without its links, and the documents that it was read from.
MERGE (p:Profile {id: $id})
SET p = $properties, p.id = $id, p.data = $data
WITH p
CALL (p) {
  OPTIONAL MATCH (p)-[r]->()
  DELETE r
}
WITH DISTINCT p
UNWIND $documents AS document
MATCH (d:Document {id: document})
CREATE (p)-[:READ_FROM]->(d)

// name: link_claims(id, rows)
// What a profile claims, with the places that it was read from as parallel arrays.
MATCH (p:Profile {id: $id})
UNWIND $rows AS row
MATCH (s:Skill {uri: row.skill})
CREATE (p)-[:HAS_SKILL {strength: row.strength, basis: row.basis, ev_doc: row.ev_doc, ev_start: row.ev_start, ev_end: row.ev_end}]->(s)

// name: link_denied(id, rows)
// Skills that a person says not to have, and where.
MATCH (p:Profile {id: $id})
UNWIND $rows AS row
MATCH (s:Skill {uri: row.skill})
CREATE (p)-[:LACKS {ev_doc: row.ev_doc, ev_start: row.ev_start, ev_end: row.ev_end}]->(s)

// name: link_held(id, rows)
// The occupations that a person has held, and in which months.
MATCH (p:Profile {id: $id})
UNWIND $rows AS row
MATCH (o:Occupation {uri: row.occupation})
CREATE (p)-[:HELD {since: row.since, until: row.until, current: row.current, confidence: row.confidence, periods: row.periods, stated_years: row.stated_years}]->(o)

// name: link_sought(id, occupations)
// The occupations that a person seeks.
MATCH (p:Profile {id: $id})
UNWIND $occupations AS uri
MATCH (o:Occupation {uri: uri})
CREATE (p)-[:SEEKS]->(o)

// name: link_holds(id, credentials)
// The credentials that a person holds.
MATCH (p:Profile {id: $id})
UNWIND $credentials AS code
MERGE (c:Credential {code: code})
CREATE (p)-[:HOLDS]->(c)

// name: profile(id)
// A profile.
MATCH (p:Profile {id: $id}) RETURN p.data AS data

// name: profiles_read_from(document)
// The profiles that were read from a document.
MATCH (p:Profile)-[:READ_FROM]->(:Document {id: $document}) RETURN p.id AS id ORDER BY id

// name: profile_ids()
// The ids of all profiles.
MATCH (p:Profile) RETURN p.id AS id ORDER BY id

// name: erase_profile(id)
// Remove a profile with its links, and the documents that nothing else was read from; how many profiles were removed.
MATCH (p:Profile {id: $id})
OPTIONAL MATCH (p)-[:READ_FROM]->(d:Document)
WHERE NOT EXISTS { MATCH (other)-[:READ_FROM]->(d) WHERE other <> p }
WITH p, collect(d) AS unused
FOREACH (d IN unused | DETACH DELETE d)
DETACH DELETE p
RETURN count(*) AS removed

// name: forget_documents(id)
// Remove the documents that only this profile was read from; it is about to be saved anew.
MATCH (p:Profile {id: $id})-[:READ_FROM]->(d:Document)
WHERE NOT EXISTS { MATCH (other)-[:READ_FROM]->(d) WHERE other <> p }
DETACH DELETE d
