-- What is being written; the mailbox of drafts holds a copy of it.
create table draft (
  id varchar(32) primary key,
  account_id bigint not null references account (id),
  version bigint not null,
  message_id varchar(300) not null,
  sender varchar(320) not null,
  to_list text not null,
  cc_list text not null,
  bcc_list text not null,
  reply_to text not null,
  subject text not null,
  body text not null,
  in_reply_to varchar(1000) not null,
  reference_ids text not null,
  -- The message that is answered or forwarded, and which of both: an address, a key and a flag; empty where there is none.
  origin varchar(1100) not null,
  -- The version that the mailbox of drafts holds; -1 while it holds none.
  published bigint not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
);

create index draft_account on draft (account_id, changed_at);

create table draft_attachment (
  id varchar(32) primary key,
  draft_id varchar(32) not null references draft (id),
  name varchar(300) not null,
  type varchar(200) not null,
  size bigint not null,
  content_id bigint not null references content (id),
  added_at timestamp with time zone not null
);

create index draft_attachment_draft on draft_attachment (draft_id);

-- What is to be sent, is being sent, or was. Its id is the draft's, so that a draft is submitted at most once.
create table outbox (
  id varchar(32) primary key,
  account_id bigint not null references account (id),
  state varchar(16) not null,
  problem varchar(32) not null,
  message_id varchar(300) not null,
  sender varchar(320) not null,
  subject text not null,
  international boolean not null,
  origin varchar(1100) not null,
  content_id bigint references content (id),
  size bigint not null,
  -- Sealed under the server secret while there is something to do; then null.
  sealed_password bytea,
  -- When somebody is to go on with it: at once, later, or when the lease of its owner has ended; null: nobody.
  next_at timestamp with time zone,
  lease_owner varchar(36),
  attempts int not null,
  submitted_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
);

create index outbox_next on outbox (next_at);
create index outbox_account on outbox (account_id, submitted_at);

create table outbox_recipient (
  outbox_id varchar(32) not null references outbox (id) on delete cascade,
  number int not null,
  address varchar(400) not null,
  blind boolean not null,
  state varchar(16) not null,
  reason varchar(32) not null,
  primary key (outbox_id, number)
);
