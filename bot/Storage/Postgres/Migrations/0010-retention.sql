-- Messages of long ago are looked for every night: rows lie in the order of time.
create index outbox_old on outbox using brin (due);

-- gone: the greatest number of the messages to the address that had their time: numbers go on behind it.
alter table addresses add column gone bigint not null default 0;
