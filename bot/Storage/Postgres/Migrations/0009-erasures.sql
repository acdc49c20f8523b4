-- What was noted of one person: it is looked for when she is erased.
create index facts_person on facts (person);
