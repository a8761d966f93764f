using System.Globalization;
using System.Xml;

namespace Demarche.Store;

/// <summary>A network as GraphML: actors, and for each pair and direction how many events there were and what they weigh.</summary>
public static class GraphMl
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    /// <summary>Writes a network.</summary>
    public static void Write(Network network, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, CloseOutput = false, NewLineChars = "\n" });
        writer.WriteStartElement("graphml", Namespace);
        foreach (var (id, of, type) in new[] { ("name", "node", "string"), ("kind", "node", "string"), ("country", "node", "string"), ("events", "edge", "int"), ("score", "edge", "double"), ("first", "edge", "string"), ("last", "edge", "string") })
        {
            writer.WriteStartElement("key", Namespace);
            writer.WriteAttributeString("id", id);
            writer.WriteAttributeString("for", of);
            writer.WriteAttributeString("attr.name", id);
            writer.WriteAttributeString("attr.type", type);
            writer.WriteEndElement();
        }
        writer.WriteStartElement("graph", Namespace);
        writer.WriteAttributeString("edgedefault", "directed");
        foreach (var actor in network.Actors)
        {
            writer.WriteStartElement("node", Namespace);
            writer.WriteAttributeString("id", actor.Key);
            Data("name", actor.Name);
            Data("kind", actor.Kind);
            Data("country", actor.Country);
            writer.WriteEndElement();
        }
        foreach (var link in network.Links)
        {
            writer.WriteStartElement("edge", Namespace);
            writer.WriteAttributeString("source", link.Actor);
            writer.WriteAttributeString("target", link.Recipient);
            Data("events", link.Events.ToString(CultureInfo.InvariantCulture));
            Data("score", link.Score.ToString(CultureInfo.InvariantCulture));
            Data("first", link.First?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Data("last", link.Last?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
        writer.WriteEndElement();

        void Data(string key, string? value)
        {
            if (string.IsNullOrEmpty(value))
                return;
            writer.WriteStartElement("data", Namespace);
            writer.WriteAttributeString("key", key);
            writer.WriteString(string.Concat(value.Where(XmlConvert.IsXmlChar)));
            writer.WriteEndElement();
        }
    }
}
