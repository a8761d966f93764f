-- Version 1 of a crisis store. Days are numbers (days since 0001-01-01), so that they compare fast; EDTF stands beside them where the
-- article's own wording of a date is worth keeping. Spans count code points of the article's text.

create table meta(key text primary key, value) without rowid;

create table articles(
    num integer primary key,
    id text not null unique,
    digest blob not null unique,          -- of the article's words, its address and its publisher
    uri text, publisher text, headline text, published text, published_at text, language text, dateline text,
    day integer,
    added text not null,                  -- when it was first added, UTC
    coded text not null,                  -- when its record was written last, UTC
    coder text not null,
    original integer not null,            -- the first article of a group of copies; its own number where it is none
    likeness real not null default 1,
    sentences integer not null,
    words integer not null
);
create index articles_day on articles(day, original);
create index articles_added on articles(added);
create index articles_original on articles(original) where original <> num;
create index articles_uri on articles(uri) where uri is not null;

create table bodies(article integer primary key, text blob not null, record blob not null);

create table sketches(article integer primary key, whole blob, lead blob);
create table bands(key integer primary key, article integer not null);

create virtual table article_words using fts5(headline, body, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2');
create virtual table statement_words using fts5(words, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2');

create table entities(
    num integer primary key,
    key text not null unique,             -- Wikidata's id, else kind:country:name
    name text not null, kind text not null, country text, sectors text not null default '', wikidata text,
    contested integer not null default 0,
    local integer not null default 0,     -- "officials", "protesters": of other articles they are others
    principal integer not null,           -- the state that it speaks for, else itself
    articles integer not null default 0, first_day integer, last_day integer,
    folded text not null                  -- the name as names are compared
);
create index entities_name on entities(folded);
create index entities_principal on entities(principal) where principal <> num;
create index entities_articles on entities(articles desc);
create table entity_names(key text primary key, entity integer not null) without rowid;   -- further keys of an entity

create table article_entities(entity integer not null, article integer not null, mentions integer not null, primary key(entity, article)) without rowid;
create index article_entities_article on article_entities(article);

create table role_kinds(num integer primary key, title text not null, office text not null, status text not null, unique(title, office, status));
create table article_roles(entity integer not null, kind integer not null, article integer not null, primary key(entity, kind, article)) without rowid;
create index article_roles_article on article_roles(article);
create index article_roles_kind on article_roles(kind, entity);

create table places(
    num integer primary key, name text not null, country text not null, admin1 text not null, precision text not null, lat real, lon real, geonameid integer,
    unique(name, country, admin1, precision)
);

create table events(
    num integer primary key, article integer not null, id text not null, key text not null,
    head integer not null,                -- the telling that stands for all tellings of the event
    type text not null, modes text not null, contexts text not null, cameo text, quad integer, score real, goldstein real,
    date text, day integer, last_day integer, exact integer not null, place integer, country text,
    status text not null, asserted integer not null, reported_by integer, rule text not null, confidence real not null,
    sentence integer not null, begin integer not null, end integer not null, trigger_begin integer not null, trigger_end integer not null,
    reports integer not null default 1,   -- of the head: how many articles tell it, copies of one counted once
    told integer not null default 0       -- of the head: whether one tells it as fact
);
create index events_article on events(article);
create index events_head on events(head);
create index events_day on events(day desc, num) where num = head;
create index events_type on events(type, day desc) where num = head;
create index events_place on events(place, day) where num = head and place is not null;
create table event_parties(event integer not null, role integer not null, entity integer not null, principal integer not null, primary key(event, role, entity)) without rowid;
create index event_parties_entity on event_parties(entity, event);
create index event_parties_principal on event_parties(principal, event);

-- Where tellings of one event look for each other: actors (or, below zero, recipients), days and kinds of heads.
create table event_joints(party integer not null, day integer not null, kind integer not null, head integer not null, primary key(party, day, kind, head)) without rowid;
create index event_joints_head on event_joints(head);
create table stale_weeks(week integer primary key);                                   -- Mondays whose tension must be summed again

create table statements(
    num integer primary key, article integer not null, id text not null, key text not null, kind text not null,
    speaker integer, anonymous integer not null, negated integer not null, date text, day integer,
    sentence integer not null, begin integer not null, end integer not null, content text not null,
    speaker_begin integer, speaker_end integer, cue_begin integer, cue_end integer, within text,
    quote integer                         -- of a quotation: its speaker and first eight words, so that tellings join
);
create index statements_article on statements(article);
create index statements_speaker on statements(speaker, day desc);
create index statements_day on statements(day desc);
create index statements_quote on statements(quote) where quote is not null;
create table statement_parties(statement integer not null, role integer not null, entity integer not null, primary key(statement, role, entity)) without rowid; -- 0 spoken to, 1 spoken of
create index statement_parties_entity on statement_parties(entity, statement);

create table positions(
    num integer primary key, article integer not null, id text not null, key text not null,
    holder integer not null, toward integer, stance text not null, office text, about text,
    as_of text, day integer, until integer, according_to integer, statement text, inferred integer not null, confidence real not null,
    sentence integer not null, begin integer not null, end integer not null,
    spell integer
);
create index positions_article on positions(article);
create index positions_holder on positions(holder);
create index positions_spell on positions(spell);
create index positions_claims on positions(office, holder) where stance = 'claims_office';
create index positions_toward on positions(toward);
create table spells(                      -- from when to when a position was held, over all tellings
    num integer primary key,
    holder integer not null,              -- the state, where its head or a minister spoke
    speaker integer not null, toward integer, stance text not null, office text, about text, day integer, until integer,
    inferred integer not null, confidence real not null, marks text not null, reports integer not null, ended_by integer
);
create index spells_holder on spells(holder, day);
create index spells_day on spells(day);
create index spells_office on spells(office, day);
create table stale_positions(holder integer primary key);                             -- principals whose spells must be made again

create table demands(
    num integer primary key, article integer not null, id text not null, key text not null,
    head integer not null,
    deadline text, deadline_day integer, made integer, answer text not null, answer_begin integer, answer_end integer,
    sentence integer not null, begin integer not null, end integer not null, content_begin integer not null, content_end integer not null,
    words blob not null,                  -- hashes of its words, to join tellings
    first_made integer, due integer       -- of the head: over all tellings
);
create index demands_article on demands(article);
create index demands_head on demands(head);
create index demands_due on demands(due) where num = head and due is not null;
create index demands_made on demands(first_made desc) where num = head;
create table demand_parties(demand integer not null, role integer not null, entity integer not null, principal integer not null, primary key(demand, role, entity)) without rowid;
create index demand_parties_entity on demand_parties(entity, demand);
create index demand_parties_principal on demand_parties(principal, role, demand);

create table matters(
    num integer primary key, kind text not null, unit text not null, country text not null, from_entity integer not null, to_entity integer not null,
    unique(kind, unit, country, from_entity, to_entity)
);
create table figures(
    num integer primary key, article integer not null, id text not null, key text not null, matter integer not null,
    value real, low real, high real, qualifier text, period text, according_to integer, statement text, day integer,
    sentence integer not null, begin integer not null, end integer not null
);
create index figures_article on figures(article);
create index figures_matter on figures(matter, day);
create index figures_day on figures(day desc);
create index figures_source on figures(according_to, day);

create table times(article integer not null, begin integer not null, end integer not null, kind text not null, value text not null, day integer, primary key(article, begin, end)) without rowid;
create index times_day on times(day) where day is not null;

create table reviews(
    num integer primary key, at text not null, who text not null,
    article text not null,                -- the article's id; '' for a review of entities
    layer text not null, key text not null,
    action text not null,                 -- accept, correct, reject, add, withdraw, merge, split, unmerge
    before text, after text, note text
);
create index reviews_article on reviews(article, num);
create index reviews_entity on reviews(num) where article = '';

create table crises(num integer primary key, name text not null unique, match text not null, watchlist text not null, created text not null);
create table article_crises(crisis integer not null, article integer not null, primary key(crisis, article)) without rowid;
create index article_crises_article on article_crises(article);

create table tension(crisis integer not null, one integer not null, other integer not null, week integer not null, score real not null, events integer not null,
    told real not null, evidence integer not null,    -- told as fact, lists of parties weighed once; the event that weighs most
    primary key(crisis, one, other, week)) without rowid;
create index tension_week on tension(crisis, week);

create table visits(who text not null, crisis integer not null, at text not null, primary key(who, crisis)) without rowid;

create table watches(num integer primary key, crisis integer not null, kind text not null, entity integer, office text, matter integer, webhook text, created text not null);
create table firings(
    num integer primary key, watch integer not null, kind text not null, at text not null, day integer, subject text not null, telling text not null, article text,
    sent text, tries integer not null default 0, unique(watch, subject)
);
create index firings_at on firings(at desc);

create table feeds(url text primary key, title text, etag text, modified text, checked text, next text, failures integer not null default 0, problem text) without rowid;
create table feed_items(feed text not null, item text not null, seen text not null, state text not null, article text, primary key(feed, item)) without rowid;
