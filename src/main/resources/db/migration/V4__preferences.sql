-- A line for each preference: its name, an equals sign, its value.
alter table account add column preferences varchar(4000) default '' not null;
