-- Messages of long ago are looked for every night: rows lie in the order of time.
create index outbox_old on outbox using brin (due);
