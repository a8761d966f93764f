-- Version 2: the same in half the room. What many events say alike stands once; keys, dates and contents that the text or another
-- column gives are left out (Files/EntryKeys.cs); columns, indexes and tables that nothing asked for are gone.
drop table times;
drop index entities_name;
drop index articles_added;

create table event_kinds(
    num integer primary key, type text not null, modes text not null, contexts text not null, cameo text, quad integer, score real, goldstein real, status text not null, rule text not null,
    unique(type, modes, contexts, rule, status, cameo, quad, score, goldstein)
);
insert into event_kinds(type, modes, contexts, cameo, quad, score, goldstein, status, rule) select distinct type, modes, contexts, cameo, quad, score, goldstein, status, rule from events;

create table events_2(
    num integer primary key, article integer not null, id text not null,
    key not null,                         -- the whole key, or what its trigger's words do not give of it
    head integer not null,                -- the telling that stands for all tellings of the event
    kind integer not null,
    date text,                            -- null where it is the day
    day integer, last_day integer, exact integer not null, place integer, country text,
    asserted integer not null, reported_by integer,
    confidence not null,                  -- in ten thousandths
    sentence integer not null, begin integer not null, end integer not null, trigger_begin integer not null, trigger_end integer not null,
    reports integer not null,             -- of the head: how many articles tell it, copies of one counted once
    told integer not null                 -- of the head: whether one tells it as fact
);
insert into events_2
    select e.num, e.article, e.id, e.key, e.head, k.num, nullif(e.date, date(e.day + 1721425.5)), e.day, e.last_day, e.exact, e.place, e.country, e.asserted, e.reported_by,
        case when abs(e.confidence * 10000 - round(e.confidence * 10000)) < 1e-6 then cast(round(e.confidence * 10000) as integer) else e.confidence * 10000 end,
        e.sentence, e.begin, e.end, e.trigger_begin, e.trigger_end, e.reports, e.told
    from events e join event_kinds k on k.type = e.type and k.modes = e.modes and k.contexts = e.contexts and k.rule = e.rule and k.status = e.status
        and k.cameo is e.cameo and k.quad is e.quad and k.score is e.score and k.goldstein is e.goldstein;
drop table events;
alter table events_2 rename to events;
create index events_article on events(article);
create index events_head on events(head);
create index events_day on events(day desc, num) where num = head;
create index events_kind on events(kind, day desc) where num = head;
create index events_place on events(place, day) where num = head and place is not null;
create view told_events as
    select e.num, e.article, e.id, e.key, e.head, e.kind, k.type, k.modes, k.contexts, k.cameo, k.quad, k.score, k.goldstein, e.date, e.day, e.last_day, e.exact, e.place, e.country, k.status, e.asserted, e.reported_by,
        k.rule, e.confidence, e.sentence, e.begin, e.end, e.trigger_begin, e.trigger_end, e.reports, e.told
    from events e join event_kinds k on k.num = e.kind;

drop index event_parties_principal;
create index event_parties_principal on event_parties(principal, event) where principal <> entity;

create table statements_2(
    num integer primary key, article integer not null, id text not null, key not null,
    kind integer not null,                -- 0 direct, 1 indirect, 2 mixed
    speaker integer, anonymous integer not null, negated integer not null, date text, day integer,
    sentence integer not null, begin integer not null, end integer not null,
    content text,                         -- null where it is one span from begin to end
    speaker_begin integer, speaker_end integer,
    quote integer                         -- of a quotation: its speaker and first eight words, so that tellings join
);
insert into statements_2
    select num, article, id, key, case kind when 'direct' then 0 when 'indirect' then 1 else 2 end, speaker, anonymous, negated, nullif(date, date(day + 1721425.5)), day, sentence, begin, end,
        nullif(content, begin || '-' || end), speaker_begin, speaker_end, quote
    from statements;
drop table statements;
alter table statements_2 rename to statements;
create index statements_article on statements(article);
create index statements_speaker on statements(speaker, day desc) where speaker is not null;
create index statements_day on statements(day desc);
create index statements_quote on statements(quote) where quote is not null;

create table positions_2(
    num integer primary key, article integer not null, id text not null, key not null,
    holder integer not null, toward integer, stance text not null, office text, about text,
    day integer, until integer, according_to integer, inferred integer not null, confidence not null,
    sentence integer not null, begin integer not null, end integer not null,
    spell integer
);
insert into positions_2
    select num, article, id, key, holder, toward, stance, office, about, day, until, according_to, inferred,
        case when abs(confidence * 10000 - round(confidence * 10000)) < 1e-6 then cast(round(confidence * 10000) as integer) else confidence * 10000 end,
        sentence, begin, end, spell
    from positions;
drop table positions;
alter table positions_2 rename to positions;
create index positions_article on positions(article);
create index positions_holder on positions(holder);
create index positions_spell on positions(spell);
create index positions_claims on positions(office, holder) where stance = 'claims_office';
create index positions_toward on positions(toward) where toward is not null;

create table demands_2(
    num integer primary key, article integer not null, id text not null, key not null,
    head integer not null,
    deadline text, deadline_day integer, made integer, answer text not null, answer_begin integer, answer_end integer,
    sentence integer not null, begin integer not null, end integer not null, content_begin integer not null, content_end integer not null,
    words blob not null,                  -- hashes of its words, to join tellings
    first_made integer, due integer,      -- of the head: over all tellings
    answered integer not null default 0   -- of the head: whether any telling says that it was answered
);
insert into demands_2
    select num, article, id, key, head, deadline, deadline_day, made, answer, answer_begin, answer_end, sentence, begin, end, content_begin, content_end, words, first_made, due,
        num = head and exists(select 1 from demands t where t.head = d.num and t.answer <> 'open')
    from demands d;
drop table demands;
alter table demands_2 rename to demands;
create index demands_article on demands(article);
create index demands_head on demands(head);
create index demands_due on demands(due) where num = head and due is not null;
create index demands_made on demands(first_made desc) where num = head;

create table figures_2(
    num integer primary key, article integer not null, id text not null, key not null, matter integer not null,
    value real, low real, high real, qualifier text, period text, according_to integer, day integer,
    sentence integer not null, begin integer not null, end integer not null
);
insert into figures_2 select num, article, id, key, matter, value, low, high, qualifier, period, according_to, day, sentence, begin, end from figures;
drop table figures;
alter table figures_2 rename to figures;
create index figures_article on figures(article);
create index figures_matter on figures(matter, day);
create index figures_day on figures(day desc);
create index figures_source on figures(according_to, day) where according_to is not null;

create table entities_2(
    num integer primary key,
    key text not null,                    -- Wikidata's id, else kind:country:name; found through entity_names
    name text not null, kind text not null, country text, sectors text not null default '', wikidata text,
    contested integer not null default 0,
    local integer not null default 0,     -- "officials", "protesters": of other articles they are others
    principal integer not null,           -- the state that it speaks for, else itself
    articles integer not null default 0, first_day integer, last_day integer,
    folded text not null                  -- the name as names are compared
);
insert into entities_2 select num, key, name, kind, country, sectors, wikidata, contested, local, principal, articles, first_day, last_day, folded from entities;
drop table entities;
alter table entities_2 rename to entities;
create index entities_principal on entities(principal) where principal <> num;
create index entities_articles on entities(articles desc);

create table bodies_2(article integer primary key, body blob not null);   -- the text and the record, packed together
