// name: unique_skill()
// One node a skill.
CREATE CONSTRAINT unique_skill IF NOT EXISTS FOR (n:Skill) REQUIRE n.uri IS UNIQUE

// name: unique_skill_group()
// One node a skill group.
CREATE CONSTRAINT unique_skill_group IF NOT EXISTS FOR (n:SkillGroup) REQUIRE n.uri IS UNIQUE

// name: unique_occupation()
// One node an occupation.
CREATE CONSTRAINT unique_occupation IF NOT EXISTS FOR (n:Occupation) REQUIRE n.uri IS UNIQUE

// name: unique_occupation_group()
// One node an ISCO-08 group.
CREATE CONSTRAINT unique_occupation_group IF NOT EXISTS FOR (n:OccupationGroup) REQUIRE n.code IS UNIQUE

// name: unique_occupation_group_uri()
// An ISCO-08 group is found by its URI too.
CREATE CONSTRAINT unique_occupation_group_uri IF NOT EXISTS FOR (n:OccupationGroup) REQUIRE n.uri IS UNIQUE

// name: unique_job_title()
// One node a job title of STAR's.
CREATE CONSTRAINT unique_job_title IF NOT EXISTS FOR (n:JobTitle) REQUIRE n.uri IS UNIQUE

// name: unique_municipality()
// One node a municipality.
CREATE CONSTRAINT unique_municipality IF NOT EXISTS FOR (n:Municipality) REQUIRE n.code IS UNIQUE

// name: unique_region()
// One node a region.
CREATE CONSTRAINT unique_region IF NOT EXISTS FOR (n:Region) REQUIRE n.name IS UNIQUE

// name: unique_industry()
// One node a section of DB25.
CREATE CONSTRAINT unique_industry IF NOT EXISTS FOR (n:Industry) REQUIRE n.code IS UNIQUE

// name: unique_credential()
// One node a credential.
CREATE CONSTRAINT unique_credential IF NOT EXISTS FOR (n:Credential) REQUIRE n.code IS UNIQUE

// name: unique_profile()
// One node a profile.
CREATE CONSTRAINT unique_profile IF NOT EXISTS FOR (n:Profile) REQUIRE n.id IS UNIQUE

// name: unique_posting()
// One node an ad.
CREATE CONSTRAINT unique_posting IF NOT EXISTS FOR (n:Posting) REQUIRE n.id IS UNIQUE

// name: unique_document()
// One node a redacted document.
CREATE CONSTRAINT unique_document IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE

// name: unique_change()
// One node a change.
CREATE CONSTRAINT unique_change IF NOT EXISTS FOR (n:Change) REQUIRE n.seq IS UNIQUE

// name: unique_counter()
// One counter of changes; its lock keeps sequence order and commit order the same.
CREATE CONSTRAINT unique_counter IF NOT EXISTS FOR (n:Counter) REQUIRE n.name IS UNIQUE

// name: unique_part()
// One node a part of the compiled release.
CREATE CONSTRAINT unique_part IF NOT EXISTS FOR (n:ReleasePart) REQUIRE n.name IS UNIQUE

// name: concept_text()
// Danish full-text search over what concepts are called: "gaffeltruckføreren" finds "gaffeltruckfører".
CREATE FULLTEXT INDEX concept_text IF NOT EXISTS FOR (n:Skill|Occupation) ON EACH [n.label, n.label_en, n.other_labels]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'danish'}}
