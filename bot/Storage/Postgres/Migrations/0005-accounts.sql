-- Who may sign in to the console, who is in it, and who is invited.
create table accounts (
    id text collate "C" primary key,
    name text collate "C" not null unique,
    version bigint not null,
    body text not null
);

create table stays (
    key text collate "C" primary key,
    account text collate "C" not null,
    until bigint not null,
    body text not null
);
create index stays_account on stays (account);
create index stays_until on stays (until);

create table invitations (
    hash text collate "C" primary key,
    name text collate "C" not null,
    until bigint not null,
    body text not null
);

-- The administrators of before become accounts; they have no second factor and are made to set one up.
insert into accounts (id, name, version, body)
select made.id, made.name, 0,
    json_build_object('id', made.id, 'name', made.was ->> 'name', 'roles', json_build_array('Administrator', 'ProgrammeOfficer', 'Committee'), 'passwordHash', made.was ->> 'passwordHash',
        'stamp', replace(gen_random_uuid()::text, '-', ''), 'since', made.was ->> 'since', 'recoveryCodes', json_build_array(), 'passkeys', json_build_array(), 'invitedBy', '')::text
from (select replace(gen_random_uuid()::text, '-', '') as id, id as name, body::json as was from documents where collection = 'administrators') as made;

delete from documents where collection = 'administrators';
