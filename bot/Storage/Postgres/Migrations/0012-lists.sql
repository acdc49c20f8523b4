-- Lists of people and of sessions read indexes only: who has a session that stands so, and who is in lists, in their order.
create index sessions_people on sessions (subject, standing, person) include (offered);
create index people_list on people (person) where not other;
