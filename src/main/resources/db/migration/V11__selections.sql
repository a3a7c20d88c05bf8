-- Messages that a person chose as they were then, by their UIDs.
create table message_selection (
  id varchar(32) primary key,
  session_id varchar(32) not null references account_session (id) on delete cascade,
  folder varchar(4000) not null,
  messages text not null,
  made_at timestamp with time zone not null
);

create index message_selection_session on message_selection (session_id);
create index message_selection_made on message_selection (made_at);

-- What is being done to many messages, some at a time; "waiting" are those that it was not done to yet.
create table bulk_act (
  id varchar(32) primary key,
  session_id varchar(32) not null references account_session (id) on delete cascade,
  folder varchar(4000) not null,
  act varchar(4100) not null,
  waiting text not null,
  asked int not null,
  done int not null,
  gone int not null,
  refused int not null,
  steps text not null,
  claimed_at timestamp with time zone,
  changed_at timestamp with time zone not null
);

create index bulk_act_session on bulk_act (session_id);
create index bulk_act_changed on bulk_act (changed_at);

-- How many messages an act that is taken back some at a time has been taken back for.
alter table undo_act add column undone int default 0 not null;
