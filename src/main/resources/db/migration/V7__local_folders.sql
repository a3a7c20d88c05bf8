-- A mailbox that is made gets a UIDVALIDITY that none of this maildrop's ever had.
alter table maildrop add column last_uid_validity bigint;
update maildrop set last_uid_validity =
  5 + (select max(uid_validity) from local_mailbox where local_mailbox.maildrop_id = maildrop.id);

-- Those that were made when something had to be filed have a role, and all others come to be.
alter table local_mailbox add column role varchar(20);
update local_mailbox set role = upper(name) where name in ('Drafts', 'Sent', 'Archive', 'Junk', 'Trash');
insert into local_mailbox (maildrop_id, name, uid_validity, next_uid, role)
  select id, 'Drafts', last_uid_validity - 4, 1, 'DRAFTS' from maildrop
  where not exists (select 1 from local_mailbox b where b.maildrop_id = maildrop.id and b.name = 'Drafts');
insert into local_mailbox (maildrop_id, name, uid_validity, next_uid, role)
  select id, 'Sent', last_uid_validity - 3, 1, 'SENT' from maildrop
  where not exists (select 1 from local_mailbox b where b.maildrop_id = maildrop.id and b.name = 'Sent');
insert into local_mailbox (maildrop_id, name, uid_validity, next_uid, role)
  select id, 'Archive', last_uid_validity - 2, 1, 'ARCHIVE' from maildrop
  where not exists (select 1 from local_mailbox b where b.maildrop_id = maildrop.id and b.name = 'Archive');
insert into local_mailbox (maildrop_id, name, uid_validity, next_uid, role)
  select id, 'Junk', last_uid_validity - 1, 1, 'JUNK' from maildrop
  where not exists (select 1 from local_mailbox b where b.maildrop_id = maildrop.id and b.name = 'Junk');
insert into local_mailbox (maildrop_id, name, uid_validity, next_uid, role)
  select id, 'Trash', last_uid_validity, 1, 'TRASH' from maildrop
  where not exists (select 1 from local_mailbox b where b.maildrop_id = maildrop.id and b.name = 'Trash');

-- What was removed here for good and still lies in the maildrop.
create table local_purged (
  maildrop_id bigint not null references maildrop (id),
  uidl varchar(300) not null,
  primary key (maildrop_id, uidl)
);
