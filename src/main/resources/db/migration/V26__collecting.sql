-- POP3 accounts that mail is collected from. The password is sealed under the person's own; with their consent both lie here once more,
-- sealed under the server's secret.
create table collection (
  id varchar(32) primary key,
  account_id bigint not null references account (id) on delete cascade,
  host varchar(255) not null,
  login varchar(320) not null,
  password bytea not null,
  folder varchar(4000) not null,
  removes boolean not null,
  standing_password bytea,
  standing_own bytea,
  run_at timestamp with time zone,
  problem varchar(20),
  fetched int default 0 not null,
  skipped varchar(2000) default '' not null,
  lease_owner varchar(36),
  lease_until timestamp with time zone,
  constraint collection_name unique (account_id, host, login)
);

-- What was collected, by its UIDL, or is being put into its folder. It is never forgotten.
create table collected (
  collection_id varchar(32) not null references collection (id) on delete cascade,
  uidl varchar(300) not null,
  state varchar(10) not null,
  message_id varchar(1000),
  content_id bigint references content (id),
  primary key (collection_id, uidl)
);

create index collected_content on collected (content_id);
