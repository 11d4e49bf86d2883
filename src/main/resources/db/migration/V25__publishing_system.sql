-- The system that publishes marks what it has put out, and finds a gate by the address that it knows the article by.

alter table publication drop constraint publication_role_check;
alter table publication add constraint publication_role_check check (role in ('PUBLISHER', 'EDITOR', 'STANDARDS'));
create index article_by_address on article using hash (address);
