-- attempts: what happened to the message on its way, a line of JSON each. receipt: by what the channel's reports find it; null for channels that report nothing.
alter table outbox add column attempts text not null default '', add column receipt text collate "C";
create index outbox_receipt on outbox (receipt) where receipt is not null;
create index outbox_held on outbox (person, address) where state = 7;
create index outbox_given_up on outbox (due) where state in (2, 3, 4, 8);

-- Reports that came before our own mark had written down the channel's id; kept for an hour.
create table early (
    receipt text collate "C" primary key,
    state smallint not null,
    reason text not null,
    line text not null,
    at bigint not null
);
