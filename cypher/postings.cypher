// name: posting_data(ids)
// What is kept of each of these ads.
UNWIND $ids AS id
MATCH (a:Posting {id: id}) RETURN a.id AS id, a.data AS data

// name: postings_read_as(ids)
// The mark that each of these ads was read with.
UNWIND $ids AS id
MATCH (a:Posting {id: id}) RETURN a.id AS id, coalesce(a.read_as, '') AS read_as

// name: save_postings(rows)
// Ads without their links.
UNWIND $rows AS row
MERGE (a:Posting {id: row.id})
SET a = row.properties, a.id = row.id, a.data = row.data
WITH a, row
CALL (a) {
  OPTIONAL MATCH (a)-[r]->()
  DELETE r
}
WITH DISTINCT a, row
MATCH (d:Document {id: row.document})
CREATE (a)-[:READ_FROM]->(d)

// name: link_asks(rows)
// What ads ask for, once a skill with its strongest importance, and where it was read.
UNWIND $rows AS row
MATCH (a:Posting {id: row.posting}) MATCH (s:Skill {uri: row.skill})
CREATE (a)-[:ASKS {importance: row.importance, confidence: row.confidence, ev_doc: row.ev_doc, ev_start: row.ev_start, ev_end: row.ev_end}]->(s)

// name: link_excludes(rows)
// What ads say is not needed, and where.
UNWIND $rows AS row
MATCH (a:Posting {id: row.posting}) MATCH (s:Skill {uri: row.skill})
CREATE (a)-[:EXCLUDES {ev_doc: row.ev_doc, ev_start: row.ev_start, ev_end: row.ev_end}]->(s)

// name: link_for(rows)
// The occupations that ads are for; rank 0 is the best guess.
UNWIND $rows AS row
MATCH (a:Posting {id: row.posting}) MATCH (o:Occupation {uri: row.occupation})
CREATE (a)-[:FOR {rank: row.rank, confidence: row.confidence}]->(o)

// name: link_at(rows)
// Where the work is.
UNWIND $rows AS row
MATCH (a:Posting {id: row.posting})
MERGE (m:Municipality {code: row.municipality})
CREATE (a)-[:AT {postcode: row.postcode}]->(m)

// name: link_demands(rows)
// The credentials that ads demand; `either` = another such one of the ad will do instead.
UNWIND $rows AS row
MATCH (a:Posting {id: row.posting})
MERGE (c:Credential {code: row.credential})
CREATE (a)-[:DEMANDS {hard: row.hard, either: row.either}]->(c)

// name: posting(id)
// An ad.
MATCH (a:Posting {id: $id}) RETURN a.data AS data

// name: postings_after(id, size)
// Up to `size` ads with an id after `id`, by id.
MATCH (a:Posting) WHERE a.id > $id
RETURN a.id AS id, a.data AS data ORDER BY a.id LIMIT $size

// name: remove_posting(id)
// Remove an ad, and its document where nothing else was read from it; how many ads were removed.
MATCH (a:Posting {id: $id})
OPTIONAL MATCH (a)-[:READ_FROM]->(d:Document)
WHERE NOT EXISTS { MATCH (other)-[:READ_FROM]->(d) WHERE other <> a }
WITH a, collect(d) AS unused
FOREACH (d IN unused | DETACH DELETE d)
DETACH DELETE a
RETURN count(*) AS removed
