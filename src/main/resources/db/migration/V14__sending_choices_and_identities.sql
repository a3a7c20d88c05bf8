-- When it was to go out for the first time, and whether the person chose that time.
alter table outbox add column due_at timestamp with time zone;
update outbox set due_at = submitted_at;
alter table outbox alter column due_at set not null;
alter table outbox add column scheduled boolean default false not null;
-- Whether servers are to report that they delivered it (RFC 3461).
alter table outbox add column receipts boolean default false not null;
-- The address of the mailbox for the copy; empty: the usual one.
alter table outbox add column sent_folder varchar(1100) default '' not null;

create index outbox_state on outbox (state, changed_at);

alter table identity add column reply_to varchar(1000) default '' not null;
alter table identity add column signature text default '' not null;
-- Sanitised; empty: made of the plain one.
alter table identity add column signature_html text default '' not null;
alter table identity add column sent_folder varchar(1100) default '' not null;
alter table identity add column blind_copy boolean default false not null;
-- Whether new messages are written as it; of an account's identities at most one, else the first.
alter table identity add column standard boolean default false not null;
-- Whether the person has said how they want to be called.
alter table identity add column named boolean default true not null;
