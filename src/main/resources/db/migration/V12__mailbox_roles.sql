-- What a person said a mailbox is for, where the mail server says otherwise or nothing.
create table mailbox_role (
  server varchar(100) not null,
  login varchar(320) not null,
  role varchar(20) not null,
  name varchar(4000) not null,
  primary key (server, login, role)
);

-- The newest message that lay in a folder on a day, from which follows what has lain there for many days.
create table folder_day (
  account_id bigint not null references account (id) on delete cascade,
  folder varchar(4000) not null,
  uid_validity bigint not null,
  seen_on date not null,
  newest bigint not null,
  primary key (account_id, folder, uid_validity, seen_on)
);
