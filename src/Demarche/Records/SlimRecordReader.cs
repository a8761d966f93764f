using System.Text.Json;

namespace Demarche.Records;

/// <summary>
/// Reads of a record what a ledger needs, property by property, and passes over the rest: mentions, times, dropped words and half of
/// the properties are most of a record. The serializer would need three times as long.
/// </summary>
internal static class SlimRecordReader
{
    // Names of properties are few and every second string: apart, so that they stay in the processor's cache.
    private static readonly RepeatedStrings Names = new(1 << 10);
    private static readonly RepeatedStrings Strings = new(1 << 14);

    private delegate T ItemReader<T>(ref Utf8JsonReader json);

    /// <summary>Reads a record.</summary>
    /// <exception cref="JsonException">The text is not a record.</exception>
    public static Record Read(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8);
        try
        {
            json.Read();
            var record = One(ref json, ReadRecord) ?? throw new JsonException("There is null where a record should be.");
            if (json.Read())
                throw new JsonException("More follows the record.");
            return record;
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or FormatException)
        {
            throw new JsonException(wrong.Message, wrong);
        }
    }

    private static Record ReadRecord(ref Utf8JsonReader json)
    {
        string? id = null, text = null;
        CoderVersion? coder = null;
        RecordSource? source = null;
        IReadOnlyList<RecordSentence> sentences = [];
        IReadOnlyList<RecordEntity> entities = [];
        IReadOnlyList<RecordEvent> events = [];
        IReadOnlyList<RecordStatement> statements = [];
        IReadOnlyList<RecordPosition> positions = [];
        IReadOnlyList<RecordDemand> demands = [];
        IReadOnlyList<RecordFigure> figures = [];
        IReadOnlyList<RecordPlace> places = [];
        while (Next(ref json, out var name))
            switch (name)
            {
                case "id": id = json.GetString(); break;
                case "text": text = json.GetString(); break;
                case "coder": coder = One(ref json, Coder); break;
                case "source": source = One(ref json, Source); break;
                case "sentences": sentences = Items(ref json, Sentence); break;
                case "entities": entities = Items(ref json, Entity); break;
                case "events": events = Items(ref json, Event); break;
                case "statements": statements = Items(ref json, Statement); break;
                case "positions": positions = Items(ref json, Position); break;
                case "demands": demands = Items(ref json, Demand); break;
                case "figures": figures = Items(ref json, Figure); break;
                case "places": places = Items(ref json, Place); break;
                default: json.Skip(); break;
            }
        return new()
        {
            Id = Needed(id), Text = Needed(text), Coder = Needed(coder), Source = Needed(source), Sentences = sentences, Entities = entities, Events = events,
            Statements = statements, Positions = positions, Demands = demands, Figures = figures, Places = places,
        };
    }

    private static CoderVersion Coder(ref Utf8JsonReader json)
    {
        string? version = null, models = null, lexicon = null;
        while (Next(ref json, out var name))
            switch (name)
            {
                case "version": version = Text(ref json); break;
                case "models": models = Text(ref json); break;
                case "lexicon": lexicon = Text(ref json); break;
                default: json.Skip(); break;
            }
        return new(Needed(version), Needed(models), Needed(lexicon));
    }

    private static RecordSource Source(ref Utf8JsonReader json)
    {
        string? uri = null, publisher = null, headline = null, published = null, publishedAt = null;
        RecordDateline? dateline = null;
        while (Next(ref json, out var name))
            switch (name)
            {
                case "uri": uri = json.GetString(); break;
                case "publisher": publisher = Text(ref json); break;
                case "headline": headline = json.GetString(); break;
                case "published": published = Text(ref json); break;
                case "published_at": publishedAt = Text(ref json); break;
                case "dateline": dateline = One(ref json, Dateline); break;
                default: json.Skip(); break;
            }
        return new() { Uri = uri, Publisher = publisher, Headline = headline, Published = published, PublishedAt = publishedAt, Dateline = dateline };
    }

    private static RecordDateline Dateline(ref Utf8JsonReader json)
    {
        string? text = null, place = null;
        while (Next(ref json, out var name))
            switch (name)
            {
                case "text": text = Text(ref json); break;
                case "place": place = Text(ref json); break;
                default: json.Skip(); break;
            }
        return new(Needed(text), place);
    }

    private static RecordSentence Sentence(ref Utf8JsonReader json)
    {
        int begin = 0, end = 0, paragraph = 0;
        while (Next(ref json, out var name))
            switch (name)
            {
                case "begin": begin = json.GetInt32(); break;
                case "end": end = json.GetInt32(); break;
                case "paragraph": paragraph = json.GetInt32(); break;
                default: json.Skip(); break;
            }
        return new(begin, end, paragraph);
    }

    private static RecordEntity Entity(ref Utf8JsonReader json)
    {
        string? id = null, entityName = null, kind = null, country = null, wikidata = null;
        var contested = false;
        IReadOnlyList<string> sectors = [];
        IReadOnlyList<RecordRole> roles = [];
        while (Next(ref json, out var name))
            switch (name)
            {
                case "id": id = Text(ref json); break;
                case "name": entityName = Text(ref json); break;
                case "kind": kind = Text(ref json); break;
                case "country": country = Text(ref json); break;
                case "sectors": sectors = Texts(ref json); break;
                case "roles": roles = Items(ref json, Role); break;
                case "contested": contested = json.GetBoolean(); break;
                case "wikidata": wikidata = Text(ref json); break;
                default: json.Skip(); break;
            }
        return new()
        {
            Id = Needed(id), Name = Needed(entityName), Kind = Needed(kind), Country = country, Sectors = sectors, Roles = roles, Contested = contested,
            Wikidata = wikidata,
        };
    }

    private static RecordRole Role(ref Utf8JsonReader json)
    {
        string? title = null, office = null, status = null;
        while (Next(ref json, out var name))
            switch (name)
            {
                case "title": title = Text(ref json); break;
                case "office": office = Text(ref json); break;
                case "status": status = Text(ref json); break;
                default: json.Skip(); break;
            }
        return new(Needed(title), office, Needed(status));
    }

    private static RecordEvent Event(ref Utf8JsonReader json)
    {
        string? id = null, type = null, cameo = null, date = null, dateFrom = null, place = null, status = null, reportedBy = null, sameAs = null;
        int? quad = null;
        double? score = null, goldstein = null;
        var sentence = 0;
        var confidence = 0.0;
        IReadOnlyList<string> modes = [], contexts = [], actor = [], recipient = [], figures = [];
        while (Next(ref json, out var name))
            switch (name)
            {
                case "id": id = Text(ref json); break;
                case "type": type = Text(ref json); break;
                case "modes": modes = Texts(ref json); break;
                case "contexts": contexts = Texts(ref json); break;
                case "cameo": cameo = Text(ref json); break;
                case "quad": quad = (int?)Number(ref json); break;
                case "score": score = Number(ref json); break;
                case "goldstein": goldstein = Number(ref json); break;
                case "actor": actor = Texts(ref json); break;
                case "recipient": recipient = Texts(ref json); break;
                case "date": date = Text(ref json); break;
                case "date_from": dateFrom = Text(ref json); break;
                case "place": place = Text(ref json); break;
                case "status": status = Text(ref json); break;
                case "reported_by": reportedBy = Text(ref json); break;
                case "same_as": sameAs = Text(ref json); break;
                case "figures": figures = Texts(ref json); break;
                case "sentence": sentence = json.GetInt32(); break;
                case "confidence": confidence = json.GetDouble(); break;
                default: json.Skip(); break;
            }
        return new()
        {
            Id = Needed(id), Key = "", Type = Needed(type), Modes = modes, Contexts = contexts, Cameo = cameo, Quad = quad, Score = score, Goldstein = goldstein,
            Actor = actor, Recipient = recipient, Date = date, DateFrom = dateFrom, Place = place, Status = Needed(status), ReportedBy = reportedBy,
            SameAs = sameAs, Figures = figures, Sentence = sentence, Rule = "", Confidence = confidence,
        };
    }

    private static RecordStatement Statement(ref Utf8JsonReader json)
    {
        string? id = null, kind = null, speaker = null, date = null;
        var negated = false;
        IReadOnlyList<RecordSpan> content = [];
        while (Next(ref json, out var name))
            switch (name)
            {
                case "id": id = Text(ref json); break;
                case "kind": kind = Text(ref json); break;
                case "speaker": speaker = Text(ref json); break;
                case "content": content = Items(ref json, Span); break;
                case "date": date = Text(ref json); break;
                case "negated": negated = json.GetBoolean(); break;
                default: json.Skip(); break;
            }
        return new() { Id = Needed(id), Key = "", Kind = Needed(kind), Speaker = speaker, Content = content, Date = date, Negated = negated };
    }

    private static RecordPosition Position(ref Utf8JsonReader json)
    {
        string? id = null, holder = null, toward = null, stance = null, about = null, office = null, asOf = null, until = null, fromEvent = null;
        RecordSpan span = default;
        var confidence = 0.0;
        while (Next(ref json, out var name))
            switch (name)
            {
                case "id": id = Text(ref json); break;
                case "holder": holder = Text(ref json); break;
                case "toward": toward = Text(ref json); break;
                case "stance": stance = Text(ref json); break;
                case "about": about = Text(ref json); break;
                case "office": office = Text(ref json); break;
                case "as_of": asOf = Text(ref json); break;
                case "until": until = Text(ref json); break;
                case "from_event": fromEvent = Text(ref json); break;
                case "span": span = One(ref json, Span); break;
                case "confidence": confidence = json.GetDouble(); break;
                default: json.Skip(); break;
            }
        return new()
        {
            Id = Needed(id), Key = "", Holder = Needed(holder), Toward = toward, Stance = Needed(stance), About = about, Office = office, AsOf = asOf,
            Until = until, FromEvent = fromEvent, Span = span, Confidence = confidence,
        };
    }

    private static RecordDemand Demand(ref Utf8JsonReader json)
    {
        string? id = null, deadline = null, answer = null;
        IReadOnlyList<string> by = [], of = [];
        RecordSpan content = default, span = default;
        RecordSpan? answerSpan = null;
        while (Next(ref json, out var name))
            switch (name)
            {
                case "id": id = Text(ref json); break;
                case "by": by = Texts(ref json); break;
                case "of": of = Texts(ref json); break;
                case "content": content = One(ref json, Span); break;
                case "deadline": deadline = Text(ref json); break;
                case "answer": answer = Text(ref json); break;
                case "answer_span": answerSpan = json.TokenType == JsonTokenType.Null ? null : One(ref json, Span); break;
                case "span": span = One(ref json, Span); break;
                default: json.Skip(); break;
            }
        return new() { Id = Needed(id), Key = "", By = by, Of = of, Content = content, Deadline = deadline, Answer = Needed(answer), AnswerSpan = answerSpan, Span = span };
    }

    private static RecordFigure Figure(ref Utf8JsonReader json)
    {
        string? id = null, kind = null, unit = null, qualifier = null, period = null, accordingTo = null;
        double? value = null, low = null, high = null;
        IReadOnlyList<string> from = [], to = [];
        RecordSpan span = default;
        while (Next(ref json, out var name))
            switch (name)
            {
                case "id": id = Text(ref json); break;
                case "kind": kind = Text(ref json); break;
                case "value": value = Number(ref json); break;
                case "low": low = Number(ref json); break;
                case "high": high = Number(ref json); break;
                case "unit": unit = Text(ref json); break;
                case "qualifier": qualifier = Text(ref json); break;
                case "from": from = Texts(ref json); break;
                case "to": to = Texts(ref json); break;
                case "period": period = Text(ref json); break;
                case "according_to": accordingTo = Text(ref json); break;
                case "span": span = One(ref json, Span); break;
                default: json.Skip(); break;
            }
        return new()
        {
            Id = Needed(id), Key = "", Kind = Needed(kind), Value = value, Low = low, High = high, Unit = unit, Qualifier = qualifier, From = from, To = to,
            Period = period, AccordingTo = accordingTo, Span = span,
        };
    }

    private static RecordPlace Place(ref Utf8JsonReader json)
    {
        string? id = null, country = null;
        while (Next(ref json, out var name))
            switch (name)
            {
                case "id": id = Text(ref json); break;
                case "country": country = Text(ref json); break;
                default: json.Skip(); break;
            }
        return new() { Id = Needed(id), Name = "", Country = country, Precision = "" };
    }

    private static RecordSpan Span(ref Utf8JsonReader json)
    {
        int begin = 0, end = 0;
        while (Next(ref json, out var name))
            switch (name)
            {
                case "begin": begin = json.GetInt32(); break;
                case "end": end = json.GetInt32(); break;
                default: json.Skip(); break;
            }
        return new(begin, end);
    }

    // Steps to the value of the object's next property; false at the object's end.
    private static bool Next(ref Utf8JsonReader json, out string name)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.EndObject)
        {
            name = "";
            return false;
        }
        name = Names.Of(ref json);
        return json.Read();
    }

    // An object's default where null stands in its place.
    private static T? One<T>(ref Utf8JsonReader json, ItemReader<T> read) => json.TokenType switch
    {
        JsonTokenType.StartObject => read(ref json),
        JsonTokenType.Null => default,
        _ => throw new JsonException("An object should stand here."),
    };

    private static IReadOnlyList<T> Items<T>(ref Utf8JsonReader json, ItemReader<T> read)
    {
        List<T>? items = null;
        if (!IsList(ref json))
            return [];
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            (items ??= []).Add(One(ref json, read) ?? throw new JsonException("A list holds null."));
        return items ?? (IReadOnlyList<T>)[];
    }

    private static IReadOnlyList<string> Texts(ref Utf8JsonReader json)
    {
        string[] texts = [];
        if (!IsList(ref json))
            return texts;
        // Most lists are empty or hold one.
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            texts = [.. texts, Needed(Text(ref json))];
        return texts;
    }

    private static bool IsList(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.StartArray => true,
        JsonTokenType.Null => false,
        _ => throw new JsonException("A list should stand here."),
    };

    private static string? Text(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.String ? Strings.Of(ref json) : json.GetString();

    private static double? Number(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.Null ? null : json.GetDouble();

    private static T Needed<T>(T? value) where T : class => value ?? throw new JsonException("A property that every record has is missing.");
}
