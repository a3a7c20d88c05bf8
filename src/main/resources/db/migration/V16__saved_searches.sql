-- Searches that people keep; they stand beside their folders.
create table saved_search (
  id varchar(32) primary key,
  account_id bigint not null references account (id),
  name varchar(100) not null,
  query varchar(1000) not null,
  constraint saved_search_name unique (account_id, name)
);
