using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Demarche.Export;
using Demarche.Records;

namespace Demarche.Store.Reviews;

/// <summary>
/// A reviewed article as gold: what people accepted, corrected and added must be found (<c>must: true</c>); what nobody looked at may be, so
/// that it neither helps nor costs a coder; what was rejected is left out.
/// </summary>
internal static class GoldArticle
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static string Of(ArticleDetail article, ReviewLog log)
    {
        var record = article.Record;
        var text = new CodePointText(record.Text);
        var names = record.Entities.ToDictionary(entity => entity.Id, entity => entity, StringComparer.Ordinal);
        return new JsonObject
        {
            ["id"] = record.Id,
            ["headline"] = record.Source.Headline,
            ["published"] = record.Source.Published,
            ["authors"] = List(record.Source.Authors),
            ["publisher"] = record.Source.Publisher,
            ["dateline"] = record.Source.Dateline?.Text,
            ["entities"] = new JsonObject(record.Entities.Select(entity => KeyValuePair.Create(entity.Id, (JsonNode?)List(
                [.. entity.Mentions.Where(mention => mention.Form != "pronoun").Select(mention => text.Words(new(mention.Begin, mention.End))).Prepend(entity.Name).Distinct(StringComparer.Ordinal)])))),
            ["keep"] = new JsonArray(),
            ["drop"] = new JsonArray(),
            ["events"] = Items(record.Events, item => item.Key, "events", item => new()
            {
                ["type"] = item.Type, ["actor"] = List(item.Actor), ["recipient"] = List(item.Recipient), ["status"] = item.Status, ["anchor"] = text.Words(item.Span), ["date"] = item.Date,
            }),
            ["statements"] = Items(record.Statements, item => item.Key, "statements", item => new()
            {
                ["speaker"] = List(item.Speaker is null ? [] : [item.Speaker]), ["kind"] = item.Kind, ["content"] = string.Join(' ', item.Content.Select(text.Words)), ["cue"] = item.Cue is { } cue ? text.Words(cue) : null,
            }),
            ["positions"] = Items(record.Positions, item => item.Key, "positions", item => new()
            {
                ["holder"] = List([item.Holder]), ["toward"] = List(item.Toward is null ? [] : [item.Toward]), ["stance"] = item.Stance, ["about"] = item.About, ["as_of"] = item.AsOf, ["anchor"] = text.Words(item.Span),
            }),
            ["demands"] = Items(record.Demands, item => item.Key, "demands", item => new()
            {
                ["by"] = List(item.By), ["of"] = List(item.Of), ["what"] = text.Words(item.Content), ["anchor"] = text.Words(item.Span), ["deadline"] = item.Deadline, ["answer"] = item.Answer,
            }),
            ["figures"] = Items(record.Figures, item => item.Key, "figures", item => new()
            {
                ["anchor"] = text.Words(item.Span), ["value"] = item.Value, ["unit"] = item.Unit, ["kind"] = item.Kind, ["qualifier"] = item.Qualifier, ["according_to"] = List(item.AccordingTo is null ? [] : [item.AccordingTo]),
            }),
            ["times"] = new JsonArray([.. record.Times.Select(item => (JsonNode?)new JsonObject { ["anchor"] = text.Words(new(item.Begin, item.End)), ["value"] = item.Value, ["must"] = false })]),
        }.ToJsonString(Options);

        JsonArray Items<T>(IEnumerable<T> items, Func<T, string> key, string layer, Func<T, JsonObject> make) => new([.. items.Select(item =>
        {
            var gold = make(item);
            gold["must"] = log.Entries.ContainsKey((layer, key(item)));
            return (JsonNode?)gold;
        })]);

        static JsonArray List(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode?)value)]);
    }
}
