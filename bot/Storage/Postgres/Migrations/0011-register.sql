-- Where a session stands, beside what was said: lists are filtered, sorted and counted by it. Null in rows from before, until RegisterFilling has been there.
alter table sessions
    add column id text collate "C",
    add column version text collate "C",
    add column standing smallint,
    add column offered boolean,
    add column language text collate "C",
    add column day int;
create index sessions_list on sessions (subject, day, started, person, number) include (standing, language);
create index sessions_id on sessions (id);
create index sessions_unlisted on sessions (person, number) where id is null;

-- How many sessions stand so: changes, added up by who reads and folded into one row each by Purge. Nodes never wait for each other's counts.
create table session_counts (
    subject text collate "C" not null,
    version text collate "C" not null,
    standing smallint not null,
    n bigint not null
);

create function count_session() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' and old.standing is not null then
        insert into session_counts values (old.subject, old.version, old.standing, -1);
    end if;
    if tg_op <> 'DELETE' and new.standing is not null then
        insert into session_counts values (new.subject, new.version, new.standing, 1);
    end if;
    return null;
end
$$;
create trigger sessions_come after insert on sessions for each row execute function count_session();
create trigger sessions_go after delete on sessions for each row execute function count_session();
-- Nearly every turn leaves them as they are, and costs nothing.
create trigger sessions_change after update on sessions for each row
    when (old.standing is distinct from new.standing or old.version is distinct from new.version or old.subject is distinct from new.subject)
    execute function count_session();

-- A person's line: district, cadre and words under the store's key, the line itself sealed. other: she turned out to be somebody else.
create table people (
    person text collate "C" primary key,
    language smallint,
    other boolean not null,
    district bigint,
    cadre bigint,
    day int not null,
    words bigint[] not null,
    line text not null
);
alter table people alter column line set storage external;
create index people_words on people using gin (words);
create index people_language on people (language) where not other;
create index people_day on people (day, person) where not other;
create index people_district on people (district, person) where not other;

-- Whoever takes a person away, the register follows.
create function forget_person() returns trigger language plpgsql as $$
begin
    delete from people where person = old.person;
    delete from identities where person = old.person;
    return null;
end
$$;
create trigger conversations_go after delete on conversations for each row execute function forget_person();

-- Facts about who somebody is, once more under everybody whom they are about.
create table identities (
    person text collate "C" not null,
    n bigint generated always as identity,
    facts text not null,
    primary key (person, n)
);

-- One row once all of it was made from what was there before.
create table register_built (only_one boolean primary key default true check (only_one));
