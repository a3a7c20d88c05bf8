-- What was written with formatting; empty where the text is plain. The text of it stands in body all the same.
alter table draft add column html text default '' not null;
alter table draft add column priority varchar(8) default '' not null;

-- A picture in the text; it goes with the message while the text shows it.
alter table draft_attachment add column in_text boolean default false not null;

-- Whom people have written to, to be offered again.
create table correspondent (
  account_id bigint not null references account (id),
  address varchar(400) not null,
  name varchar(300) not null,
  times int not null,
  written_at timestamp with time zone not null,
  primary key (account_id, address)
);
