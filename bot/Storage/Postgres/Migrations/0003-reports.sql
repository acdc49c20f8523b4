-- class: of what was given up, the class of its latest failure, as FailureClass numbers them; 0 for all else.
alter table outbox add column class smallint not null default 0;
update outbox set class = case coalesce(substring(attempts from '"class":"([A-Za-z]+)"[^\n]*\n$'), '')
        when 'Later' then 9 when 'Template' then 2 when 'Address' then 3 when 'OptedOut' then 4 when 'Alert' then 5
        when 'Never' then 6 when 'Unknown' then 7 when 'Expired' then 8
        else case when attempts <> '' then 0 when state = 2 then 4 when state = 3 then 6 when state = 4 then 7 else 8 end end
    where state in (2, 3, 4, 8);
create index outbox_given_up_class on outbox (class, due) where state in (2, 3, 4, 8);

-- sent: the channel's id of the message, for one that is found by our own name.
alter table early add column class smallint not null default 0, add column sent text not null default '';
