-- What was set aside is read a page at a time, by when that was.
create index aside_at on aside (at, id);
