-- The way back from an act, a line for each step, while the person may still take it.
create table undo_act (
  id varchar(32) primary key,
  session_id varchar(32) not null references account_session (id) on delete cascade,
  folder varchar(4000) not null,
  steps text not null,
  done_at timestamp with time zone not null
);

create index undo_act_session on undo_act (session_id);
create index undo_act_done on undo_act (done_at);
