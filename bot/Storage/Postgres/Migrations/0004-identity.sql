-- Whose a code is that joins two conversations: for a quarter of an hour, and hashed.
create table link_codes (
    hash text collate "C" primary key,
    person text collate "C" not null,
    until bigint not null
);
