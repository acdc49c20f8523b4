-- The audit trail: rows are added, and that is all. Signed one after the other, so that who gets around the trigger is found.
create table audit (
    seq bigint primary key,
    at bigint not null,
    actor text not null,
    roles text not null,
    act text collate "C" not null,
    object text,
    outcome smallint not null,
    reason text,
    key text collate "C" not null,
    previous text collate "C" not null,
    hash text collate "C" not null
);

create function audit_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is added to, never changed';
end
$$;

create trigger audit_stays before update or delete or truncate on audit for each statement execute function audit_stays();
