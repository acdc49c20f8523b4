-- Every table of what people said begins with the person in its key, so that a distributed PostgreSQL can keep a person on one shard.
-- Texts that only we compare are collated "C": byte by byte, whatever the database's language is. Moments are .NET ticks in UTC.

create table nodes (
    id text collate "C" primary key,
    roles text not null,
    rounds bigint not null default -1,
    lease_until timestamptz not null
);

create table lanes (
    person text collate "C" primary key,
    node text collate "C",
    epoch bigint not null
) with (fillfactor = 70);
create index lanes_node on lanes (node) where node is not null;

create table leases (name text collate "C" primary key, node text collate "C" not null);

create table rates (name text collate "C" primary key, empty_at timestamptz not null);

create table addresses (
    key text collate "C" primary key,
    person text collate "C" not null,
    channel text collate "C" not null,
    value text collate "C" not null,
    since bigint not null
);
create index addresses_person on addresses (person, since);

-- Ids of everything heard, kept for ten days: the first 16 bytes of what waiting calls it.
-- Ids that came from a file of the first version have no person.
create table inbox (
    person text collate "C" not null,
    id bytea not null,
    at bigint not null,
    primary key (person, id)
);
create index inbox_at on inbox using brin (at);

create sequence waiting_n;
create table waiting (
    person text collate "C" not null,
    n bigint not null,
    id bytea not null,
    inbound text not null,
    tries int not null,
    primary key (person, n)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000);

create table aside (
    id text collate "C" primary key,
    channel text not null,
    person text collate "C",
    inbound text,
    payload bytea,
    reason text not null,
    at bigint not null
);

create table conversations (
    person text collate "C" primary key,
    channel text collate "C" not null,
    value text collate "C" not null,
    body text not null
) with (fillfactor = 60);

create table sessions (
    person text collate "C" not null,
    number int not null,
    subject text collate "C" not null,
    flow text collate "C" not null,
    started bigint not null,
    submitted boolean not null,
    line text not null,
    rest text not null,
    primary key (person, number)
) with (fillfactor = 60);
create index sessions_subject on sessions (subject, started, person, number) include (submitted);
create index sessions_flow on sessions (flow, started, person, number);

create sequence facts_n;
create table facts (
    n bigint not null,
    person text collate "C" not null,
    facts text not null,
    primary key (n, person)
);

create table outbox (
    person text collate "C" not null,
    address text collate "C" not null,
    number bigint not null,
    message text not null,
    state smallint not null,
    tries int not null,
    due bigint not null,
    sent text not null,
    reason text not null,
    primary key (person, address, number)
) with (fillfactor = 85);
create index outbox_unsent on outbox (person, address, number) where state = 0;

create table reminders (
    person text collate "C" not null,
    key text collate "C" not null,
    subject text not null,
    due bigint not null,
    primary key (person, key)
);
create index reminders_due on reminders (due);

create sequence rounds_version minvalue 0;
select nextval('rounds_version');

create table documents (
    collection text collate "C" not null,
    id text collate "C" not null,
    body text not null,
    primary key (collection, id)
);

create table keys (name text collate "C" primary key, xml text not null);

-- A long interview is rewritten with each answer: the quick compression where the server has it.
do $$
begin
    alter table sessions alter column rest set compression lz4;
    alter table conversations alter column body set compression lz4;
exception when others then
    null;
end
$$;
