-- What becomes of the messages in a maildrop, and how many seconds its server wants between two looks.
alter table maildrop add column policy varchar(20) default 'KEEP' not null;
alter table maildrop add column keep_days int default 0 not null;
alter table maildrop add column login_delay int default 0 not null;

-- A message that is kept has all of its content here, for good, whatever becomes of it in the maildrop; one that is gone is there no more.
alter table local_message add column kept boolean default false not null;
alter table local_message add column gone boolean default false not null;
alter table local_message add column known_at timestamp with time zone default current_timestamp not null;

-- Since when a message has been on its way out of here and of the maildrop.
alter table local_message add column doomed_at timestamp with time zone;

-- What was removed here and is to be removed from the maildrop as well.
alter table local_purged add column doomed boolean default false not null;
