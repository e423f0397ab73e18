// name: tell_skills(rows)
// How much a skill tells, in nats.
UNWIND $rows AS row
MATCH (s:Skill {uri: row.uri})
SET s.specificity = row.specificity

// name: save_industries(rows)
// Sections of DB25.
UNWIND $rows AS row
MERGE (i:Industry {code: row.code})
SET i = row

// name: save_credentials(rows)
// Licences, certificates, authorisations, educations and clearances.
UNWIND $rows AS row
MERGE (c:Credential {code: row.code})
SET c = row

// name: tell_occupations(rows)
// What Denmark knows of an occupation: formal education, place on the labour market, industries, credentials.
UNWIND $rows AS row
MATCH (o:Occupation {uri: row.uri})
SET o.level = row.level, o.in_denmark = row.in_denmark
WITH o, row
CALL (o) {
  OPTIONAL MATCH (o)-[r:IN_INDUSTRY|DEMANDS]->()
  DELETE r
}
CALL (o, row) {
  UNWIND row.industries AS one
  MATCH (i:Industry {code: one.code})
  CREATE (o)-[:IN_INDUSTRY {share: one.share, main: one.main}]->(i)
}
CALL (o, row) {
  UNWIND row.demands AS one
  MATCH (c:Credential {code: one.code})
  CREATE (o)-[:DEMANDS {hard: one.hard}]->(c)
}

// name: save_municipalities(rows)
// Municipalities with their regions.
UNWIND $rows AS row
MERGE (m:Municipality {code: row.code})
SET m.name = row.name
MERGE (r:Region {name: row.region})
MERGE (m)-[:PART_OF]->(r)

// name: save_reach(rows)
// Estimated minutes from a municipality to others, itself included.
UNWIND $rows AS row
MATCH (m:Municipality {code: row.code})
CALL (m) {
  OPTIONAL MATCH (m)-[r:REACHES]->()
  DELETE r
}
CALL (m, row) {
  UNWIND row.reach AS one
  MATCH (to:Municipality {code: one.code})
  CREATE (m)-[:REACHES {minutes_car: one.minutes_car, minutes_transit: one.minutes_transit}]->(to)
}
