-- What people looked for last; a few for each account.
create table recent_search (
  id varchar(32) primary key,
  account_id bigint not null references account (id),
  query varchar(1000) not null,
  used_at timestamp with time zone not null
);

create index recent_search_account on recent_search (account_id, used_at);
