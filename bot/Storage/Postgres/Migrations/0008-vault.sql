-- The root key that seals what people said, wrapped by the master key, which never comes here. One row; sealed: whether all rows are.
create table vault (
    only_one boolean primary key default true check (only_one),
    root jsonb not null
);

-- What is sealed cannot be compressed: no time is spent on trying.
do $$
begin
    alter table sessions alter column line set storage external, alter column rest set storage external;
    alter table conversations alter column body set storage external;
    alter table outbox alter column message set storage external;
    alter table facts alter column facts set storage external;
end
$$;
