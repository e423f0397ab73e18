// name: skill_bridges(profile, generic, count)
// Occupations that a held one moves to, with the move and the share of essential skills that the profile covers.
MATCH (p:Profile {id: $profile})-[:HELD]->(held:Occupation)-[m:MOVES_TO]->(o:Occupation)
WHERE NOT o.gone AND NOT EXISTS { (p)-[:HELD]->(o) }
WITH p, o, max(m.feasibility) AS move
CALL (p, o) {
  MATCH (o)-[:REQUIRES {importance: 'essential'}]->(t:Skill)
  WITH DISTINCT p, t, CASE WHEN $generic[t.uri] < t.idf THEN $generic[t.uri] ELSE t.idf END AS weight
  CALL (p, t) {
    WITH p, t WHERE NOT EXISTS { (p)-[:LACKS]->(t) }
    CALL (p, t) {
      MATCH (p)-[h:HAS_SKILL]->(t) RETURN h.strength AS reached
      UNION ALL
      MATCH (t)<-[n:NEAR]-(s:Skill)
      MATCH (p)-[h:HAS_SKILL]->(s) RETURN h.strength * n.proximity AS reached
    }
    RETURN coalesce(max(reached), 0.0) AS covered
  }
  RETURN sum(weight * covered) / sum(weight) AS fit
}
RETURN o.uri AS occupation, o.label AS label, move, fit
ORDER BY move * fit DESC, occupation LIMIT $count

// name: bridge_paths(profile, occupation, count)
// The paths that carry a profile to an occupation: a claimed skill, the skill that it is near, which the occupation needs.
MATCH (p:Profile {id: $profile})
MATCH (o:Occupation {uri: $occupation})-[:REQUIRES {importance: 'essential'}]->(t:Skill)
WHERE NOT EXISTS { (p)-[:LACKS]->(t) }
CALL (p, t) {
  MATCH (p)-[h:HAS_SKILL]->(t)
  RETURN t.label AS claimed, h.strength AS covered, [] AS via
  UNION ALL
  MATCH (t)<-[n:NEAR]-(s:Skill)
  MATCH (p)-[h:HAS_SKILL]->(s)
  RETURN s.label AS claimed, h.strength * n.proximity AS covered, n.via AS via
}
WITH t, claimed, covered, via ORDER BY covered DESC, claimed
WITH t, collect({claimed: claimed, covered: covered, via: via})[0] AS best
RETURN t.uri AS skill, t.label AS label, best.claimed AS claimed, best.covered AS covered, best.via AS via
ORDER BY covered DESC, skill LIMIT $count
